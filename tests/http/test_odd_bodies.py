"""Every value of every body replaced by one of another sort: refused or taken, never an error of the server."""
from __future__ import annotations

import copy
import io
import itertools
import json

import pytest
import sqlalchemy as sa

from board.imports.reader import read
from board.imports.sheet import BadFile
from board.protocol import is_storable

ODD = [None, True, 0, -1, 1.5, 1e308, 2**63, "", "x", "\0", "x" * 3000, [], [[]], [None], [{}], {}, {"x": []}, {"": None}]
BROKEN = [b"", b"{", b"\xff\xfe", b"[" * 20_000, b'"\\ud800"', b"NaN", b"1e999", b"{}" * 2, b'{"a":1,"a":2}', b"null"]
NEXT = {
    "title": "May", "language": "en", "purpose": "P", "themes": [{"id": "data", "title": "T", "color": "blue", "sign": "ring"}],
    "mapping": {"capacity": "data"}, "carry": {"everything": False, "statuses": ["open"], "top": 3, "clusters": True, "unanswered": True},
    "agenda": True, "readable": True}
WISH = {"format": "json", "language": "en", "names": False, "comments": True, "series": True, "separator": ",", "notes": ["n1"]}
OPTIONS = {"encoding": "utf-8", "separator": ",", "header": True, "sheet": "S", "source": "table", "columns": {"0": "text", "1": "kind"},
           "kinds": {"challenge": "challenge"}, "themes": {"Data": "data"}, "clusters": {"by": "none"},
           "colors": {"red": {"kind": "solution", "theme": "data"}}, "default_kind": "challenge", "default_theme": "data", "split": "row",
           "cut": True, "skip": [3], "change_id": "c", "title": "T", "language": "en"}
CHANGE = {"change_id": "c", "steps": [
    ["add", "note", {"id": "n9", "kind": "challenge", "theme": "data", "x": 1, "y": 2, "text": "T", "sdgs": [1], "language": "en"}],
    ["set", "note", "n1", {"theme": "data", "cluster": "", "sdgs": [1, 2], "merged_into": "", "z": 3}],
    ["text", "note", "n1", 0, [1, "x", -1]], ["remove", "note", "n1"],
    ["set", "board", "BOARD", {"may": ["move"], "timer": {"start": 5, "lock": True}, "bring": [0, 0, 1, 1], "keep_days": 30,
                               "stage": {"type": "board", "id": ""}, "leader": "", "step": ""}]]}
BODIES = {
    "/api/boards": {
        "title": "T", "language": "en", "template": "vsr", "themes": [{"id": "a", "title": "T", "color": "blue", "sign": "ring"}]},
    "/api/door": {"code": "WRONGONE", "board": "x"}, "/api/qr": {"link": "http://localhost/join/x#y"},
    "/api/boards/BOARD/seats": {"key": "KEY", "name": "N", "association": "A", "country": "AR", "language": "en", "role_title": "R"},
    "/api/boards/BOARD/changes": CHANGE, "/api/boards/BOARD/exports": WISH, "/api/boards/BOARD/exports/preview": WISH,
    "/api/boards/BOARD/next": NEXT, "/api/boards/BOARD/next/preview": NEXT, "/api/boards/BOARD/series": {"readable": True},
    "/api/boards/BOARD/copies": {"title": "T", "notes": True, "names": True}, "/api/boards/BOARD/suggestions": {"theme": "data"},
    "/api/boards/BOARD/history/restore": {"seq": 1}, "/api/boards/BOARD/undo": {"seat": "x", "minutes": 5},
    "/api/boards/BOARD/form": {"key": "x"}, "/api/boards/BOARD/form/take_back": {"batch": "x", "secret": "x"},
    "/api/boards/BOARD/form/notes": {"key": "FORM", "notes": [{"kind": "challenge", "theme": "data", "text": "T"}], "language": "en",
                                     "association": "A"},
    "/api/boards/BOARD/tray/bring": {"ids": ["x"]}, "/api/boards/BOARD/tray/remove": {"ids": ["x"]},
}


def places(value, path=()):
    """Where something stands in the body, itself included."""
    yield path
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(each, (*path, key))


def replaced(body, path, odd):
    if not path:
        return odd
    made = copy.deepcopy(body)
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = odd
    return made


