"""Two people on one board: each sees what the other does, and nothing is lost when both write."""

from __future__ import annotations

from browser.people import BoardOnline, middle
from browser.words import say
from playwright.sync_api import expect


def test_a_note_is_seen_by_the_other(board: BoardOnline) -> None:
    ana, olga = board.joins("Ana", "UNGL"), board.joins("Olga", "KS")
    ana.adds_note("No budget for data")
    ana.is_saved()
    olga.sees("No budget for data")
    expect(olga.note("No budget for data")).to_contain_text("UNGL")
    expect(olga.line("No budget for data")).to_be_visible()


def test_letters_are_seen_while_they_are_typed(board: BoardOnline) -> None:
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.starts_note()
    ana.page.keyboard.type("Nobody answers")
    olga.sees("Nobody answers")
    expect(olga.note("Nobody answers")).to_contain_text(say("note.edited_by", name="\u2068Ana\u2069"))


def test_two_write_in_one_note_and_both_keep_their_words(board: BoardOnline) -> None:
    board.lets_everybody_edit()
    board.has_notes("numbers")
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.edits("numbers").press("Home")
    olga.edits("numbers").press("End")
    for letter, other in zip("Reliable ", " by sex 🧮", strict=False):
        ana.page.keyboard.insert_text(letter)
        olga.page.keyboard.insert_text(other)
    for person in (ana, olga):
        expect(person.writing).to_have_value("Reliable numbers by sex 🧮")
        person.is_saved()
    assert [note["text"] for note in board.notes()] == ["Reliable numbers by sex 🧮"]


def test_fifty_notes_are_dragged_at_once_and_come_back_with_undo(board: BoardOnline) -> None:
    board.has_notes(*(f"Challenge {number}" for number in range(50)))
    ana, olga = board.joins("Ana"), board.joins("Olga")
    olga.sees_notes_in("Data", 50)
    ana.canvas.focus()
    ana.page.keyboard.press("Control+a")
    expect(ana.canvas.locator("[aria-selected=true]").first).to_be_visible()
    ana.drags(ana.note("Challenge 0."), ana.page.locator(".zone", has_text="Capacity"))
    for person in (ana, olga):
        person.sees_notes_in("Capacity", 50)
        person.sees_notes_in("Data", 0)
    ana.page.keyboard.press("Control+z")
    for person in (ana, olga):
        person.sees_notes_in("Data", 50)
    ana.is_saved()
    assert {note["theme"] for note in board.notes()} == {"data"}


def test_undo_and_redo_are_ones_own(board: BoardOnline) -> None:
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.adds_note("Mine")
    olga.adds_note("Hers")
    ana.sees("Hers")
    ana.button("action.undo").click()
    ana.sees_no("Mine")
    olga.sees_no("Mine")
    olga.sees("Hers")
    ana.button("action.redo").click()
    olga.sees("Mine")


def test_a_deleted_note_can_be_brought_back(board: BoardOnline) -> None:
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.adds_note("Too hasty")
    olga.sees("Too hasty")
    ana.note("Too hasty").click()
    ana.page.keyboard.press("Delete")
    olga.sees_no("Too hasty")
    ana.button("toast.undo").click()
    olga.sees("Too hasty")


def test_notes_are_copied_cut_and_pasted_by_key(board: BoardOnline) -> None:
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.page.get_by_role("toolbar").get_by_role("button", name=say("kind.solution"), exact=True).click()
    ana.adds_note("Share one calendar")
    note = ana.note("Share one calendar")
    note.click()
    ana.page.keyboard.press("Control+C")
    ana.page.mouse.move(*middle(ana.page.locator(".zone").last))
    ana.page.keyboard.press("Control+V")
    expect(note).to_have_count(2)
    expect(olga.note("Share one calendar")).to_have_count(2)
    made = [one for one in board.notes() if one["text"] == "Share one calendar"]
    assert [one["kind"] for one in made] == ["solution", "solution"] and {one["theme"] for one in made} == {"data", "capacity"}
    ana.page.keyboard.press("Control+X")
    expect(olga.note("Share one calendar")).to_have_count(1)
    ana.page.keyboard.press("Control+V")
    expect(olga.note("Share one calendar")).to_have_count(2)
    ana.page.keyboard.press("Control+Z")
    expect(olga.note("Share one calendar")).to_have_count(1)
    assert not ana.faults


def test_a_note_lies_on_top_of_what_it_is_dropped_on(board: BoardOnline) -> None:
    board.lets_everybody_edit()
    first, second = board.has_notes("First", "Second")
    ana = board.joins("Ana")
    ana.drags(ana.note("First"), ana.note("Second"))
    ana.is_saved()
    at = {note["id"]: note for note in board.notes()}
    assert abs(at[first]["x"] - at[second]["x"]) < 40
    assert at[first]["z"] > at[second]["z"]
    ana.page.keyboard.press("Control+Z")
    ana.is_saved()
    after = {note["id"]: note for note in board.notes()}
    assert after[first]["z"] < after[second]["z"] and after[first]["x"] != at[first]["x"]


def test_note_after_note_is_written_without_leaving_the_keys(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    ana.starts_note()
    for text in ("First thought", "Second thought"):
        ana.page.keyboard.type(text)
        ana.page.keyboard.press("Control+Shift+Enter")
        ana.sees(text)
        expect(ana.writing).to_be_focused()
        expect(ana.writing).to_have_value("")
    ana.page.keyboard.press("Control+Shift+Enter")
    expect(ana.writing).to_have_count(0)
    ana.is_saved()
    assert sorted(note["text"] for note in board.notes()) == ["First thought", "Second thought"]


def test_one_pasted_line_is_a_note_and_several_are_shown_first(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    ana.adds_note("First")
    ana.note("First").click()
    paste = """text => { const data = new DataTransfer(); data.setData('text/plain', text)
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})) }"""
    ana.page.evaluate(paste, " From elsewhere ")
    ana.sees("From elsewhere")
    ana.page.evaluate(paste, "One\nTwo")
    expect(ana.page.get_by_role("dialog")).to_contain_text(say("paste.count", count=2))


def test_pasted_lines_become_notes_after_a_preview(board: BoardOnline) -> None:
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.button("paste.open").click()
    dialog = ana.page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("No staff\n\nNo data <b>\nNo time")
    expect(dialog).to_contain_text(say("paste.count", count=3))
    dialog.get_by_role("button", name=say("paste.add", count=3, n=3)).click()
    for text in ("No staff", "No data <b>", "No time"):
        olga.sees(text)
