"""Bringing in notes: a file is dropped or chosen, looked at, mapped, brought in as one change and taken back; or becomes a board."""

from __future__ import annotations

import re

from browser.people import BoardOnline, Person, watch
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Locator, expect

MURAL = """ID,Text,BG Color,Position X,Position Y,Area
1,Late data,#FCF281,0,0,Data
2,One calendar,#AAED92,0,9,Data
3,No staff,#FCF281,0,19,Hall
4,<b>Bold</b> &amp; brave,#FCF281,0,29,Hall
5,,#FCF281,0,39,Hall
"""
TABLE = "Challenges;Solutions;Tema\nLlegan tarde;Un calendario;Datos\nSin personal;;Clima\n"


def bringing(host: Person) -> Locator:
    host.button("menu.open").click()
    host.page.get_by_role("menuitem", name=say("import.open")).click()
    return host.page.get_by_role("dialog")


def chooses(dialog: Locator, name: str, content: str | bytes) -> None:
    body = content.encode() if isinstance(content, str) else content
    dialog.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": body})


def test_a_mural_export_is_mapped_brought_in_and_taken_back(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    dialog = bringing(host)
    chooses(dialog, "march.csv", MURAL)
    expect(dialog.get_by_role("status")).to_contain_text(say("import.found", count=4))
    expect(dialog.get_by_role("button", name=say("import.left_out", count=1))).to_be_visible()
    expect(dialog.locator("[data-kind=solution]")).to_have_count(0)
    dialog.get_by_label(say("import.kind_of", value=say("import.color_green"))).select_option("solution")
    expect(dialog.locator("[data-kind=solution]")).to_have_count(1)
    dialog.get_by_label(say("import.take", row=4, text="No staff")).uncheck()
    finds_nothing(host.page)
    dialog.get_by_role("button", name=say("import.bring", count=3)).click()
    expect(host.page.locator(".toast")).to_contain_text(say("import.done", count=3))
    for text in ("Late data", "One calendar", "Bold & brave"):
        ana.sees(text)
    ana.sees_no("No staff")
    assert {(each["text"], each["kind"], each["theme"]) for each in board.notes()} == {
        ("Late data", "challenge", "data"), ("One calendar", "solution", "data"), ("Bold & brave", "challenge", "data")}
    host.page.locator(".toast").get_by_role("button", name=say("action.undo")).click()
    ana.sees_no("Late data")
    ana.sees_no("One calendar")
    host.is_saved()
    assert board.notes() == []


def test_what_cannot_be_read_says_what_to_do_and_another_file_can_be_dropped(board: BoardOnline) -> None:
    dialog = bringing(host := board.joins("Host", role="facilitator"))
    chooses(dialog, "notes.csv", b"\x89PNG\r\n\x1a\n" + bytes(50))
    expect(dialog.get_by_role("alert")).to_have_text(say("import.why_image"))
    expect(dialog.get_by_role("button", name=say("import.bring_none"))).to_have_attribute("aria-disabled", "true")
    dialog.get_by_role("button", name=say("import.other")).click()
    files = host.page.evaluate_handle("""text => {
        const data = new DataTransfer();
        data.items.add(new File([text], "ideas.csv"));
        return data;
    }""", TABLE)
    dialog.locator(".bring").dispatch_event("drop", {"dataTransfer": files})
    expect(dialog.get_by_role("status")).to_contain_text(say("import.found", count=3))
    expect(dialog.get_by_role("row").filter(has_text="Un calendario")).to_contain_text(say("import.answers", count=1))


def test_pasted_lines_become_notes_by_keyboard_alone(board: BoardOnline) -> None:
    dialog = bringing(host := board.joins("Host", role="facilitator"))
    dialog.get_by_label(say("import.paste")).focus()
    host.page.keyboard.insert_text("# Capacity\n- Train them\nSolutions\n- Share it")
    host.page.keyboard.press("Tab")
    host.page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text(say("import.found", count=2))
    dialog.get_by_role("button", name=say("import.bring", count=2)).focus()
    host.page.keyboard.press("Enter")
    host.sees("Train them")
    assert {(each["text"], each["kind"], each["theme"]) for each in board.notes()} == {
        ("Train them", "challenge", "capacity"), ("Share it", "solution", "capacity")}
    host.page.keyboard.press("Control+z")
    host.sees_no("Train them")


def test_private_notes_are_revealed_first(board: BoardOnline) -> None:
    board.changes(["set", "board", board.id, {"private": True}])
    dialog = bringing(board.joins("Host", role="facilitator"))
    expect(dialog.get_by_text(say("import.private"))).to_be_visible()
    chooses(dialog, "march.csv", MURAL)
    bring = dialog.get_by_role("button", name=say("import.bring", count=4))
    expect(bring).to_have_attribute("aria-disabled", "true")
    board.changes(["set", "board", board.id, {"private": False}])
    expect(bring).not_to_have_attribute("aria-disabled", "true")


def test_without_a_connection_the_choices_stay(board: BoardOnline) -> None:
    dialog = bringing(host := board.joins("Host", role="facilitator"))
    chooses(dialog, "march.csv", MURAL)
    expect(dialog.get_by_role("row", name="Late data")).to_be_visible()
    host.context.set_offline(True)
    dialog.get_by_label(say("import.kind_of", value=say("import.color_yellow"))).select_option("solution")
    expect(dialog.get_by_role("alert")).to_contain_text(say("import.offline"))
    expect(dialog.get_by_role("row", name="Late data")).to_be_visible()
    host.context.set_offline(False)
    dialog.get_by_role("button", name=say("import.again")).click()
    expect(dialog.locator("[data-kind=solution]")).to_have_count(3)


def test_a_board_is_made_of_a_table_on_the_landing_page(board: BoardOnline) -> None:
    faults: list[str] = []
    page = board.context(phone=True, language="ar").new_page()
    watch(page, faults)
    page.goto("/")
    page.locator("#import").set_input_files({"name": "mayo.csv", "mimeType": "text/csv", "buffer": TABLE.encode()})
    place = page.locator("#bring")
    expect(place.get_by_role("status").filter(has_text=re.compile("3"))).to_be_visible()
    expect(place.get_by_label(say("home.board_title", "ar"))).to_have_value("mayo")
    finds_nothing(page)
    place.locator(".bring-foot .button-primary").click()
    expect(page.locator("#ready-board")).to_have_text("mayo")
    page.locator("#open-board").click()
    expect(page).to_have_url(re.compile("/join/"))
    assert not faults
