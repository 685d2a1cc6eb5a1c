"""The disk is full: people are told, reading goes on, and when there is space again the same changes go through."""
from __future__ import annotations

import os
import subprocess
from contextlib import closing

import pytest

from live.process import LiveServer, until
from live.sockets import Socket

SIZE = "2m"


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)], capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_told_and_nothing_is_lost(small_disk):
    ballast = small_disk / "ballast"
    with LiveServer(small_disk) as server:
        board = server.makes_board()
        ana = Socket(server.seats(board, "Ana"))
        ana.join()
        ballast.write_bytes(b"\0" * 400_000)
        decided, number = {}, 0
        while not any(not outcome["ok"] for outcome in decided.values()):
            assert number < 5_000, "the disk never filled"
            name = f"c{number}"
            ana.change(name, ["add", "note", {"id": name, "kind": "challenge", "theme": "data", "text": name + "x" * 1900}])
            decided[name] = ana.hears(name)
            number += 1
        refused = f"c{number - 1}"
        assert decided[refused] == {"change_id": refused, "ok": False, "reason": "storage", "retry_after": 2}
        assert set(server.notes(ana.seat)) == set(decided) - {refused}      # reading goes on
        with closing(Socket(ana.seat)) as again:
            assert again.join()["ok"]

        ballast.unlink()
        add = ["add", "note", {"id": refused, "kind": "challenge", "theme": "data", "text": refused}]

        def goes_through():
            ana.change(refused, add)
            return ana.hears(refused)["ok"]
        until(goes_through, "there is space again")
        assert set(server.notes(ana.seat)) == set(decided)
        ana.close()
