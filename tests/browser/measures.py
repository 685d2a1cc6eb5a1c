"""What can be measured on any page: targets that are too small, controls that cannot be reached, things that move, words that spill,
states that forced colours hide. The measuring itself is in measures.js."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).with_suffix(".js").read_text("utf-8")
LEAST = 24      # WCAG 2.5.8
OURS = 40       # for a thumb


def _measured(page: Page, what: str, *given: object) -> list[str]:
    if not page.evaluate("'measures' in window"):
        page.evaluate(f"{SOURCE}; 0")
    return page.evaluate("([what, given]) => measures[what](...given)", [what, list(given)])


def small(page: Page, where: str | None = None, *, least: int = LEAST) -> list[str]:
    return _measured(page, "small", where, least)


def out_of_reach(page: Page, where: str) -> list[str]:
    return _measured(page, "outOfReach", where)


def moving(page: Page, where: str | None = None) -> list[str]:
    return _measured(page, "moving", where)


def spilling(page: Page, where: str | None = None) -> list[str]:
    return _measured(page, "spilling", where)


def loose(page: Page, words: str) -> list[str]:
    return _measured(page, "loose", words)


def unseen(page: Page, where: str) -> list[str]:
    """In forced colours: states and a focus that change nothing of what is drawn. The focus is where it was afterwards."""
    page.keyboard.press("Shift")        # as by keyboard: the focus is shown
    held = page.evaluate_handle("document.activeElement")
    found = [f"pressed: {each}" for each in _measured(page, "samePressed", where)]
    found += [f"focused: {each}" for each in _measured(page, "sameFocused", where)]
    page.evaluate("(held) => held.focus({ preventScroll: true })", held)
    return found
