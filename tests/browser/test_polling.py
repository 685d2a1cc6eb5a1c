"""Where WebSockets are blocked, as in some town halls' networks, long polling carries the board."""

from __future__ import annotations

from browser.people import BoardOnline


def test_the_board_works_without_websockets(board: BoardOnline) -> None:
    olga = board.joins("Olga", "KS")
    ana = board.joins("Ana", "UNGL", websockets=False)
    ana.adds_note("Our network blocks almost everything")
    ana.is_saved()
    olga.sees("Our network blocks almost everything")
    olga.adds_note("Ours too")
    ana.sees("Ours too")
    assert "transport=polling" in "".join(ana.requests)
