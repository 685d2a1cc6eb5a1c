"""The next workshop from a board, the earlier one read beside it, and what became of the challenges."""

from __future__ import annotations

import re
from typing import Any

from browser.people import BoardOnline, Person
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Locator, Page, Route, expect


def opens_menu(person: Person, key: str) -> None:
    person.button("menu.open").click()
    person.page.get_by_role("menuitem", name=say(key), exact=True).click()


def follows(board: BoardOnline, **wish: Any) -> dict[str, Any]:
    """The board after this one."""
    return board._post(f"/api/boards/{board.id}/next", {"title": "May", "carry": {"unanswered": True}, **wish}, token=board.token)


def opens(board: BoardOnline, made: dict[str, Any], path: str = "", *, role: str = "participant", **more: Any) -> Page:
    """Somebody with a seat on a board that was made from this one."""
    context = board.context(**more)
    answer = context.request.post(f"/api/boards/{made['board']}/seats", data={"key": made["links"][role].split("#")[1], "name": "Zoe"})
    assert answer.ok, answer.text()
    page = context.new_page()
    page.goto(f"/board/{made['board']}{path}")
    return page


def comes_along(dialog: Locator, text: str) -> None:
    expect(dialog.locator(".next-coming")).to_contain_text(text)


def preview(count: int, kinds: str, themes: int) -> str:
    return say("next.preview", count=count, kinds=kinds, themes=say("next.in_themes", count=themes))


def test_the_next_board_begins_with_what_this_one_left_open(board: BoardOnline) -> None:
    challenge, _ = board.has_notes("No census", "No money")
    solution, = board.has_notes("Count ourselves", kind="solution")
    board.changes(["add", "answer", {"id": "a1", "solution": solution, "challenge": challenge}])
    fatima = board.joins("Fatima", role="facilitator")
    opens_menu(fatima, "next.open")
    dialog = fatima.page.get_by_role("dialog")
    dialog.get_by_label(say("next.name")).fill("")
    dialog.get_by_role("button", name=say("next.make_next")).click()
    expect(dialog.get_by_role("alert")).to_have_text(say("next.name_missing"))
    dialog.get_by_label(say("next.name")).fill("May workshop")
    comes_along(dialog, preview(1, say("export.count_challenges", count=1), 1))
    finds_nothing(fatima.page)
    dialog.get_by_role("button", name=say("next.make_next")).click()
    link = dialog.locator("#made-facilitator")
    expect(link).to_have_value(re.compile("/join/.+#"))
    finds_nothing(fatima.page)
    dialog.get_by_role("link", name=say("next.open_board")).evaluate("link => link.removeAttribute('target')")
    dialog.get_by_role("link", name=say("next.open_board")).click()

    page = fatima.page
    page.get_by_label(say("join.name"), exact=True).fill("Fatima")
    page.get_by_role("button", name=say("join.join")).click()
    carried = page.get_by_role("option", name="No money")
    expect(carried).to_have_accessible_name(re.compile(say("origin.was_open")))
    expect(page.get_by_role("option", name="No census")).to_have_count(0)
    opens_menu(fatima, "panel.earlier")
    panel = page.locator("#panel")
    expect(panel.get_by_text("Count ourselves")).to_be_visible()
    finds_nothing(page)
    panel.get_by_role("searchbox").fill("money")
    expect(panel.get_by_text("Count ourselves")).to_have_count(0)
    panel.get_by_role("button", name=say("earlier.here", text="No money")).click()
    expect(carried).to_have_attribute("aria-selected", "true")


