"""Every route × everybody: made from the map of routes and compared with what is written out here."""
from __future__ import annotations

import io
import json
import re

import pytest

ROLES = ("viewer", "participant", "facilitator")
FILE = "FILE"       # a form with a file in it
CHANGE = {"change_id": "c", "steps": [["set", "seat", "SEAT", {"country": "AR"}]]}
# (method, route): who may at the least, and a body that works. The operator's are tried in test_admin, those that are off while
# everybody may make boards in test_creation.
TABLE = {
    ("GET", "/"): ("anyone", None),
    ("GET", "/join"): ("anyone", None),
    ("GET", "/join/<board_id>"): ("anyone", None),
    ("GET", "/accessibility"): ("anyone", None),
    ("GET", "/board/<board_id>"): ("page", None),
    ("GET", "/board/<board_id>/print"): ("page", None),
    ("GET", "/board/<board_id>/series"): ("page", None),
    ("GET", "/form/<board_id>"): ("anyone", None),
    ("GET", "/static/v<version>/<path:name>"): ("anyone", None),
    ("GET", "/favicon.ico"): ("anyone", None),
    ("GET", "/sw.js"): ("anyone", None),
    ("GET", "/manifest/<language>.webmanifest"): ("anyone", None),
    ("GET", "/healthz"): ("anyone", None),
    ("GET", "/readyz"): ("anyone", None),
    ("GET", "/api/openapi.json"): ("anyone", None),
    ("GET", "/metrics"): ("anyone", None),      # on this machine; see test_metrics
    ("GET", "/sign-in"): ("off", None),
    ("GET", "/sign-in/back"): ("off", None),
    ("GET", "/api/creation"): ("anyone", None),
    ("POST", "/api/creation"): ("off", {"passphrase": "x"}),
    ("POST", "/api/creation/forget"): ("anyone", None),
    ("POST", "/api/boards"): ("anyone", {"title": "New"}),
    ("POST", "/api/boards/import"): ("anyone", "EXPORT"),
    ("POST", "/api/imports/preview"): ("anyone", FILE),
    ("POST", "/api/imports"): ("anyone", FILE),
    ("POST", "/api/door"): ("anyone", {"key": "KEY"}),
    ("POST", "/api/qr"): ("anyone", {"link": "http://localhost/join/x#y"}),
    ("POST", "/api/boards/<board_id>/seats"): ("anyone", {"key": "KEY", "name": "N"}),
    ("GET", "/admin"): ("operator", None),
    ("GET", "/admin/boards/<board_id>"): ("operator", None),
    ("POST", "/admin/sign-in"): ("operator", None),
    ("POST", "/admin/sign-out"): ("operator", None),
    ("POST", "/admin/purge"): ("operator", None),
    ("POST", "/admin/boards/<board_id>/delete"): ("operator", None),
    ("POST", "/admin/boards/<board_id>/link"): ("operator", None),
    ("GET", "/checkup"): ("operator", None),
    ("GET", "/api/admin/checkup"): ("operator", None),
    ("GET", "/api/admin/boards"): ("operator", None),
    ("GET", "/api/admin/boards/<board_id>"): ("operator", None),
    ("DELETE", "/api/admin/boards/<board_id>"): ("operator", None),
    ("POST", "/api/admin/boards/<board_id>/links"): ("operator", {}),
    ("GET", "/api/boards/<board_id>/me"): ("viewer", None),
    ("GET", "/api/boards/<board_id>/snapshot"): ("viewer", None),
    ("GET", "/api/boards/<board_id>/changes"): ("viewer", None),
    ("POST", "/api/boards/<board_id>/changes"): ("viewer", CHANGE),
    ("GET", "/api/boards/<board_id>/export/<name>"): ("viewer", None),
    ("GET", "/api/boards/<board_id>/exports"): ("viewer", None),
    ("POST", "/api/boards/<board_id>/exports"): ("viewer", {"format": "json"}),
    ("POST", "/api/boards/<board_id>/exports/preview"): ("viewer", {"format": "json"}),
    ("GET", "/api/boards/<board_id>/exports/<export_id>/file"): ("own", None),
    ("GET", "/api/boards/<board_id>/series"): ("viewer", None),
    ("GET", "/api/boards/<board_id>/series/<other_id>"): ("own", None),
    ("POST", "/api/boards/<board_id>/series"): ("facilitator", {"readable": True}),
    ("POST", "/api/boards/<board_id>/next/preview"): ("facilitator", {"title": "May"}),
    ("POST", "/api/boards/<board_id>/next"): ("facilitator", {"title": "May"}),
    ("POST", "/api/boards/<board_id>/copies"): ("facilitator", {"title": "May"}),
    ("POST", "/api/boards/<board_id>/imports/preview"): ("facilitator", FILE),
    ("POST", "/api/boards/<board_id>/imports"): ("facilitator", FILE),
    ("POST", "/api/boards/<board_id>/form"): ("key", {"key": "FORM"}),
    ("POST", "/api/boards/<board_id>/form/notes"): (
        "key", {"key": "FORM", "notes": [{"kind": "challenge", "theme": "data", "text": "T"}]}),
    ("POST", "/api/boards/<board_id>/form/take_back"): ("own", {"batch": "x", "secret": "x"}),
    ("GET", "/api/boards/<board_id>/tray"): ("facilitator", None),
    ("POST", "/api/boards/<board_id>/tray/bring"): ("facilitator", {"ids": ["TRAY"]}),
    ("POST", "/api/boards/<board_id>/tray/remove"): ("facilitator", {"ids": ["x"]}),
    ("GET", "/api/boards/<board_id>/translator"): ("own", None),      # there is none by default; who may: test_translating
    ("POST", "/api/boards/<board_id>/notes/<note_id>/suggestion"): ("own", {"language": "es"}),
    ("GET", "/api/boards/<board_id>/trash"): ("participant", None),
    ("GET", "/api/boards/<board_id>/qr.svg"): ("participant", None),
    ("POST", "/api/boards/<board_id>/links/<purpose>"): ("facilitator", None),
    ("POST", "/api/boards/<board_id>/seats/<seat_id>/remove"): ("facilitator", None),
    ("GET", "/api/boards/<board_id>/seats/me/data"): ("viewer", None),
    ("DELETE", "/api/boards/<board_id>/seats/<seat_id>"): ("facilitator", None),
    ("POST", "/api/boards/<board_id>/suggestions"): ("facilitator", {}),
    ("GET", "/api/boards/<board_id>/history"): ("facilitator", None),
    ("GET", "/api/boards/<board_id>/history/<int:seq>"): ("facilitator", None),
    ("POST", "/api/boards/<board_id>/history/restore"): ("facilitator", {"seq": 1}),
    ("POST", "/api/boards/<board_id>/undo"): ("facilitator", {"seat": "SEAT", "minutes": 5}),
    ("GET", "/api/boards/<board_id>/participation"): ("facilitator", None),
    ("GET", "/api/boards/<board_id>/audit"): ("facilitator", None),
    ("GET", "/api/boards/<board_id>/audit.csv"): ("facilitator", None),
    ("GET", "/api/boards/<board_id>/moderation"): ("facilitator", None),
    ("GET", "/api/boards/<board_id>/rounds/<round_id>/progress"): ("facilitator", None),
}
PEOPLE = ("nobody", "elsewhere", *ROLES)


