"""Arabic: the layout is mirrored, the board's geometry is not, each note keeps its own direction."""

from __future__ import annotations

from browser.people import BoardOnline
from browser.words import say
from playwright.sync_api import expect


def test_the_layout_is_mirrored(board: BoardOnline) -> None:
    board.has_notes("نحتاج إلى بيانات 2024", "We need data")
    ana = board.joins("Ana", language="ar")
    page = ana.page
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    panel = page.locator("aside.panel, .panel").first
    box, width = panel.bounding_box(), page.viewport_size["width"]  # type: ignore[index]
    assert box and box["x"] + box["width"] < width / 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("toolbar").get_by_role("button", name=say("add.note", "ar"))).to_be_visible()
    first, second = ana.note("بيانات").bounding_box(), ana.note("We need data").bounding_box()
    assert first and second and first["x"] < second["x"]


def test_the_language_changes_without_loading_again(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    ana.page.evaluate("window.same = true")
    ana.button("language.choose").click()
    ana.page.get_by_role("menuitemradio", name=say("language.name", "ar")).or_(
        ana.page.get_by_role("menuitem", name=say("language.name", "ar"))).click()
    expect(ana.page.locator("html")).to_have_attribute("dir", "rtl")
    expect(ana.saved).to_contain_text(say("state.saved", "ar"))
    assert ana.page.evaluate("window.same")
    ana.page.reload()
    expect(ana.page.locator("html")).to_have_attribute("lang", "ar")
