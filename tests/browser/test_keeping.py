"""Keeping and letting go, in front of real pages: somebody takes themselves off a board, and what facilitators did is listed."""

from __future__ import annotations

import json

from browser.people import BoardOnline
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import expect


def menu(person, key):
    person.button("menu.open").click()
    person.page.get_by_role("menuitem", name=say(key), exact=True).click()
    return person.page.get_by_role("dialog")


def test_somebody_takes_their_data_and_then_themselves_off_the_board(board: BoardOnline) -> None:
    host, ana = board.joins("Rosa", role="facilitator"), board.joins("Ana")
    ana.adds_note("Ana's words")
    host.sees("Ana's words")
    ana.page.evaluate("localStorage.setItem('profile', JSON.stringify({name: 'Ana'}))")        # as joining leaves it
    dialog = menu(ana, "mine.title")
    with ana.page.expect_download() as found:
        dialog.get_by_role("link", name=say("mine.download")).click()
    assert json.loads(found.value.path().read_text("utf-8"))["notes"][0]["text"] == "Ana's words"
    dialog.get_by_role("button", name=say("mine.leave_open")).click()
    finds_nothing(ana.page)
    dialog.get_by_label(say("erase.delete")).check()
    dialog.get_by_role("button", name=say("erase.mine_now")).click()
    expect(ana.page.get_by_role("heading", name=say("lost.erased"))).to_be_visible()
    assert ana.page.evaluate("localStorage.getItem('profile')") is None
    host.sees_no("Ana's words")
    dialog = menu(host, "audit.title")
    expect(dialog.get_by_role("listitem").filter(has_text=say("audit.erase_self"))).to_be_visible()
    finds_nothing(host.page)