def in_this_process(body, name, options):
    """As `Exporting.read`, without a process for each."""
    try:
        return {"proposal": read(body, name, options)}
    except BadFile as bad:
        return {"error": bad.answer()}


def sound(answer):
    assert answer.status_code < 500, answer.data
    assert answer.status_code < 400 or set(answer.json) == {"error"}


def like_postgresql(connection, cursor, statement, parameters, context, many):
    """Which takes no text with NUL or half a character in it, where SQLite does."""
    for row in parameters if many else [parameters]:
        for value in row.values() if isinstance(row, dict) else row:
            if isinstance(value, str) and not is_storable(value):
                raise ValueError("PostgreSQL would not take this")


@pytest.fixture
def host(board, fatima):
    sa.event.listen(board.hall.parts.database._shared, "before_cursor_execute", like_postgresql)
    fatima.adds_note("One")
    fatima.changes(["add", "note", {"id": "n1", "kind": "challenge", "theme": "data", "text": "T"}],
                   ["set", "board", board.id, {"collecting": True}])
    board.hall.parts.form_rates.require = lambda *_: None
    board.hall.parts.guesses.require = lambda *_: None
    return fatima


@pytest.mark.parametrize("path", BODIES)
def test_a_value_of_another_sort_is_no_error_of_the_server(board, host, path):
    form = host.post("links/form").json["link"].split("#")[1]
    text = json.dumps(BODIES[path]).replace("BOARD", board.id).replace("KEY", board.key("participant")).replace("FORM", form)
    body = json.loads(text)
    for place in places(body):
        for odd in ODD:
            sound(host.http.post(path.replace("BOARD", board.id), json=replaced(body, place, odd)))


def test_an_import_of_our_own_file_neither(board, host):
    file = host.get("export/json").json
    file["themes"], file["notes"] = file["themes"][:1], file["notes"][:1]
    for place in places(file):
        for odd in ODD[::2]:
            sound(host.http.post("/api/boards/import", json=replaced(file, place, odd)))


def test_options_of_a_file_neither(board, host, monkeypatch):
    monkeypatch.setattr(board.hall.parts.exporting, "read", in_this_process)
    for place in places(OPTIONS):
        for odd in ODD:
            options = json.dumps(replaced(OPTIONS, place, odd))
            sound(host.http.post(f"/api/boards/{board.id}/imports/preview", data={
                "file": (io.BytesIO(b"text,kind\nOne,challenge\nTwo,solution\n"), "notes.csv"), "options": options}))


ADDRESSES = ["BOARD/history/X", "BOARD/rounds/X/progress",
             "BOARD/series/X", "BOARD/exports/X/file", "BOARD/export/X", "BOARD/changes?since=X",
             "BOARD/audit?before=X", "BOARD/audit?before=2024%20X", "BOARD/export/csv?theme=X", "BOARD/export/csv?association=X",
             "BOARD/export/csv?language=X", "BOARD/export/csv?names=X", "X/snapshot", "X/me", "BOARD/snapshot?X=X"]
POSTED = ["BOARD/seats/X/remove", "BOARD/links/X", "X/next", "X/form", "X/form/take_back", "X/seats", "X/tray/remove"]


@pytest.mark.parametrize("odd", ["%00", "x%00", "%ED%A0%80", "..%2F..", "x" * 3000, "-1", "9" * 40, "%0A"], ids=lambda odd: odd[:10])
def test_an_address_neither(board, host, odd):
    for path in ADDRESSES:
        answer = host.http.get("/api/boards/" + path.replace("BOARD", board.id).replace("X", odd))
        assert answer.status_code < 500, path
    for path in POSTED:
        body = {"batch": "\0", "secret": "\0"} if "take_back" in path else {"key": "\0", **({} if "form" in path else {"name": "N"})}
        sound(host.http.post("/api/boards/" + path.replace("BOARD", board.id).replace("X", odd), json=body))


@pytest.mark.parametrize("path", ["/api/boards", "/api/boards/BOARD/changes", "/api/door", "/api/boards/import"])
def test_what_is_no_json_neither(board, host, path):
    for body, kind in itertools.product(BROKEN, ("application/json", "text/plain", "multipart/form-data; boundary=x", "")):
        sound(host.http.post(path.replace("BOARD", board.id), data=body, content_type=kind))
