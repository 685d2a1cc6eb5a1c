"""The canvas in a session: clusters by mouse and by keyboard alone, links drawn by hand, votes by key, and what is locked."""

from __future__ import annotations

import re

from browser.people import BoardOnline, Person, middle
from browser.test_axe import finds_nothing
from browser.test_votes import opens_round
from browser.words import say
from playwright.sync_api import Locator, expect


def cluster(person: Person, title: str) -> Locator:
    """A cluster's frame with its title."""
    return person.page.locator(".board-cluster").filter(has_text=title)


def holds(person: Person, title: str, count: int) -> None:
    words = re.escape(say("canvas.cluster", title=title, count=count))
    expect(cluster(person, title)).to_have_attribute("aria-label", re.compile(f"^{words}"))


def names_it(person: Person, title: str) -> None:
    field = person.page.get_by_role("textbox", name=say("cluster.title"))
    expect(field).to_be_focused()
    person.page.keyboard.type(title)
    person.page.keyboard.press("Enter")
    expect(cluster(person, title)).to_be_focused()


def chooses(person: Person, *texts: str) -> None:
    for i, text in enumerate(texts):
        person.note(text).click(modifiers=["Shift"] if i else [])


def drags_title(person: Person, title: str, to: tuple[float, float]) -> None:
    box = cluster(person, title).bounding_box()
    assert box
    mouse = person.page.mouse
    mouse.move(box["x"] + 30, box["y"] + 12)
    mouse.down()
    mouse.move(box["x"] + 50, box["y"] + 24)
    mouse.move(*to, steps=6)
    mouse.up()


def stored(board: BoardOnline) -> dict[str, str]:
    """Which note is in a cluster."""
    return {note["text"]: note["cluster"] for note in board.notes()}


def picks(person: Person, key: str, **values: object) -> None:
    person.page.get_by_role("menuitem", name=say(key, **values), exact=True).click()


def apart(person: Person, note: Locator, frame: Locator) -> bool:
    one, other = note.bounding_box(), frame.bounding_box()
    assert one and other
    return (one["x"] >= other["x"] + other["width"] - 1 or other["x"] >= one["x"] + one["width"] - 1
            or one["y"] >= other["y"] + other["height"] - 1 or other["y"] >= one["y"] + one["height"] - 1)


def test_a_cluster_from_the_mouse_to_the_end(board: BoardOnline) -> None:
    board.has_notes("No data", "Old data", "Data in drawers", "No money", "Stays")
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    first, last = host.note("No data").bounding_box(), host.note("Data in drawers").bounding_box()
    assert first and last
    mouse = host.page.mouse
    mouse.move(first["x"] + 10, first["y"] - 6)
    mouse.down()
    mouse.move(last["x"] + 30, last["y"] + 60, steps=6)
    mouse.up()
    host.button("canvas.group").click()
    names_it(host, "Data")
    holds(ana, "Data", 3)

    host.drags(host.note("No money"), cluster(host, "Data"))
    holds(ana, "Data", 4)
    stays = host.note("Stays")
    host.page.mouse.move(*middle(host.note("Old data")))
    host.page.mouse.down()
    host.page.mouse.move(*middle(stays), steps=4)
    host.page.mouse.move(middle(stays)[0] + 200, middle(stays)[1] + 20, steps=4)
    host.page.mouse.up()
    holds(ana, "Data", 3)
    host.is_saved()
    assert stored(board)["Old data"] == ""
    assert apart(host, host.note("Old data"), cluster(host, "Data"))

    capacity = host.page.locator(".zone", has_text="Capacity")
    drags_title(host, "Data", middle(capacity))
    expect(cluster(ana, "Data")).to_have_attribute("aria-label", re.compile("Capacity"))
    host.is_saved()
    assert {note["theme"] for note in board.notes() if note["cluster"]} == {"capacity"}

    cluster(host, "Data").click(button="right", position={"x": 30, "y": 12})
    picks(host, "cluster.tidy")
    cluster(host, "Data").press("c")
    expect(cluster(ana, "Data")).to_have_class(re.compile("collapsed"))
    ana.sees_no("No money")
    host.page.keyboard.press("1")
    host.button("canvas.cluster_expand", title="Data").click()
    ana.sees("No money")

    cluster(host, "Data").click(button="right", position={"x": 30, "y": 12})
    picks(host, "cluster.dissolve")
    expect(cluster(ana, "Data")).to_have_count(0)
    ana.sees("No money")
    host.button("action.undo").first.click()
    holds(ana, "Data", 3)