def test_notes_go_to_other_themes_and_the_links_are_not_lost(board: BoardOnline) -> None:
    board.has_notes("No census", theme="data")
    board.has_notes("No money", theme="capacity")
    page = board.joins("Fatima", role="facilitator").page
    page.goto(f"/board/{board.id}/series")
    page.get_by_role("link", name=say("next.title")).click()
    dialog = page.get_by_role("dialog", name=say("next.title"))
    comes_along(dialog, preview(2, say("export.count_challenges", count=2), 2))
    dialog.get_by_label(say("next.themes_other")).check()
    dialog.get_by_role("button", name=say("next.theme_remove", title="Capacity")).click()
    comes_along(dialog, preview(2, say("export.count_challenges", count=2), 1))
    dialog.get_by_role("button", name=say("next.theme_add")).click()
    dialog.get_by_role("button", name=say("next.make_next")).click()
    expect(dialog.get_by_role("alert")).to_have_text(say("next.theme_missing"))
    fresh = dialog.get_by_label(say("next.theme_name", number=2), exact=True)
    expect(fresh).to_be_focused()
    fresh.fill("Money")
    dialog.get_by_label(say("next.mapping_of", title="Capacity")).select_option(label="Money")
    comes_along(dialog, preview(2, say("export.count_challenges", count=2), 2))
    dialog.get_by_role("button", name=say("next.make_next")).click()

    ready = page.get_by_role("dialog", name=say("next.ready"))
    expect(ready.locator("#made-recovery")).to_have_value(re.compile("/join/.+#"))
    for _ in range(3):      # what a page cannot forbid
        page.keyboard.press("Escape")
    expect(ready.get_by_role("alert")).to_contain_text(say("next.sure"))
    with page.expect_download() as download:
        ready.get_by_role("alert").get_by_role("button", name=say("home.download_links")).click()
    assert ready.locator("#made-facilitator").input_value() in download.value.path().read_text("utf-8-sig")
    ready.locator("header").get_by_role("button", name=say("action.close")).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_next_board_can_be_asked_for_before_this_one_is_here(board: BoardOnline) -> None:
    page = board.joins("Fatima", role="facilitator").page
    holding, held = [True], list[Route]()
    page.route("**/snapshot*", lambda route: held.append(route) if holding else route.continue_())
    page.goto("about:blank")
    page.goto(f"/board/{board.id}#next", wait_until="commit")
    page.wait_for_function("() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/ui/next_dialog'))")
    expect(page.get_by_role("dialog", name=say("state.loading"))).to_be_visible()
    holding.clear()
    for route in held:
        route.continue_()
    dialog = page.get_by_role("dialog", name=say("next.title"))
    expect(dialog.get_by_label(say("next.name"), exact=True)).to_have_value("Getting our reviews ready")


def test_a_copy_is_made_with_a_title_of_its_own(board: BoardOnline) -> None:
    board.has_notes("No census")
    page = board.joins("Fatima", role="facilitator").page
    page.goto(f"/board/{board.id}#next")
    page.get_by_role("radio", name=say("next.way_copy")).check()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label(say("next.name"))).to_have_value(say("next.name_copy", title="Getting our reviews ready"))
    finds_nothing(page)
    dialog.get_by_role("button", name=say("next.make"), exact=True).click()
    made = {"board": dialog.locator("#made-viewer").input_value().split("/join/")[1].split("#")[0],
            "links": {"viewer": dialog.locator("#made-viewer").input_value()}}
    expect(opens(board, made, role="viewer").get_by_role("option", name="No census")).to_be_visible()


def test_the_series_tells_what_became_of_each_challenge(board: BoardOnline) -> None:
    _, done, _ = board.has_notes("No census", "No room", "No money")
    board.changes(["set", "note", done, {"status": "solved"}])
    page = opens(board, follows(board, carry={"statuses": ["solved"]}), "/series", language="ar")
    expect(page.locator(".series-board")).to_have_count(2)
    expect(page.locator(".series-thread")).to_have_count(3)
    left = page.locator(".series-threads").last
    expect(page.get_by_role("heading", name=say("series.group_left", language="ar"))).to_be_visible()
    expect(left).to_contain_text("No census")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    finds_nothing(page)
    page.get_by_role("link", name=re.compile(say("status.solved", language="ar"))).click()
    expect(page.locator(".series-thread")).to_have_count(1)
    expect(page.locator(".series-thread")).to_contain_text("No room")
    page.get_by_role("link", name=say("series.report", language="ar")).click()
    expect(page.get_by_role("dialog", name=say("export.title", language="ar"))).to_be_visible()


def test_who_may_not_read_the_earlier_board_is_told_and_a_facilitator_opens_it(board: BoardOnline) -> None:
    board.has_notes("No census")
    made = follows(board, carry={}, readable=False)
    page = opens(board, made, "/series")
    expect(page.get_by_text(say("earlier.closed"))).to_be_visible()
    expect(page.get_by_text("No census")).to_have_count(0)
    lead = opens(board, made, role="facilitator")
    lead.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("facilitator"), "name": "Zoe"})
    lead.get_by_role("button", name=say("menu.open"), exact=True).click()
    lead.get_by_role("menuitem", name=say("panel.earlier")).click()
    expect(lead.locator("#panel").get_by_text("No census")).to_be_visible()
    with lead.expect_response("**/series"):
        lead.locator(".earlier-share").get_by_role("checkbox").check()
    page.reload()
    expect(page.get_by_text("No census")).to_be_visible()
