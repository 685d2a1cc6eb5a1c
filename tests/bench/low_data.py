"""Bytes that reach one reader of a board where fifty people edit, with and without low-data mode. `python tests/bench/low_data.py`.

Two readers sit on the same board for the same time; one joined with `low`. Everybody types into a note of their own, some move
notes, ten move their pointer. Counted are the bytes of the WebSocket's frames that arrive, and that both end with the same changes.
"""

import argparse
import contextlib
import random
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

import requests  # noqa: E402
from browser.server import Server  # noqa: E402

from hall import unpacked  # noqa: E402
from live.sockets import Socket  # noqa: E402

POINTERS = 10
WORDS = ["census", "district", "office", "twelve", "nobody", "tables", "deadline", "provincia", "datos", "formation", "نعم", "तथ्याङ्क"]


class Counting(Socket):
    """Counts what comes."""
    count = 0

    def _receive(self) -> str:
        packet = super()._receive()
        self.count += len(packet.encode()) + (2 if len(packet) < 126 else 4 if len(packet) < 65_536 else 10)
        return packet

    def enter(self, low: bool) -> int:
        self._send('420["join",' + f'{{"board":"{self.seat["board"]}"{", " + chr(34) + "low" + chr(34) + ": true" if low else ""}}}]')
        while not self._acks:
            self.listen(1)
        return self._acks.pop()["seq"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder)).start()
        try:
            measure(server.url, chosen.people, chosen.seconds)
        finally:
            server.stop()


def measure(url: str, people: int, seconds: float) -> None:
    made = requests.post(url + "/api/boards", json={"title": "Low data", "themes": [{"id": "data", "title": "Data"}]}, timeout=30).json()

    def seat(name: str) -> dict:
        key = made["links"]["participant"].split("#")[1]
        answer = requests.post(f"{url}/api/boards/{made['board']}/seats", json={"key": key, "name": name}, timeout=30).json()
        return {"url": url, "board": made["board"], "token": answer["token"]}
    sockets = [Socket(seat(f"Person {number}")) for number in range(people)]
    for number, each in enumerate(sockets):
        each.join()
        each.change(f"a{number}", ["add", "note", {"id": f"n{number}", "kind": "challenge", "theme": "data", "text": ""}])
    time.sleep(2)
    readers = {"everything": Counting(seat("Reader")), "low data": Counting(seat("Thrifty reader"))}
    starts = {name: reader.enter(name == "low data") for name, reader in readers.items()}
    for reader in readers.values():
        reader.count = 0
    over = threading.Event()
    drains = [threading.Thread(target=drain, args=(each, over), daemon=True) for each in [*readers.values(), *sockets]]
    for each in drains:
        each.start()
    edits = edit(sockets, seconds)
    time.sleep(6)       # the last held ones, and a heartbeat
    over.set()
    print(f"{people} people, {seconds:.0f} s, {edits} edits\n\n| Reader | KB a minute | Messages | Changes |\n|---|---|---|---|")
    seen = {}
    for name, reader in readers.items():
        numbers = [change["seq"] for event, message in reader.came if event == "changes" for change in unpacked(message)["changes"]]
        last, got = starts[name], []
        for number in numbers:
            if number > last:
                got.append(number)
                last = number
        seen[name] = got
        print(f"| {name} | {reader.count / 1000 / seconds * 60:.0f} | {len(reader.came)} | {len(got)} |")
    assert seen["everything"] == seen["low data"], "both read the same"


def edit(sockets: list[Socket], seconds: float) -> int:
    chance, end, edits, revisions, lengths = random.Random(1), time.monotonic() + seconds, 0, [0] * len(sockets), [0] * len(sockets)
    while time.monotonic() < end:
        for number, each in enumerate(sockets):
            if number < POINTERS:
                each.emit("signal", {"cursor": [chance.randint(0, 2000), chance.randint(0, 2000)]})
            if chance.random() < 0.04:      # at ten rounds a second: an edit every two and a half seconds
                edits += 1
                if chance.random() < 0.7:
                    word = chance.choice(WORDS) + " "
                    delta = [lengths[number], word] if lengths[number] else [word]
                    each.change(f"e{edits}", ["text", "note", f"n{number}", revisions[number], delta])
                    revisions[number] += 1
                    lengths[number] += len(word)
                else:
                    each.change(f"e{edits}", ["set", "note", f"n{number}", {"x": chance.randint(0, 900), "y": chance.randint(60, 900)}])
        time.sleep(0.1)
    return edits


def drain(reader: Socket, over: threading.Event) -> None:
    with contextlib.suppress(Exception):
        while not over.is_set():
            reader.listen(0.5)


if __name__ == "__main__":
    main()
