"""The safety baseline: headers everywhere, no change from elsewhere, errors as reasons, logs without people's words."""
from __future__ import annotations

import logging

import pytest
from sqlalchemy.exc import OperationalError

from board.access import digest


def every_answer(hall, board, person):
    http = person.http
    paths = ["/", "/join", f"/join/{board.id}", f"/board/{board.id}", f"/board/{board.id}/print", "/healthz", "/readyz", "/no-such",
    "/favicon.ico",
             f"/static/v{hall.parts.assets.version}/i18n/en.json", "/static/vx/no-such.js",
             *(f"/api/boards/{board.id}/{each}" for each in ("me", "snapshot", "changes?since=0", "changes?since=x", "trash", "qr.svg",
             "export/csv",
                                                             "export/json", "export/none"))]
    yield from ((path, http.get(path)) for path in paths)
    yield "/board of nobody", hall.http().get(f"/board/{board.id}")
    yield "DELETE", http.delete("/api/boards")
    yield "POST elsewhere", http.post("/api/boards", headers={"Origin": "https://evil.example"})


def test_every_answer_carries_the_headers(hall, board, fatima):
    for path, answer in every_answer(hall, board, fatima):
        headers = answer.headers
        policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
        assert policy["default-src"] == "'none'" and policy["script-src"] == policy["style-src"] == "'self'", path
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer", path
        assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin", path
        assert headers["X-Frame-Options"] == "DENY" and headers["Cache-Control"], path
        assert "Access-Control-Allow-Origin" not in headers


def test_who_may_frame_the_board_is_a_setting(open_hall):
    answer = open_hall(frame_ancestors="https://portal.example").http().get("/healthz")
    assert "frame-ancestors https://portal.example" in answer.headers["Content-Security-Policy"] and "X-Frame-Options" not in answer.headers


FROM = [
    ({}, True), ({"Origin": "http://localhost"}, True), ({"Sec-Fetch-Site": "same-origin"}, True), ({"Sec-Fetch-Site": "none"}, True),
    ({"Origin": "https://evil.example"}, False), ({"Origin": "null"}, False), ({"Origin": "https://localhost"}, False),
    ({"Origin": "http://localhost:81"}, False), ({"Origin": "http://localhost.evil.example"}, False),
    ({"Origin": "http://localhost@evil.example"}, False),
    ({"Origin": ""}, False), ({"Origin": "localhost"}, False), ({"Sec-Fetch-Site": "cross-site"}, False),
    ({"Sec-Fetch-Site": "same-site"}, False)]


@pytest.mark.parametrize(("headers", "ok"), FROM)
@pytest.mark.parametrize("path", ["/api/boards", "/api/boards/BOARD/changes", "/api/boards/BOARD/seats", "/api/boards/BOARD/links/viewer"])
def test_d8_a_change_from_another_origin_is_forbidden(board, fatima, path, headers, ok):
    before = fatima.snapshot()
    body = {"title": "T"} if path == "/api/boards" else {"change_id": "c", "steps": [["set", "board", board.id, {"title": "New"}]]} \
        if path.endswith("changes") else {"key": board.key("viewer"), "name": "Fatima X"}
    answer = fatima.http.post(path.replace("BOARD", board.id), json=body, headers=headers)
    if ok:
        assert answer.status_code in (200, 201)
    else:
        assert (answer.status_code, answer.json) == (403, {"error": {"reason": "forbidden"}}) and fatima.snapshot() == before


@pytest.mark.parametrize(("settings", "origin", "ok"), [
    ({"public_url": "https://board.example.org/"}, "https://board.example.org", True),
    ({"public_url": "https://board.example.org"}, "http://localhost", True),
    ({"allowed_origins": ("https://portal.example",)}, "https://portal.example", True),
    ({"allowed_origins": ("https://portal.example",)}, "http://localhost", True),
    ({"allowed_origins": ("https://portal.example",)}, "https://evil.example", False), ({}, "http://localhost", True),
    ({}, "https://evil.example", False),
    ({}, "null", False)])
def test_d8_pages_and_sockets_take_the_same_origins(open_hall, settings, origin, ok):
    http = open_hall(**settings).http()
    assert (http.post("/api/boards", json={"title": "T"}, headers={"Origin": origin}).status_code == 201) is ok
    opened = http.get("/socket.io/?EIO=4&transport=polling", headers={"Origin": origin})
    assert (opened.status_code == 200) is ok


@pytest.mark.parametrize(("method", "path", "status", "reason"), [
    ("GET", "/api/no-such", 404, "not_found"), ("DELETE", "/api/boards", 405, "malformed"), ("PUT", "/api/door", 405, "malformed"),
    ("GET", "/api/boards", 405, "malformed"), ("POST", "/healthz", 405, "malformed"), ("GET", "/api/boards/%00/me", 404, "not_found"),
    ("GET", "/api/boards/../../me", 404, "not_found"), ("GET", "/api/boards/%ff%fe/snapshot", 404, "not_found")])
