"""Finding one's place on the canvas: things line up with their neighbours, and a large board is there in small."""
from __future__ import annotations

from browser.people import BoardOnline, Person, middle
from browser.words import say
from playwright.sync_api import expect


def guides(person: Person):
    return person.page.locator(".board-guides path")


def grabs(person: Person, text: str) -> tuple[float, float]:
    at = middle(person.note(text))
    person.page.mouse.move(*at)
    person.page.mouse.down()
    person.page.mouse.move(at[0] + 30, at[1] + 30, steps=3)
    return at


def places(board: BoardOnline) -> dict[str, tuple[float, float]]:
    return {note["text"]: (note["x"], note["y"]) for note in board.notes()}


def holds_one_below_another(board: BoardOnline, *keys: str) -> Person:
    """*Moved* is in the hand, a little off the line of *Fixed*, while these keys are down."""
    board.has_notes("Fixed", "Moved")
    ana = board.joins("Ana")
    ana.sees("Moved")
    fixed = middle(ana.note("Fixed"))
    grabs(ana, "Moved")
    for key in keys:
        ana.page.keyboard.down(key)
    ana.page.mouse.move(fixed[0] + 4, fixed[1] + 230, steps=4)
    return ana


def test_a_note_in_the_hand_lines_up_with_its_neighbour_and_a_line_shows_it(board: BoardOnline) -> None:
    ana = holds_one_below_another(board)
    expect(guides(ana)).not_to_have_attribute("d", "")
    ana.page.mouse.up()
    expect(guides(ana)).to_have_attribute("d", "")
    ana.is_saved()
    assert places(board)["Moved"][0] == places(board)["Fixed"][0], places(board)


def test_with_alt_nothing_lines_up(board: BoardOnline) -> None:
    ana = holds_one_below_another(board, "Alt")
    expect(ana.page.locator(".board-hand.full")).to_have_count(1)
    expect(guides(ana)).to_have_attribute("d", "")
    ana.page.mouse.up()
    ana.page.keyboard.up("Alt")
    ana.is_saved()
    found = places(board)
    assert 2 < found["Moved"][0] - found["Fixed"][0] < 9, found


def test_a_large_board_is_there_in_small_moves_the_view_and_can_be_put_away_for_good(board: BoardOnline) -> None:
    board.has_notes(*(f"Note {n}" for n in range(60)))
    ana = board.joins("Ana")
    ana.sees("Note 59")
    small = ana.page.get_by_role("region", name=say("minimap.title"))
    expect(small).to_have_count(0)
    board.has_notes(*(f"Other {n}" for n in range(60)), theme="capacity")
    expect(small).to_be_visible()
    view = ana.page.locator(".minimap-view")
    before = view.evaluate("element => element.style.transform")
    box = small.locator(".minimap-map").bounding_box()
    assert box
    ana.page.mouse.click(box["x"] + box["width"] - 6, box["y"] + box["height"] - 6)
    expect(view).not_to_have_css("transform", before)
    assert view.evaluate("element => element.style.transform") != before
    small.hover()
    ana.button("minimap.hide").click()
    expect(small).to_have_count(0)
    ana.page.reload()
    ana.is_saved()
    expect(small).to_have_count(0)
    ana.page.keyboard.press("Control+k")
    expect(ana.page.get_by_role("combobox", name=say("palette.field"))).to_be_focused()
    ana.page.keyboard.type(say("minimap.show"))
    ana.page.keyboard.press("Enter")
    expect(small).to_be_visible()
