"""The first time here: the tour, and the card of an empty board."""
from __future__ import annotations

import pytest
from browser.people import BoardOnline, Person
from browser.words import say
from playwright.sync_api import Locator, expect


def tour(person: Person) -> Locator:
    return person.page.locator(".tour")


@pytest.mark.parametrize("role", ["facilitator", "participant", "viewer"])
def test_the_tour_stops_at_four_controls_and_does_not_come_again(board: BoardOnline, role: str) -> None:
    ana = board.joins("Ana", role=role, tour=True)
    seen = []
    for stop in range(1, 5):
        expect(tour(ana)).to_contain_text(say("step.n_of_m", n=stop, m=4))
        box, window = tour(ana).bounding_box(), ana.page.viewport_size
        assert box and window and 0 <= box["x"] <= window["width"] - box["width"] and 0 <= box["y"] <= window["height"] - box["height"]
        seen.append(tour(ana).get_by_role("heading").inner_text())
        tour(ana).get_by_role("button", name=say("tour.done" if stop == 4 else "tour.next"), exact=True).click()
    expect(tour(ana)).to_have_count(0)
    assert len(set(seen)) == 4
    ana.page.reload()
    ana.is_saved()
    expect(tour(ana)).to_have_count(0)


def test_it_is_skipped_for_good_by_escape_and_taken_again_from_help(board: BoardOnline) -> None:
    ana = board.joins("Ana", tour=True)
    tour(ana).get_by_role("button", name=say("tour.next")).focus()
    ana.page.keyboard.press("Escape")
    expect(tour(ana)).to_have_count(0)
    ana.page.reload()
    ana.is_saved()
    expect(tour(ana)).to_have_count(0)
    ana.button("help.open").click()
    ana.button("tour.again").click()
    expect(tour(ana)).to_be_focused()
    ana.page.keyboard.press("Tab")
    ana.page.keyboard.press("Tab")
    ana.page.keyboard.press("Enter")
    expect(tour(ana)).to_contain_text(say("step.n_of_m", n=2, m=4))


def test_it_steps_aside_while_somebody_writes_or_a_dialog_is_open(board: BoardOnline) -> None:
    ana = board.joins("Ana", tour=True)
    expect(tour(ana)).to_be_visible()
    ana.starts_note()
    expect(tour(ana)).to_have_count(0)
    ana.page.keyboard.press("Escape")
    expect(tour(ana)).to_be_visible()
    ana.button("help.open").click()
    expect(tour(ana)).to_have_count(0)


def test_an_empty_board_says_what_to_do_until_the_first_note(board: BoardOnline) -> None:
    host, ana, vera = board.joins("Host", role="facilitator"), board.joins("Ana"), board.joins("Vera", role="viewer")
    for person, key in ((host, "first.facilitator"), (ana, "first.participant"), (vera, "first.viewer")):
        expect(person.page.get_by_role("region", name=say("first.title"))).to_contain_text(say(key))
    card = host.page.get_by_role("region", name=say("first.title"))
    card.get_by_role("button", name=say("first.plan")).click()
    expect(host.page.locator("#panel")).to_have_attribute("aria-label", say("panel.agenda"))
    ana.button("first.add").click()
    expect(ana.writing).to_be_focused()
    ana.page.keyboard.type("Here it begins")
    ana.page.keyboard.press("Escape")
    for person in (host, ana, vera):
        expect(person.page.get_by_role("region", name=say("first.title"))).to_have_count(0)


def test_a_board_from_the_gallery_has_its_themes_and_agenda_in_the_language_of_the_board(board: BoardOnline) -> None:
    context = board.context()
    page = context.new_page()
    page.goto("/")
    chips = page.locator("#theme-chips li")
    expect(chips).to_have_count(5)
    page.get_by_text(say("ready.follow-up"), exact=True).click()
    expect(chips).to_have_text([say(f"ready.follow_{each}") for each in ("done", "under_way", "stuck", "new")])
    page.get_by_label(say("home.board_language")).select_option("ar")
    expect(chips.first).not_to_have_text(say("ready.follow_done"))
    page.get_by_label(say("home.board_title")).fill("Six months later")
    with page.expect_response("**/api/boards") as answered:
        page.get_by_role("button", name=say("home.create"), exact=True).click()
    made = answered.value.json()
    seat = {"key": made["links"]["facilitator"].split("#")[1], "name": "Host"}
    assert context.request.post(f"/api/boards/{made['board']}/seats", data=seat).ok
    records = context.request.get(f"/api/boards/{made['board']}/snapshot").json()["records"]
    assert [len(records[name]) for name in ("theme", "step")] == [4, 5]
    assert all(not each["title"].isascii() for each in records["theme"] + records["step"])
