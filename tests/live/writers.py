"""Twenty people who write, reconnect and send again, each with an append-only record of what was sent and acknowledged;
the server is killed under them. `lost` then compares the records with the database."""
from __future__ import annotations

import json
import random
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import websocket

from live.process import LiveServer, until
from live.sockets import Socket

UNDER_WAY = 3       # changes a writer has sent and not heard of


class Writer(threading.Thread):
    def __init__(self, seat: dict[str, Any], name: str, folder: Path, seed: int) -> None:
        super().__init__(daemon=True, name=name)
        self.seat, self._rng = seat, random.Random(seed)
        self.record = (folder / f"{name}.record").open("a", buffering=1)
        self.steps: dict[str, list[Any]] = {}        # change_id -> steps, in the order of sending
        self.acknowledged: dict[str, int] = {}
        self.refused: dict[str, str] = {}
        self.leaving = threading.Event()             # send nothing new, but get everything through
        self._pending: list[str] = []
        self._notes: list[str] = []

    @property
    def done(self) -> bool:
        return self.leaving.is_set() and not self._pending

    def run(self) -> None:
        with self.record:
            self._comes_again()

    def _comes_again(self) -> None:
        while not self.done:
            try:
                self._works()
            except (OSError, websocket.WebSocketException, ValueError, AssertionError):
                self.leaving.wait(0.05)              # the server is away; come again

    def _works(self) -> None:
        socket = Socket(self.seat)
        try:
            if not socket.join()["ok"]:
                raise ConnectionError
            for change_id in self._pending:
                socket.change(change_id, *self.steps[change_id])
            while not self.done:
                if len(self._pending) < UNDER_WAY and not self.leaving.is_set():
                    change_id = self._makes_up()
                    socket.change(change_id, *self.steps[change_id])
                self._hears(socket)
        finally:
            socket.close()

    def _makes_up(self) -> str:
        number = len(self.steps)
        change_id = f"{self.name}.{number}"
        if not self._notes or number % 3 == 0:
            self._notes.append(f"{self.name}-{number}")
            note = {"id": self._notes[-1], "kind": "solution", "theme": "data", "text": change_id, "x": 0, "y": 0}
            step: list[Any] = ["add", "note", note]
        else:
            step = ["set", "note", self._rng.choice(self._notes[-5:]), {"x": number}]
        self.steps[change_id] = [step]
        self._pending.append(change_id)
        self.record.write(f"sent {change_id} {json.dumps(step)}\n")
        return change_id

    def _hears(self, socket: Socket) -> None:
        packet = socket._receive()
        if packet == "2":
            socket._send("3")
        elif packet[:1] != "4":
            raise ConnectionError
        elif f'"{self.name}.' in packet:             # the rest is about others: not worth the parsing
            event, message = json.loads(packet[2:])
            if event == "changes":
                for change in message["changes"]:
                    self._is_told(change["change_id"], change["seq"])
            elif event == "outcome":
                if message["ok"]:
                    self._is_told(message["change_id"], message["seq"])
                elif message["reason"] in ("storage", "unavailable"):
                    raise ConnectionError            # come again and send all of it
                else:
                    self.refused[message["change_id"]] = message["reason"]
                    self._pending.remove(message["change_id"])

    def _is_told(self, change_id: str, seq: int) -> None:
        if change_id in self._pending:
            self._pending.remove(change_id)
            self.acknowledged[change_id] = seq
            self.record.write(f"acknowledged {change_id} {seq}\n")


class Room:
    """Writers on one board of a server that is killed again and again. `urls`: where they go instead, in turn."""

    def __init__(self, server: LiveServer, count: int, seed: int, urls: tuple[str, ...] = ()) -> None:
        self.server, self._rng = server, random.Random(seed)
        self.board = server.makes_board()
        self.reader = server.seats(self.board, "Reader")
        self.writers = [Writer({**server.seats(self.board, f"Writer {n}"), **({"url": urls[n % len(urls)]} if urls else {})},
                               f"w{n}", server.folder, seed + n) for n in range(count)]
        for writer in self.writers:
            writer.start()

    def count(self) -> int:
        return sum(len(writer.acknowledged) for writer in self.writers)

    def cycle(self, pause: threading.Event = threading.Event()) -> None:
        """Killed at a random moment while they write, and started again."""
        before = self.count()
        until(lambda: self.count() > before, "writers get through")
        pause.wait(self._rng.uniform(0.2, 0.6))
        self.server.kill()
        self.server.start()

    def leave(self) -> None:
        for writer in self.writers:
            writer.leaving.set()
        until(lambda: all(writer.done for writer in self.writers), "everything is delivered")
        for writer in self.writers:
            writer.join()

    def abandon(self) -> None:
        """For a run that is over early: nobody waits for anything."""
        for writer in self.writers:
            writer.leaving.set()
            writer._pending.clear()
        self.server.kill()
        for writer in self.writers:
            writer.join()

    def lost(self, rows: list[tuple[int, str, str]]) -> list[str]:
        """What was acknowledged and is not among the stored (`seq, seat_id, change_id`) as it was acknowledged."""
        stored = {(seat, change_id): seq for seq, seat, change_id in rows}
        return [change_id for writer in self.writers for change_id, seq in list(writer.acknowledged.items())
                if stored.get((writer.seat["seat"], change_id)) != seq]

    def check(self, rows: list[tuple[int, str, str]]) -> None:
        assert self.lost(rows) == []
        assert [seq for seq, _, _ in rows] == list(range(1, len(rows) + 1))
        assert max(Counter((seat, change_id) for _, seat, change_id in rows).values()) == 1
        assert not any(writer.refused for writer in self.writers), [writer.refused for writer in self.writers]
        notes = self.server.notes(self.reader)
        for writer in self.writers:
            assert list(writer.acknowledged) and set(writer.acknowledged) == set(writer.steps)
            wanted: dict[str, dict[str, Any]] = {}
            for (step,) in writer.steps.values():
                if step[0] == "add":
                    wanted[step[2]["id"]] = dict(step[2])
                else:
                    wanted[step[2]].update(step[3])
            for note_id, fields in wanted.items():
                assert {name: notes[note_id][name] for name in fields} == fields
