"""The log: its lines cannot be broken or filled by who is served, and hold nothing that people wrote."""
from __future__ import annotations

import io
import json
import logging
import sys

import pytest

from board import logs

NASTY = ["a\nb", "a\r\nERROR forged", "\x1b[31mred", "\u2028line", "\x85next", "\u202egnp", "nul\0", "\ud83d"]


class Log:
    """A logger that writes into memory."""

    def __init__(self, formatter, clock=lambda: 0.0, name="board.test"):
        self.out = io.StringIO()
        self.logger = logging.Logger(name, logging.DEBUG)
        handler = logging.StreamHandler(self.out)
        handler.setFormatter(formatter)
        handler.addFilter(logs.OncePerSecond(clock))
        self.logger.addHandler(handler)

    @property
    def lines(self):
        text = self.out.getvalue()
        assert text.isascii() or text.replace("\n", "").isprintable()
        return text.splitlines()


@pytest.fixture(params=[logs.TextFormatter, logs.JsonFormatter], ids=["text", "json"])
def log(request):
    return Log(request.param())


def fails(message="secret words"):
    try:
        raise ValueError(message)
    except ValueError:
        return sys.exc_info()


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nothing_breaks_a_line(log, text):
    log.logger.info("hello %s", text, extra=logs.fields(board=text))
    log.logger.info(text)
    assert len(log.lines) == 2 and not any(each in log.out.getvalue() for each in ("\r", "\x1b", "\0", "\u202e", "\u2028"))


def test_a_field_cannot_pass_for_two():
    log = Log(logs.TextFormatter())
    log.logger.info("hello", extra=logs.fields(board='x" change_id=forged'))
    assert log.lines[0].endswith(r'hello board="x\" change_id=forged"')


def test_json_lines_are_objects_with_their_fields():
    log = Log(logs.JsonFormatter())
    log.logger.error("not stored", extra=logs.fields(board="b", change_id="c", request_id=""), exc_info=fails())
    found = json.loads(log.lines[0])
    assert (found["level"], found["logger"], found["message"], found["board"], found["change_id"], found["error"]) == (
        "ERROR", "board.test", "not stored", "b", "c", "ValueError")
    assert "request_id" not in found and found["trace"].endswith(" fails") and found["trace"].startswith("tests/unit/test_logs.py:")


def test_an_error_is_one_line_without_its_message(log):
    log.logger.error("it failed", exc_info=fails("secret\nwords"))
    assert len(log.lines) == 1 and "secret" not in log.lines[0] and "ValueError" in log.lines[0]


@pytest.mark.parametrize(("error", "shown"), [
    (OSError(28, "No space left: secret"), "OSError (ENOSPC)"), (FileNotFoundError(2, "x", "secret"), "FileNotFoundError (ENOENT)"),
    (KeyError("secret"), "KeyError")])
def test_an_error_is_told_by_its_sort(error, shown):
    assert logs.sort_of(error) == shown


def test_a_long_line_is_cut(log):
    log.logger.info("x" * 1_000_000)
    assert len(log.lines[0]) < 2_200


def test_errors_of_one_sort_are_written_once_a_second_with_how_many_were_left_out(log):
    at = [0.0]
    log.logger.handlers[0].filters[0]._clock = lambda: at[0]
    for number in range(10_000):
        at[0] = number / 5000
        log.logger.error("it failed: %s", number, exc_info=fails(str(number)))
    assert len(log.lines) == 2 and "4999" in log.lines[1]


def test_sorts_are_kept_apart_and_cannot_be_made_up(log):
    for number in range(100):
        log.logger.error(f"made up {number}")
        log.logger.error("another")
    assert len(log.lines) == 2


def test_lines_of_libraries_are_held_back_too_but_not_our_own_notes():
    ours, theirs = Log(logs.TextFormatter()), Log(logs.TextFormatter(), name="engineio.server")
    for log in (ours, theirs):
        for _ in range(10):
            log.logger.warning("hm")
    assert (len(ours.lines), len(theirs.lines)) == (10, 1)


def test_a_bare_traceback_becomes_a_line(monkeypatch):
    import traceback
    stream, told = io.StringIO(), Log(logs.TextFormatter())
    monkeypatch.setattr(logs, "stderr", told.logger)
    bare = logs.Bare(stream)
    bare.write("plain words\n")
    for _ in range(3):
        try:
            raise ValueError("secret")
        except ValueError:
            traceback.print_exc(file=bare)
    assert stream.getvalue() == "plain words\n" and len(told.lines) == 1 and "secret" not in told.lines[0]


def test_what_the_server_tells_quotes_no_request(monkeypatch):
    told = Log(logs.TextFormatter())
    monkeypatch.setattr(logs, "served", told.logger)
    serving = logs.Serving()
    serving.info("(1) wsgi starting up on http://127.0.0.1")
    serving.error('I/O error while discarding request body. client=192.0.2.1 request="GET /?secret"')
    try:
        raise ValueError("secret")
    except ValueError:
        serving.info("Traceback … secret")
    assert len(told.lines) == 2 and "secret" not in "".join(told.lines) and "192.0.2.1" not in told.lines[0]
