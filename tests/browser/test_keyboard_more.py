"""Keys that move the view, and how much is said of what others do."""

from __future__ import annotations

from browser.people import BoardOnline
from browser.test_lead import WHERE, place
from browser.words import say
from playwright.sync_api import expect


def test_the_view_moves_by_arrows_with_control(board: BoardOnline) -> None:
    board.has_notes("No training")
    ana = board.joins("Ana")
    ana.canvas.focus()
    ana.sees("No training")
    before, _, _ = place(ana)
    ana.page.keyboard.press("Control+ArrowRight")
    expect(ana.note("No training")).to_be_focused()
    ana.page.wait_for_function(f"(before) => ({WHERE})()[0] < before - 50", arg=before)


def test_others_changes_are_said_as_much_as_one_wishes(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    said = ana.page.locator("[role=status][aria-live=polite]")
    words = say("announce.others_added", count=1)
    ana.page.keyboard.press("?")
    ana.page.get_by_label(say("hear.title")).select_option("off")
    ana.page.keyboard.press("Escape")
    board.has_notes("First")
    ana.sees("First")
    ana.page.keyboard.press("?")
    ana.page.get_by_label(say("hear.title")).select_option("all")
    ana.page.keyboard.press("Escape")
    expect(said.filter(has_text=words)).to_have_count(0)
    board.has_notes("Second")
    expect(said.filter(has_text=words)).to_have_count(1)