def test_r2_errors_of_programs_are_reasons(hall, method, path, status, reason):
    answer = hall.http().open(path, method=method)
    assert (answer.status_code, answer.json) == (status, {"error": {"reason": reason}})


def test_r2_a_bug_is_a_reason_and_no_traceback(hall, ana, monkeypatch):
    monkeypatch.setattr("board.views.changes.read_trash", lambda *_: 1 / 0)
    answer = ana.get("trash")
    assert (answer.status_code, answer.json) == (500, {"error": {"reason": "unavailable", "retry_after": 5}})


def test_head_is_get_without_a_body(ana, board):
    for path in ("/healthz", f"/api/boards/{board.id}/snapshot", "/favicon.ico"):
        got, head = ana.http.get(path), ana.http.head(path)
        assert (head.status_code, head.data) == (got.status_code, b"") and head.headers["Content-Length"] == got.headers["Content-Length"]


def stopped(*_, **__):
    raise OperationalError("SELECT canary", {"text": "canary"}, Exception("canary"))


def test_health_and_readiness(hall, ana, monkeypatch):
    http = hall.http()
    assert http.get("/healthz").json == {"ok": True} and http.get("/readyz").json == {"ok": True, "connections": 1}
    hall.parts.queues.closed = True
    assert (http.get("/readyz").status_code, http.get("/readyz").json["why"], http.get("/healthz").status_code) == (503, "draining", 200)
    hall.parts.queues.closed = False
    monkeypatch.setattr(hall.parts.database, "read", stopped)
    assert (http.get("/readyz").status_code, http.get("/readyz").json["why"], http.get("/healthz").status_code) == (503, "database", 200)


def test_a_stopped_database_is_answered_and_comes_back(hall, board, ana, monkeypatch):
    monkeypatch.setattr(hall.parts.database, "read", stopped)
    monkeypatch.setattr(hall.parts.database, "write", stopped)
    for answer in (ana.get("snapshot"), ana.get("me"), hall.http().post("/api/boards", json={"title": "T"}),
                   hall.http().post("/api/door", json={"code": board.code})):
        assert (answer.status_code, answer.json["error"]) == (503,
                                                              {"reason": "storage", "retry_after": 2}) and answer.headers["Retry-After"]
    monkeypatch.undo()
    assert ana.get("snapshot").status_code == 200


def test_logs_hold_no_words_names_tokens_or_keys(hall, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    for name in ("board", "engineio", "socketio", "sqlalchemy.engine", "werkzeug"):
        caplog.set_level(logging.INFO, name)
    board = hall.makes_board("Canary title")
    ana = board.seats("Canary name", "Canary association")
    ana.adds_note("Canary text")
    ana.changes(["set", "note", "canary-none", {"text": "Canary text"}])
    ana.changes(["set", "note", "x", {"text": "Canary text", "canary": 1}])
    hall.http().post("/api/door", json={"code": "CANARY00"})
    hall.http().post("/api/boards", json={"title": "Canary title", "canary": 1})
    monkeypatch.setattr(hall.parts.database, "write", stopped)
    ana.changes(["add", "note", {"id": "n", "kind": "challenge", "theme": "data", "text": "Canary text"}])
    monkeypatch.setattr(hall.parts.database, "read", stopped)
    ana.get("snapshot"), ana.emits("join", {"board": board.id}, ack=True)
    logged = caplog.text + "".join(str(each.args) for each in caplog.records)
    assert "canary" not in logged.lower()
    assert not any(secret in logged for secret in (ana.token, board.code, *(board.key(each) for each in board.links)))


def test_a_database_that_chokes_on_a_change_does_not_log_it(hall, ana, caplog, monkeypatch):
    from board.working_set import WorkingSet
    words = "Canary text"

    def flush(work):
        work._connection.exec_driver_sql("INSERT INTO notes (id) VALUES (?)", (words,))
    monkeypatch.setattr(WorkingSet, "flush", flush)
    assert ana.changes(["add", "note", {"id": "n", "kind": "challenge", "theme": "data", "text": "Canary text"}])["reason"] == "storage"
    assert caplog.records and "Canary" not in caplog.text

    def load(work, *_):
        work._connection.exec_driver_sql("SELECT ? FROM nowhere", (words,))
    monkeypatch.setattr(WorkingSet, "top_z", load)
    step = ["add", "note", {"id": "n", "kind": "challenge", "theme": "data", "text": "Canary text"}]
    assert ana.post("changes", json={"change_id": "c", "steps": [step]}).status_code == 503
    assert "Canary" not in caplog.text


def test_what_is_stored_opens_nothing(hall, board, ana):
    """Keys and tokens are kept as SHA-256 only."""
    import sqlalchemy as sa
    dump = hall.parts.database.read(lambda connection: str([
        connection.exec_driver_sql(f"SELECT * FROM {name}").all() for name in sa.inspect(connection).get_table_names()]))
    assert digest(ana.token) in dump and digest(board.key("viewer")) in dump
    assert not any(secret in dump for secret in (ana.token, *(board.key(each) for each in board.links)))
