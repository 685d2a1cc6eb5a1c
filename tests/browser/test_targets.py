"""Targets on the pages around the board and in the board made for the thumb; the full board's are measured on the walk of test_axe_walk."""

from __future__ import annotations

from browser.full_board import FullBoard
from browser.measures import OURS, moving, small
from browser.people import BoardOnline
from browser.words import say
from playwright.sync_api import Page, expect


def fits(page: Page, name: str, *, thumb: bool) -> list[str]:
    found = small(page) + moving(page) + ([f"for a thumb: {each}" for each in small(page, least=OURS)] if thumb else [])
    return [f"{name}: {each}" for each in found]


def test_nothing_on_a_page_is_too_small_to_press(board: BoardOnline) -> None:
    full = FullBoard(board).fill()
    form = full.has_a_form()
    found: list[str] = []
    for phone in (False, True):
        context = board.context(phone=phone)
        page = context.new_page()
        for path, there in (("/", "#create"), (f"/join/{board.id}#{board.code}", "#name"), ("/join", "#code"), ("/accessibility", "h1"),
                            (form.replace(board.server.url, ""), "textarea"), ("/no-such-page", "main a")):
            page.goto(path)
            expect(page.locator(there).first).to_be_visible()
            for each in page.locator("summary:visible").all():
                each.click()
            found += fits(page, f"{path[:6]} {'phone' if phone else 'desk'}", thumb=phone)
    host = board.joins("Host", role="facilitator", phone=True)
    for tab in ("phone.themes", "phone.mine", "panel.votes", "phone.more"):
        host.thumb.opens(tab)
        found += fits(host.page, tab, thumb=True)
    host.thumb.opens("phone.themes")
    host.thumb.opens_note("We need data")
    found += fits(host.page, "a note", thumb=True)
    host.thumb.shuts()
    host.thumb.begins()
    found += fits(host.page, "writing", thumb=True)
    assert not found, "\n".join(found)


def test_a_target_that_is_too_small_is_noticed(board: BoardOnline) -> None:
    page = board.context().new_page()
    page.goto("/no-such-page")
    expect(page.get_by_role("link", name=say("error.to_start"))).to_be_visible()
    assert small(page) == []
    page.evaluate("""() => {
        const row = document.querySelector('main').appendChild(document.createElement('div'))
        for (const name of ['One', 'Two']) Object.assign(row.appendChild(document.createElement('button')), { textContent: name })
            .style.cssText = 'inline-size: 20px; block-size: 20px; padding: 0; transition: color 1s'
    }""")
    assert len(small(page)) == 2 and len(moving(page)) == 0     # the page's own rule stops the transition