def test_the_lasso_offers_a_cluster(board: BoardOnline) -> None:
    board.has_notes("One", "Two", "Three", "Four")
    ana = board.joins("Ana")
    ana.button("dock.lasso").click()
    first, second = ana.note("One").bounding_box(), ana.note("Two").bounding_box()
    assert first and second
    mouse = ana.page.mouse
    mouse.move(first["x"] - 4, first["y"] - 4)
    mouse.down()
    for x, y in ((second["x"] + 110, second["y"] - 4), (second["x"] + 110, second["y"] + 110), (first["x"] - 4, first["y"] + 110)):
        mouse.move(x, y, steps=5)
    mouse.up()
    offer = ana.button("canvas.make_cluster", count=2)
    expect(offer).to_be_focused()
    finds_nothing(ana.page)
    ana.page.keyboard.press("Enter")
    names_it(ana, "First two")
    holds(ana, "First two", 2)


def test_clusters_by_keyboard_alone(board: BoardOnline) -> None:
    board.has_notes("One", "Two", "Three", "Four")
    ana, olga = board.joins("Ana"), board.joins("Olga")
    keyboard = ana.page.keyboard
    ana.canvas.focus()
    keyboard.press("Home")
    keyboard.press("Shift+ArrowRight")
    keyboard.press("g")
    names_it(ana, "Pair")
    holds(olga, "Pair", 2)
    finds_nothing(ana.page)

    keyboard.press("ArrowDown")
    expect(ana.note("One")).to_be_focused()
    keyboard.press("ArrowUp")
    expect(cluster(ana, "Pair")).to_be_focused()
    keyboard.press("F2")
    names_it(ana, "Couple")
    holds(olga, "Couple", 2)

    spoken = ana.page.locator("[aria-live]")
    ana.note("Three").click()
    goal, start = cluster(ana, "Couple").bounding_box(), ana.note("Three").bounding_box()
    assert goal and start
    keyboard.press("m")
    expect(ana.note("Three")).to_have_class(re.compile("lifted"))
    for _ in range(80):
        box = ana.note("Three").bounding_box()
        assert box
        dx = goal["x"] + goal["width"] / 2 - box["x"] - box["width"] / 2
        dy = goal["y"] + goal["height"] / 2 - box["y"] - box["height"] / 2
        if abs(dx) < 40 and abs(dy) < 40:
            break
        if abs(dx) > abs(dy):
            keyboard.press("Shift+ArrowRight" if dx > 0 else "Shift+ArrowLeft")
        else:
            keyboard.press("Shift+ArrowDown" if dy > 0 else "Shift+ArrowUp")
    expect(spoken.filter(has_text=say("canvas.over_cluster", title="Couple")).first).to_be_attached()
    keyboard.press("Enter")
    holds(olga, "Couple", 3)
    expect(ana.note("Three")).to_be_focused()

    keyboard.press("Shift+g")
    holds(olga, "Couple", 2)
    ana.note("One").click()
    keyboard.press("ArrowUp")
    expect(cluster(ana, "Couple")).to_be_focused()
    keyboard.press("Shift+F10")
    expect(ana.page.get_by_role("menuitem", name=say("cluster.rename"))).to_be_focused()
    keyboard.press("Escape")
    expect(cluster(ana, "Couple")).to_be_focused()
    keyboard.press("Shift+g")
    expect(cluster(olga, "Couple")).to_have_count(0)
    keyboard.press("Control+z")
    holds(olga, "Couple", 2)


