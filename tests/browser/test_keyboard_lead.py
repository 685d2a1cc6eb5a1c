"""A session led without a pointer: the agenda's steps, clusters, duplicates; a round of votes to its result."""

from __future__ import annotations

import re

from browser.people import BoardOnline, Person, middle
from browser.test_clusters import cluster, holds, names_it
from browser.test_keyboard import tabs_to
from browser.test_votes import has_votes_left
from browser.words import say
from playwright.sync_api import expect

COUNTS_POINTERS = "addEventListener('pointerdown', () => { window.pointers = (window.pointers ?? 0) + 1 }, true)"
AT = "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''"


def picks(person: Person, key: str) -> None:
    """In the menu that Shift+F10 opens."""
    keyboard = person.page.keyboard
    keyboard.press("Shift+F10")
    item = person.page.get_by_role("menuitem", name=say(key), exact=True)
    expect(item).to_be_visible()
    for _ in range(20):
        if say(key) in person.page.evaluate(AT):
            return keyboard.press("Enter")
        keyboard.press("ArrowDown")
    raise AssertionError(f"the arrows do not reach {say(key)}")


def commands(person: Person, words: str) -> None:
    """By the palette, from wherever one is."""
    keyboard = person.page.keyboard
    keyboard.press("Control+k")
    expect(person.page.get_by_role("combobox", name=say("palette.field"))).to_be_focused()
    keyboard.type(words)
    expect(person.page.get_by_role("dialog").get_by_role("option", selected=True)).to_contain_text(words)
    keyboard.press("Enter")


def arrow(dx: float, dy: float) -> str:
    return ("ArrowRight" if dx > 0 else "ArrowLeft") if abs(dx) > abs(dy) else "ArrowDown" if dy > 0 else "ArrowUp"


def walks_to(person: Person, text: str) -> None:
    """From the first on, always the way that is longer; from a cluster's title down to its notes."""
    person.page.keyboard.press("Home")
    for _ in range(12):
        if text in person.page.evaluate(AT):
            return
        (x, y), (goal_x, goal_y) = middle(person.page.locator(":focus")), middle(person.note(text))
        titled = person.page.locator(".board-cluster:focus").count()
        person.page.keyboard.press("ArrowDown" if titled else arrow(goal_x - x, goal_y - y))
    raise AssertionError(f"the arrows do not reach {text}")


def carries(person: Person, text: str, title: str) -> None:
    """A note into a cluster, by M and arrows; each step is as long as the way still is."""
    keyboard = person.page.keyboard
    keyboard.press("m")
    expect(person.note(text)).to_have_class(re.compile("lifted"))
    for _ in range(60):
        (x, y), (goal_x, goal_y) = middle(person.note(text)), middle(cluster(person, title))
        dx, dy = goal_x - x, goal_y - y
        if max(abs(dx), abs(dy)) < 60:
            return keyboard.press("Enter")
        keyboard.press("Shift+" + arrow(dx, dy))
    raise AssertionError("it does not come there")


def test_a_facilitator_from_the_agenda_to_clusters(board: BoardOnline) -> None:
    board.has_notes("No census", "No registers", "No money", "Census is missing")
    board.changes(*(["add", "step", {"id": name, "title": title, "may": ["challenge", "solution", "move", "group", "comment"]}]
                    for name, title in (("read", "Read and cluster"), ("vote", "Vote"))))
    host = board.joins("Zoe", role="facilitator")
    host.page.evaluate(f"{COUNTS_POINTERS}; 0")
    page, keyboard = host.page, host.page.keyboard

    tabs_to(host, say("step.start"))
    keyboard.press("Enter")
    expect(page.locator(".step-bar .step-count")).to_have_text(say("step.n_of_m", n=1, m=2))
    expect(page.locator(":focus")).to_have_count(1)

    host.canvas.focus()
    keyboard.press("Home")
    expect(host.note("No census")).to_be_focused()
    keyboard.press("Shift+ArrowRight")
    keyboard.press("g")
    names_it(host, "Figures")
    holds(host, "Figures", 2)
    keyboard.press("F2")
    names_it(host, "Missing figures")
    holds(host, "Missing figures", 2)

    walks_to(host, "Census is missing")
    carries(host, "Census is missing", "Missing figures")
    holds(host, "Missing figures", 3)
    expect(host.note("Census is missing")).to_be_focused()
    keyboard.press("Space")
    walks_to(host, "No census")
    keyboard.press("Space")
    picks(host, "merge.do")
    holds(host, "Missing figures", 2)
    expect(page.locator(":focus")).to_have_count(1)

    tabs_to(host, say("step.next_is", title="Vote"))
    keyboard.press("Enter")
    expect(page.locator(".step-bar .step-count")).to_have_text(say("step.n_of_m", n=2, m=2))
    host.is_saved()
    assert page.evaluate("window.pointers ?? 0") == 0


def test_a_facilitator_from_the_round_to_its_result(board: BoardOnline) -> None:
    board.has_notes("No census", "No money")
    host = board.joins("Zoe", role="facilitator")
    host.page.evaluate(f"{COUNTS_POINTERS}; 0")
    page, keyboard = host.page, host.page.keyboard
    commands(host, say("panel.votes"))
    tabs_to(host, say("round.new"))
    keyboard.press("Enter")
    expect(page.get_by_label(say("round.title"), exact=True)).to_be_focused()
    keyboard.type("What matters most")
    keyboard.press("Enter")
    tabs_to(host, say("round.open"))
    keyboard.press("Enter")
    expect(page.locator(".vote-bar")).to_contain_text("What matters most")
    expect(page.locator(":focus")).to_have_count(1)

    host.canvas.focus()
    walks_to(host, "No money")
    keyboard.press("v")
    has_votes_left(host, 4)
    keyboard.press("Shift+V")
    has_votes_left(host, 5)
    keyboard.press("v")
    has_votes_left(host, 4)
    tabs_to(host, say("round.close"))
    keyboard.press("Enter")
    expect(page.locator(".result").first).to_contain_text("No money")
    expect(page.locator(".vote-bar")).to_have_count(0)
    expect(page.locator(":focus")).to_have_count(1)
    host.is_saved()
    assert page.evaluate("window.pointers ?? 0") == 0
