"""The command palette: commands that are possible now, and places on the board, by keyboard."""
from __future__ import annotations

from browser.people import BoardOnline, Person
from browser.words import say
from playwright.sync_api import Route, expect


def opens(person: Person) -> None:
    person.page.keyboard.press("Control+k")
    expect(person.page.get_by_role("combobox", name=say("palette.field"))).to_be_focused()


def asks(person: Person, question: str) -> None:
    person.page.keyboard.type(question)
    expect(person.page.get_by_role("combobox", name=say("palette.field"))).to_have_value(question)


def chosen(person: Person):
    return person.page.get_by_role("option", selected=True).and_(person.page.locator(".palette-option"))


def test_a_command_is_found_by_a_few_letters_and_remembered(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    opens(ana)
    asks(ana, "unansw")
    expect(chosen(ana)).to_contain_text(say("panel.unanswered"))
    ana.page.keyboard.press("Enter")
    expect(ana.page.locator("#panel")).to_have_attribute("aria-label", say("panel.unanswered"))
    opens(ana)
    first = ana.page.locator(".palette-option").first
    expect(first).to_contain_text(say("panel.unanswered"))
    expect(ana.page.get_by_role("group", name=say("palette.recent"))).to_contain_text(say("panel.unanswered"))


def test_what_is_typed_before_it_is_there_is_kept_for_it_and_does_nothing_else(board: BoardOnline) -> None:
    board.has_notes("Only one")
    ana = board.joins("Ana")
    ana.note("Only one").click()
    holding, held = [True], list[Route]()
    ana.page.route("**/*", lambda route: held.append(route) if holding else route.continue_())
    ana.page.keyboard.press("Control+k")
    ana.page.keyboard.type("nvotes")
    holding.clear()
    for route in held:
        route.continue_()
    expect(ana.page.get_by_role("combobox", name=say("palette.field"))).to_have_value("nvotes")
    assert len(board.notes()) == 1


def test_it_opens_out_of_a_text_field_and_gives_the_focus_back_but_not_over_a_dialog(board: BoardOnline) -> None:
    board.has_notes("Only one")
    board.lets_everybody_edit()
    ana = board.joins("Ana")
    ana.button("view.outline").click()
    ana.line("Only one").click()
    field = ana.outline.get_by_label(say("note.text_label"), exact=True)
    field.focus()
    opens(ana)
    ana.page.keyboard.press("Escape")
    expect(field).to_be_focused()
    field.press("Escape")
    ana.button("help.open").click()
    expect(ana.page.get_by_role("dialog", name=say("help.title"))).to_be_visible()
    ana.page.keyboard.press("Control+k")
    expect(ana.page.locator("dialog.palette")).to_have_count(0)


def test_a_pointer_at_rest_chooses_nothing(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    window = ana.page.viewport_size
    assert window
    ana.page.mouse.move(window["width"] / 2, 320)
    opens(ana)
    first = ana.page.locator(".palette-option").first
    expect(first).to_have_attribute("aria-selected", "true")
    asks(ana, "o")
    expect(first).to_have_attribute("aria-selected", "true")
    box = ana.page.locator(".palette-option").nth(2).bounding_box()
    assert box
    ana.page.mouse.move(box["x"] + 30, box["y"] + 12, steps=2)
    expect(ana.page.locator(".palette-option").nth(2)).to_have_attribute("aria-selected", "true")


def test_only_what_this_person_may_do_is_offered(board: BoardOnline) -> None:
    ana, host = board.joins("Ana"), board.joins("Host", role="facilitator")
    for person, count in ((ana, 0), (host, 1)):
        opens(person)
        expect(person.page.locator(".palette-option", has_text=say("settings.open"))).to_have_count(count)
        expect(person.page.locator(".palette-option", has_text=say("palette.add_challenge"))).to_have_count(1)
    board.changes(["set", "board", board.id, {"archived": True}])
    expect(host.page.locator(".palette-option", has_text=say("palette.add_challenge"))).to_have_count(0)


def test_a_note_is_found_without_its_accents_and_shown(board: BoardOnline) -> None:
    board.has_notes("Decisión política tardía", "Other thing")
    ana = board.joins("Ana")
    opens(ana)
    asks(ana, "politica tard")
    expect(chosen(ana)).to_contain_text("Decisión política tardía")
    ana.page.keyboard.press("Enter")
    expect(ana.page.get_by_role("dialog")).to_have_count(0)
    expect(ana.line("Decisión política tardía")).to_be_focused()


def test_a_note_in_a_folded_theme_and_out_of_the_filter_is_shown(board: BoardOnline) -> None:
    board.has_notes("Put away", theme="capacity")
    board.has_notes(*(f"Note {number}" for number in range(299)))
    ana = board.joins("Ana")
    ana.adds_note("One more than the outline unfolds")
    ana.button("view.outline").click()
    expect(ana.theme("Capacity")).to_be_visible()
    expect(ana.line("Put away")).to_have_count(0)
    for typed in ("", "Note 7"):
        ana.outline.get_by_role("searchbox").fill(typed)
        opens(ana)
        asks(ana, "put away")
        ana.page.keyboard.press("Enter")
        expect(ana.line("Put away")).to_be_focused()


def test_escape_gives_the_focus_back_and_a_viewer_finds_people(board: BoardOnline) -> None:
    board.joins("Bea Rossi")
    vera = board.joins("Vera", role="viewer")
    button = vera.button("menu.open")
    button.focus()
    opens(vera)
    vera.page.keyboard.press("Escape")
    expect(button).to_be_focused()
    opens(vera)
    asks(vera, "bea ro")
    vera.page.keyboard.press("Enter")
    expect(vera.page.locator("#panel .person", has_text="Bea Rossi")).to_be_focused()
