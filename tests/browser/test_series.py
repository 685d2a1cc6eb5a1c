"""The next workshop from a board, and the earlier one read beside it."""

from __future__ import annotations

import re

from browser.people import BoardOnline, Person
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import expect


def opens_menu(person: Person, key: str) -> None:
    person.button("menu.open").click()
    person.page.get_by_role("menuitem", name=say(key)).click()


def test_the_next_board_begins_with_what_this_one_left_open(board: BoardOnline) -> None:
    challenge, _ = board.has_notes("No census", "No money")
    solution, = board.has_notes("Count ourselves", kind="solution")
    board.changes(["add", "answer", {"id": "a1", "solution": solution, "challenge": challenge}])
    fatima = board.joins("Fatima", role="facilitator")
    opens_menu(fatima, "next.open")
    dialog = fatima.page.get_by_role("dialog")
    dialog.get_by_label(say("next.name")).fill("")
    dialog.get_by_role("button", name=say("next.make_next")).click()
    expect(dialog.get_by_text(say("next.name_missing"))).to_be_visible()
    dialog.get_by_label(say("next.name")).fill("May workshop")
    expect(dialog.get_by_role("status")).to_contain_text("1 note comes along")
    finds_nothing(fatima.page)
    dialog.get_by_role("button", name=say("next.make_next")).click()
    link = dialog.get_by_label(say("home.link_facilitator"), exact=True)
    expect(link).to_have_value(re.compile("/join/.+#"))
    dialog.get_by_role("button", name=say("action.close")).click()
    expect(dialog.get_by_text(say("next.sure"))).to_be_visible()

    page = fatima.page
    page.goto(link.input_value())
    page.get_by_label(say("join.name"), exact=True).fill("Fatima")
    page.get_by_role("button", name=say("join.join")).click()
    expect(page.get_by_role("option", name="No money")).to_be_visible()
    expect(page.get_by_role("option", name="No census")).to_have_count(0)
    opens_menu(fatima, "panel.earlier")
    panel = page.locator("#panel")
    expect(panel.get_by_text("Count ourselves")).to_be_visible()
    panel.get_by_role("searchbox").fill("money")
    expect(panel.get_by_text("Count ourselves")).to_have_count(0)
    panel.get_by_role("button", name=say("earlier.here", text="No money")).click()
    expect(page.get_by_role("option", name="No money")).to_have_attribute("aria-selected", "true")


def test_the_series_is_told_in_order(board: BoardOnline) -> None:
    board.has_notes("No census")
    made = board._post(f"/api/boards/{board.id}/next", {"title": "May", "carry": {"unanswered": True}}, token=board.token)
    context = board.context(language="ar")
    key = made["links"]["participant"].split("#")[1]
    answer = context.request.post(f"/api/boards/{made['board']}/seats", data={"key": key, "name": "Zoe"})
    assert answer.ok, answer.text()
    page = context.new_page()
    page.goto(f"/board/{made['board']}/series")
    expect(page.locator(".series-board")).to_have_count(2)
    expect(page.get_by_text("No census", exact=True)).to_be_visible()
    assert page.locator("html").get_attribute("dir") == "rtl"
    finds_nothing(page)
