"""The line drops, the tab closes, the server dies: what was written arrives all the same, once."""

from __future__ import annotations

from collections.abc import Callable

from browser.line import faults_of_delivery, faults_of_state, line_to
from browser.people import BoardOnline, Person
from browser.server import Server
from browser.words import say
from playwright.sync_api import expect

SOON = 5_000


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


# The same with a thumb: the board as phones have it


def test_the_checkers_notice_what_is_wrong(board: BoardOnline) -> None:
    """The control: each fault that the tests below look for is one that would be seen."""
    assert faults_of_delivery(["a", "b"], ["b", "a"]) == []
    assert faults_of_delivery(["a", "b"], ["a"]) == ["missing: b"]
    assert faults_of_delivery(["a"], ["a", "a"]) == ["2 times: a"]
    assert faults_of_delivery(["a"], ["a", "A"]) == ["from nowhere: A"]
    ana = board.joins("Ana", phone=True)
    ana.context.set_offline(True)
    ana.is_offline()
    ana.thumb.writes("Kept on the phone")
    assert faults_of_state(ana, ["Kept on the phone"]) == []
    ana.page.evaluate("document.querySelector('header .saved').dataset.state = 'saved'")
    assert faults_of_state(ana, ["Kept on the phone"]) == ["says saved, not stored: Kept on the phone"]


def test_on_a_slow_line_a_phone_says_within_five_seconds_what_is_true(board: BoardOnline) -> None:
    olga = board.joins("Olga")
    with line_to(board) as line:
        line.is_slow()
        ana = board.joins("Ana", phone=True, through=line.url)
        written = [f"Slowly, number {number}" for number in range(3)]
        for text in written:
            ana.thumb.writes(text)
            assert faults_of_state(ana, [text]) == []
            expect(ana.saved).to_have_attribute("data-state", "saved", timeout=SOON)
        olga.sees(written[-1])
        assert faults_of_delivery(written, texts(board)) == []
        ana.page.close()


def test_a_line_that_stalls_holds_up_and_doubles_nothing(board: BoardOnline) -> None:
    with line_to(board) as line:
        ana = board.joins("Ana", phone=True, through=line.url)
        line.stalls(True)
        written = ["Before the tunnel", "In the tunnel"]
        for text in written:
            ana.thumb.writes(text)
        ana.thumb.opens("phone.mine")
        ana.thumb.says_of("In the tunnel", "waiting")
        assert faults_of_state(ana, written) == []
        line.stalls(False)
        ana.thumb.says_of("In the tunnel", "saved", within=SOON)
        ana.is_saved()
        assert faults_of_delivery(written, texts(board)) == []
        ana.page.close()


def test_a_line_that_swallows_everything_is_noticed_and_made_anew(board: BoardOnline) -> None:
    with line_to(board) as line:
        ana = board.joins("Ana", phone=True, through=line.url)
        line.swallows(True)
        ana.thumb.writes("Into the void")
        ana.thumb.opens("phone.mine")
        assert faults_of_state(ana, ["Into the void"]) == []
        line.swallows(False)      # for new connections; the old one stays dead
        ana.thumb.says_of("Into the void", "saved", within=40_000)
        assert faults_of_delivery(["Into the void"], texts(board)) == []
        ana.page.close()


def test_a_phone_goes_on_without_a_line_and_through_a_restart(own_server: Server, open_board: Callable[..., BoardOnline]) -> None:
    board = open_board(own_server)
    ana = board.joins("Ana", phone=True)
    ana.context.set_offline(True)
    expect(ana.saved).to_have_attribute("data-state", "offline", timeout=SOON)
    ana.thumb.writes("In the lift")
    ana.context.set_offline(False)
    expect(ana.saved).to_have_attribute("data-state", "saved", timeout=2 * SOON)
    own_server.kill()
    ana.is_offline()
    ana.thumb.writes("While it was down")
    own_server.start()
    ana.is_saved()
    assert faults_of_delivery(["In the lift", "While it was down"], texts(board)) == []


def test_a_slow_line_and_a_wish_to_save_data_are_noticed(board: BoardOnline) -> None:
    board.lets_everybody_edit()
    board.has_notes("No signal in the hills")
    context = board.context(phone=True)
    context.set_extra_http_headers({"Save-Data": "on"})
    ana, olga = Person(board, context, "Ana"), board.joins("Olga")
    seat = context.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("participant"), "name": "Ana"})
    assert seat.ok
    board.people.append(ana)
    ana.opens()
    sign = ana.page.locator(".low-sign")
    expect(sign).to_contain_text(say("low.why_save_data"))
    olga.sees("No signal in the hills")
    olga.edits("No signal in the hills")
    olga.page.keyboard.type(" Nor")
    expect(ana.page.locator(".phone-note")).to_contain_text("Nor")
    expect(ana.page.locator(".writing")).to_have_count(0)
    ana.thumb.opens("phone.more")
    ana.page.get_by_label(say("low.title")).select_option("off")
    expect(sign).to_have_count(0)
    olga.page.keyboard.type(" in the valleys")
    ana.thumb.opens("phone.themes")
    expect(ana.page.locator(".writing")).to_have_count(1)
    ana.page.reload()
    expect(ana.page.locator(".phone-note")).to_be_visible()
    expect(sign).to_have_count(0)
