"""The focus is never lost: whatever others do to what has it, and whatever one closes, one goes on by keyboard from near there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from browser.people import BoardOnline, Person
from browser.test_answers import reads
from browser.test_votes import opens_round, plus
from browser.words import say
from playwright.sync_api import Locator, Route, expect

GAPS = {"id": "gaps", "theme": "data", "title": "Gaps", "x": 40, "y": 60, "w": 400, "h": 300}
Event = Callable[["Stage"], Any]


class Stage:
    """Ana at a board with three challenges and a cluster; what others do goes through the board."""

    def __init__(self, board: BoardOnline, ana: Person) -> None:
        self.board, self.ana, self.page = board, ana, ana.page
        self.first, self.second, self.third, self.inside = board.has_notes("First", "Second", "Third", "Inside")
        board.changes(["add", "cluster", GAPS], ["set", "note", self.inside, {"cluster": "gaps"}])

    def votes(self) -> Locator:
        self.round = opens_round(self.board)
        return plus(self.ana, "Second")

    def others(self, *steps: Any) -> None:
        self.board.changes(*steps)

    def removes(self, note: str) -> None:
        self.others(["remove", "note", note])

    def sets(self, note: str, **fields: Any) -> None:
        self.others(["set", "note", note, fields])


def stands_on(ana: Person, place: Locator) -> None:
    """The focus is on this, and this can be seen."""
    expect(ana.page.locator(":focus")).to_have_count(1)
    expect(place).to_be_focused()
    expect(place).to_be_in_viewport()


def line(text: str) -> Callable[[Stage], Locator]:
    return lambda stage: stage.ana.line(text)


def option(text: str) -> Callable[[Stage], Locator]:
    return lambda stage: stage.ana.note(text)


def title(stage: Stage) -> Locator:
    return stage.page.locator(".board-cluster")


def toggle(stage: Stage) -> Locator:
    return stage.ana.outline.locator(".cluster-toggle")


def field_of(stage: Stage) -> Locator:
    stage.ana.line("Second").click()
    return stage.ana.outline.get_by_label(say("note.text_label"), exact=True)


def adding(stage: Stage) -> Locator:
    stage.ana.theme("Data").get_by_role("button", name=say("add.note")).click()
    return stage.ana.outline.get_by_role("textbox", name=say("add.text", theme="Data"))


OUTLINE: dict[str, tuple[Callable[[Stage], Locator], Event, Callable[[Stage], Locator]]] = {
    "deletes it": (line("Second"), lambda stage: stage.removes(stage.second), line("Third")),
    "deletes the last": (line("Third"), lambda stage: stage.removes(stage.third), line("Second")),
    "deletes all around it too": (
        line("Second"), lambda stage: stage.others(*(["remove", "note", each] for each in (stage.first, stage.second, stage.third))),
        lambda stage: stage.page.locator(":focus").and_(stage.page.locator(".theme[data-theme=data] *"))),
    "deletes what is written in": (field_of, lambda stage: stage.removes(stage.second), line("Third")),
    "moves it to another theme": (line("Second"), lambda stage: stage.sets(stage.second, theme="capacity"), line("Second")),
    "puts it into a cluster": (line("Second"), lambda stage: stage.sets(stage.second, cluster="gaps"), line("Second")),
    "takes it out of its cluster": (line("Inside"), lambda stage: stage.sets(stage.inside, cluster=""), line("Inside")),
    "hides it": (line("Second"), lambda stage: stage.sets(stage.second, hidden="It names a person"), line("Third")),
    "folds its cluster": (line("Inside"), lambda stage: stage.others(["set", "cluster", "gaps", {"collapsed": True}]), toggle),
    "dissolves the cluster": (
        toggle, lambda stage: stage.others(["remove", "cluster", "gaps"]),
        lambda stage: stage.page.locator(":focus").and_(stage.page.locator(".theme[data-theme=data] *"))),
    "closes the round": (
        lambda stage: stage.votes(), lambda stage: stage.others(["set", "round", stage.round, {"state": "closed"}]), line("Second")),
    "forbids what is being written": (
        adding, lambda stage: stage.others(["set", "board", stage.board.id, {"may": ["comment"]}]),
        lambda stage: stage.page.locator(":focus").and_(stage.page.locator(".theme[data-theme=data] *"))),
}
CANVAS: dict[str, tuple[Callable[[Stage], Locator], Event, Callable[[Stage], Locator]]] = {
    "deletes it": (option("Second"), lambda stage: stage.removes(stage.second),
                   lambda stage: stage.page.locator("[role=option]:focus")),
    "moves it to another theme": (option("Second"), lambda stage: stage.sets(stage.second, theme="capacity", x=60, y=80), option("Second")),
    "hides it": (option("Second"), lambda stage: stage.sets(stage.second, hidden="It names a person"),
                 lambda stage: stage.page.locator("[role=option]:focus")),
    "folds its cluster": (option("Inside"), lambda stage: stage.others(["set", "cluster", "gaps", {"collapsed": True}]), title),
    "merges it": (option("Second"), lambda stage: stage.sets(stage.second, merged_into=stage.first), option("First")),
    "dissolves the cluster": (title, lambda stage: stage.others(["remove", "cluster", "gaps"]),
                              lambda stage: stage.page.locator("[role=option]:focus")),
}


@pytest.mark.parametrize("what", OUTLINE)
def test_in_the_outline_somebody(board: BoardOnline, what: str) -> None:
    start, event, end = OUTLINE[what]
    happens(Stage(board, reads(board.joins("Ana"))), start, event, end)


@pytest.mark.parametrize("what", CANVAS)
def test_on_the_canvas_somebody(board: BoardOnline, what: str) -> None:
    start, event, end = CANVAS[what]
    happens(Stage(board, board.joins("Ana")), start, event, end)


def happens(stage: Stage, start: Callable[[Stage], Locator], event: Event, end: Callable[[Stage], Locator]) -> None:
    may = ["challenge", "solution", "vote", "move", "group"]
    stage.others(["set", "board", stage.board.id, {"may": may, "edit_right": "everyone"}])
    expect(stage.page.get_by_text("Inside", exact=True).first).to_be_visible()
    place = start(stage)
    place.focus()
    stands_on(stage.ana, place)
    event(stage)
    settles(stage)
    stands_on(stage.ana, end(stage))


def settles(stage: Stage) -> None:
    """What happened before has reached the page: a note that comes after it is there."""
    stage.board.has_notes("After", theme="capacity")
    expect(stage.page.get_by_text("After", exact=True).first).to_be_visible()


def test_the_harness_notices_a_lost_focus(board: BoardOnline) -> None:
    stage = Stage(board, reads(board.joins("Ana")))
    stage.ana.line("Second").focus()
    stage.page.evaluate("document.activeElement.blur()")
    with pytest.raises(AssertionError):
        expect(stage.page.locator(":focus")).to_have_count(1, timeout=500)


def test_after_what_one_does_oneself(board: BoardOnline) -> None:
    stage = Stage(board, board.joins("Ana", role="facilitator"))
    ana, page, keyboard = stage.ana, stage.page, stage.page.keyboard
    ana.note("Second").focus()
    keyboard.press("Delete")
    ana.sees_no("Second")
    stands_on(ana, page.locator("[role=option]:focus"))
    keyboard.press("Control+z")
    ana.sees("Second")
    stands_on(ana, page.locator("[role=option]:focus"))

    ana.note("Second").focus()
    keyboard.press("Shift+F10")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    keyboard.press("Escape")
    stands_on(ana, ana.note("Second"))

    keyboard.press("Shift+F10")
    page.get_by_role("menuitem", name=say("action.link_solution"), exact=True).press("Enter")
    expect(page.locator("dialog[open]")).to_be_visible()
    keyboard.press("Escape")
    stands_on(ana, ana.note("Second"))

    keyboard.press("Shift+F10")
    page.get_by_role("menuitem", name=say("action.delete"), exact=True).press("Enter")
    ana.sees_no("Second")
    stands_on(ana, page.locator("[role=option]:focus"))
    undo = page.locator(".toast").get_by_role("button", name=say("toast.undo"))
    undo.press("Enter")
    ana.sees("Second")
    expect(page.locator(".toast")).to_have_count(0)
    expect(page.locator(":focus")).to_have_count(1)

    for switch in ("view.outline", "view.board"):
        ana.button(switch).press("Enter")
        expect(page.locator(".bar-start :focus")).to_have_count(1)
    ana.note("Third").focus()
    keyboard.press("F2")
    ana.context.set_offline(True)
    ana.is_offline()
    ana.context.set_offline(False)
    ana.is_saved()
    stands_on(ana, ana.writing)
    keyboard.press("Escape")
    stands_on(ana, ana.note("Third"))


def test_after_the_language_is_another(board: BoardOnline) -> None:
    stage = Stage(board, board.joins("Ana"))
    menu = stage.page.get_by_role("button", name=say("language.choose"), exact=True)
    menu.press("Enter")
    stage.page.get_by_role("menuitemradio", name="العربية").press("Enter")
    expect(stage.page.locator("html")).to_have_attribute("dir", "rtl")
    stands_on(stage.ana, stage.page.get_by_role("button", name=say("language.choose", "ar"), exact=True))


def test_when_a_window_goes_by_itself(board: BoardOnline) -> None:
    stage = Stage(board, board.joins("Ana", role="facilitator"))
    ana, page = stage.ana, stage.page
    ana.note("Second").focus()
    page.keyboard.press("Shift+F10")
    page.get_by_role("menuitem", name=say("action.link_solution"), exact=True).press("Enter")
    expect(page.locator("dialog[open]")).to_be_visible()
    stage.removes(stage.second)
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(":focus")).to_have_count(1)
    stands_on(ana, page.locator(".board-viewport :focus"))

    ana.note("Third").focus()
    page.keyboard.press("Shift+F10")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    stage.removes(stage.third)
    ana.sees_no("Third")
    expect(page.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(":focus")).to_have_count(1)

    stage.others(["set", "board", board.id, {"private": True}])
    page.locator(".banner-private button").focus()
    stage.others(["set", "board", board.id, {"private": False}])
    expect(page.locator(".banner-private")).to_have_count(0)
    expect(page.locator(":focus")).to_have_count(1)

    ana.note("First").focus()
    stage.others(["set", "board", board.id, {"stage": {"type": "board", "id": board.id}}])
    expect(page.locator("dialog.stage :focus")).to_have_count(1)
    stage.others(["set", "board", board.id, {"stage": None}])
    expect(page.locator("dialog.stage")).to_have_count(0)
    stands_on(ana, ana.note("First"))


def test_when_the_board_is_closed_to_somebody(board: BoardOnline) -> None:
    stage = Stage(board, board.joins("Ana"))
    stage.ana.note("First").focus()
    found = board.helper.get(f"/api/boards/{board.id}/snapshot", headers={"Authorization": f"Bearer {board.token}"}).json()
    seat = next(each["id"] for each in found["records"]["seat"] if each["name"] == "Ana")
    stage.others(["set", "seat", seat, {"blocked": True}])
    expect(stage.page.locator(".lost")).to_be_visible()
    stands_on(stage.ana, stage.page.locator(".lost a:focus"))


def test_a_closed_panel_gives_the_focus_back(board: BoardOnline) -> None:
    for phone in (False, True):
        ana = board.joins("Ana", phone=phone, full=True)
        people = ana.page.get_by_role("button", name=re.compile(r"^\d+ here$")).first
        people.press("Enter")
        expect(ana.page.locator("#panel")).to_be_visible()
        ana.page.get_by_role("button", name=say("panel.close"), exact=True).press("Enter")
        expect(ana.page.locator("#panel")).to_have_count(0)
        stands_on(ana, people)


def test_escape_takes_back_a_dialog_that_is_still_on_its_way(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    holding, held = [True], list[Route]()
    ana.page.route("**/*", lambda route: held.append(route) if holding else route.continue_())
    with ana.page.expect_request("**/*") as asked:
        ana.button("help.open").press("Enter")
    ana.page.keyboard.press("Escape")       # on a quick machine before it is said that something comes
    with ana.page.expect_response(asked.value.url):
        holding.clear()
        for route in held:
            route.continue_()
    ana.page.wait_for_load_state("networkidle")
    expect(ana.page.locator("dialog[open]")).to_have_count(0)
    ana.button("help.open").click()
    expect(ana.page.get_by_role("dialog", name=say("help.title"))).to_be_visible()
