"""axe finds nothing on any page, in a language from the left and one from the right."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.people import BoardOnline
from browser.words import say
from playwright.sync_api import Page, expect

LANGUAGES = ("en", "ar")


def finds_nothing(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]] == []


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def test_landing(board: BoardOnline, language: str) -> None:
    page = board.context(language=language).new_page()
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    finds_nothing(page)


def test_what_is_said_of_accessibility(board: BoardOnline, language: str) -> None:
    page = board.context(language=language, phone=True).new_page()
    page.goto("/")
    page.get_by_role("contentinfo").get_by_role("link", name=say("access.title", language)).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("access.title", language))
    expect(page.get_by_role("heading", level=2)).to_have_count(4)
    finds_nothing(page)


def test_join(board: BoardOnline, language: str) -> None:
    page = board.context(language=language, phone=True).new_page()
    page.goto(f"/join/{board.id}#{board.code}")
    expect(page.get_by_label(say("join.name", language), exact=True)).to_be_visible()
    finds_nothing(page)


def test_board(board: BoardOnline, language: str) -> None:
    board.has_notes("We need data", "Nous avons besoin de données", "نحتاج إلى بيانات")
    board.has_notes("A desk for data", theme="capacity", kind="solution")
    ana = board.joins("Ana", language=language)
    ana.sees("We need data")
    ana.note("We need data").click()
    finds_nothing(ana.page)


def test_outline(board: BoardOnline, language: str) -> None:
    board.has_notes("We need data", "نحتاج إلى بيانات")
    ana = board.joins("Ana", language=language, phone=True, full=True)
    expect(ana.line("We need data")).to_be_visible()
    finds_nothing(ana.page)
    ana.line("We need data").click()
    finds_nothing(ana.page)
