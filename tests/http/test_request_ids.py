"""Every request has an id: in its answer, and in each line that is logged while it is made."""
from __future__ import annotations

import io
import json
import logging
import re

import pytest

from board import logs


@pytest.fixture
def log():
    """The log of the whole program, in memory, as JSON."""
    out, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logs.JsonFormatter())
    handler.addFilter(logs.OncePerSecond())
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lambda **wanted: [line for line in map(json.loads, out.getvalue().splitlines())
                            if line["logger"].startswith("board") and wanted.items() <= line.items()]
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.mark.parametrize("given", ["abcdefgh", "A-b_c.0123456789", "x" * 64])
def test_a_well_formed_id_is_kept(hall, given):
    assert hall.http().get("/healthz", headers={"X-Request-Id": given}).headers["X-Request-Id"] == given


@pytest.mark.parametrize("given", ["", "short", "x" * 65, "with space 1", "späßchen", "<script>alert(1)", "abcdefgh;", "../../../etc"])
def test_any_other_is_replaced(hall, given):
    answer = hall.http().get("/healthz", headers={"X-Request-Id": given})
    assert re.fullmatch("[0-9a-f]{16}", answer.headers["X-Request-Id"])


@pytest.mark.parametrize(("method", "path", "status"), [
    ("GET", "/nowhere", 404), ("PUT", "/api/boards", 405), ("POST", "/api/boards", 400), ("GET", "/api/boards/x/me", 404)])
def test_errors_have_it_too(hall, method, path, status):
    answer = hall.http().open(path, method=method)
    assert answer.status_code == status and len(answer.headers["X-Request-Id"]) == 16


def test_a_refusal_before_any_view_has_it(hall):
    answer = hall.http().post("/api/boards", json={"title": "x"}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403 and answer.headers["X-Request-Id"]


def test_lines_of_a_request_carry_its_id_and_no_other_do(hall, board, ana, log, monkeypatch):
    monkeypatch.setattr("board.views.changes.read_trash", lambda *_: 1 / 0)
    answer = ana.get("trash?secret-query", headers={"X-Request-Id": "my-request-1"})
    assert (answer.status_code, answer.headers["X-Request-Id"]) == (500, "my-request-1")
    failed, = log(level="ERROR")
    assert (failed["request_id"], failed["board"], failed["error"]) == ("my-request-1", board.id, "ZeroDivisionError")
    answered, = log(message="answered", endpoint="board.get_trash")
    assert (answered["request_id"], answered["status"], answered["method"]) == ("my-request-1", 500, "GET")
    logging.getLogger("board").info("afterwards")
    assert "request_id" not in log(message="afterwards")[0]


def test_changes_have_their_line_with_board_and_change_id(board, ana, log):
    ana.changes(["add", "note", {"id": "n", "kind": "challenge", "theme": "data", "text": "secret-words"}], change_id="first")
    ana.changes(["set", "board", board.id, {"locked": True}], change_id="second")
    ana.changes(["set", "nothing", "x", {}], change_id="third")
    ana.post("changes", json={"change_id": "fourth", "steps": [["remove", "note", "n"]]}, headers={"X-Request-Id": "my-request-2"})
    applied, = log(message="applied", change_id="first")
    assert applied["board"] == board.id and applied["seq"] > 0 and applied["level"] == "DEBUG"
    refused, = log(change_id="second")
    assert (refused["message"], refused["reason"], refused["board"]) == ("refused", "forbidden", board.id)
    assert log(change_id="third")[0]["message"] == "refused: malformed"
    assert {line["request_id"] for line in log(change_id="fourth")} == {"my-request-2"} and len(log(change_id="fourth")) == 2


def test_a_change_that_fails_is_logged_with_its_id_and_the_requests(board, ana, log, monkeypatch):
    monkeypatch.setattr("board.sync.records.apply_step", lambda *_: 1 / 0)
    ana.changes(["remove", "note", "n"], change_id="over-a-socket")
    failed, = log(message="a change failed (1 steps)")
    assert (failed["change_id"], failed["board"], failed["error"]) == ("over-a-socket", board.id, "ZeroDivisionError")


def test_nothing_that_people_wrote_is_logged(hall, log, monkeypatch):
    made = hall.http().post("/api/boards", json={"title": "Zanzibar-title"}).json
    key = made["links"]["participant"].split("#")[1]
    seat = hall.http().post(f"/api/boards/{made['board']}/seats", json={"key": key, "name": "Zanzibar-name"},
                            environ_overrides={"REMOTE_ADDR": "192.0.2.77"}).json
    headers = {"Authorization": f"Bearer {seat['token']}"}
    path = f"/api/boards/{made['board']}/changes?Zanzibar=query"
    note = {"id": "n", "kind": "challenge", "theme": "data", "text": "Zanzibar-text"}
    hall.http().post("/api/door", json={"code": "ZANZIBAR"})
    for number, steps in enumerate(([["add", "note", note]], [["Zanzibar"]], "Zanzibar")):
        hall.http().post(path, json={"change_id": f"c{number}", "steps": steps}, headers=headers)

    def fails(*_):
        raise ValueError("Zanzibar-message")
    monkeypatch.setattr("board.sync.records.apply_step", fails)
    hall.http().post(path, json={"change_id": "last", "steps": [["remove", "note", "n"]]}, headers=headers)
    told = json.dumps(log())
    assert len(log()) >= 8 and "last" in told
    assert not re.search("zanzibar", told, re.IGNORECASE)
    for secret in (seat["token"], key, made["code"], "192.0.2.77"):
        assert secret not in told
