"""Answers for files that never change: the second is the first, without the application; nothing else is kept."""
from __future__ import annotations

import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Response

from board.replay import MOST, Replay

PREFIX = "/static/v1/"


@pytest.fixture
def asked():
    return []


@pytest.fixture
def client(asked):
    def app(environ, start_response):
        asked.append(environ["PATH_INFO"])
        missing, cookie = "missing" in environ["PATH_INFO"], "cookie" in environ["PATH_INFO"]
        response = Response(f"number {len(asked)}", status=404 if missing else 200, headers={"X-Request-Id": "abc", "X-Kept": "yes"})
        if cookie:
            response.set_cookie("a", "b")
        return response(environ, start_response)
    return Client(Replay(app, PREFIX, "asset"))


def test_the_second_answer_is_the_first(client, asked):
    first, second = client.get(PREFIX + "a.js"), client.get(PREFIX + "a.js")
    assert first.data == second.data == b"number 1" and second.headers["X-Kept"] == "yes"
    assert asked == [PREFIX + "a.js"]


def test_an_answer_does_not_carry_somebody_elses_request(client):
    assert client.get(PREFIX + "a.js").headers["X-Request-Id"] == "abc"
    assert "X-Request-Id" not in client.get(PREFIX + "a.js").headers


@pytest.mark.parametrize("how", [{"headers": {"Accept-Encoding": "gzip"}}, {"base_url": "https://board.example.org/"}])
def test_what_the_answer_depends_on_is_not_mixed_up(client, asked, how):
    client.get(PREFIX + "a.js")
    client.get(PREFIX + "a.js", **how)
    assert len(asked) == 2


@pytest.mark.parametrize("path", ["/", "/api/boards", "/static/v2/a.js", PREFIX + "missing.js", PREFIX + "cookie.js"])
def test_nothing_else_is_kept(client, asked, path):
    client.get(path)
    client.get(path)
    assert len(asked) == 2


def test_only_reading_is_answered(client, asked):
    client.get(PREFIX + "a.js")
    client.post(PREFIX + "a.js")
    client.head(PREFIX + "a.js")
    assert len(asked) == 3


def test_a_sender_cannot_fill_the_memory(client, asked):
    for number in range(MOST + 5):
        client.get(PREFIX + "a.js", headers={"Accept-Encoding": f"x{number}"})
    del asked[:]
    client.get(PREFIX + "a.js", headers={"Accept-Encoding": "x0"})
    client.get(PREFIX + "a.js", headers={"Accept-Encoding": f"x{MOST + 4}"})
    assert len(asked) == 1


def test_the_boards_own_files_carry_their_headers(hall):
    http, path = hall.http(), hall.parts.assets.url("js/pages/board.js")
    first, second = http.get(path, headers={"Accept-Encoding": "gzip"}), http.get(path, headers={"Accept-Encoding": "gzip"})
    assert second.data == first.data and second.status_code == 200
    kept = {name: value for name, value in first.headers.items() if name not in ("X-Request-Id", "Date")}
    assert dict(second.headers) == kept
    assert "immutable" in kept["Cache-Control"] and kept["Content-Encoding"] == "gzip" and "script-src" in kept["Content-Security-Policy"]
