"""With a thumb: from a code on the wall to notes, votes, comments and answers, and the board as a picture and back."""

from __future__ import annotations

import re

import pytest
from browser.people import BoardOnline, Person, watch
from browser.server import bundle
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import expect


def opens_round(board: BoardOnline) -> None:
    board.changes(["add", "round", {"id": "round-1", "title": "What first?", "votes": 3, "on": "notes"}])
    board.changes(["set", "round", "round-1", {"state": "open"}])


def test_somebody_joins_by_phone_and_takes_part(board: BoardOnline) -> None:
    olga = board.joins("Olga", "KS")
    board.has_notes("Nobody reads the report", theme="data")
    context = board.context(phone=True)
    ana = Person(board, context, "Ana")
    board.people.append(ana)
    ana.page = page = context.new_page()
    watch(page, ana.faults)
    page.goto(f"/join/{board.id}#{board.code}")
    page.get_by_label(say("join.name"), exact=True).fill("Ana")
    page.get_by_label(say("join.association"), exact=True).fill("UNGL")
    page.get_by_role("button", name=say("join.join")).click()
    page.wait_for_url(f"**/board/{board.id}")
    thumb = ana.thumb

    # Two taps and a note: the plus, then Send. The sheet stays for the next one.
    thumb.begins()
    page.keyboard.insert_text("No signal in the hills")
    thumb.sends()
    expect(thumb.sheet).to_contain_text("No signal in the hills")
    expect(thumb.sheet.get_by_role("textbox")).to_be_focused()
    thumb.sheet.get_by_role("button", name=say("kind.solution"), exact=True).tap()
    expect(thumb.sheet.get_by_role("textbox")).to_be_focused()
    page.keyboard.insert_text("A mast for the valley")
    thumb.sends()
    thumb.shuts()
    ana.is_saved()
    olga.sees("No signal in the hills")
    olga.sees("A mast for the valley")
    expect(olga.note("No signal in the hills")).to_contain_text("UNGL")

    thumb.opens("phone.mine")
    expect(thumb.card("No signal in the hills")).to_contain_text(say("state.saved"))
    expect(page.locator(".phone-note")).to_have_count(2)

    # A vote opens: the way there is in the message
    opens_round(board)
    page.locator(".toast").get_by_role("button", name=say("panel.votes")).tap()
    thumb.card("Nobody reads").get_by_role("button", name=say("vote.more", title="Nobody reads the report")).tap()
    expect(page.locator(".phone-left")).to_contain_text(say("vote.left", count=2, all=3))
    board.changes(["set", "round", "round-1", {"state": "closed"}])
    expect(page.locator(".results")).to_contain_text(say("result.votes", count=1))

    # Comment and answer
    thumb.opens("phone.themes")
    sheet = thumb.opens_note("Nobody reads the report")
    sheet.get_by_role("textbox", name=say("comment.write")).fill("Because it is long")
    sheet.get_by_role("button", name=say("comment.send"), exact=True).tap()
    expect(sheet.locator(".comment")).to_contain_text("Because it is long")
    sheet.get_by_role("button", name=say("answer.write")).tap()
    expect(thumb.sheet.get_by_role("textbox")).to_be_focused()
    page.keyboard.insert_text("Two pages, with pictures")
    thumb.sends()
    expect(thumb.sheet.locator(".answer-list")).to_contain_text("Two pages, with pictures")
    thumb.shuts()
    ana.is_saved()
    [answer] = [note for note in board.notes() if note["text"] == "Two pages, with pictures"]
    assert (answer["kind"], answer["theme"]) == ("solution", "data")

    # Another language without losing the place, the board as a picture, and back with the phone's own way
    thumb.opens("phone.more")
    page.get_by_label(say("language.choose")).select_option("ar")
    expect(page.locator(".phone-bar")).to_contain_text(say("phone.themes", "ar"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.get_by_role("button", name=say("view.board", "ar")).tap()
    expect(ana.note("No signal in the hills")).to_be_visible()
    page.go_back()
    expect(ana.canvas).to_have_count(0)
    expect(page.get_by_role("button", name=say("view.board", "ar"))).to_be_focused()


def test_a_phone_fetches_neither_canvas_nor_panels_until_asked(board: BoardOnline) -> None:
    ana = board.joins("Ana", phone=True)
    assert not [url for url in ana.requests if re.search(r"js/board/|ui/dialogs|css/board\.css|later-full|canvas|\.woff2", url)]
    scripts = len([url for url in ana.requests if url.endswith(".js")])
    ana.thumb.opens("phone.more")
    ana.page.get_by_role("button", name=say("view.board")).tap()
    expect(ana.canvas).to_have_count(1)
    assert len([url for url in ana.requests if url.endswith(".js")]) > scripts


def test_what_was_begun_outlives_the_tab(board: BoardOnline) -> None:
    ana = board.joins("Ana", phone=True)
    ana.thumb.begins()
    ana.page.keyboard.insert_text("Half a thou")
    ana.page.close()
    ana.opens()
    expect(ana.thumb.begins()).to_have_value("Half a thou")
    ana.page.keyboard.insert_text("ght")
    ana.thumb.sends()
    ana.thumb.shuts()
    ana.is_saved()
    assert [note["text"] for note in board.notes()] == ["Half a thought"]
    expect(ana.thumb.begins()).to_have_value("")


def test_a_note_of_mine_is_changed_deleted_and_brought_back(board: BoardOnline) -> None:
    ana = board.joins("Ana", phone=True)
    ana.thumb.writes("No maps")
    ana.thumb.opens("phone.mine")
    ana.button("phone.edit", text="No maps").tap()
    field = ana.thumb.sheet.get_by_role("textbox", name=say("note.text_label"))
    expect(field).to_be_focused()
    ana.page.keyboard.press("End")
    ana.page.keyboard.insert_text(" at all")
    ana.thumb.shuts()
    ana.button("phone.delete", text="No maps at all").tap()
    expect(ana.page.locator(".phone-note")).to_have_count(0)
    ana.page.locator(".toast").get_by_role("button", name=say("toast.undo")).tap()
    expect(ana.thumb.card("No maps at all")).to_be_visible()
    ana.is_saved()
    assert [note["text"] for note in board.notes()] == ["No maps at all"]


def test_a_closed_board_invites_nobody_to_write(board: BoardOnline) -> None:
    ana = board.joins("Ana", phone=True)
    empty = ana.page.locator(".phone-blank")
    expect(empty).to_have_text(say("phone.theme_none"))
    board.changes(["set", "board", board.id, {"archived": True}])
    expect(empty).to_have_text(say("stage.empty_theme"))
    ana.thumb.opens("phone.mine")
    expect(empty).to_have_text(say("phone.mine_none_closed"))


def test_others_do_not_move_what_is_read(board: BoardOnline) -> None:
    board.has_notes(*(f"Number {number}" for number in range(30)))
    ana = board.joins("Ana", phone=True)
    card = ana.page.locator(".phone-note").nth(20)
    card.scroll_into_view_if_needed()
    before = card.bounding_box()
    above = ana.page.locator(".phone-note").first
    expect(above).not_to_be_in_viewport()
    board.has_notes(*(f"More {number}" for number in range(5)))
    board.changes(["set", "note", above.get_attribute("data-note"), {"text": "A much longer text\nwith several\nlines of words"}])
    expect(ana.page.locator(".phone-number").first).to_contain_text("35")
    expect(above).to_contain_text("lines of words")
    after = card.bounding_box()
    assert before and after and abs(before["y"] - after["y"]) < 1, (before, after)


def test_the_full_board_is_two_taps_away(board: BoardOnline) -> None:
    host = board.joins("Host", role="facilitator", phone=True)
    host.thumb.opens("phone.more")
    host.page.get_by_role("button", name=say("phone.full")).tap()
    expect(host.page.get_by_role("button", name=say("menu.open"))).to_be_visible()
    host.page.get_by_role("button", name=say("menu.open")).tap()
    host.page.get_by_role("menuitem", name=say("phone.look")).tap()
    expect(host.page.locator(".phone-bar")).to_be_visible()
    host.is_saved()


def test_the_join_page_is_light(board: BoardOnline) -> None:
    context = board.context(phone=True)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    received: list[float] = []
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(f"/join/{board.id}#{board.code}", wait_until="networkidle")
    expect(page.get_by_label(say("join.name"), exact=True)).to_be_visible()
    assert sum(received) < 40_000, f"{sum(received):,.0f} bytes"


BUDGET = 120_000      # bytes over the line, of everything, when a release serves its bundle


@pytest.mark.parametrize("language", ["en", "ar", "ne"])
def test_the_phone_s_board_is_light(board: BoardOnline, language: str) -> None:
    if not bundle():
        pytest.skip("no bundle without esbuild")
    board.has_notes("We need data")
    context = board.context(phone=True, language=language)
    seat = context.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("participant"), "name": "Ana"})
    assert seat.ok
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    network.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    network.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(f"/board/{board.id}")
    expect(page.locator("header .saved")).to_have_attribute("data-state", "saved")
    expect(page.locator(".phone-note")).to_be_visible()
    by_kind: dict[str, float] = {}
    for request, size in sizes.items():
        kind = kinds.get(request, "Other")
        by_kind[kind] = by_kind.get(kind, 0) + size
    print(language, {kind: round(size) for kind, size in by_kind.items()}, round(sum(sizes.values())))
    assert sum(sizes.values()) < BUDGET, by_kind
    assert "Font" not in by_kind and "Image" not in by_kind


