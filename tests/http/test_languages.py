"""Every page in every language: no English left in the others, names and titles that keep their own direction, codes nobody knows."""
from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from board.i18n import Catalogues

KEY = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A"
CATALOGUES = Catalogues()
OTHERS = [language for language in CATALOGUES.words if language != "en"]
PAGES = ["/", "/accessibility", "/join", "/join/BOARD", "/board/BOARD", "/board/BOARD/print?names=1", "/board/BOARD/series", "/form/BOARD",
         "/no-such-page"]
OPERATOR_PAGES = ["/admin", "/admin/boards/BOARD", "/checkup"]
SAID = ("title", "aria-label", "placeholder", "alt", "data-copied", "data-label")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
NAMES = {"ne": ("प्रतिनिधित्वसम्बन्धीकार्यसमितिसदस्यविश्वेश्वर" * 2)[:60], "ar": ("عبدالرحمنالمستكفيباللهبنعبدالعزيزالأندلسيالقرطبي" * 2)[:60],
         "emoji": "👩🏽\u200d🌾" * 14 + "Anna", "long": "W" * 60, "mixed": "Ana (رنا) 12-3"}


class Page(HTMLParser):
    """What is read on a page: `texts`, and `around` each the tags that hold it with their attributes."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.texts, self.around, self._open = [], [], []
        self.feed(body.decode())

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in ("html", "link", "meta"):
            for name in SAID:
                if given.get(name):
                    self._add(given[name], [*self._open, ("attribute", {})])
        if tag not in VOID and tag != "option":
            self._open.append((tag, given))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID and tag != "option":
            self._open.pop()

    def handle_endtag(self, tag):
        if tag in VOID or tag == "option":
            return
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not any(tag in ("script", "style", "datalist", "select") for tag, _ in self._open):
            self._add(data, list(self._open))

    def _add(self, text, around):
        self.texts.append(" ".join(text.split()))
        self.around.append(around)


@pytest.fixture(scope="module")
def pages(tmp_path_factory, migrated):
    """Asks for pages as a facilitator who is the operator too, of a board with all there is to print."""
    import shutil

    from board import create_app
    from config import Settings
    from hall import Hall
    folder = tmp_path_factory.mktemp("languages")
    shutil.copy(migrated, folder / "board.db")
    app = create_app(Settings(data=folder, async_mode="inline", rate_changes=0, rate_notes=0, rate_boards=0, operator_key=KEY))
    app.testing = True
    board = Hall(app).makes_board("QQ", language="nb", themes=[{"title": "QQ1"}, {"title": "QQ2"}])
    person = board.seats("QQ3", "QQ4", role="facilitator")
    challenge = person.adds_note("QQ5", theme="theme-1", sdgs=[4])
    person.adds_note("", theme="theme-2")
    solution = person.adds_note("QQ6", kind="solution", theme="theme-1")
    person.changes(["add", "answer", {"id": "0" * 16, "solution": solution["id"], "challenge": challenge["id"]}])
    person.changes(["set", "note", challenge["id"], {"status": "key_message"}])
    person.http.post("/admin/sign-in", data={"key": KEY, "to": "admin"})
    yield lambda path: person.http.get(path.replace("BOARD", board.id))
    app.extensions["board"].database.dispose()


def values(language):
    words = CATALOGUES.words[language].values()
    return {" ".join(form.split()) for word in words for form in ([word] if isinstance(word, str) else word.values())}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("path", [*PAGES, *OPERATOR_PAGES])
def test_no_english_is_left_on_a_page_of_another_language(pages, path, language, caplog):
    answer = pages(f"{path}{'&' if '?' in path else '?'}lang={language}")
    assert answer.status_code in (200, 404)
    own, english = values(language), values("en")
    months = re.compile(r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b")
    texts = Page(answer.data).texts
    assert [text for text in texts if text in english and text not in own or months.search(text)] == []
    assert len(texts) > 5 and [record for record in caplog.records if record.name == "board.i18n"] == []
    for said in re.findall(rb'<script type="application/json" id="words">(.*?)</script>', answer.data, re.S):
        words = json.loads(said)
        assert {key: words[key] for key in words if key != "#"} == {key: CATALOGUES.words[language][key] for key in words if key != "#"}


def test_english_on_a_page_of_another_language_is_seen(pages, monkeypatch):
    monkeypatch.setitem(CATALOGUES.words, "xx", {"a": "b"})
    texts = Page(pages("/?lang=en").data).texts
    assert len([text for text in texts if text in values("en") and text not in values("xx")]) > 20


@pytest.mark.parametrize("language", CATALOGUES.words)
def test_a_new_board_has_its_themes_in_its_language_whoever_makes_it(hall, language):
    http = hall.http()
    http.set_cookie("lang", "nb" if language == "ne" else "ne")
    made = http.post("/api/boards", json={"title": "x", "language": language}).json
    key = made["links"]["facilitator"].split("#")[1]
    http.post(f"/api/boards/{made['board']}/seats", json={"key": key, "name": "x"})
    themes = http.get(f"/api/boards/{made['board']}/snapshot").json["records"]["theme"]
    own = CATALOGUES.words[language]
    assert sorted(each["title"] for each in themes) == sorted(own[key] for key in own if key.startswith("theme.default."))


@pytest.mark.parametrize("language", CATALOGUES.words)
def test_ready_agendas_are_there_in_every_language_and_are_no_english(language):
    own, english = CATALOGUES.words[language], CATALOGUES.words["en"]
    ready = [key for key in english if re.match(r"agenda\.(vsr|solutions)_", key)]
    assert len(ready) == 22 and all(own[key].strip() for key in ready)
    assert language == "en" or [key for key in ready if key.endswith("_task") and own[key] == english[key]] == []


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_names_keep_their_own_direction_wherever_a_page_shows_them(open_hall, name):
    hall = open_hall(operator_key=KEY)
    board = hall.makes_board(name, themes=[{"title": name}])
    person = board.seats(name, name, role="facilitator")
    person.adds_note(name, theme="theme-1")
    person.http.post("/admin/sign-in", data={"key": KEY, "to": "admin"})
    seen = 0
    for path in [*PAGES, *OPERATOR_PAGES]:
        page = Page(person.http.get(path.replace("BOARD", board.id)).data)
        for text, around in zip(page.texts, page.around, strict=True):
            if name not in text or any(tag in ("title", "attribute") for tag, _ in around):
                continue
            seen += 1
            tag, given = around[-1]
            assert tag == "bdi" or given.get("dir") == "auto", f"{path}: {tag}"
    assert seen >= 6


@pytest.mark.parametrize("code", ["xx", "EN", "en-", "../en", "a" * 500, "<b>", "%00", "da", "zh"])
def test_a_language_nobody_translated_falls_back_in_address_and_cookie(hall, code):
    http = hall.http()
    for headers, query in (({"Cookie": f"lang={code}"}, {}), ({}, {"lang": code}), ({"Accept-Language": code}, {})):
        answer = http.get("/", query_string=query, headers=headers)
        assert answer.status_code == 200 and b'<html lang="en" dir="ltr">' in answer.data


@pytest.mark.parametrize("code", ["e", "english", "../en", "en_US_x_y", "", "<b>", 7, None, ["en"], "en\u0000"])
def test_what_is_no_code_of_a_language_is_refused_on_boards_and_seats(hall, board, code):
    seat = {"key": board.key("participant"), "name": "x", "language": code}
    for path, body in (("/api/boards", {"title": "x", "language": code}), (f"/api/boards/{board.id}/seats", seat)):
        answer = hall.http().post(path, json=body)
        if code == "" and path != "/api/boards":     # a person need not say
            assert answer.status_code == 201
            continue
        assert (answer.status_code, answer.json["error"]["field"]) == (400, "language"), path
        assert answer.json["error"]["reason"] in ("invalid", "limit")


def test_a_board_in_a_language_nobody_translated_has_english_themes(hall):
    made = hall.makes_board("x", language="sw")
    themes = made.seats("Ana").http.get(f"/api/boards/{made.id}/snapshot").json["records"]["theme"]
    assert CATALOGUES.words["en"]["theme.default.political-will"] in {each["title"] for each in themes}
