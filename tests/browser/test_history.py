"""Repairing: any moment of the session, restored and taken back; one person's steps undone; people put out."""

from __future__ import annotations

from browser.people import BoardOnline, Person
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Locator, expect


def menu(person: Person, key: str) -> None:
    person.button("menu.open").click()
    person.page.get_by_role("menuitem", name=say(key)).click()


def history(person: Person) -> Locator:
    menu(person, "history.open")
    dialog = person.page.get_by_role("dialog")
    expect(dialog.get_by_role("slider")).to_be_visible()
    return dialog


def tools_of(host: Person, name: str) -> None:
    host.page.get_by_role("button", name=say("people.here", count=2)).click()
    host.page.get_by_role("button", name=say("people.tools", name=name)).click()


def test_an_earlier_moment_is_looked_at_restored_and_that_taken_back(board: BoardOnline) -> None:
    notes = board.has_notes("We need data", "We need money")
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    board.changes(*(["remove", "note", note] for note in notes))
    ana.sees_no("We need data")
    dialog = history(host)
    slider = dialog.get_by_role("slider")
    slider.focus()
    host.page.keyboard.press("ArrowLeft")
    expect(dialog.get_by_role("img", name=say("history.picture", count=2))).to_be_visible()
    dialog.get_by_text(say("history.as_list")).click()
    expect(dialog.get_by_text("We need money")).to_be_visible()
    finds_nothing(host.page)
    dialog.get_by_role("button", name=say("history.restore"), exact=True).click()
    dialog.get_by_role("button", name=say("history.restore_now")).click()
    ana.sees("We need data")
    ana.sees("We need money")
    host.page.locator(".toast").get_by_role("button", name=say("action.undo")).click()
    ana.sees_no("We need data")
    expect(history(host).get_by_role("button", name=say("history.mark_restore"))).to_have_count(2)


def test_the_beginning_is_one_key_away(board: BoardOnline) -> None:
    board.has_notes("We need data")
    dialog = history(host := board.joins("Host", role="facilitator"))
    dialog.get_by_role("slider").focus()
    host.page.keyboard.press("PageDown")
    expect(dialog.get_by_role("img", name=say("history.picture", count=0))).to_be_visible()
    expect(dialog.get_by_role("button", name=say("history.mark_start"))).to_have_attribute("aria-current", "true")
    host.page.keyboard.press("PageUp")
    expect(dialog.get_by_role("img", name=say("history.picture", count=1))).to_be_visible()


def test_what_one_person_did_is_undone_and_can_be_done_again(board: BoardOnline) -> None:
    board.has_notes("We need data")
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    ana.adds_note("Buy my shoes")
    host.sees("Buy my shoes")
    tools_of(host, "Ana")
    host.page.get_by_role("button", name=say("undo_by.open_of", name="Ana")).click()
    host.page.get_by_role("button", name=say("undo_by.minutes", count=15, n=15)).click()
    host.sees_no("Buy my shoes")
    host.sees("We need data")
    host.page.locator(".toast").get_by_role("button", name=say("action.undo")).click()
    host.sees("Buy my shoes")


def test_a_blocked_person_is_told_and_does_not_come_back(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    tools_of(host, "Ana")
    host.page.get_by_role("button", name=say("people.block_of", name="Ana")).click()
    host.page.get_by_role("button", name=say("people.block_now")).click()
    expect(ana.page.locator(".lost")).to_be_visible()
    ana.page.reload()
    expect(ana.page.get_by_role("listbox")).to_have_count(0)
    answer = ana.context.request.post(f"/api/boards/{board.id}/seats", data={"code": board.code, "name": "Ana"})
    assert answer.status == 403


def test_a_person_taken_off_the_board_is_told(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    tools_of(host, "Ana")
    host.page.get_by_role("button", name=say("put_out.open_of", name="Ana")).click()
    host.button("put_out.now").click()
    expect(ana.page.locator(".lost")).to_be_visible()


def test_who_takes_part_is_a_table_of_figures(board: BoardOnline) -> None:
    board.has_notes("We need data")
    host = board.joins("Host", role="facilitator")
    board.joins("Ana", association="ABM")
    menu(host, "panel.participation")
    table = host.page.get_by_role("table", name=say("participation.associations"))
    expect(table.get_by_role("row")).not_to_have_count(1)
    finds_nothing(host.page)
