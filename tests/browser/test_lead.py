"""Leading: everyone brought to a place, a view that others follow, and a presentation that all see."""

from __future__ import annotations

import re

import pytest
from browser.people import BoardOnline, Person
from browser.test_axe import finds_nothing
from browser.test_history import menu
from browser.words import say
from playwright.sync_api import Locator, expect


@pytest.fixture
def host(board: BoardOnline) -> Person:
    board.has_notes("We need data", "We need money")
    board.has_notes("A desk for data", theme="capacity", kind="solution")
    return board.joins("Host", role="facilitator")


def stage(person: Person) -> Locator:
    return person.page.get_by_role("dialog", name=say("stage.title"))


def sees_slide(person: Person, title: str) -> None:
    expect(stage(person).locator(".slide-title")).to_have_text(title)


WHERE = """() => {
    const { e, f, a } = new DOMMatrix(getComputedStyle(document.querySelector(".board-world")).transform)
    return [e, f, 100 * a]
}"""
NEAR = f"([where, far]) => ({WHERE})().every((n, i) => Math.abs(n - where[i]) < far)"


def place(person: Person) -> list[float]:
    """Where the canvas stands once it rests, in pixels, and how large it is drawn, in percent."""
    person.page.wait_for_selector(".board-viewport:not(.moving)")
    return person.page.evaluate(WHERE)


def stands_at(person: Person, where: list[float], far: int = 2) -> None:
    person.page.wait_for_function(NEAR, arg=[where, far])


def goes_elsewhere(person: Person) -> None:
    person.page.locator(".board-viewport").hover(position={"x": 400, "y": 500})
    person.page.mouse.wheel(0, 700)


def follows(person: Person, name: str) -> None:
    expect(person.page.locator(".follow-bar")).to_contain_text(say("follow.following", name=name))


def stands_like(person: Person, other: Person) -> None:
    """Nearly: the bars at the top are not the same for all."""
    stands_at(person, place(other), far=40)


def test_everyone_is_brought_here_and_may_go_back(board: BoardOnline, host: Person) -> None:
    ana = board.joins("Ana")
    ana.sees("We need data")
    before = place(ana)
    goes_elsewhere(host)
    menu(host, "bring.everyone")
    toast = ana.page.locator(".toast")
    expect(toast).to_contain_text(say("bring.done", name="Host"))
    stands_like(ana, host)
    assert abs(place(ana)[1] - before[1]) > 200
    toast.get_by_role("button", name=say("bring.back")).click()
    stands_at(ana, before)


def test_others_follow_the_leader_until_they_move(board: BoardOnline, host: Person) -> None:
    ana = board.joins("Ana")
    menu(host, "follow.lead")
    expect(host.page.locator(".follow-bar")).to_contain_text(say("follow.you_lead"))
    follows(ana, "Host")
    goes_elsewhere(host)
    stands_like(ana, host)
    late = board.joins("Bea")
    follows(late, "Host")
    stands_like(late, host)
    finds_nothing(ana.page)
    goes_elsewhere(ana)
    expect(ana.button("follow.again")).to_be_visible()
    follows(late, "Host")
    ana.button("follow.again").click()
    stands_like(ana, host)
    host.button("follow.release").click()
    expect(ana.page.locator(".follow-bar")).to_have_count(0)


def test_the_board_is_presented_by_keyboard_on_all_screens(board: BoardOnline, host: Person) -> None:
    ana = board.joins("Ana")
    host.canvas.focus()
    host.page.keyboard.press("Shift+p")
    for person in (host, ana):
        sees_slide(person, "Getting our reviews ready")
    expect(stage(host).locator(".slide-title")).to_be_focused()
    for key, title in (("ArrowRight", "Data"), ("PageDown", "We need data"), ("Space", "We need money"), ("2", "Capacity"),
                       ("PageUp", "We need money"), ("End", "A desk for data"), ("Home", "Getting our reviews ready")):
        host.page.keyboard.press(key)
        sees_slide(ana, title)
        sees_slide(host, title)
        expect(stage(host).locator(".slide-title")).to_be_focused()
    expect(stage(ana).locator(".stage-place")).to_contain_text(say("stage.n_of_m", n=1, m=6))
    late = board.joins("Bea", phone=True, language="ar")
    expect(late.page.locator(".stage .slide-title")).to_have_text("Getting our reviews ready")
    for person in (host, ana, late):
        finds_nothing(person.page)
    host.page.keyboard.press("Escape")
    for person in (host, ana):
        expect(stage(person)).to_have_count(0)
    expect(host.page.locator("#canvas").locator(":focus")).to_have_count(1)


