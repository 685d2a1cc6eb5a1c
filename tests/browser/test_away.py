"""What came while somebody did not look: the bar, the walk through it, the title and the tab's icon."""
from __future__ import annotations

import re

from browser.people import BoardOnline, Person
from browser.words import say
from playwright.sync_api import Locator, expect

HIDE = """hidden => {
    Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden})
    document.dispatchEvent(new Event('visibilitychange'))
}"""


def bar(person: Person) -> Locator:
    return person.page.get_by_role("region", name=say("away.title"))


def icon(person: Person) -> Locator:
    return person.page.locator('link[rel="icon"]')


def test_a_hidden_tab_counts_and_a_bar_tells_what_is_new_when_one_looks_again(board: BoardOnline) -> None:
    board.has_notes("Old")
    ana = board.joins("Ana")
    ana.sees("Old")
    title = ana.page.title()
    ana.page.evaluate(HIDE, True)
    board.has_notes("First new")
    board.has_notes("Second new", theme="capacity")
    expect(ana.page).to_have_title(f"(2) {title}")
    expect(icon(ana)).to_have_attribute("href", re.compile("favicon-new"))
    ana.page.evaluate(HIDE, False)
    expect(ana.page).to_have_title(title)
    expect(icon(ana)).not_to_have_attribute("href", re.compile("favicon-new"))
    expect(bar(ana)).to_contain_text(say("away.new", count=2))
    bar(ana).get_by_role("button", name=say("away.show")).click()
    for text in ("First new", "Second new"):
        expect(ana.note(text)).to_have_class(re.compile(r"\bfresh\b"))
    expect(ana.note("Old")).not_to_have_class(re.compile(r"\bfresh\b"))
    bar(ana).get_by_role("button", name=say("away.next")).click()
    expect(ana.note("First new")).to_have_attribute("aria-selected", "true")
    bar(ana).get_by_role("button", name=say("away.next")).click()
    expect(ana.note("Second new")).to_have_attribute("aria-selected", "true")
    expect(bar(ana)).to_contain_text(say("away.place", n=2, m=2))
    bar(ana).get_by_role("button", name=say("away.dismiss")).click()
    expect(bar(ana)).to_have_count(0)
    expect(ana.note("Second new")).not_to_have_class(re.compile(r"\bfresh\b"))


def test_who_comes_back_later_on_the_same_device_is_told_and_a_first_visit_is_not(board: BoardOnline) -> None:
    board.has_notes("Old")
    ana = board.joins("Ana")
    ana.sees("Old")
    ana.adds_note("Mine")
    ana.is_saved()
    expect(bar(ana)).to_have_count(0)
    ana.page.close()
    board.has_notes("While away")
    ana.opens()
    expect(bar(ana)).to_contain_text(say("away.new", count=1))
    ana.page.reload()
    ana.sees("While away")
    ana.is_saved()
    expect(bar(ana)).to_have_count(0)
