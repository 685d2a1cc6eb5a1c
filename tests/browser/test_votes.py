"""Voting rounds: prepared, opened, voted in from several devices, closed, and what everybody sees of it."""

from __future__ import annotations

import itertools
import re

import pytest
from browser.people import BoardOnline, Person
from browser.test_answers import panel, reads, row
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Locator, expect

_rounds = itertools.count(1)


def opens_round(board: BoardOnline, **fields: object) -> str:
    """Over HTTP, for tests that are not about the form."""
    round_id = f"round-{next(_rounds)}"
    board.changes(["add", "round", {"id": round_id, "title": "First choice", "votes": 3, "most": 0, "state": "open", **fields}])
    return round_id


def plus(person: Person, text: str) -> Locator:
    return row(person, text).get_by_role("button", name=say("vote.more", title=text))


def minus(person: Person, text: str) -> Locator:
    return row(person, text).get_by_role("button", name=say("vote.less", title=text))


def has_votes_left(person: Person, count: int) -> None:
    expect(person.page.locator(".vote-bar .votes-left")).to_contain_text(re.compile(rf"^{count}\b"))


def test_a_round_from_the_form_to_the_results(board: BoardOnline) -> None:
    board.has_notes("No data", "No money")
    host, ana, olga = reads(board.joins("Host", role="facilitator")), reads(board.joins("Ana", "UNGL")), reads(board.joins("Olga", "KS"))
    board.changes(["set", "board", board.id, {"may": ["challenge", "solution"]}])
    votes = panel(host, "votes")
    votes.get_by_role("button", name=say("round.new")).click()
    votes.get_by_label(say("round.title"), exact=True).fill("What matters most")
    votes.get_by_label(say("round.votes")).fill("3")
    votes.get_by_label(say("round.most")).select_option("2")
    finds_nothing(host.page)
    votes.get_by_role("button", name=say("round.make")).click()
    expect(ana.page.locator(".vote-bar")).to_have_count(0)
    votes.get_by_role("button", name=say("round.open")).click()

    expect(ana.page.locator(".vote-bar")).to_contain_text("What matters most")
    has_votes_left(ana, 3)
    plus(ana, "No data").click()
    plus(ana, "No data").click()
    expect(plus(ana, "No data")).to_have_attribute("aria-disabled", "true")
    plus(ana, "No money").click()
    has_votes_left(ana, 0)
    plus(olga, "No money").click()
    olga.page.locator(".vote-bar").get_by_role("button", name=say("vote.done")).click()
    expect(votes.locator("[data-progress]")).to_contain_text("2 of")
    expect(votes.locator("[data-progress]")).to_contain_text("2 done")
    expect(host.page.locator(".result")).to_have_count(0)
    expect(ana.page.locator(".vote-total")).to_have_count(0)

    votes.get_by_role("button", name=say("round.close")).click()
    expect(ana.page.locator(".vote-bar")).to_have_count(0)
    ana.button("round.see_results").click()
    results = ana.page.locator(".result")
    expect(results).to_have_count(2)
    expect(results.locator(".rank [aria-hidden]")).to_have_text(["1", "1"])
    expect(results.filter(has_text="No money")).to_contain_text(say("result.supported", n=2, count=2))
    finds_nothing(ana.page)


def test_two_tabs_do_not_vote_twice_over_the_limit(board: BoardOnline) -> None:
    board.has_notes("No data", "No money")
    opens_round(board, votes=1)
    ana = reads(board.joins("Ana"))
    other = Person(board, ana.context, "Ana in a second tab")
    board.people.append(other)
    other.opens()
    reads(other)
    ana.context.set_offline(True)
    ana.is_offline()
    plus(ana, "No data").click()
    plus(other, "No money").click()
    has_votes_left(other, 0)
    has_votes_left(ana, 0)
    ana.finds_the_line()
    ana.is_saved()
    other.is_saved()
    refused = [person for person in (ana, other) if person.page.get_by_text(say("reason.vote_add_limit", count=1)).count()]
    assert len(refused) == 1
    for person in (ana, other):
        has_votes_left(person, 0)
        expect(person.outline.locator('.vote-mine[data-mine="1"]')).to_have_count(1)


def test_votes_are_taken_back_also_from_what_is_gone(board: BoardOnline) -> None:
    [gone] = board.has_notes("No data")
    board.has_notes("No money")
    opens_round(board)
    ana = reads(board.joins("Ana"))
    plus(ana, "No data").click()
    plus(ana, "No money").click()
    ana.is_saved()
    minus(ana, "No money").click()
    has_votes_left(ana, 2)
    board.changes(["remove", "note", gone])
    expect(row(ana, "No data")).to_have_count(0)
    votes = panel(ana, "votes")
    votes.get_by_role("button", name=say("vote.back", title=say("vote.target_gone"))).click()
    has_votes_left(ana, 3)
    ana.is_saved()


def test_totals_of_a_live_round_are_seen_as_they_come(board: BoardOnline) -> None:
    board.has_notes("No data")
    opens_round(board, live=True)
    ana, olga = reads(board.joins("Ana")), reads(board.joins("Olga"))
    plus(ana, "No data").click()
    expect(row(olga, "No data").locator(".vote-total")).to_contain_text("1")
    expect(row(olga, "No data").locator(".vote-mine")).to_have_attribute("data-mine", "0")


