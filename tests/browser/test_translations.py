"""Reading each other: a note in another language, the interpreter's round by keyboard, and taking it back."""

from __future__ import annotations

import pytest
from browser.people import BoardOnline, Person
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Locator, expect

NEPALI, SPANISH = "स्थानीय तहमा तथ्याङ्क छैन।", "En el nivel local no hay datos."


def translate(board: BoardOnline, note: str, text: str, language: str = "es", **more: object) -> None:
    board.changes(["add", "translation", {"id": f"t-{note}-{language}", "note": note, "language": language, "text": text, **more}])


def note(person: Person) -> Locator:
    return person.page.get_by_role("option").first


def stored(board: BoardOnline) -> list[dict]:
    answer = board.helper.get(f"/api/boards/{board.id}/snapshot", headers={"Authorization": f"Bearer {board.token}"})
    return answer.json()["records"].get("translation", [])


def test_a_nepali_note_is_read_in_spanish_and_its_original_is_one_press_away(board: BoardOnline) -> None:
    first, = board.has_notes(NEPALI)
    translate(board, first, SPANISH, machine=True)
    eva = board.joins("Eva", language="es")
    text = note(eva).locator(".note-text").first
    expect(text).to_have_text("En el nivel local no hay datos.", use_inner_text=False)
    expect(text).to_have_attribute("lang", "es")
    note(eva).locator(".note-turn").click()
    expect(text).to_have_attribute("lang", "ne")
    note(eva).click()
    eva.page.keyboard.press("o")
    expect(text).to_have_attribute("lang", "es")
    asta = board.joins("Asta", language="ne")
    expect(note(asta).locator(".note-text").first).to_have_attribute("lang", "ne")
    expect(note(asta).locator(".note-turn")).to_have_count(0)


@pytest.mark.parametrize("phone", [False, True])
def test_a_reader_chooses_both_and_the_outline_follows(board: BoardOnline, phone: bool) -> None:
    first, = board.has_notes(NEPALI)
    translate(board, first, "No data at the local level.", "en")
    bea = board.joins("Bea", phone=phone, role="facilitator")
    bea.page.evaluate("localStorage.setItem('reading', 'both')")
    bea.page.reload()
    line = bea.page.locator(".note-line-text, .phone-words")
    expect(line.filter(has_text="No data at the local level.").first).to_have_attribute("lang", "en")
    expect(line.filter(has_text=NEPALI).first).to_have_attribute("lang", "ne")


def test_an_interpreter_translates_note_after_note_by_keyboard_and_takes_one_back(board: BoardOnline) -> None:
    board.has_notes("Faltan datos sobre el agua", "No hay presupuesto para los municipios", "Data on water is missing here")
    olga = board.joins("Olga")
    seat = olga.page.evaluate("JSON.parse(document.getElementById('page').textContent).seat")
    board.changes(["set", "seat", seat, {"interpreter": True}])
    olga.button("menu.open").click()
    olga.page.get_by_role("menuitem", name=say("panel.interpreter"), exact=True).click()
    panel = olga.page.locator("#panel")
    expect(panel.get_by_role("status")).to_contain_text("2")
    field = panel.get_by_role("textbox")
    expect(field).to_be_focused()
    olga.page.keyboard.type("Water data are missing")
    olga.page.keyboard.press("Enter")
    expect(panel.locator("blockquote")).to_have_text("No hay presupuesto para los municipios")
    expect(field).to_be_focused()
    olga.page.keyboard.type("No budget for the municipalities")
    olga.page.keyboard.press("Enter")
    expect(panel.get_by_text(say("interpreter.done").replace("{language}", "English"))).to_be_visible()
    olga.is_saved()
    assert {each["text"] for each in stored(board)} == {"Water data are missing", "No budget for the municipalities"}
    finds_nothing(olga.page)
    olga.page.locator("header").get_by_role("button").first.focus()
    olga.page.keyboard.press("Control+z")
    expect(panel.locator("blockquote")).to_have_text("No hay presupuesto para los municipios")
    olga.is_saved()
    assert [each["text"] for each in stored(board)] == ["Water data are missing"]


