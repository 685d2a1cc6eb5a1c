"""The host's pages and the door to new boards: by keyboard, on a phone, in a language from the right, and axe finds nothing."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.server import Server
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Browser, Page, expect

KEY = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A"
PHRASE = "violet harbour seven"
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("host")
    running = Server(folder, BOARD_OPERATOR_KEY=KEY, BOARD_CREATION="passphrase", BOARD_CREATION_PASSPHRASE=PHRASE).start()
    yield running
    running.stop()


def is_sound(page: Page) -> None:
    finds_nothing(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs out of the page"


def test_a_board_is_made_by_who_knows_the_passphrase_and_kept_by_the_operator(host: Server, browser: Browser) -> None:
    context = browser.new_context(service_workers="block", base_url=host.url, viewport=PHONE, locale="ar")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto("/")
    is_sound(page)
    expect(page.get_by_label(say("home.board_title", "ar"), exact=True)).to_be_hidden()
    page.get_by_label(say("creation.passphrase", "ar"), exact=True).fill("violet harbour eight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text=say("creation.passphrase_wrong", "ar"))).to_be_visible()
    page.get_by_label(say("creation.passphrase", "ar"), exact=True).fill(PHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_label(say("home.board_title", "ar"), exact=True)).to_be_focused()
    page.keyboard.type("مراجعات الربيع")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=say("home.ready_title", "ar"))).to_be_visible()
    page.goto("/")
    expect(page.get_by_text(say("creation.remembered", "ar"))).to_be_visible()
    is_sound(page)

    page.goto("/checkup")
    page.get_by_label(say("admin.key", "ar"), exact=True).fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text=say("admin.key_wrong", "ar"))).to_be_visible()
    is_sound(page)
    page.get_by_label(say("admin.key", "ar"), exact=True).fill(KEY)
    page.keyboard.press("Enter")
    expect(page.locator("[data-name=headers]")).to_have_attribute("data-state", "ok")
    expect(page.locator("[data-state=bad]")).to_have_count(0)
    is_sound(page)
    page.get_by_role("link", name=say("admin.boards", "ar")).click()
    expect(page.get_by_role("rowheader", name="مراجعات الربيع")).to_be_visible()
    is_sound(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    is_sound(page)
    page.get_by_role("link", name="مراجعات الربيع").click()
    page.get_by_role("button", name=say("admin.link_make", "ar")).click()
    link = page.get_by_label(say("admin.link_purpose_facilitator", "ar"), exact=True).and_(page.locator("input[readonly]"))
    assert link.input_value().startswith(f"{host.url}/join/")
    page.get_by_role("button", name=say("common.copy", "ar"), exact=True).click()
    expect(page.get_by_role("button", name=say("common.copied", "ar"), exact=True)).to_be_visible()
    is_sound(page)
    page.get_by_label(say("admin.delete_confirm", "ar")).fill("wrong")
    page.get_by_role("button", name=say("admin.delete", "ar"), exact=True).click()
    expect(page.get_by_role("alert").filter(has_text=say("admin.delete_wrong", "ar"))).to_be_visible()
    page.get_by_label(say("admin.delete_confirm", "ar")).fill("مراجعات الربيع")
    page.keyboard.press("Enter")
    expect(page.get_by_text(say("admin.deleted", "ar"))).to_be_visible()
    expect(page.get_by_role("rowheader")).to_have_count(0)
    page.get_by_role("button", name=say("admin.sign_out", "ar")).click()
    expect(page.get_by_label(say("admin.key", "ar"), exact=True)).to_be_visible()
    context.close()
    assert faults == []


def test_the_running_server_tells_how_it_is_set_up(host: Server) -> None:
    request = urllib.request.Request(host.url + "/api/admin/checkup", headers={"Authorization": f"Bearer {KEY}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        lines = {line["name"]: line for line in json.load(answer)["lines"]}
    assert {name for name, line in lines.items() if line["state"] == "bad"} == set()
    assert "journal_mode=wal, synchronous=2" in lines["database"]["found"]
