"""Suggested clusters: a preview that is adjusted, accepted and taken back with one undo."""

from __future__ import annotations

from browser.people import BoardOnline, Person
from browser.test_answers import reads
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Locator, expect

ROADS = ("The roads to the villages are bad in the rainy season", "Bad roads cut off the villages when it rains",
         "Village roads are in a bad state every rainy season")
TWICE = ("Municipal statistics arrive a year late", "Municipal statistics arrive one year late")


def suggestions(person: Person) -> Locator:
    person.button("menu.open").click()
    person.page.get_by_role("menuitem", name=say("suggest.open")).click()
    return person.page.get_by_role("dialog")


def test_nothing_moves_before_it_is_applied(board: BoardOnline) -> None:
    board.has_notes(*ROADS, *TWICE, "Something else entirely")
    host, ana = reads(board.joins("Host", role="facilitator")), reads(board.joins("Ana"))
    dialog = suggestions(host)
    groups = dialog.locator(".suggest-group")
    expect(groups.first).to_be_visible()
    finds_nothing(host.page)
    doubles = groups.filter(has_text=say("suggest.duplicates"))
    expect(doubles).to_have_count(1)
    expect(doubles.get_by_label(say("suggest.way_merge"))).to_be_checked()
    roads = groups.filter(has_text=ROADS[0])
    expect(roads.locator(".pick")).to_have_count(3)
    roads.get_by_label(say("suggest.working_title")).fill("Roads")
    roads.locator(".pick").filter(has_text=ROADS[2]).get_by_role("checkbox").uncheck()
    expect(ana.outline.locator(".cluster")).to_have_count(0)

    dialog.get_by_role("button", name=say("suggest.accept_all")).click()
    dialog.locator(".suggest-foot .button-primary").click()
    expect(dialog).to_have_count(0)
    cluster = ana.outline.get_by_role("region", name=say("cluster.named", title="Roads"))
    expect(cluster.locator(".note-row")).to_have_count(2)
    expect(ana.outline.locator(".inside").filter(has_text="late")).to_have_count(1)

    host.button("action.undo").first.click()
    expect(ana.outline.locator(".cluster")).to_have_count(0)
    expect(ana.outline.locator(".inside")).to_have_count(0)
    host.is_saved()
    assert all(not note["cluster"] and not note["merged_into"] for note in board.notes())


def test_what_is_rejected_stays_where_it_is(board: BoardOnline) -> None:
    board.has_notes(*ROADS)
    host = reads(board.joins("Host", role="facilitator"))
    dialog = suggestions(host)
    group = dialog.locator(".suggest-group")
    expect(group).to_have_count(1)
    title = group.get_by_label(say("suggest.working_title")).input_value()
    group.get_by_role("button", name=say("suggest.reject", title=title)).click()
    expect(group).to_have_count(0)
    dialog.get_by_role("button", name=say("suggest.back", count=1)).click()
    expect(group).to_have_count(1)
    expect(dialog.locator(".suggest-foot .button-primary")).to_have_attribute("aria-disabled", "true")
    host.page.keyboard.press("Escape")
    expect(host.outline.locator(".cluster")).to_have_count(0)


def test_an_empty_board_has_nothing_to_suggest(board: BoardOnline) -> None:
    host = board.joins("Host", role="facilitator")
    dialog = suggestions(host)
    expect(dialog.get_by_text(say("suggest.none")).first).to_be_visible()
    finds_nothing(host.page)


def test_a_line_that_is_down_is_said(board: BoardOnline) -> None:
    board.has_notes(*ROADS)
    host = board.joins("Host", role="facilitator")
    host.page.route("**/suggestions", lambda route: route.abort())
    dialog = suggestions(host)
    expect(dialog.get_by_role("alert")).to_contain_text(say("reason.offline"))
    host.page.unroute("**/suggestions")
    dialog.get_by_role("button", name=say("suggest.again")).click()
    expect(dialog.locator(".suggest-group")).to_have_count(1)