def test_a_presentation_may_be_left_and_entered_again(board: BoardOnline, host: Person) -> None:
    ana = board.joins("Ana")
    menu(host, "stage.start")
    stage(ana).get_by_role("button", name=say("stage.leave")).click()
    expect(stage(ana)).to_have_count(0)
    sees_slide(host, "Getting our reviews ready")
    host.page.keyboard.press("PageDown")
    ana.button("stage.back").click()
    sees_slide(ana, "Data")
    ana.page.keyboard.press("PageDown")
    ana.page.keyboard.press("Escape")
    expect(ana.button("stage.back")).to_be_visible()
    sees_slide(host, "Data")
    stage(host).get_by_role("button", name=say("stage.end")).click()
    expect(ana.button("stage.back")).to_have_count(0)


def test_of_two_who_present_the_last_one_wins(board: BoardOnline, host: Person) -> None:
    other = board.joins("Olga", role="facilitator")
    menu(host, "stage.start")
    sees_slide(other, "Getting our reviews ready")
    other.page.keyboard.press("2")
    sees_slide(host, "Capacity")
    expect(stage(host).locator(".stage-place")).to_contain_text(say("stage.by", name="Olga"))
    host.page.keyboard.press("Escape")
    expect(stage(host)).to_have_count(0)
    sees_slide(other, "Capacity")


def test_what_is_empty_is_said_to_be_and_what_goes_is_noticed(board: BoardOnline, host: Person) -> None:
    ana = board.joins("Ana")
    board.changes(["add", "theme", {"id": "empty", "title": "Empty", "color": "rose", "sign": "ring", "order": 9}])
    (note,) = board.has_notes("Soon gone")
    menu(host, "stage.start")
    expect(stage(host).locator(".slide-title")).to_be_focused()
    host.page.keyboard.press("3")
    expect(stage(ana)).to_contain_text(say("stage.empty_theme"))
    board.changes(["set", "board", board.id, {"stage": {"type": "note", "id": note}}])
    sees_slide(ana, "Soon gone")
    board.changes(["remove", "note", note])
    sees_slide(ana, say("stage.gone"))


def test_results_of_a_round_are_presented_at_the_end(board: BoardOnline, host: Person) -> None:
    (note,) = board.has_notes("We need people")
    ana = board.joins("Ana")
    fields = {"title": "What first?", "votes": 3, "most": 0, "on": "notes", "kinds": [], "themes": [], "live": False}
    board.changes(["add", "round", {"id": "first", **fields}])
    board.changes(["set", "round", "first", {"state": "open"}])
    board.changes(["add", "vote", {"id": "dot", "round": "first", "target": note, "proxy": False}])
    board.changes(["set", "round", "first", {"state": "closed"}])
    menu(host, "stage.start")
    expect(stage(host).locator(".slide-title")).to_be_focused()
    host.page.keyboard.press("End")
    sees_slide(ana, "What first?")
    expect(stage(ana)).to_contain_text("We need people")
    expect(stage(ana)).to_contain_text(say("result.votes", count=1))
    finds_nothing(ana.page)
    board.changes(["set", "board", board.id, {"stage": {"type": "note", "id": note}}])
    sees_slide(ana, "We need people")
    expect(stage(ana)).to_contain_text(say("result.votes", count=1))


def test_a_call_reaches_the_outline_too(board: BoardOnline, host: Person) -> None:
    board.has_notes(*(f"Number {number}" for number in range(40)))
    ana = board.joins("Ana", phone=True, full=True)
    capacity = ana.theme("Capacity")
    expect(capacity).not_to_be_in_viewport()
    host.canvas.focus()
    host.page.locator(".zone-head", has_text="Capacity").dispatch_event("click")
    host.page.keyboard.press("Shift+b")
    expect(capacity).to_be_in_viewport()
    ana.page.locator(".toast").get_by_role("button", name=say("bring.back")).click()
    expect(capacity).not_to_be_in_viewport()


def test_a_theme_is_locked_from_its_heading(board: BoardOnline, host: Person) -> None:
    host.theme("Data").get_by_role("button", name=say("theme.lock")).click()
    expect(host.theme("Data")).to_contain_text(re.compile(re.escape(say("theme.locked"))))
    host.theme("Data").get_by_role("button", name=say("theme.unlock")).click()
    expect(host.theme("Data")).not_to_contain_text(say("theme.locked"))
