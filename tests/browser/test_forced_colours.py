"""Forced colours, as Windows' contrast themes ask for: what is pressed, chosen, current and focused is seen without any colour of ours."""

from __future__ import annotations

from browser.full_board import FullBoard
from browser.measures import unseen
from browser.people import BoardOnline
from browser.test_axe_walk import Walk
from browser.words import say
from playwright.sync_api import Locator, expect

LOOK = "((s) => [s.outlineStyle, s.outlineWidth, s.outlineColor])(getComputedStyle(each))"


def outline(place: Locator) -> str:
    return place.evaluate(f"(each) => ({LOOK}).join(' ')")


def computed(place: Locator, name: str, part: str = "") -> str:
    return place.evaluate("(each, [name, part]) => getComputedStyle(each, part)[name]", [name, part])


def test_everything_is_seen_in_forced_colours(board: BoardOnline) -> None:
    full = FullBoard(board).fill()
    walk = Walk(full, language="en", phone=False, dark=False)
    host, page = walk.person, walk.page
    page.emulate_media(forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    found: list[str] = []

    note, other = host.note("We need data"), host.note("A desk for data")
    other.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    expect(other).to_be_focused()
    both = outline(other)
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    expect(other).to_have_attribute("aria-selected", "false")
    focused = outline(other)
    page.keyboard.press("Space")
    expect(other).to_have_attribute("aria-selected", "true")
    host.canvas.evaluate("document.activeElement.blur()")
    looks = {"focused": focused, "both": both, "selected": outline(other), "neither": outline(note).split()[0]}
    assert len(set(looks.values())) == 4 and looks["neither"] == "none", looks
    assert computed(note, "borderTopWidth") != computed(other, "borderTopWidth")
    flag, bulb = (computed(each.locator(".note-kind"), "maskImage", "::before") for each in (note, other))
    assert "svg" in flag and "svg" in bulb and flag != bulb
    expect(note.locator(".note-kind")).to_have_text(say("kind.challenge"))
    note.focus()
    page.keyboard.press("v")
    expect(note.locator(".dot")).to_have_count(1)
    assert computed(note.locator(".dot").first, "backgroundColor") != computed(note, "backgroundColor")
    assert computed(page.locator("#panel .sign").first, "fill") == computed(page.locator("body"), "color")

    found += unseen(page, "header, #dock, #panel, .vote-bar")
    host.line("We need data").click()
    expect(page.locator("#panel .note-open")).to_be_visible()
    found += unseen(page, "#panel")
    for key in ("agenda.title", "panel.votes", "panel.matrix"):
        walk.chooses(key)
        expect(page.locator("#panel .empty", has_text=say("state.loading"))).to_have_count(0)
        found += unseen(page, "#panel")
    walk.chooses("export.open")
    expect(page.get_by_role("dialog", name=say("export.title"))).to_be_visible()
    found += unseen(page, "dialog[open]")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name=say("palette.field"))).to_be_focused()
    found += unseen(page, "dialog[open]")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.get_by_role("button", name=say("menu.open"), exact=True).click()
    found += unseen(page, ":popover-open")
    expect(page.locator(":popover-open [aria-checked=true] svg").first).to_be_visible()
    page.keyboard.press("Escape")

    page.goto("/")
    found += unseen(page, "main")
    checked = page.locator(".gallery-card").evaluate_all("(all) => all.map((each) => getComputedStyle(each).borderTopWidth)")
    assert len(set(checked)) == 2
    page.goto(f"/board/{board.id}")

    thumb = board.joins("Ana", phone=True)
    thumb.page.emulate_media(forced_colors="active")
    for tab in ("phone.themes", "phone.mine", "panel.votes", "phone.more"):
        thumb.thumb.opens(tab)
        found += unseen(thumb.page, ".phone")
    thumb.thumb.begins()
    found += unseen(thumb.page, "dialog[open]")
    assert not found, "\n".join(found)
