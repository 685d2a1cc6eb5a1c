"""No mouse: everything in the outline, and the way through the canvas."""

from __future__ import annotations

from browser.people import BoardOnline, Person
from browser.words import say
from playwright.sync_api import expect


def tabs_to(person: Person, *names: str) -> None:
    """Presses Tab until the element with one of these names has the focus."""
    for _ in range(80):
        person.page.keyboard.press("Tab")
        name = person.page.evaluate("""() => {
            const at = document.activeElement
            if (at === document.body) return ''     // beyond the last and before the first
            const label = at.labels?.[0]?.textContent ?? ''
            return (at.getAttribute('aria-label') || label || at.textContent).trim()
        }""")
        if any(wanted in name for wanted in names):
            return
    raise AssertionError(f"Tab does not reach {names}")


def test_the_outline_is_enough(board: BoardOnline) -> None:
    ana, olga = board.joins("Ana"), board.joins("Olga")
    keyboard = ana.page.keyboard
    tabs_to(ana, say("view.outline"))
    keyboard.press("Enter")
    tabs_to(ana, say("add.note"))
    tabs_to(ana, "Data")
    tabs_to(ana, say("add.note"))
    keyboard.press("Enter")
    expect(ana.outline.get_by_role("textbox", name=say("add.text", theme="Data"))).to_be_focused()
    keyboard.type("No training")
    keyboard.press("Control+Enter")
    olga.sees("No training")
    keyboard.press("Escape")

    tabs_to(ana, "No training")
    keyboard.press("Enter")
    expect(ana.outline.get_by_label(say("note.text_label"), exact=True)).to_be_focused()
    keyboard.type(" for new staff")
    olga.sees("No training for new staff")

    tabs_to(ana, say("note.theme"))
    keyboard.press("ArrowDown")
    olga.sees_notes_in("Capacity", 1)
    ana.is_saved()

    ana.line("No training").focus()
    tabs_to(ana, say("action.delete"))
    keyboard.press("Enter")
    olga.sees_no("No training")
    tabs_to(ana, say("toast.undo"))
    keyboard.press("Enter")
    olga.sees("No training for new staff")


def test_the_canvas_is_walked_with_arrows(board: BoardOnline) -> None:
    board.has_notes("First", "Second", "Third")
    ana = board.joins("Ana")
    ana.canvas.focus()
    keyboard = ana.page.keyboard
    keyboard.press("Home")
    expect(ana.note("First")).to_be_focused()
    keyboard.press("ArrowRight")
    expect(ana.note("Second")).to_be_focused()
    keyboard.press("n")
    expect(ana.writing).to_be_focused()
    keyboard.type("Fourth")
    keyboard.press("Escape")
    expect(ana.note("Fourth")).to_be_focused()
    keyboard.press("Delete")
    ana.sees_no("Fourth")
    ana.is_saved()
    assert len(board.notes()) == 3
