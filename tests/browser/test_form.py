"""Before the session: somebody without a seat writes on the form, the facilitator reads it and puts it on the board."""

from __future__ import annotations

import pytest
from browser.people import BoardOnline, Person
from browser.test_axe import LANGUAGES, finds_nothing
from browser.words import say
from playwright.sync_api import Page, expect


@pytest.fixture
def link(board: BoardOnline) -> str:
    """Of a form that is open."""
    board.changes(["set", "board", board.id, {"collecting": True, "question": "What is hard?"}])
    answer = board.helper.post(f"/api/boards/{board.id}/links/form", headers={"Authorization": f"Bearer {board.token}"})
    return answer.json()["link"]


def opens_form(board: BoardOnline, link: str, language: str = "en") -> Page:
    page = board.context(phone=True, language=language).new_page()
    page.goto(f"/form/{board.id}#{link.split('#')[1]}")
    expect(page.get_by_text("What is hard?")).to_be_visible()
    return page


def writes(page: Page, text: str, *, kind: str = "challenge", theme: str = "data", language: str = "en") -> None:
    card = page.locator(".form-note").last
    card.get_by_role("radio", name=say(f"kind.{kind}", language)).check()
    card.get_by_label(say("form.theme", language)).select_option(theme)
    card.get_by_label(say("form.text", language)).fill(text)


def sends(page: Page, language: str = "en") -> None:
    page.get_by_role("button", name=say("form.send", language), exact=True).click()


def opens_tray(host: Person, language: str = "en") -> None:
    host.page.get_by_role("button", name=say("menu.open", language)).click()
    host.page.get_by_role("menuitem", name=say("tray.title", language)).click()


def test_what_is_written_on_a_phone_reaches_the_board(board: BoardOnline, link: str) -> None:
    page = opens_form(board, link)
    writes(page, "No census for years")
    page.get_by_role("button", name=say("form.add")).click()
    writes(page, "x" * 2001, kind="solution", theme="capacity")
    sends(page)
    expect(page.get_by_text(say("form.too_long", over=1))).to_be_visible()
    writes(page, "A shared desk", kind="solution", theme="capacity")
    page.get_by_label(say("join.association")).fill("MuAN")
    page.reload()
    expect(page.locator("textarea").last).to_have_value("A shared desk")
    page.context.set_offline(True)
    sends(page)
    expect(page.get_by_text(say("form.offline"))).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text(say("form.online"))).to_be_visible()
    sends(page)
    expect(page.get_by_role("heading", name=say("form.sent_title"))).to_be_visible()

    host = board.joins("Host", role="facilitator")
    opens_tray(host)
    host.page.get_by_role("checkbox", name="No census for years").check()
    host.button("tray.bring", count=1).click()
    host.sees("No census for years")
    expect(host.page.locator(".tray-row")).to_have_count(1)
    expect(host.note("No census for years")).to_contain_text("MuAN")
    host.page.locator(".toast").get_by_role("button", name=say("action.undo")).click()
    host.sees_no("No census for years")
    host.page.get_by_role("checkbox", name="A shared desk").check()
    host.button("tray.remove").click()
    host.page.get_by_role("alert").get_by_role("button", name=say("tray.remove")).click()
    expect(host.page.get_by_text(say("tray.empty"), exact=True)).to_be_visible()


def test_what_was_sent_is_taken_back_and_a_closed_form_says_so(board: BoardOnline, link: str) -> None:
    page = opens_form(board, link)
    writes(page, "Sent too early")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert sum(page.evaluate("performance.getEntries().map((each) => each.transferSize ?? 0)")) < 40_000
    sends(page)
    page.locator("#mine").get_by_role("button").click()
    page.get_by_role("button", name=say("form.take_back_edit")).click()
    expect(page.get_by_label(say("form.text"))).to_have_value("Sent too early")
    expect(page.locator("#mine")).to_be_hidden()
    board.changes(["set", "board", board.id, {"collecting": False}])
    sends(page)
    expect(page.get_by_text(say("form.closed_sending"))).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name=say("form.closed_title"))).to_be_visible()
    expect(page.get_by_text("Sent too early")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_form_and_tray(board: BoardOnline, link: str, language: str) -> None:
    page = opens_form(board, link, language)
    sends(page, language)
    finds_nothing(page)
    writes(page, "No census", theme="capacity", language=language)
    sends(page, language)
    page.locator("#mine").get_by_role("button").click()
    finds_nothing(page)
    host = board.joins("Host", role="facilitator", language=language)
    opens_tray(host, language)
    host.page.locator(".tray-form summary").click()
    host.page.get_by_role("button", name=say("tray.link", language), exact=True).click()
    host.page.get_by_role("button", name=say("tray.link_make", language)).click()
    expect(host.page.locator(".secret")).to_contain_text("/form/")
    finds_nothing(host.page)
    opened = host.page.locator(".secret").inner_text()
    assert opened.split("#")[1] != link.split("#")[1]
