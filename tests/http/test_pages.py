"""The pages: in every language, with nothing inline, and for who may see them."""
from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LANGUAGES = sorted(path.stem for path in (ROOT / "static" / "i18n").glob("*.json"))
NEEDED = {"home.html", "join.html", "board.html", "print.html", "error.html"}
pytestmark = pytest.mark.skipif(not {path.name for path in (ROOT / "templates").glob("*.html")} >= NEEDED,
                                reason="the templates are not written yet")
PAGES = ["/", "/accessibility", "/join", "/join/BOARD", "/board/BOARD", "/board/BOARD/print", "/no-such-page"]


def page_of(answer):
    found = re.search(rb'<script type="application/json" id="page">(.*?)</script>', answer.data, re.S)
    return json.loads(found[1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_in_every_language(board, fatima, path, language, caplog):
    fatima.adds_note("<script>alert('x')</script> & سلام", sdgs=[4])
    answer = fatima.http.get(path.replace("BOARD", board.id) + f"?lang={language}")
    text = answer.data.decode()
    assert answer.status_code == (404 if path == "/no-such-page" else 200) and answer.mimetype == "text/html"
    assert re.search(rf'<html[^>]* lang="{language}"', text) and re.search(rf'<html[^>]* dir="{"rtl" if language == "ar" else "ltr"}"',
                                                                           text)
    assert caplog.records == [], "a word is missing"
    assert not re.search(r"\b[a-z]+\.[a-z_]+[a-z]\b(?=</(?:h1|p|button|a|label)>)", text), "a key is shown"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_script_or_style_in_it(board, fatima, path):
    fatima.adds_note("<script>alert('x')</script>")
    text = fatima.http.get(path.replace("BOARD", board.id)).data.decode()
    for tag in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in tag or 'type="application/json"' in tag
    assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=|javascript:", text) and "<script>alert" not in text


@pytest.mark.parametrize("path", PAGES)
def test_every_file_a_page_asks_for_is_there_and_ours(board, fatima, path):
    text = fatima.http.get(path.replace("BOARD", board.id)).data.decode()
    asked = {html.unescape(each) for each in re.findall(r'(?:src|href)="(/static/[^"#]+)', text)}
    assert asked and {each: fatima.http.get(each).status_code for each in asked} == dict.fromkeys(asked, 200)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', text), "nothing is fetched from elsewhere"


def test_words_on_a_board_cannot_leave_the_page_s_data(hall):
    board = hall.makes_board("</script><script>alert(1)</script>")
    answer = board.seats("Ana").http.get(f"/board/{board.id}")
    assert b"<script>alert(1)" not in answer.data and page_of(answer)["title"] == "</script><script>alert(1)</script>"


def test_the_board_page_knows_whose_it_is(board, ana):
    page = page_of(ana.http.get(f"/board/{board.id}"))
    assert (page["board"], page["seat"], page["role"], page["title"]) == (board.id, ana.seat, "participant", "Getting our reviews ready")
    assert page["limits"]["text"] == 2000 and page["limits"]["steps"] == 500
    assert ana.token not in json.dumps(page) and board.code not in json.dumps(page)


@pytest.mark.parametrize("path", ["/board/BOARD", "/board/BOARD/print"])
def test_who_has_no_seat_is_sent_to_the_door(hall, board, path):
    answer = hall.http().get(path.replace("BOARD", board.id))
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/join/{board.id}")
    for name in ("x", "..", "%2f%2fevil.example", "evil.example", "A" * 12):
        location = hall.http().get(f"/board/{name}").headers.get("Location", "/")
        assert location == "/" or location.startswith("http://localhost/"), "never to somewhere else"


def test_the_printed_outline_holds_notes_and_no_trash(board, ana, fatima):
    ana.adds_note("a challenge of ours")
    ana.adds_note("its solution", kind="solution", theme="capacity")
    ana.changes(["remove", "note", ana.adds_note("canary")["id"]])
    text = ana.http.get(f"/board/{board.id}/print").data.decode()
    assert "a challenge of ours" in text and "its solution" in text and "canary" not in text and "UNGL" in text
    one = ana.http.get(f"/board/{board.id}/print?theme=capacity").data.decode()
    assert "its solution" in one and "a challenge of ours" not in one
    assert ana.http.get(f"/board/{board.id}/print?theme=no-such").status_code == 200


def test_names_are_printed_for_a_facilitator_who_asks(board, fatima):
    person = board.seats("Canary")
    person.adds_note("words")
    path = f"/board/{board.id}/print"
    assert "Canary" in fatima.http.get(path + "?names=1").data.decode()
    assert "Canary" not in fatima.http.get(path).data.decode() and "Canary" not in person.http.get(path + "?names=1").data.decode()


def test_the_language_is_as_asked_as_kept_as_the_browser_says(hall):
    def lang(http, path="/", **headers):
        return re.search(rb'<html[^>]* lang="([^"]+)"', http.get(path, headers=headers).data)[1]
    http = hall.http()
    assert lang(http) == b"en" and lang(http, **{"Accept-Language": "ar-SD,ar;q=0.9"}) == b"ar" and lang(http, "/?lang=ar") == b"ar"
    http.set_cookie("lang", "ar")
    assert lang(http) == b"ar" and lang(http, "/?lang=en") == b"en" and lang(http, **{"Accept-Language": "en"}) == b"ar"


def test_a_page_marks_the_device_once(hall):
    http = hall.http()
    first = http.get("/").headers.getlist("Set-Cookie")
    assert len(first) == 1 and first[0].startswith("device=") and "HttpOnly" in first[0] and "SameSite=Lax" in first[0]
    assert http.get("/join").headers.getlist("Set-Cookie") == []


def test_a_page_that_fails_says_so_in_words(hall, board, ana, monkeypatch):
    monkeypatch.setattr("board.views.pages.read_content", lambda *_, **__: 1 / 0)
    answer = ana.http.get(f"/board/{board.id}/print")
    assert answer.status_code == 500 and answer.mimetype == "text/html" and b"ZeroDivision" not in answer.data


@pytest.mark.parametrize(("contact", "link"), [
    ("help@board.example.org", "mailto:help@board.example.org"), ("https://board.example.org/help", "https://board.example.org/help"),
])
def test_the_host_s_contact_is_on_the_page_of_accessibility(open_hall, contact, link):
    assert f'<a href="{link}" dir="ltr">{contact}</a>' in open_hall(contact=contact).http().get("/accessibility").text


def test_without_a_contact_it_says_whom_to_ask(hall):
    text = hall.http().get("/accessibility?lang=nb").text
    assert "mailto:" not in text and "Si fra til dem som inviterte deg" in text
