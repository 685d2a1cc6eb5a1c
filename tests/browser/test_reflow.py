"""Pages at 400 % zoom (320 CSS pixels wide) and with a reader's own text spacing: nothing is cut, nothing scrolls both ways.

WCAG 1.4.10 and 1.4.12.
"""

from __future__ import annotations

import pytest
from browser.people import BoardOnline
from browser.words import say
from playwright.sync_api import Page, expect

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""
# Words that are cut: text in a box of one line that is hidden beyond its edge without an ellipsis or another way to it.
CUT = """() => [...document.querySelectorAll("button, a, label, h1, h2, h3, p, legend, summary")].filter((each) => {
  const look = getComputedStyle(each);
  return each.checkVisibility() && look.overflowX === "hidden" && look.textOverflow !== "ellipsis" && !each.closest(".visually-hidden")
    && !each.matches(".visually-hidden") && each.scrollWidth > each.clientWidth + 1;
}).map((each) => each.outerHTML.slice(0, 120))"""


def spaces(page: Page) -> None:
    """By a sheet that the content policy does not forbid, as a reader's own."""
    page.evaluate("(css) => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }", SPACED)


def is_whole(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("spaced", [False, True])
def test_pages_are_whole_at_four_hundred_percent(board: BoardOnline, language: str, spaced: bool) -> None:
    board.has_notes("We need data", "نحتاج إلى بيانات")
    context = board.context(language=language)
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 256})
    for path, there in (("/", "#create"), ("/accessibility", "h1"), (f"/join/{board.id}#{board.code}", "#name")):
        page.goto(path)
        expect(page.locator(there)).to_be_visible()
        if spaced:
            spaces(page)
        is_whole(page)
    ana = board.joins("Ana", language=language, phone=True)
    ana.page.set_viewport_size({"width": 320, "height": 256})
    expect(ana.page.get_by_text("We need data")).to_be_visible()
    if spaced:
        spaces(ana.page)
    is_whole(ana.page)
    ana.page.get_by_role("button", name=say("phone.more", language), exact=True).tap()
    is_whole(ana.page)


def test_a_page_that_is_not_whole_is_noticed(board: BoardOnline) -> None:
    page = board.context().new_page()
    page.goto("/")
    page.evaluate("document.querySelector('h1').style.inlineSize = '3000px'")
    with pytest.raises(AssertionError):
        is_whole(page)
