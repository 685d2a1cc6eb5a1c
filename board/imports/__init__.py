"""Files brought in: each reader checks what it is given completely before anything is stored."""
