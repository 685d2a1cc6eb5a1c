"""The server's disk fails under somebody who writes: the words say so, and nobody has to do anything once it is well again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.people import BoardOnline
from browser.server import Server
from browser.words import say
from playwright.sync_api import expect

from faults.disk_faults import HERE


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """What the disk does: the file's first word, see tests/faults/disk.c."""
    if not shutil.which("cc"):
        pytest.skip("needs a C compiler")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(tmp_path / "disk.so"), str(HERE / "disk.c"), "-ldl"], check=True)
    (tmp_path / "fault").write_text("")
    return tmp_path / "fault"


@pytest.fixture
def frail_server(disk: Path) -> Iterator[Server]:
    running = Server(disk.parent, LD_PRELOAD=str(disk.parent / "disk.so"), FAULT_FILE=str(disk)).start()
    yield running
    running.kill()


def test_not_saved_is_said_and_becomes_saved_by_itself(frail_server: Server, disk: Path, open_board: Callable[..., BoardOnline]) -> None:
    board = open_board(frail_server)
    ana, olga = board.joins("Ana"), board.joins("Olga")
    disk.write_text("EIO")
    ana.adds_note("Kept on this device")
    expect(ana.saved).to_have_attribute("data-state", "refused", timeout=20_000)
    expect(ana.saved).to_contain_text(say("state.refused", reason=say("reason.storage")))
    olga.sees_no("Kept on this device")
    disk.write_text("")
    ana.is_saved()
    olga.sees("Kept on this device")