def routes(app):
    return {(method, rule.rule) for rule in app.url_map.iter_rules() for method in rule.methods - {"HEAD", "OPTIONS"}}


def test_every_route_has_a_row(hall):
    assert routes(hall.app) == set(TABLE)


def prepared(board, fatima, body):
    """What there is to ask for: a form that is open, a note in the tray, a board that has a next one."""
    assert fatima.changes(["set", "board", board.id, {"collecting": True}])["ok"]
    key = fatima.post("links/form").json["link"].split("#")[1]
    note = {"kind": "challenge", "theme": "data", "text": "T"}
    assert board.hall.http().post(f"/api/boards/{board.id}/form/notes", json={"key": key, "notes": [note]}).status_code == 201
    assert fatima.post("next", json={"title": "Later"}).status_code == 201
    waiting = fatima.get("tray").json["notes"][0]["id"]
    return json.loads(json.dumps(body).replace("FORM", key).replace("TRAY", waiting))


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize(("method", "route"), [key for key in TABLE if TABLE[key][0] not in ("operator", "off")], ids=lambda part: part)
def test_d6_who_may_ask_for_what(hall, board, fatima, olga, method, route, who):
    least, body = TABLE[method, route]
    somebody = None if who == "nobody" else hall.makes_board().seats("Eve", role="facilitator", joins=False) if who == "elsewhere" else \
        board.seats("Somebody", role=who, joins=False)
    assets = hall.parts.assets
    path = route.replace("v<version>", f"v{assets.version}").replace("<path:name>", "i18n/en.json").replace("<board_id>", board.id)
    path = path.replace("<name>", "csv").replace("<purpose>", "viewer").replace("<round_id>", "r1").replace("<seat_id>", olga.seat)
    path = path.replace("<int:seq>", "1").replace("<note_id>", "x")
    path = path.replace("<export_id>", "x").replace("<other_id>", "x").replace("<language>", "en")
    fatima.changes(["add", "round", {"id": "r1", "title": "What first?"}])
    if body == "EXPORT":
        body = fatima.get("export/json").json
    elif body:
        key = board.key("participant")
        body = json.loads(json.dumps(body).replace("KEY", key).replace("SEAT", somebody.seat if somebody else "x"))
    headers = {"Authorization": f"Bearer {somebody.token}"} if somebody else {}
    if "/form" in path or "/tray" in path or "/series" in path:
        body = prepared(board, fatima, body)
    if body == FILE:
        answer = hall.http().open(path, method=method, headers=headers, data={"file": (io.BytesIO(b"One idea\nAnother\n"), "notes.txt")})
    more = {"query_string": {"since": "0"}} if path.endswith("/changes") else {}
    if method == "DELETE" and "/seats/" in path:
        more = {"query_string": {"notes": "keep"}}
    if body != FILE:
        answer = hall.http().open(path, method=method, json=body, headers=headers, **more)
    if least == "own":      # who has nothing of that sort, or is nobody
        assert (answer.status_code, answer.json) == (404, {"error": {"reason": "not_found"}})
    elif least in ("anyone", "key"):
        assert answer.status_code in (200, 201, 202), answer.data
    elif least == "page":
        assert answer.status_code == (200 if who in ROLES else 302)
        assert who in ROLES or answer.headers["Location"] == f"/join/{board.id}"
    elif who not in ROLES:
        assert (answer.status_code, answer.json) == (404, {"error": {"reason": "not_found"}})
    elif ROLES.index(who) < ROLES.index(least):
        assert (answer.status_code, answer.json) == (403, {"error": {"reason": "forbidden"}})
    else:
        assert answer.status_code in (200, 201, 202), answer.data