@pytest.mark.parametrize(("language", "width", "height"), [("en", 320, 640), ("ar", 320, 640), ("en", 740, 360)])
def test_a_phone_shows_nothing_beyond_its_edge(board: BoardOnline, language: str, width: int, height: int) -> None:
    board.has_notes("Averyverylongwordwithoutanybreak" * 4, "نص عربي طويل" * 9, "नेपालीमा_लामो_शब्द" * 6, "👩‍👩‍👧‍👦" * 30)
    ana = board.joins("A" * 60, "अ" * 60, phone=True, language=language)
    page = ana.page
    page.set_viewport_size({"width": width, "height": height})
    for tab in ("themes", "mine", "votes", "more"):
        page.locator(".phone-tab").nth(["themes", "mine", "votes", "more"].index(tab)).tap()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), tab
        assert page.evaluate("document.getElementById('main').scrollWidth <= document.getElementById('main').clientWidth"), tab
    page.locator(".phone-tab").first.tap()
    page.locator(".phone-card").first.tap()
    expect(ana.thumb.sheet).to_be_visible()
    assert page.evaluate("(sheet => sheet.scrollWidth <= sheet.clientWidth)(document.querySelector('.sheet[open] .sheet-body'))")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_on_the_phone(board: BoardOnline, language: str) -> None:
    [note, *_] = board.has_notes("We need data", "نحتاج إلى بيانات")
    board.changes(["add", "comment", {"id": "comment-axe", "note": note, "text": "So it is"}])
    opens_round(board)
    ana = board.joins("Ana", phone=True, language=language)
    page = ana.page
    for tab in range(4):
        page.locator(".phone-tab").nth(tab).tap()
        finds_nothing(page)
    page.locator(".phone-tab").first.tap()
    page.locator(".phone-card").first.tap()
    expect(ana.thumb.sheet).to_be_visible()
    finds_nothing(page)
    ana.thumb.shuts(language)
    ana.thumb.begins(language)
    finds_nothing(page)
