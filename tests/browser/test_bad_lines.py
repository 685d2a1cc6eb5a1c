"""The line drops, the tab closes, the server dies: what was written arrives all the same, once."""

from __future__ import annotations

from collections.abc import Callable

from browser.people import BoardOnline
from browser.server import Server
from browser.words import say
from playwright.sync_api import expect


def texts(board: BoardOnline) -> list[str]:
    return sorted(note["text"] for note in board.notes())


def test_offline_changes_survive_a_closed_tab(board: BoardOnline) -> None:
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.adds_note("Before")
    ana.is_saved()
    ana.loses_the_line()
    for text in ("In the lift", "In the tunnel", "In the hills"):
        ana.adds_note(text)
    expect(ana.saved).to_contain_text(say("state.try_now"))
    olga.adds_note("Meanwhile")
    ana.page.close()
    ana.finds_the_line()
    ana.opens()
    ana.is_saved()
    for text in ("Before", "In the lift", "In the tunnel", "In the hills", "Meanwhile"):
        ana.sees(text)
        olga.sees(text)
    assert texts(board) == ["Before", "In the hills", "In the lift", "In the tunnel", "Meanwhile"]


def test_a_killed_server_costs_no_letter(own_server: Server, open_board: Callable[..., BoardOnline]) -> None:
    board = open_board(own_server)
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.starts_note()
    ana.page.keyboard.type("The census is ")
    olga.sees("The census is")
    ana.page.keyboard.type("twelve ")
    own_server.kill()
    ana.page.keyboard.type("years ")
    ana.is_offline()
    ana.page.keyboard.type("old.")
    own_server.start()
    ana.is_saved()
    expect(olga.note("The census is twelve years old.")).to_be_visible(timeout=20_000)
    assert texts(board) == ["The census is twelve years old."]


def test_a_server_that_stops_in_order_is_missed_and_found_again(own_server: Server, open_board: Callable[..., BoardOnline]) -> None:
    board = open_board(own_server)
    ana = board.joins("Ana")
    own_server.stop()
    ana.is_offline()
    ana.adds_note("Written in between")
    own_server.start()
    ana.is_saved()
    assert texts(board) == ["Written in between"]


def test_a_refused_change_gives_the_words_back(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    ana.adds_note("We have")
    ana.is_saved()
    [note] = board.notes()
    ana.edits("We have").press("End")
    ana.loses_the_line()
    ana.page.keyboard.type(" no street names")
    board.changes(["remove", "note", note["id"]])
    ana.finds_the_line()
    dialog = ana.page.get_by_role("dialog")
    expect(dialog).to_contain_text(say("refused.title"), timeout=20_000)
    expect(dialog).to_contain_text(say("reason.gone"))
    expect(dialog).to_contain_text("no street names")
    dialog.get_by_role("button", name=say("refused.add")).click()
    ana.sees("no street names")
    ana.is_saved()
