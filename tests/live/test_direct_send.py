"""Frames written straight to sockets: with readers that pause in the middle, everybody gets every number in order."""
from __future__ import annotations

import json
import socket
import threading
import urllib.request
from pathlib import Path

import pytest
import websocket
from browser.server import Server

CHANGES = 180
NOTES_A_CHANGE = 6
TEXT = "दिगो विकास " * 180        # with six notes about 32 KB a change: the kernel's buffers overflow many times


@pytest.fixture(params=["1", "0"], ids=["direct", "stock"])
def server(request, tmp_path: Path):
    running = Server(tmp_path, BOARD_RATE_CHANGES="0", BOARD_RATE_NOTES="0", BOARD_DIRECT_SEND=request.param).start()
    yield running
    running.kill()


class Reader:
    """A seat with a raw WebSocket and little room for what it has not read yet."""

    def __init__(self, url: str, board: str, key: str) -> None:
        token = post(f"{url}/api/boards/{board}/seats", {"key": key, "name": "Reader"})["token"]
        self.socket = websocket.create_connection(
            url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket", timeout=30,
            sockopt=[(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)])
        self.socket.recv()
        self.socket.send("40" + json.dumps({"token": token}))
        self.socket.recv()
        self.socket.send("421" + json.dumps(["join", {"board": board}]))
        while not (got := self.socket.recv()).startswith("431"):
            self._keep_alive(got)
        self.joined_at = json.loads(got[3:])[0]["seq"]

    def reads(self, last: int) -> list[int]:
        """The numbers that come, up to `last`."""
        numbers: list[int] = []
        while not numbers or numbers[-1] < last:
            got = self.socket.recv()
            if not self._keep_alive(got) and got.startswith('42["changes"'):
                numbers += [change["seq"] for change in json.loads(got[2:])[1]["changes"]]
        return numbers

    def _keep_alive(self, got: str) -> bool:
        if got == "2":
            self.socket.send("3")
        return got == "2"


def post(url: str, body: dict) -> dict:
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_s1_paused_readers_get_every_change_in_order(server):
    made = post(server.url + "/api/boards", {"title": "Crowd"})
    key = made["links"]["participant"].split("#")[1]
    quick = [Reader(server.url, made["board"], key)]
    paused = [Reader(server.url, made["board"], key) for _ in range(2)]
    writer = Reader(server.url, made["board"], key)
    last = writer.joined_at + CHANGES
    numbers: dict[int, list[int]] = {}

    def read(index: int, reader: Reader) -> None:
        numbers[index] = reader.reads(last)
    threads = [threading.Thread(target=read, args=(index, reader)) for index, reader in enumerate([*quick, writer])]
    for thread in threads:
        thread.start()
    for index in range(CHANGES):
        steps = [["add", "note", {"id": f"n{index}x{each}", "kind": "challenge", "theme": "data", "text": TEXT}]
                 for each in range(NOTES_A_CHANGE)]
        writer.socket.send("42" + json.dumps(["change", {"change_id": f"c{index}", "steps": steps}], ensure_ascii=False))
    for thread in threads:      # the quick ones are not held up by those who read nothing
        thread.join()          # each waits no longer than its line for the next word
    for index, reader in enumerate(paused, len(threads)):
        read(index, reader)
    for index, reader in enumerate([*quick, writer, *paused]):
        expected = [n for n in numbers[index] if n > reader.joined_at]
        assert expected == list(range(reader.joined_at + 1, last + 1))
        reader.socket.close()
