"""What a host does to keep boards safe, and to let go of what is no longer needed: backups, retention."""
