"""Light and dark: as the device says, or as chosen here and remembered; paper and print stay light."""

from __future__ import annotations

from browser.people import BoardOnline
from browser.words import say
from playwright.sync_api import Page, expect

DARK, LIGHT = "rgb(16, 20, 26)", "rgb(244, 245, 242)"


def ground(page: Page, colour: str) -> None:
    expect(page.locator("body")).to_have_css("background-color", colour)


def test_what_is_chosen_on_a_page_holds_on_all_and_after_loading_again(board: BoardOnline) -> None:
    [note] = board.has_notes("We need data")
    ana = board.joins("Ana")
    page = ana.context.new_page()
    page.goto("/")
    ground(page, LIGHT)
    page.emulate_media(color_scheme="dark")
    ground(page, DARK)
    choice = page.get_by_label(say("colours.choose"))
    choice.select_option("light")
    ground(page, LIGHT)
    page.emulate_media(color_scheme="light")
    choice.select_option("dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-colours", "dark")
    ground(page, DARK)

    page.goto(f"/board/{board.id}")
    expect(page.locator(f"#note-{note}")).to_have_css("background-color", "rgb(216, 231, 254)")
    expect(page.locator(f"#note-{note}")).to_have_css("color", "rgb(27, 35, 48)")
    expect(page.locator(".bar-end")).to_have_css("background-color", "rgb(23, 28, 36)")
    page.get_by_role("button", name=say("menu.open"), exact=True).click()
    chosen = page.get_by_role("menuitemradio", name=say("colours.dark"))
    expect(chosen).to_have_attribute("aria-checked", "true")
    page.get_by_role("menuitemradio", name=say("colours.system")).click()
    expect(page.locator(".bar-end")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert not [each for each in ana.context.cookies() if each["name"] == "colours"]


def test_print_is_light(board: BoardOnline) -> None:
    page = board.joins("Ana").context.new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(f"/board/{board.id}/print")
    expect(page.locator(".sheet")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(".sheet h1")).to_have_css("color", "rgb(27, 35, 48)")
    page.goto("/")
    page.emulate_media(color_scheme="dark", media="print")
    expect(page.locator("h1").first).to_have_css("color", "rgb(27, 35, 48)")