@pytest.mark.parametrize(("method", "route"), [key for key in TABLE if "<board_id>" in key[1] and TABLE[key][0] in ROLES],
                         ids=lambda part: part)
def test_d6_not_there_and_not_yours_answer_alike(hall, board, ana, method, route):
    eve = hall.makes_board().seats("Eve", role="facilitator", joins=False)

    def ask(board_id):
        path = re.sub("<[a-z_:]+>", "x", re.sub("<purpose>", "viewer", re.sub("<name>", "csv", route.replace("<board_id>", board_id))))
        return hall.http().open(path, method=method, json=CHANGE if method == "POST" else None,
                                headers={"Authorization": f"Bearer {eve.token}"})
    theirs, nowhere = ask(board.id), ask("abcdefghijkm")
    assert (theirs.status_code, theirs.data) == (nowhere.status_code, nowhere.data)


def test_a_cookie_of_another_board_opens_nothing(hall, board, ana):
    other = hall.makes_board()
    http = hall.http()
    for name in (f"seat-{other.id}", f"__Host-seat-{other.id}"):
        http.set_cookie(name, ana.token)
    assert http.get(f"/api/boards/{other.id}/snapshot").status_code == 404


def test_a_bearer_token_goes_before_the_cookie(board, ana, olga):
    answer = ana.get("me", headers={"Authorization": f"bearer {olga.token}"})
    assert answer.json["seat"]["id"] == olga.seat
    assert ana.get("me", headers={"Authorization": "Bearer wrong"}).status_code == 404
    assert ana.get("me", headers={"Authorization": "Basic eDp5"}).status_code == 200


def test_d1_no_key_is_ever_in_a_path_or_query(hall, board):
    assert all("#" in link and board.key(purpose) not in link.split("#")[0] for purpose, link in board.links.items())
    assert not any(re.search("key|code|token", rule.rule) for rule in hall.app.url_map.iter_rules())
