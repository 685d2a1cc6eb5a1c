"""From a code on the wall to a note on the board, on a phone."""

from __future__ import annotations

from browser.people import BoardOnline, Person, watch
from browser.words import say
from playwright.sync_api import expect


def test_somebody_joins_by_phone_and_posts(board: BoardOnline) -> None:
    olga = board.joins("Olga", "KS")
    context = board.context(phone=True)
    ana = Person(board, context, "Ana")
    board.people.append(ana)
    ana.page = page = context.new_page()
    watch(page, ana.faults)
    page.goto(f"/join/{board.id}#{board.code}")
    page.get_by_label(say("join.name"), exact=True).fill("Ana")
    page.get_by_label(say("join.association"), exact=True).fill("UNGL")
    page.get_by_role("button", name=say("join.join")).click()
    page.wait_for_url(f"**/board/{board.id}")
    expect(ana.outline).to_be_visible()
    ana.page.get_by_role("button", name=say("add.note")).first.click()
    field = ana.outline.get_by_role("textbox", name=say("add.text", theme="Data"))
    field.fill("No signal in the hills")
    ana.outline.get_by_role("button", name=say("add.submit"), exact=True).click()
    ana.is_saved()
    olga.sees("No signal in the hills")
    expect(olga.note("No signal in the hills")).to_contain_text("UNGL")


def test_the_join_page_is_light(board: BoardOnline) -> None:
    context = board.context(phone=True)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    received: list[float] = []
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(f"/join/{board.id}#{board.code}", wait_until="networkidle")
    expect(page.get_by_label(say("join.name"), exact=True)).to_be_visible()
    assert sum(received) < 40_000, f"{sum(received):,.0f} bytes"


def test_a_phone_shows_nothing_beyond_its_edge(board: BoardOnline) -> None:
    board.has_notes("Averyverylongwordwithoutanybreak" * 4, "نص عربي طويل")
    ana = board.joins("Ana", phone=True)
    assert ana.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
