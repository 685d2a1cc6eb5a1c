"""Getting in and out: making a board, links and codes that work or do not, coming back, taking the board home."""

from __future__ import annotations

import json
from pathlib import Path

from browser.people import BoardOnline
from browser.test_take_home import choose, make
from browser.words import say
from playwright.sync_api import expect


def test_a_facilitator_makes_a_board_and_takes_it_home(board: BoardOnline, tmp_path: Path) -> None:
    page = board.context().new_page()
    page.goto("/")
    page.get_by_label(say("home.board_title"), exact=True).fill("Reviews in spring")
    page.get_by_role("button", name=say("home.create"), exact=True).click()
    expect(page.get_by_role("heading", name=say("home.ready_title"))).to_be_visible()
    expect(page.get_by_role("img", name=say("home.qr_name"))).to_be_visible()
    for purpose in ("facilitator", "participant", "viewer", "recovery"):
        expect(page.get_by_text(say(f"home.link_{purpose}"), exact=True)).to_be_visible()
    page.get_by_role("link", name=say("home.open_board")).click()
    page.get_by_label(say("join.name"), exact=True).fill("Fatima")
    page.get_by_role("button", name=say("join.join")).click()
    expect(page.get_by_role("listbox")).to_have_accessible_name(say("canvas.label", title="Reviews in spring", count=0))
    page.get_by_role("toolbar").get_by_role("button", name=say("add.note")).click()
    page.keyboard.type("Nobody is in charge")
    page.keyboard.press("Escape")
    expect(page.locator("header .saved")).to_have_attribute("data-state", "saved")

    page.get_by_role("button", name=say("menu.open"), exact=True).click()
    page.get_by_role("menuitem", name=say("export.open")).click()
    choose(page.get_by_role("dialog"), "export.json")
    with page.expect_download() as download:
        make(page.get_by_role("dialog"))
    path = tmp_path / "board.json"
    download.value.save_as(path)
    assert [note["text"] for note in json.loads(path.read_text("utf-8"))["notes"]] == ["Nobody is in charge"]

    page.goto("/")
    page.locator("#import").set_input_files(path)
    expect(page.get_by_role("heading", name=say("home.ready_title"))).to_be_visible()


def test_a_broken_file_is_not_imported(board: BoardOnline, tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    path.write_text('{"format": "mural"')
    page = board.context().new_page()
    page.goto("/")
    page.locator("#import").set_input_files(path)
    expect(page.locator("#import-error")).to_have_text(say("home.import_malformed"))


def test_the_code_leads_from_the_landing_page_to_the_board(board: BoardOnline) -> None:
    page = board.context().new_page()
    page.goto("/")
    page.get_by_label(say("home.code"), exact=True).fill(f"{board.code[:4].lower()} {board.code[4:]}")
    page.get_by_role("button", name=say("home.enter"), exact=True).click()
    page.get_by_label(say("join.name"), exact=True).fill("Ana")
    page.get_by_role("button", name=say("join.join")).click()
    expect(page.locator("header .saved")).to_have_attribute("data-state", "saved")


def test_wrong_codes_are_told_and_then_slowed_down(board: BoardOnline) -> None:
    page = board.context().new_page()
    page.goto("/")
    code, enter = page.get_by_label(say("home.code"), exact=True), page.get_by_role("button", name=say("home.enter"), exact=True)
    told = page.locator("#code-error")
    code.fill("ZZZZ 0000")
    enter.click()
    expect(told).to_have_text(say("home.code_wrong"))
    for _ in range(40):         # ten a minute; a slow page is given new ones meanwhile
        code.fill("ZZZZ 0000")
        with page.expect_response("**/api/door") as answer:
            enter.click()
        if answer.value.status == 429:
            break
    expect(told).not_to_have_text(say("home.code_wrong"))
    expect(told).not_to_be_empty()


def test_a_wrong_link_says_so(board: BoardOnline) -> None:
    page = board.context().new_page()
    page.goto(f"/join/{board.id}#not-a-key-of-this-board")
    expect(page.get_by_role("alert").filter(has_text=say("join.not_found"))).to_be_visible()


def test_without_a_seat_the_board_asks_to_join(board: BoardOnline) -> None:
    page = board.context().new_page()
    page.goto(f"/board/{board.id}")
    page.wait_for_url(f"**/join/{board.id}")
    expect(page.get_by_text(say("join.ask_needed"))).to_be_visible()


def test_a_second_tab_shares_the_seat(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    second = ana.context.new_page()
    second.goto(f"/board/{board.id}")
    expect(second.locator("header .saved")).to_have_attribute("data-state", "saved")
    ana.adds_note("From the first tab")
    expect(second.get_by_role("option", name="From the first tab")).to_be_visible()
    seat = "JSON.parse(document.getElementById('page').textContent).seat"
    assert second.evaluate(seat) == ana.page.evaluate(seat)


def test_a_viewer_reads_and_is_offered_nothing_else(board: BoardOnline) -> None:
    board.has_notes("We need data")
    vera = board.joins("Vera", role="viewer")
    vera.sees("We need data")
    expect(vera.page.get_by_text(say("banner.viewer"))).to_be_visible()
    expect(vera.page.get_by_role("button", name=say("add.note"))).to_have_count(0)
    vera.note("We need data").dblclick()
    expect(vera.writing).to_have_count(0)
