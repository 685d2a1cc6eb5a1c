"""What the outline costs as the whole page: opening it, a word typed into the search, all again, a note that somebody else adds or deletes.

    python tests/bench/outline.py [--notes 2000,5000] [--turns 3]

A real server, a real board in two themes; without and with the accessibility tree, as for a screen reader. Milliseconds of computing of
the page's main thread, and by the clock until two frames after the lines are there.
"""
from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from browser.people import BoardOnline
from browser.server import Server
from frames import FLAGS, READING, Meter
from playwright.sync_api import Page, sync_playwright

WORDS = ["census", "district", "office", "twelve", "nobody", "tables", "deadline", "provincia", "datos", "formation", "البيانات", "तथ्याङ्क"]
STEPS = ["open", "search", "all again", "added", "deleted"]
ACT = """async ([act, until]) => {
  const began = performance.now();
  new Function(act)();
  const there = new Function(`return ${until}`);
  while (!there()) await new Promise((resolve) => requestAnimationFrame(resolve));
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - began;
}"""
SEARCH = "document.querySelector('#outline input[type=search]')"
TYPED = f"const field = {SEARCH}; field.value = '%s'; field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"


def text(number: int) -> str:
    return f"Challenge {number}: " + " ".join(WORDS[(number * 7 + i * (number % 5 + 1)) % len(WORDS)] for i in range(12))


def fill(board: BoardOnline, count: int) -> None:
    for start in range(0, count, 250):
        board.changes(*(["add", "note", {"id": f"n{number}", "kind": "solution" if number % 5 == 4 else "challenge",
                                         "theme": ("data", "capacity")[number % 2], "text": text(number)}]
                        for number in range(start, min(count, start + 250))))


def turn(page: Page, meter: Meter, board: BoardOnline, count: int) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}

    def step(name: str, act: str, until: str, before=lambda: None) -> None:
        start = meter.main_thread()
        before()
        clock = page.evaluate(ACT, [act, until])
        found[name] = (meter.main_thread() - start, clock)
        page.wait_for_timeout(700)

    lines = "document.querySelectorAll('#outline .note-line').length"
    there = f"document.querySelector('#outline .note-line')?.closest('[data-note]') && {lines} >= 100"
    step("open", "document.querySelector('header.top .bar-start button').click()", there)
    # Exactly one note has this number followed by a colon.
    step("search", TYPED % f"Challenge {count - 2}:", f"{lines} === 1")
    step("all again", TYPED % "", there)
    pill = "document.querySelector('#outline .theme .pill').textContent"
    was = page.evaluate(pill)
    step("added", "", f"{pill} !== {was!r}",
         lambda: board.changes(["add", "note", {"id": "one-more", "kind": "challenge", "theme": "data", "text": text(count)}]))
    step("deleted", "", f"{pill} === {was!r}", lambda: board.changes(["remove", "note", "one-more"]))
    page.evaluate("document.querySelector('header.top .bar-start button').click()")
    page.wait_for_timeout(700)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", default="2000,5000")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    args = parser.parse_args()
    print(f"main thread ms / by the clock ms, medians of {args.turns}\n\n| Notes | Tree | {' | '.join(STEPS)} | lines |")
    print(f"| ---: | --- |{' ---: |' * (len(STEPS) + 1)}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder), BOARD_RATE_CHANGES="0", BOARD_RATE_NOTES="0").start()
        try:
            for count in map(int, args.notes.split(",")):
                for reading in (False, True):
                    browser = playwright.chromium.launch(executable_path=args.chromium, args=[*FLAGS, *([READING] if reading else [])])
                    board = BoardOnline(server, browser)
                    fill(board, count)
                    page = board.joins("Ana", role="facilitator").page
                    page.set_default_timeout(120_000)
                    page.wait_for_timeout(1500)
                    meter, turns = Meter(browser, page), []
                    for _ in range(args.turns):
                        turns.append(turn(page, meter, board, count))
                    cells = [" / ".join(f"{statistics.median(each[name][part] for each in turns):.0f}" for part in range(2))
                             for name in STEPS]
                    page.evaluate("document.querySelector('header.top .bar-start button').click()")
                    page.wait_for_timeout(700)
                    lines = page.locator("#outline .note-line").count()
                    print(f"| {count:,} | {'on' if reading else 'off'} | {' | '.join(cells)} | {lines} |", flush=True)
                    browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
