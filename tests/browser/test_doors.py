"""Getting in: making a board, wrong links and codes, coming back."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.people import BoardOnline
from browser.words import say


def test_a_wrong_link_says_so(board: BoardOnline) -> None:
    page = board.context().new_page()
    page.goto(f"/join/{board.id}#not-a-key-of-this-board")
    expect(page.get_by_role("alert")).to_contain_text(say("join.bad_link"))


def test_without_a_seat_the_board_asks_to_join(board: BoardOnline) -> None:
    page = board.context().new_page()
    page.goto(f"/board/{board.id}")
    page.wait_for_url(f"**/join/{board.id}")


def test_a_second_tab_shares_the_seat(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    second = ana.context.new_page()
    second.goto(f"/board/{board.id}")
    expect(second.locator("header .saved")).to_have_attribute("data-state", "saved")
    ana.adds_note("From the first tab")
    expect(second.get_by_role("option", name="From the first tab")).to_be_visible()
    assert ana.page.evaluate("JSON.parse(document.getElementById('page').textContent).seat") == second.evaluate(
        "JSON.parse(document.getElementById('page').textContent).seat")
