"""The language changes at any time and nothing typed is lost; Nepali, which the browser does not know, has its own digits."""

from __future__ import annotations

from browser.people import HIDE, BoardOnline, watch
from browser.words import say
from playwright.sync_api import expect


def test_the_board_speaks_nepali_at_once_with_its_own_digits_and_keeps_what_was_typed(board: BoardOnline) -> None:
    board.has_notes(*(f"note {number}" for number in range(12)))
    ana = board.joins("Ana", role="facilitator")
    page = ana.page
    page.evaluate("window.same = true")
    field = page.get_by_role("searchbox").first
    field.fill("note 1")
    ana.button("language.choose").click()
    page.get_by_role("menuitemradio", name=say("language.name", "ne")).click()
    expect(page.locator("html")).to_have_attribute("lang", "ne")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    expect(field).to_have_value("note 1")
    expect(ana.saved).to_contain_text(say("state.saved", "ne"))
    expect(page.locator(".board-zones")).to_contain_text("१२")
    assert page.evaluate("window.same") and not ana.faults


def test_a_door_in_another_language_keeps_what_was_typed(board: BoardOnline) -> None:
    faults: list[str] = []
    page = board.context(language="en").new_page()
    watch(page, faults)
    page.goto(f"/join/{board.id}#{board.code}")
    page.locator("#name").fill("प्रतिनिधि Ana (رنا)")
    page.locator("#association").fill("KS")
    page.locator("#more summary").click()
    page.locator("#role_title").fill("Mayor")
    page.locator("#language").select_option("ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#name")).to_have_value("प्रतिनिधि Ana (رنا)")
    expect(page.locator("#association")).to_have_value("KS")
    expect(page.locator("#role_title")).to_be_visible()
    expect(page.locator("#role_title")).to_have_value("Mayor")
    expect(page.locator("#seat-language")).to_have_value("ar")
    assert not faults


def test_a_new_board_in_another_language_keeps_title_and_themes(board: BoardOnline) -> None:
    faults: list[str] = []
    page = board.context(language="en").new_page()
    watch(page, faults)
    page.goto("/")
    page.locator("#title").fill("Our March workshop")
    page.locator("#board-language").select_option("nb")
    expect(page.locator("#theme-chips")).to_contain_text(say("theme.default.data", "nb"))
    page.locator("#language").select_option("ne")
    expect(page.locator("html")).to_have_attribute("lang", "ne")
    expect(page.locator("#title")).to_have_value("Our March workshop")
    expect(page.locator("#board-language")).to_have_value("nb")
    expect(page.locator("#theme-chips")).to_contain_text(say("theme.default.data", "nb"))
    page.locator("#themes-edit summary").click()
    page.locator("#themes input").first.fill("Kysten")
    page.locator("#language").select_option("es")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator("#theme-chips")).to_contain_text("Kysten")
    expect(page.locator("#theme-chips")).to_contain_text(say("theme.default.data", "nb"))
    assert not faults


def test_a_language_that_cannot_be_fetched_leaves_the_old_one_and_says_so(board: BoardOnline) -> None:
    board.has_notes("Water")
    ana = board.joins("Ana", role="facilitator")
    page = ana.page
    title = page.title()
    page.route("**/i18n/nb/**", lambda route: route.abort())
    ana.button("language.choose").click()
    page.get_by_role("menuitemradio", name=say("language.name", "nb")).click()
    said = page.locator(".toast")
    expect(said).to_contain_text(say("language.failed", wanted=say("language.name", "nb"), old=say("language.name")))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(ana.saved).to_contain_text(say("state.saved"))
    ana.sees("Water")
    page.unroute_all()
    said.get_by_role("button", name=say("state.try_now")).click()
    expect(page.locator("html")).to_have_attribute("lang", "nb")
    expect(page.locator('link[rel="manifest"]')).to_have_attribute("href", "/manifest/nb.webmanifest")
    expect(page).to_have_title(title)
    assert not ana.faults


def test_the_number_in_the_tab_s_title_is_written_in_the_language_chosen(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    title = ana.page.title()
    ana.page.evaluate(HIDE, True)
    board.has_notes("One", "Two")
    expect(ana.page).to_have_title(f"(2) {title}")
    ana.button("language.choose").click()
    ana.page.get_by_role("menuitemradio", name=say("language.name", "ne")).click()
    expect(ana.page).to_have_title(f"(२) {title}")
    expect(ana.page.locator("html")).to_have_attribute("lang", "ne")


def test_a_phone_goes_back_to_its_language_when_another_cannot_be_fetched(board: BoardOnline) -> None:
    ana = board.joins("Ana", phone=True)
    ana.thumb.opens("phone.more")
    choice = ana.page.get_by_label(say("language.choose"))
    expect(choice).to_have_value("en")
    ana.page.route("**/i18n/ar/**", lambda route: route.abort())
    choice.select_option("ar")
    said = say("language.failed", wanted=say("language.name", "ar"), old=say("language.name"))
    expect(ana.page.locator(".toast")).to_contain_text(said)
    expect(choice).to_have_value("en")
    expect(ana.page.locator("html")).to_have_attribute("dir", "ltr")