def test_somebody_votes_without_a_mouse(board: BoardOnline) -> None:
    board.has_notes("No data", "No money")
    round_id = opens_round(board)
    ana = reads(board.joins("Ana"))
    keyboard = ana.page.keyboard
    ana.line("No data").focus()
    keyboard.press("+")
    keyboard.press("+")
    keyboard.press("-")
    keyboard.press("ArrowDown")
    expect(ana.line("No money")).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Tab")
    expect(plus(ana, "No money")).to_be_focused()
    keyboard.press("Enter")
    has_votes_left(ana, 1)
    ana.page.locator(".vote-bar").get_by_role("button", name=say("vote.done")).focus()
    keyboard.press("Enter")
    ana.is_saved()
    board.changes(["set", "round", round_id, {"state": "closed"}])
    expect(ana.page.locator(".vote-bar")).to_have_count(0)
    results = panel(ana, "votes").locator(".result")
    expect(results).to_have_count(2)


def test_votes_for_people_without_a_device_stand_apart(board: BoardOnline) -> None:
    board.has_notes("No data")
    opens_round(board)
    host = reads(board.joins("Host", role="facilitator"))
    votes = panel(host, "votes")
    votes.get_by_text(say("proxy.title")).click()
    votes.get_by_label(say("proxy.association")).fill("FLAMLA")
    more = votes.get_by_role("button", name=say("proxy.more", title="No data"))
    more.click()
    more.click()
    finds_nothing(host.page)
    host.is_saved()
    votes.get_by_role("button", name=say("round.close")).click()
    expect(votes.locator(".result")).to_contain_text(say("result.of_them_proxy", count=2))
    expect(votes.locator(".result")).to_contain_text(say("result.supported", n=1, count=1))


def test_a_vote_after_the_end_is_said_not_to_count(board: BoardOnline) -> None:
    board.has_notes("No data")
    round_id = opens_round(board)
    ana = reads(board.joins("Ana"))
    has_votes_left(ana, 3)
    ana.loses_the_line()
    plus(ana, "No data").click()
    board.changes(["set", "round", round_id, {"state": "closed"}])
    ana.finds_the_line()
    expect(ana.page.get_by_text(say("reason.vote_add_closed")).first).to_be_attached()


def test_a_vote_for_what_was_hidden_meanwhile_is_said_not_to_count(board: BoardOnline) -> None:
    [note] = board.has_notes("No data")
    opens_round(board)
    ana = reads(board.joins("Ana"))
    has_votes_left(ana, 3)
    ana.loses_the_line()
    plus(ana, "No data").click()
    board.changes(["set", "note", note, {"hidden": "It names a person"}])
    ana.finds_the_line()
    expect(ana.page.get_by_text(say("reason.vote_add_not_found")).first).to_be_attached()
    has_votes_left(ana, 3)


def test_clusters_are_voted_on(board: BoardOnline) -> None:
    [note] = board.has_notes("No data")
    board.changes(["add", "cluster", {"id": "cluster-votes", "theme": "data", "title": "Gaps", "x": 0, "y": 60, "w": 400, "h": 300}],
                  ["set", "note", note, {"cluster": "cluster-votes"}])
    round_id = opens_round(board, on="clusters")
    ana = reads(board.joins("Ana"))
    expect(row(ana, "No data").locator(".vote-step")).to_have_count(0)
    ana.outline.get_by_role("button", name=say("vote.more", title="Gaps")).click()
    has_votes_left(ana, 2)
    ana.is_saved()
    board.changes(["set", "round", round_id, {"state": "closed"}])
    expect(panel(ana, "votes").locator(".result")).to_contain_text("Gaps")


def test_where_voting_is_not_open_nothing_can_be_given(board: BoardOnline) -> None:
    board.has_notes("No data")
    opens_round(board)
    board.changes(["set", "board", board.id, {"may": ["comment"]}])
    host, ana = reads(board.joins("Host", role="facilitator")), reads(board.joins("Ana"))
    expect(ana.page.locator(".vote-bar")).to_be_visible()
    expect(row(ana, "No data").locator(".vote-step")).to_have_count(0)
    expect(panel(ana, "votes").get_by_text(say("vote.not_now"))).to_be_visible()
    panel(host, "votes").get_by_role("button", name=say("round.allow")).click()
    expect(row(ana, "No data").locator(".vote-step")).to_have_count(1)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_while_voting(board: BoardOnline, language: str) -> None:
    board.has_notes("No data", "No money")
    opens_round(board, live=True)
    ana = board.joins("Ana", phone=True, full=True, language=language)
    ana.outline.locator(".vote-step button").nth(1).click()
    expect(ana.page.locator(".vote-bar")).to_be_visible()
    finds_nothing(ana.page)
    ana.page.locator(".vote-bar-title").click()
    expect(ana.page.locator(".my-votes")).to_be_visible()
    finds_nothing(ana.page)
