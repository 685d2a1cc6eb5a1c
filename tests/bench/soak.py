"""A long session in one page: does memory stay flat while others change the board?

    python tests/bench/soak.py [--notes 1000] [--changes 20000] [--a-second 300]

A real server; one socket types, moves, adds, deletes, comments and reacts, so that about as much is there at the end as in the
beginning. The page shows the canvas with the outline beside it and between two samples does what a person does: pans, zooms, chooses
a note, opens a dialog and the outline as the whole page, and comes back. Each line is what is held after collecting what is no longer
needed.
"""
from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from browser.people import BoardOnline
from browser.server import Server
from frames import FLAGS, Meter
from outline import WORDS, fill, text
from playwright.sync_api import Page, sync_playwright

from live.sockets import Socket

SAMPLES = 10


class Writer:
    """Everybody else, through one socket."""

    def __init__(self, board: BoardOnline, notes: int) -> None:
        self.socket = Socket({"url": board.server.url, "board": board.id, "token": board.token})
        self.socket.join()
        self.chance = random.Random(1)
        self.notes = {f"n{number}": [0, len(text(number))] for number in range(notes)}      # revision of the text, its length
        self.hanging: list[tuple[str, str]] = []
        self.number = 0

    def step(self) -> list:
        kind, note = self.chance.random(), self.chance.choice(list(self.notes))
        self.number += 1
        if kind < 0.4:
            revision, length = self.notes[note]
            word = self.chance.choice(WORDS) + " "
            if length > 600:
                self.notes[note] = [revision + 1, 100]
                return ["text", "note", note, revision, [100, -(length - 100)]]
            self.notes[note] = [revision + 1, length + len(word)]
            return ["text", "note", note, revision, [length, word]]
        if kind < 0.7:
            return ["set", "note", note, {"x": self.chance.randint(0, 6000), "y": self.chance.randint(60, 6000)}]
        if kind < 0.8:
            new = f"m{self.number}"
            self.notes[new] = [0, len(text(self.number))]
            theme = ("data", "capacity")[self.number % 2]
            return ["add", "note", {"id": new, "kind": "challenge", "theme": theme, "text": text(self.number)}]
        if kind < 0.9:
            del self.notes[note]
            self.hanging = [one for one in self.hanging if one[1] != note]
            return ["remove", "note", note]
        if kind < 0.95 or not self.hanging:
            self.hanging.append((f"c{self.number}", note))
            return ["add", "comment", {"id": f"c{self.number}", "note": note, "text": "Yes, here as well"}]
        return ["remove", "comment", self.hanging.pop(0)[0]]

    def writes(self, count: int, a_second: float) -> None:
        began = time.monotonic()
        for sent in range(count):
            self.socket.change(f"w{self.number}-{sent}", self.step())
            if sent % 20 == 19:
                self.socket.listen(0.001)
                time.sleep(max(0, began + sent / a_second - time.monotonic()))
        last = f"last{self.number}"
        self.socket.change(last, ["set", "note", next(iter(self.notes)), {"x": 100}])
        self.socket.hears(last, 60)
        self.refused = [message for event, message in self.socket.came if event == "outcome"]
        self.socket.came.clear()
        assert not self.refused, self.refused[:3]


def wait(page: Page, writer: Writer, seconds: float) -> None:
    """While it waits the page works, and the other end has to answer the server's beats."""
    for _ in range(round(seconds * 2)):
        page.wait_for_timeout(500)
        writer.socket.listen(0.001)


def uses(page: Page, writer: Writer) -> None:
    """What somebody does in the meantime; everything open is closed again."""
    page.mouse.move(600, 500)
    for way in (-600, 600):
        page.mouse.wheel(way, way)
        page.keyboard.down("Control")
        page.mouse.wheel(0, way)
        page.keyboard.up("Control")
        wait(page, writer, 0.5)
    note = page.get_by_role("listbox").get_by_role("option").first
    note.dispatch_event("dblclick")
    page.keyboard.press("Escape")
    page.get_by_role("listbox").focus()
    page.keyboard.press("?")
    wait(page, writer, 0.5)
    page.keyboard.press("Escape")
    for _ in range(2):
        page.locator("header.top .bar-start button").first.click()
        wait(page, writer, 0.5)


def sample(page: Page, writer: Writer, meter: Meter, changes: int) -> dict:
    wait(page, writer, 6)         # the sum that screen readers hear comes every five seconds
    held = meter.holds()
    print(f"| {changes:,} | {held['heap']:.2f} | {held['memory']:.0f} | {held['nodes']:,.0f} | {held['listeners']:,.0f} |", flush=True)
    return held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--changes", type=int, default=20_000)
    parser.add_argument("--a-second", type=float, default=300)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--snapshot", help="write what the heap holds at the end into this file, for the browser's own tools")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder), BOARD_RATE_CHANGES="0", BOARD_RATE_NOTES="0").start()
        try:
            browser = playwright.chromium.launch(executable_path=args.chromium, args=FLAGS)
            board = BoardOnline(server, browser)
            fill(board, args.notes)
            person = board.joins("Ana", role="facilitator")
            writer, page = Writer(board, args.notes), person.page
            meter = Meter(browser, page)
            uses(page, writer)
            print("| Changes | heap MB | memory MB | nodes | listeners |\n| ---: | ---: | ---: | ---: | ---: |")
            sample(page, writer, meter, 0)
            for part in range(1, SAMPLES + 1):
                writer.writes(args.changes // SAMPLES, args.a_second)
                uses(page, writer)
                sample(page, writer, meter, part * args.changes // SAMPLES)
            if args.snapshot:
                with Path(args.snapshot).open("w") as file:
                    meter.own.on("HeapProfiler.addHeapSnapshotChunk", lambda event: file.write(event["chunk"]))
                    meter.own.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
            assert not person.faults, person.faults
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
