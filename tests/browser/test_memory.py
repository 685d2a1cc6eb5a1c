"""What a page lets go of, counted by the browser: a canvas that one has left must not stay behind."""

from __future__ import annotations

from browser.people import BoardOnline, Person


def held(person: Person) -> dict[str, int]:
    """Nodes and listeners that are still held by anything."""
    devtools = person.context.new_cdp_session(person.page)
    for _ in range(3):
        devtools.send("HeapProfiler.collectGarbage")
    found = devtools.send("Memory.getDOMCounters")
    devtools.detach()
    return found


def goes_to_the_outline_and_back(person: Person, times: int) -> None:
    for _ in range(times):
        person.button("view.outline").click()
        person.outline.locator(".note-line").first.wait_for()
        person.button("view.board").click()
        person.canvas.get_by_role("option").first.wait_for()


def test_a_canvas_that_was_left_is_let_go(board: BoardOnline) -> None:
    board.has_notes(*(f"Challenge number {number}" for number in range(60)))
    ana = board.joins("Ana")
    goes_to_the_outline_and_back(ana, 2)
    before = held(ana)
    goes_to_the_outline_and_back(ana, 5)
    after = held(ana)
    # One canvas has some 900 nodes and 60 listeners.
    assert after["nodes"] - before["nodes"] < 450, (before, after)
    assert after["jsEventListeners"] - before["jsEventListeners"] < 30, (before, after)
