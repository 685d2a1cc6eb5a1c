"""A session without a pointer: what a participant does from the first note to the file that is taken home."""

from __future__ import annotations

import re

from browser.people import BoardOnline
from browser.test_keyboard import tabs_to
from browser.words import say
from playwright.sync_api import expect


def test_somebody_joins_without_a_pointer(board: BoardOnline) -> None:
    page = board.context().new_page()
    page.goto(f"/join/{board.id}#{board.code}")
    expect(page.get_by_label(say("join.name"), exact=True)).to_be_focused()
    page.keyboard.type("Ana")
    page.keyboard.press("Tab")
    expect(page.get_by_label(say("join.association"), exact=True)).to_be_focused()
    page.keyboard.type("UNGL")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/board/{board.id}")
    expect(page.locator("header .saved")).to_have_attribute("data-state", "saved")


def test_a_participant_from_the_first_note_to_the_file(board: BoardOnline) -> None:
    board.has_notes("No training")
    ana = board.joins("Ana")
    page, keyboard = ana.page, ana.page.keyboard

    tabs_to(ana, say("skip.board"))
    keyboard.press("Enter")
    expect(ana.note("No training")).to_be_focused()
    keyboard.press("n")
    expect(ana.writing).to_be_focused()
    keyboard.type("No census")
    keyboard.press("Escape")
    expect(ana.note("No census")).to_be_focused()
    keyboard.press("F2")
    keyboard.press("End")
    keyboard.type(" for years")
    keyboard.press("Escape")
    expect(ana.note("No census for years")).to_be_focused()
    ana.is_saved()
    before = next(note for note in board.notes() if note["text"] == "No census for years")
    keyboard.press("m")
    for _ in range(3):
        keyboard.press("Shift+ArrowDown")
    keyboard.press("Enter")
    expect(ana.note("No census for years")).to_be_focused()
    ana.is_saved()
    after = next(note for note in board.notes() if note["id"] == before["id"])
    assert after["y"] > before["y"]

    board.changes(["add", "round", {"id": "round-keys", "title": "First choice", "votes": 2, "most": 0, "state": "open"}])
    expect(page.locator(".vote-bar")).to_be_visible()
    keyboard.press("v")
    expect(page.locator(".vote-bar .votes-left")).to_contain_text(re.compile("^1"))

    keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    tabs_to(ana, "No training")
    keyboard.press("Enter")
    tabs_to(ana, say("comment.write"))
    keyboard.type("In every district")
    keyboard.press("Control+Enter")
    expect(ana.outline.get_by_text("In every district")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    ana.line("No training").focus()
    tabs_to(ana, say("answer.write"))
    keyboard.press("Enter")
    expect(page.locator("textarea:focus")).to_have_value("")
    keyboard.type("A shared course")
    expect(ana.outline.locator(".inside").filter(has_text="A shared course")).to_be_visible()

    keyboard.press("Escape")
    expect(ana.line("A shared course")).to_be_focused()
    keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name=say("palette.field"))).to_be_focused()
    keyboard.type(say("export.open"))
    keyboard.press("Enter")
    expect(page.get_by_role("dialog", name=say("export.title"))).to_be_visible()
    keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(":focus")).to_have_count(1)
