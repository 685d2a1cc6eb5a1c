"""Reading as a process of its own."""
from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from board.imports.reader import read
from board.imports.sheet import REASONS, BadFile

ROOT = Path(__file__).parents[2]
ENTRY = ROOT / "board" / "imports" / "__main__.py"
BODY = "Texto;Tipo\nSin datos;Desafío\n".encode("cp1252")


def run(body, command=(sys.executable, "-I", str(ENTRY)), **asked):
    head = json.dumps({"filename": "a.csv", "options": {}, **asked}).encode()
    done = subprocess.run(command, input=head + b"\n" + body, capture_output=True, cwd=ROOT, timeout=60)
    return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr


@pytest.mark.parametrize("command", [(sys.executable, "-I", str(ENTRY)), (sys.executable, "-m", "board.imports")],
                         ids=["by path", "as module"])
def test_the_process_answers_with_the_proposal(command):
    assert run(BODY, command, options={"default_kind": "solution"}, memory=1_000_000_000, seconds=20) == (
        0, {"proposal": read(BODY, "a.csv", {"default_kind": "solution"})})


def test_a_bad_file_is_an_answer_too():
    assert run(b"\x89PNG\r\n\x1a\n") == (2, {"error": {"reason": "binary", "format": "image"}})
    assert run(b"") == (2, {"error": {"reason": "empty"}})


def test_a_body_may_hold_any_bytes():
    status, answer = run(bytes(range(256)) * 50)
    assert (status, answer["error"]["reason"]) == (2, "encoding")


def test_too_little_memory_has_a_status_of_its_own():
    assert run(b"Text;Kind\n" + b"No data in this note;Challenge\n" * 100_000, memory=50_000_000)[0] == 3


def test_by_path_neither_web_nor_database_is_loaded():
    code = ("import sys, io, runpy; sys.stdin = io.TextIOWrapper(io.BytesIO(b'{}\\nText;Language\\nNo data;es\\n'))\n"
            "try: runpy.run_path(sys.argv[1], run_name='__main__')\nexcept SystemExit: pass\n"
            "assert not {'flask', 'eventlet', 'sqlalchemy', 'numpy', 'openpyxl'} & set(sys.modules)")
    subprocess.run([sys.executable, "-I", "-c", code, str(ENTRY)], check=True, capture_output=True, timeout=60)


def test_reasons_are_a_closed_set():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "board" / "imports").glob("*.py"))
    assert set(re.findall(r'BadFile\("(\w+)"', code)) == set(REASONS)
    assert BadFile("deep", limit=3).answer() == {"reason": "deep", "limit": 3}
