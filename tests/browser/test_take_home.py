"""Taking the board home: a file of what was chosen and of nothing else, watched until it is there; the archive."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from browser.people import BoardOnline, Person
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Locator, Route, expect


def menu(person: Person, key: str) -> Locator:
    language = person.page.locator("html").get_attribute("lang") or "en"
    person.page.get_by_role("button", name=say("menu.open", language), exact=True).click()
    person.page.get_by_role("menuitem", name=say(key, language), exact=True).click()
    return person.page.get_by_role("dialog")


def choose(dialog: Locator, key: str) -> None:
    dialog.get_by_role("radio", name=re.compile(rf"^{say(key)} {say(f'{key}_hint')}$")).check()


def make(dialog: Locator) -> None:
    dialog.get_by_role("button", name=say("export.make")).click()


def contents(person: Person, dialog: Locator) -> dict[str, Any]:
    with person.page.expect_download() as download:
        make(dialog)
    return json.loads(download.value.path().read_text("utf-8"))


def tells(person: Person, **fields: Any) -> list[str]:
    """From now on the server's list of files says this of each; the list is of what may still be changed."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        got = route.fetch()
        if route.request.method == "POST":
            asked.append(route.request.post_data or "")
            return route.fulfill(response=got)
        body = got.json()
        body["exports"] = [{**each, **fields} for each in body["exports"]]
        return route.fulfill(response=got, json={**body, "waiting": fields.get("waiting", 1)})

    person.page.route("**/exports", answer)
    return asked


def test_the_whole_board_downloads_by_itself_and_is_kept_in_the_list(board: BoardOnline) -> None:
    board.has_notes("We need data", "We need money")
    ana, host = board.joins("Ana"), board.joins("Host", role="facilitator")
    dialog = menu(ana, "export.open")
    expect(dialog.get_by_label(say("export.names"))).to_have_count(0)
    choose(dialog, "export.json")
    expect(dialog.locator(".take-preview")).to_contain_text(say("export.count_challenges", count=2))
    expect(dialog.get_by_label(say("export.names"))).to_have_count(0)
    found = contents(ana, dialog)
    assert [each["text"] for each in found["notes"]] == ["We need data", "We need money"]
    assert "Ana" not in json.dumps(found)
    dialog.get_by_role("button", name=say("export.tab_files_n", count=1)).click()
    with ana.page.expect_download() as download:
        dialog.get_by_role("button", name=re.compile(f"^{say('export.download')}")).click()
    assert json.loads(download.value.path().read_text("utf-8"))["notes"] == found["notes"]

    dialog = menu(host, "export.open")
    choose(dialog, "export.json")
    dialog.get_by_label(say("export.names")).check()
    expect(dialog.locator(".take-preview")).to_contain_text(say("export.with_names"))
    assert "Ana" in json.dumps(contents(host, dialog))


def test_what_the_filter_shows_is_taken_and_nothing_that_others_may_not_see(board: BoardOnline) -> None:
    water, hidden, _ = board.has_notes("Water first", "Water hurts", "Roads first")
    board.changes(["set", "note", hidden, {"hidden": "It hurts"}], ["set", "board", board.id, {"private": True}])
    ana = board.joins("Ana")
    ana.adds_note("Water in private")
    ana.page.get_by_role("searchbox", name=say("filter.search")).fill("water")
    ana.is_saved()
    dialog = menu(ana, "export.open")
    choose(dialog, "export.json")
    dialog.get_by_role("radio", name=say("export.part_notes", count=1)).check()
    expect(dialog.locator(".take-figures")).to_contain_text(say("export.count_notes", count=1))
    with ana.page.expect_request(lambda request: request.url.endswith("/exports") and request.method == "POST") as sent:
        found = contents(ana, dialog)
    assert sent.value.post_data_json == {"format": "json", "notes": [water]}
    assert [each["text"] for each in found["notes"]] == ["Water first"]


def test_progress_is_shown_and_a_closed_dialog_is_no_loss(board: BoardOnline) -> None:
    board.has_notes("We need data")
    ana = board.joins("Ana")
    tells(ana, state="waiting", kept=False, waiting=3)
    dialog = menu(ana, "export.open")
    choose(dialog, "export.json")
    make(dialog)
    expect(dialog.locator(".take-state")).to_have_text(say("export.in_line", count=2))
    ana.page.unroute("**/exports")
    tells(ana, state="waiting", kept=False, age=7)
    expect(dialog.locator(".take-state")).to_have_text(say("export.working", time="7 sec"))
    ana.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    ana.page.unroute("**/exports")
    toast = ana.page.locator(".toast")
    expect(toast).to_contain_text(say("export.ready_said", format=f"{say('export.group_data')} · {say('export.json')}"))
    with ana.page.expect_download() as download:
        toast.get_by_role("button", name=say("export.download")).click()
    assert download.value.suggested_filename == "Getting our reviews ready.json"


def test_a_failure_says_what_to_do_and_is_tried_again_the_same(board: BoardOnline) -> None:
    board.has_notes("We need data")
    ana = board.joins("Ana")
    asked = tells(ana, state="failed", reason="memory", kept=False)
    dialog = menu(ana, "export.open")
    choose(dialog, "export.json")
    dialog.get_by_role("radio", name=say("export.part_theme")).check()
    make(dialog)
    expect(dialog.locator(".take-state")).to_have_text(say("export.failed_memory"))
    dialog.get_by_role("button", name=re.compile(f"^{say('export.again')}")).first.click()
    expect(dialog.get_by_role("button", name=say("export.tab_files_n", count=2))).to_be_visible()
    expect(dialog.locator(".take-state").nth(1)).to_have_text(say("export.failed_memory"))
    assert asked[0] == asked[1] and json.loads(asked[0])["theme"] == "data"


def test_an_archived_board_is_only_read_until_it_is_taken_out(board: BoardOnline) -> None:
    board.has_notes("We need data")
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    dialog = menu(host, "settings.open")
    purpose = dialog.get_by_label(say("settings.purpose"))
    purpose.fill("To prepare five reviews together.")
    dialog.get_by_label(say("settings.archived")).check()
    host.page.keyboard.press("Escape")
    expect(ana.page.locator(".banner")).to_have_text(say("banner.archived"))
    expect(ana.page.get_by_role("toolbar").get_by_role("button", name=say("add.note"))).to_have_count(0)
    dialog = menu(ana, "export.open")
    choose(dialog, "export.json")
    assert contents(ana, dialog)["board"]["purpose"] == "To prepare five reviews together."
    host.button("banner.archived_open").click()
    expect(ana.page.locator(".banner")).to_have_count(0)


@pytest.mark.parametrize(("language", "phone"), [("en", True), ("ar", False)])
def test_axe_finds_nothing_in_the_dialog(board: BoardOnline, language: str, phone: bool) -> None:
    board.has_notes("We need data", "نحتاج إلى بيانات")
    ana = board.joins("Ana", language=language, phone=phone, full=True)
    tells(ana, state="failed", reason="time", kept=False)
    dialog = menu(ana, "export.open")
    if phone:
        finds_nothing(ana.page)
        dialog.get_by_role("button", name=re.compile(f"^{say('export.csv', language)} ")).first.click()
    expect(dialog.locator(".take-figures")).to_be_visible()
    dialog.get_by_role("button", name=say("export.make", language)).click()
    expect(dialog.locator(".take-state")).to_have_text(say("export.failed_time", language))
    finds_nothing(ana.page)
    dialog.locator(".take-tabs button").last.click()
    expect(dialog.locator(".take-files")).to_be_visible()
    finds_nothing(ana.page)
    assert ana.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
