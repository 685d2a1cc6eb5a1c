"""What came while somebody did not look: the bar, the walk through it, the title and the tab's icon."""
from __future__ import annotations

import re

from browser.people import HIDE, BoardOnline, Person
from browser.words import say
from playwright.sync_api import Locator, expect


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


def test_a_phone_tells_what_is_new_and_lists_it_theme_by_theme(board: BoardOnline) -> None:
    board.has_notes("Old")
    ana = board.joins("Ana", phone=True)
    expect(ana.page.locator(".phone-card", has_text="Old")).to_be_visible()
    title = ana.page.title()
    expect(bar(ana)).to_have_count(0)
    ana.page.evaluate(HIDE, True)
    board.has_notes("New in data")
    board.has_notes("New in capacity", "And another", theme="capacity")
    expect(ana.page).to_have_title(f"(3) {title}")
    ana.page.evaluate(HIDE, False)
    expect(ana.page).to_have_title(title)
    expect(bar(ana)).to_contain_text(say("away.new", count=3))
    bar(ana).get_by_role("button", name=say("away.show")).tap()
    sheet = ana.page.get_by_role("dialog", name=say("away.title"))
    expect(sheet.get_by_role("heading", level=3)).to_have_text([re.compile("Data *1"), re.compile("Capacity *2")])
    expect(sheet.locator(".phone-card")).to_have_count(3)
    sheet.locator(".phone-card", has_text="And another").tap()
    expect(ana.page.locator("dialog.sheet[open]").last).to_contain_text("And another")
    ana.thumb.shuts()
    ana.thumb.shuts()
    expect(bar(ana)).to_have_count(0)
    assert not ana.faults


def test_a_phone_forgets_what_is_new_when_it_was_seen_or_is_gone(board: BoardOnline) -> None:
    ana = board.joins("Ana", phone=True)
    for leave in ("seen", "gone"):
        ana.page.evaluate(HIDE, True)
        [note] = board.has_notes(f"New {leave}")
        expect(ana.page).to_have_title(re.compile(r"^\(1\) "))
        ana.page.evaluate(HIDE, False)
        expect(bar(ana)).to_contain_text(say("away.new", count=1))
        if leave == "seen":
            bar(ana).get_by_role("button", name=say("away.dismiss")).tap()
        else:
            board.changes(["remove", "note", note])
        expect(bar(ana)).to_have_count(0)