def test_a_link_is_drawn_from_note_to_note(board: BoardOnline) -> None:
    _, money = board.has_notes("No data", "No money")
    board.has_notes("A desk for data", kind="solution")
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.note("A desk for data").click()
    handle = ana.page.locator(".link-handle")
    ana.drags(handle, ana.note("No data"))
    expect(olga.note("No data")).to_have_attribute("aria-label", re.compile(re.escape(say("answer.solutions_n", count=1))))
    expect(ana.page.locator(".board-links .link")).to_have_count(1)
    ana.drags(handle, ana.note("No data"))
    expect(ana.page.get_by_text(say("canvas.link_already")).first).to_be_attached()

    ana.note("No money").click()
    expect(ana.page.locator(".board-links .link")).to_have_count(0)
    expect(handle).to_have_attribute("data-id", money)     # it has moved there
    ana.drags(handle, ana.note("No data"))
    expect(ana.page.get_by_text(say("canvas.link_challenges")).first).to_be_attached()

    keyboard = ana.page.keyboard
    ana.note("No money").click()
    keyboard.press("k")
    expect(ana.note("A desk for data")).to_have_class(re.compile(r"\btarget\b"))
    expect(ana.note("No data")).to_have_class(re.compile(r"\bdimmed\b"))
    ana.note("A desk for data").click()
    expect(olga.note("A desk for data")).to_have_attribute("aria-label", re.compile(re.escape(say("answer.challenges_n", count=2))))


def test_two_notes_become_one(board: BoardOnline) -> None:
    board.has_notes("No data", "Nothing measured", "Other")
    ana, olga = board.joins("Ana"), board.joins("Olga")
    chooses(ana, "No data", "Nothing measured")
    ana.note("No data").click(button="right")
    picks(ana, "merge.do")
    olga.sees_no("Nothing measured")
    expect(olga.note("No data")).to_have_attribute("aria-label", re.compile(re.escape(say("canvas.merged", count=1))))
    expect(olga.note("No data").locator(".note-merged")).to_have_text("+1")


def test_votes_by_key_and_by_hand(board: BoardOnline) -> None:
    board.has_notes("No data", "No money")
    ana = board.joins("Ana")
    opens_round(board, votes=3, most=2)
    expect(ana.note("No data").locator("[data-vote=more]")).to_be_visible()
    ana.canvas.focus()
    keyboard = ana.page.keyboard
    keyboard.press("Home")
    keyboard.press("v")
    keyboard.press("v")
    mine = ana.note("No data").locator(".dot")
    expect(mine).to_have_count(2)
    keyboard.press("v")
    expect(ana.page.get_by_text(say("vote.most_reached", count=2)).first).to_be_attached()
    expect(mine).to_have_count(2)
    keyboard.press("Shift+v")
    expect(mine).to_have_count(1)
    ana.note("No money").locator("[data-vote=more]").click()
    expect(ana.note("No money").locator(".dot")).to_have_count(1)
    ana.note("No money").locator("[data-vote=less]").click()
    expect(ana.note("No money").locator(".dot")).to_have_count(0)
    expect(ana.page.locator(".vote-bar .votes-left")).to_contain_text(re.compile(r"^2\b"))
    finds_nothing(ana.page)


def test_what_is_locked_says_so(board: BoardOnline) -> None:
    [note, _] = board.has_notes("No data", "No money")
    board.changes(["set", "note", note, {"locked": True}])
    ana = board.joins("Ana")
    ana.canvas.focus()
    ana.page.keyboard.press("Home")
    ana.page.keyboard.press("Enter")
    expect(ana.page.get_by_text(say("canvas.why_locked")).first).to_be_attached()
    expect(ana.writing).to_have_count(0)
    before = ana.note("No data").bounding_box()
    ana.drags(ana.note("No data"), ana.note("No money"))
    host = board.joins("Host", role="facilitator")
    host.note("No data").press("m")
    expect(host.note("No data")).to_have_class(re.compile("lifted"))
    assert before
    assert {each["text"]: (each["x"], each["y"]) for each in board.notes()}["No data"] == (20, 56)
