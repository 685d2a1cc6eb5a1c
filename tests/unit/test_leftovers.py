"""What tests and benches leave in the temporary directory: nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from leftovers import folder

TESTS = Path(__file__).parents[1]
MAKES = "import leftovers, os, sys; leftovers.folder('try', sys.argv[1]); print(flush=True); "
ENDS = {"by itself": "", "asked to": "os.kill(os.getpid(), 15)", "killed": "os.kill(os.getpid(), 9)"}


@pytest.mark.parametrize("end", ENDS)
def test_a_folder_goes_with_its_process_or_with_the_next_one(tmp_path: Path, end: str) -> None:
    subprocess.run([sys.executable, "-c", MAKES + ENDS[end], str(tmp_path)], cwd=TESTS, check=False, capture_output=True)
    left = list(tmp_path.iterdir())
    assert bool(left) == (end == "killed")
    mine = folder("try", str(tmp_path))
    assert list(tmp_path.iterdir()) == [mine]
    assert folder("try", str(tmp_path)) != mine and mine.is_dir(), "one's own stays"
