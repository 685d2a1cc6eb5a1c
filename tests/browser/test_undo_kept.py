"""Undo after the page was loaded anew: mine, also what waits unsent, and nothing that others changed since."""
from __future__ import annotations

from browser.people import BoardOnline, Person
from browser.words import say
from playwright.sync_api import Locator, expect


def button(person: Person, key: str) -> Locator:
    return person.page.get_by_role("toolbar").get_by_role("button", name=say(key), exact=True)


def undo(person: Person) -> None:
    button(person, "action.undo").click()


def reloads(person: Person) -> None:
    person.page.reload()
    person.is_saved()


def test_a_deleted_note_and_typing_are_taken_back_after_a_reload(board: BoardOnline) -> None:
    board.lets_everybody_edit()
    board.has_notes("Water", "Roads")
    ana = board.joins("Ana")
    ana.edits("Water").press_sequentially(" for all")
    ana.page.keyboard.press("Escape")
    ana.note("Roads").click()
    ana.page.keyboard.press("Delete")
    ana.sees_no("Roads")
    ana.is_saved()
    reloads(ana)
    ana.sees("Water for all")
    undo(ana)
    ana.sees("Roads")
    undo(ana)
    expect(ana.note("Water for all")).to_have_count(0)
    ana.sees("Water")
    ana.is_saved()
    reloads(ana)
    button(ana, "action.redo").click()
    ana.sees("Water for all")
    assert not ana.faults


def test_what_somebody_changed_since_is_not_undone(board: BoardOnline) -> None:
    board.lets_everybody_edit()
    [note] = board.has_notes("Water")
    ana = board.joins("Ana")
    ana.edits("Water").press_sequentially(" now")
    ana.page.keyboard.press("Escape")
    ana.is_saved()
    ana.page.goto("about:blank")
    board.changes(["set", "note", note, {"text": "Clean water now, please"}])
    ana.page.goto(f"/board/{board.id}")
    ana.is_saved()
    ana.sees("Clean water now, please")
    undo(ana)
    ana.sees("Clean water, please")


def test_another_seat_on_the_same_device_undoes_nothing_of_it(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    ana.adds_note("Mine")
    ana.is_saved()
    answer = ana.context.request.delete(f"/api/boards/{board.id}/seats/me?notes=keep")
    assert answer.ok, answer.text()
    answer = ana.context.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("participant"), "name": "Bea"})
    assert answer.ok, answer.text()
    reloads(ana)
    ana.sees("Mine")
    expect(button(ana, "action.undo")).to_have_attribute("aria-disabled", "true")
