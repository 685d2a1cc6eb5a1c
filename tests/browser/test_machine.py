"""Suggestions by machine: by the browser on its device, by the host's translator, and none where the host has not switched it on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.people import BoardOnline, Person
from browser.server import Server
from browser.test_axe import finds_nothing
from browser.words import say
from libre import Libre
from playwright.sync_api import Locator, expect

SPANISH = "Faltan datos sobre el agua"
# The browser's translator as it is specified: Spanish to English, of which a language pack is fetched first.
TRANSLATOR = """window.asked = []; let fetched = false; let go
    window.fetches = new Promise((done) => (go = done)); window.letItCome = () => go()
    window.Translator = {
      async availability({ sourceLanguage, targetLanguage }) {
        return sourceLanguage === 'es' && targetLanguage === 'en' ? (fetched ? 'available' : 'downloadable') : 'unavailable'
      },
      async create({ sourceLanguage, targetLanguage, monitor }) {
        const target = new EventTarget(); monitor(target)
        target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 0.4 }))
        await window.fetches
        fetched = true; target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 1 }))
        return { async translate(text) { window.asked.push(text); return 'Machine: ' + text } }
      },
    }"""
NO_TRANSLATOR = "delete window.Translator"


@pytest.fixture
def libre() -> Iterator[Libre]:
    running = Libre()
    running.words[SPANISH] = "Water data missing"
    yield running
    running.stop()


@pytest.fixture
def serve(tmp_path: Path, open_board: Callable[..., BoardOnline]) -> Iterator[Callable[..., BoardOnline]]:
    """A board on a server of its own, with these settings."""
    running: list[Server] = []

    def start(**settings: str) -> BoardOnline:
        running.append(Server(tmp_path, **settings).start())
        return open_board(running[-1])
    yield start
    for each in running:
        each.stop()


def stored(board: BoardOnline) -> list[tuple[str, bool]]:
    answer = board.helper.get(f"/api/boards/{board.id}/snapshot", headers={"Authorization": f"Bearer {board.token}"})
    return sorted((each["text"], each["machine"]) for each in answer.json()["records"].get("translation", []))


def opens_round(person: Person) -> Locator:
    person.button("menu.open").click()
    person.page.get_by_role("menuitem", name=say("panel.interpreter"), exact=True).click()
    return person.page.locator("#panel")


def button(place: Locator, key: str, **values: object) -> Locator:
    return place.get_by_role("button", name=say(key, **values), exact=True)


def test_m1_nothing_is_offered_and_nothing_asked_unless_the_host_has_switched_it_on(board: BoardOnline) -> None:
    board.has_notes(SPANISH)
    ana = board.joins("Ana", role="facilitator")
    panel = opens_round(ana)
    expect(panel.get_by_role("textbox")).to_be_focused()
    expect(panel.locator("[class^=machine]")).to_have_count(0)
    ana.page.keyboard.type("Water")
    ana.page.keyboard.press("Enter")
    ana.is_saved()
    assert not [url for url in ana.requests if "translator" in url or "suggestion" in url]
    assert stored(board) == [("Water", False)]


def test_the_browser_suggests_on_its_device_and_says_so_first(serve: Callable[..., BoardOnline]) -> None:
    board = serve(BOARD_TRANSLATOR="browser")
    board.has_notes(SPANISH, "स्थानीय तहमा तथ्याङ्क छैन।")
    ana = board.joins("Ana", role="facilitator")
    ana.page.add_init_script(TRANSLATOR)
    ana.page.reload()
    panel = opens_round(ana)
    button(panel, "machine.suggest").click()
    expect(panel.get_by_role("group", name=say("machine.suggest"))).to_contain_text(say("machine.told_device"))
    assert ana.page.evaluate("asked") == [], "nothing before it was said"
    finds_nothing(ana.page)
    button(panel, "machine.go").press("Enter")
    expect(panel.get_by_text(say("machine.fetching", share="40%"))).to_be_visible()
    ana.page.evaluate("letItCome()")
    field = panel.get_by_role("textbox")
    expect(field).to_have_value(f"Machine: {SPANISH}")
    expect(field).to_be_focused()
    expect(panel.get_by_text(say("machine.filled"))).to_be_visible()
    finds_nothing(ana.page)
    ana.page.keyboard.press("Enter")
    expect(panel.get_by_text(say("machine.no_pair", **{"from": "Nepali", "to": "English"}))).to_be_visible()
    ana.is_saved()
    assert stored(board) == [(f"Machine: {SPANISH}", True)]
    assert not [url for url in ana.requests if "translator" in url or "suggestion" in url]


def test_a_browser_without_a_translator_is_told_so(serve: Callable[..., BoardOnline]) -> None:
    board = serve(BOARD_TRANSLATOR="browser")
    board.has_notes(SPANISH)
    ana = board.joins("Ana", role="facilitator")
    ana.page.add_init_script(NO_TRANSLATOR)
    ana.page.reload()
    panel = opens_round(ana)
    expect(panel.get_by_text(say("machine.none"))).to_be_visible()
    expect(button(panel, "machine.suggest")).to_have_count(0)
    assert not [url for url in ana.requests if "translator" in url or "suggestion" in url]


def test_m5_the_hosts_translator_fills_the_field_and_what_a_person_changes_is_theirs(
        serve: Callable[..., BoardOnline], libre: Libre) -> None:
    board = serve(BOARD_TRANSLATOR="server", BOARD_TRANSLATE_URL=libre.url)
    board.has_notes(SPANISH, "No hay presupuesto para los municipios")
    ana = board.joins("Ana", role="facilitator")
    ana.note(SPANISH).click()
    ana.page.locator(".tab", has_text=say("panel.note")).click()
    part = ana.page.locator(".tongues")
    button(part, "translation.add").click()
    button(part, "machine.suggest").click()
    expect(part).to_contain_text(say("machine.told_here"))
    assert libre.asked == []
    button(part, "machine.go").click()
    expect(part.get_by_role("textbox")).to_have_value("Water data missing")
    button(part, "action.keep").click()
    expect(part.locator(".translation-head")).to_contain_text(say("translation.by_machine"))
    panel = opens_round(ana)
    button(panel, "machine.suggest").click()          # it has been said once
    field = panel.get_by_role("textbox")
    expect(field).to_have_value("[en] No hay presupuesto para los municipios")
    field.fill("No budget for municipalities")
    expect(panel.locator(".machine-filled")).to_have_count(0)
    field.press("Enter")
    ana.is_saved()
    assert stored(board) == [("No budget for municipalities", False), ("Water data missing", True)]
    assert [each["q"] for each in libre.asked] == [SPANISH, "No hay presupuesto para los municipios"]


def test_the_round_gets_suggestions_for_the_next_and_can_be_stopped(serve: Callable[..., BoardOnline], libre: Libre) -> None:
    board = serve(BOARD_TRANSLATOR="server", BOARD_TRANSLATE_URL=libre.url)
    texts = [f"Faltan datos sobre el agua en el municipio número {number}" for number in range(1, 5)]
    board.has_notes(*texts)
    ana = board.joins("Ana", role="facilitator")
    panel = opens_round(ana)
    many = button(panel, "machine.prepare", count=4)
    many.click()
    libre.gate.clear()
    button(panel, "machine.go").click()
    expect(panel.get_by_text(say("machine.prepared", done=0, all=4))).to_be_visible()
    button(panel, "machine.stop").click()
    expect(many).to_be_visible()
    libre.gate.set()
    many.click()
    expect(panel.get_by_role("textbox")).to_have_value(f"[en] {texts[0]}")
    expect(many).to_have_count(0)
    expect(button(panel, "machine.stop")).to_have_count(0)
    assert stored(board) == [], "nothing is kept that nobody has looked at"
    for text in texts[:2]:
        expect(panel.get_by_role("textbox")).to_have_value(f"[en] {text}")
        panel.get_by_role("textbox").press("Enter")
    expect(panel.get_by_role("textbox")).to_have_value(f"[en] {texts[2]}")
    ana.is_saved()
    assert stored(board) == [(f"[en] {text}", True) for text in texts[:2]]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_goes_wrong_is_said_and_a_phone_can_translate_by_hand(
        serve: Callable[..., BoardOnline], libre: Libre, language: str) -> None:
    board = serve(BOARD_TRANSLATOR="server", BOARD_TRANSLATE_URL=libre.url)
    first, = board.has_notes("Water data are missing here")
    board.changes(["set", "note", first, {"language": "es"}])
    ana = board.joins("Ana", role="facilitator", phone=True, language=language)
    sheet = ana.thumb.opens_note("Water data are missing here")
    sheet.get_by_text(say("phone.change", language), exact=True).tap()
    sheet.get_by_role("button", name=say("translation.add", language)).tap()
    libre.instead = (403, "{}", {})
    into = sheet.locator(".tongues select").last
    into.select_option("fr" if language == "ar" else "en")
    sheet.get_by_role("button", name=say("machine.suggest", language), exact=True).tap()
    finds_nothing(ana.page)
    sheet.get_by_role("button", name=say("machine.go", language), exact=True).tap()
    expect(sheet.get_by_role("alert")).to_have_text(say("machine.why_refused", language))
    libre.instead = None
    sheet.get_by_role("textbox").last.fill("By hand")
    sheet.get_by_role("button", name=say("action.keep", language), exact=True).tap()
    ana.is_saved()
    assert stored(board) == [("By hand", False)]
