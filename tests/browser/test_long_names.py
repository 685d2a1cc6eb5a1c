"""Names of sixty characters without a blank, in three scripts and in emoji, and text of mixed direction in every field: nothing sticks
out of where it belongs, on a desk and on a phone, and every text keeps a direction of its own."""

from __future__ import annotations

import re

from browser.measures import loose, spilling
from browser.people import BoardOnline
from browser.words import say
from playwright.sync_api import Page, expect

NAMES = {
    "latin": "W" * 60, "nepali": ("प्रतिनिधित्वसम्बन्धीकार्यसमितिसदस्यविश्वेश्वर" * 2)[:60],
    "arabic": ("عبدالرحمنالمستكفيباللهبنعبدالعزيزالأندلسيالقرطبي" * 2)[:60], "emoji": "👩🏽\u200d🌾" * 14 + "Anna",
}
MIXED = "رنا (Ana) 12-3: بيانات data"


def judged(page: Page, name: str, where: str | None = None) -> list[str]:
    return [f"{name}: {each}" for each in [*spilling(page, where), *loose(page, MIXED)]]


def fill(board: BoardOnline) -> None:
    board.changes(
        ["set", "board", board.id, {"title": MIXED}], ["set", "theme", "data", {"title": MIXED}],
        ["add", "cluster", {"id": "mixed", "theme": "data", "title": MIXED, "x": 40, "y": 400, "w": 400, "h": 240}],
        ["add", "step", {"id": "mixed-step", "title": MIXED, "task": MIXED, "may": ["challenge", "solution", "comment"], "minutes": 5}],
        ["set", "board", board.id, {"step": "mixed-step"}],
        ["add", "round", {"id": "mixed-round", "title": MIXED, "votes": 3, "most": 0, "state": "open"}],
    )
    for script, name in NAMES.items():
        answer = board.context().request.post(f"/api/boards/{board.id}/seats", data={
            "key": board.key("participant"), "name": name, "association": name, "role_title": MIXED})
        assert answer.ok, answer.text()
        note = f"note-of-{script}"
        board._post(f"/api/boards/{board.id}/changes", {"change_id": note, "steps": [
            ["add", "note", {"id": note, "kind": "challenge", "theme": "data", "text": f"{script} {MIXED}"}],
            ["add", "comment", {"id": f"comment-of-{script}", "note": note, "text": name}]]}, token=answer.json()["token"])


def test_long_names_and_mixed_text_stay_where_they_belong(board: BoardOnline) -> None:
    fill(board)
    found: list[str] = []
    host = board.joins(NAMES["latin"], NAMES["arabic"], role="facilitator")
    page = host.page
    expect(host.note("emoji")).to_be_visible()
    found += judged(page, "the board")
    widths = page.locator(".note .note-by").evaluate_all("(all) => all.map((each) => each.offsetWidth)")
    assert widths and max(widths) <= 142, "an author's line is wider than its note"
    host.note("latin").click(button="right")
    page.get_by_role("menuitem", name=say("action.details"), exact=True).click()
    expect(page.locator("#panel .inspector")).to_be_visible()
    found += judged(page, "a note's panel", "#panel")
    page.locator(".bar-end .button").filter(has_text=re.compile(".")).first.click()
    expect(page.locator("#panel .person")).not_to_have_count(0)
    found += judged(page, "people", "#panel")
    for key in ("agenda.title", "panel.votes", "moderation.open", "panel.participation"):
        page.get_by_role("button", name=say("menu.open"), exact=True).click()
        page.get_by_role("menuitem", name=say(key), exact=True).click()
        expect(page.locator("#panel .empty", has_text=say("state.loading"))).to_have_count(0)
        found += judged(page, key, "#panel")
    page.get_by_role("button", name=say("menu.open"), exact=True).click()
    page.get_by_role("menuitem", name=say("export.open"), exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text(say("export.title"))
    found += judged(page, "export", "dialog[open]")
    page.goto(f"/board/{board.id}/print?names=1")
    found += judged(page, "print")
    page.goto(f"/board/{board.id}")

    ana = board.joins(NAMES["nepali"], NAMES["emoji"], phone=True)
    for tab in ("phone.themes", "phone.mine", "panel.votes", "phone.more"):
        ana.thumb.opens(tab)
        found += judged(ana.page, f"phone {tab}")
    ana.thumb.opens("phone.themes")
    ana.thumb.opens_note("latin")
    found += judged(ana.page, "a note on a phone", "dialog[open]")
    assert not found, "\n".join(found)