def test_a_translation_is_added_corrected_and_marked_when_the_text_changes(board: BoardOnline) -> None:
    first, = board.has_notes("Faltan datos sobre el agua")
    ana = board.joins("Ana", role="facilitator")
    note(ana).click()
    ana.page.locator(".tab", has_text=say("panel.note")).click()
    part = ana.page.locator(".tongues")
    part.get_by_role("button", name=say("translation.add")).click()
    ana.page.keyboard.type("Water data are missing")
    ana.page.keyboard.press("Control+Enter")
    expect(part.locator(".translation-text")).to_have_text("Water data are missing")
    board.changes(["set", "note", first, {"text": "Faltan datos sobre el agua potable"}])
    expect(part.locator(".translation-head")).to_contain_text(say("translation.earlier"))
    part.get_by_role("button", name=say("translation.confirm")).click()
    expect(part.locator(".translation-head")).not_to_contain_text(say("translation.earlier"))
    part.get_by_role("combobox").select_option("pt")
    expect(note(ana).locator(".note-text").first).to_have_text("Water data are missing")
    ana.is_saved()
    assert board.notes()[0]["language"] == "pt"
    finds_nothing(ana.page)


def interprets(board: BoardOnline, name: str) -> tuple[Person, Locator]:
    person = board.joins(name)
    seat = person.page.evaluate("JSON.parse(document.getElementById('page').textContent).seat")
    board.changes(["set", "seat", seat, {"interpreter": True}])
    person.button("menu.open").click()
    person.page.get_by_role("menuitem", name=say("panel.interpreter"), exact=True).click()
    return person, person.page.locator("#panel")


def test_what_an_interpreter_writes_outlives_another_translation_a_choice_and_a_deletion(board: BoardOnline) -> None:
    first, second = board.has_notes("Faltan datos sobre el agua", "No hay presupuesto para los municipios")
    olga, panel = interprets(board, "Olga")
    field = panel.get_by_role("textbox")
    expect(field).to_be_focused()
    olga.page.keyboard.type("Water data")
    translate(board, first, "Data on water are missing", "en")
    expect(panel.get_by_role("alert")).to_contain_text("Data on water are missing")
    expect(field).to_have_value("Water data")
    finds_nothing(olga.page)
    olga.page.keyboard.press("Enter")
    assert [each["text"] for each in stored(board)] == ["Data on water are missing"], "not before it was read"
    olga.page.keyboard.press("Enter")
    expect(panel.locator("blockquote")).to_have_text("No hay presupuesto para los municipios")
    olga.is_saved()
    assert [each["text"] for each in stored(board)] == ["Water data"]
    olga.page.keyboard.type("No budget")
    panel.get_by_role("combobox").first.select_option("fr")
    expect(field).to_have_value("")
    panel.get_by_role("combobox").first.select_option("en")
    expect(field).to_have_value("No budget")
    board.changes(["remove", "note", second])
    expect(panel.get_by_role("alert")).to_contain_text(say("interpreter.gone"))
    expect(field).to_have_value("No budget")
    finds_nothing(olga.page)


def test_a_changed_note_is_confirmed_by_the_interpreter(board: BoardOnline) -> None:
    first, = board.has_notes("Faltan datos sobre el agua")
    translate(board, first, "Water data are missing", "en")
    board.changes(["set", "note", first, {"text": "Faltan datos sobre el agua."}])
    _, panel = interprets(board, "Olga")
    panel.get_by_label(say("interpreter.which")).select_option("earlier")
    expect(panel.get_by_text(say("interpreter.changed"))).to_be_visible()
    expect(panel.get_by_role("textbox")).to_have_value("Water data are missing")
    panel.get_by_role("button", name=say("translation.confirm")).click()
    expect(panel.get_by_text(say("interpreter.done").replace("{language}", "English"))).to_be_visible()


def test_the_palette_and_the_trash_speak_the_readers_language(board: BoardOnline) -> None:
    first, = board.has_notes(NEPALI)
    translate(board, first, "No data at the local level.", "en")
    bea = board.joins("Bea", role="facilitator")
    bea.page.keyboard.press("Control+k")
    bea.page.keyboard.type("local level")
    option = bea.page.locator(".palette-option", has_text="No data at the local level.")
    expect(option.locator(".palette-label")).to_have_attribute("lang", "en")
    bea.page.keyboard.press("Escape")
    board.changes(["remove", "note", first])
    bea.button("menu.open").click()
    bea.page.get_by_role("menuitem", name=say("trash.open"), exact=True).click()
    row = bea.page.locator(".trash-row")
    expect(row.locator(".note-line-text")).to_have_attribute("lang", "en")
    row.get_by_role("button", name=say("translation.show_original")).click()
    expect(row.locator(".note-line-text")).to_have_text(NEPALI)
    finds_nothing(bea.page)
