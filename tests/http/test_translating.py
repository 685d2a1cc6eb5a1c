"""Suggestions by the host's translator: what goes there and what never does, who may ask, and every way in which it can fail."""
from __future__ import annotations

import json
import logging
import socket
import subprocess
import sys
import threading

import pytest
from libre import Libre
from prometheus_client import REGISTRY

from board import concurrency, translating
from board.libretranslate import LARGEST
from board.records.translation import sum_of
from hall import does

NEPALI = "स्थानीय तहमा तथ्याङ्क छैन।"


@pytest.fixture
def libre():
    running = Libre()
    yield running
    running.stop()


@pytest.fixture
def hall(open_hall, libre):
    return open_hall(**libre.settings)


@pytest.fixture
def note(ana):
    return ana.adds_note("No data", language="en")["id"]


def ask(person, note, language="es", **more):
    return person.post(f"notes/{note}/suggestion", json={"language": language, **more})


def counted(outcome):
    return REGISTRY.get_sample_value("board_machine_translations_total", {"outcome": outcome}) or 0


def error(answer):
    return answer.status_code, {name: value for name, value in answer.json["error"].items() if name != "retry_after"}


# --- off

@pytest.mark.parametrize("settings", [{}, {"translator": "browser"}, {"translator": "off", "translate_url": "URL"},
                                      {"translator": "browser", "translate_url": "URL"}])
def test_m1_nothing_is_sent_unless_the_host_has_switched_it_on(open_hall, libre, settings, monkeypatch):
    started = []
    monkeypatch.setattr(concurrency.Concurrency, "process", lambda *arguments: started.append(arguments))
    hall = open_hall(**{name: value.replace("URL", libre.url) for name, value in settings.items()})
    fatima = hall.makes_board().seats("Fatima", role="facilitator")
    note = fatima.adds_note("No data", language="en")["id"]
    assert fatima.get("translator").status_code == 404 and ask(fatima, note).status_code == 404
    fatima.http.get(f"/board/{fatima.board.id}")
    does(fatima, ["add", "translation", {"id": "t", "note": note, "language": "es", "text": "Sin datos"}])
    assert (libre.visits, started) == ([], [])


def test_m1_opening_and_using_a_board_asks_nothing_of_the_translator(hall, libre, board, fatima, ana, note):
    fatima.http.get(f"/board/{board.id}")
    does(ana, ["set", "note", note, {"text": "No data at all"}])
    does(ana, ["add", "translation", {"id": "t", "note": note, "language": "es", "text": "Sin datos"}])
    assert libre.visits == []


# --- what goes there

def test_m2_the_text_of_the_note_goes_there_and_nothing_else(board, ana, libre, note):
    answer = ask(ana, note)
    assert answer.json == {"text": "[es] No data", "source": sum_of("No data")}
    sent, = libre.asked
    headers = sent.pop("headers")
    assert sent == {"q": "No data", "source": "en", "target": "es", "format": "text"}
    assert set(headers) == {"Host", "Accept-Encoding", "Accept", "User-Agent", "Content-Type", "Content-Length"}
    everything = json.dumps([sent, headers])
    assert not any(word in everything for word in ("Ana", "UNGL", ana.seat, ana.token, board.id, note, "Getting our reviews"))
    assert ana.snapshot()["records"].get("translation", []) == [], "a suggestion is stored by nobody"


def test_m2_no_text_of_a_client_goes_there(ana, libre, note):
    for more in ({"text": "x"}, {"q": "x"}, {"url": "http://localhost"}):
        assert error(ask(ana, note, **more)) == (400, {"reason": "malformed"})
    for body in ([], "x", {}, {"language": 1}, {"language": "es", "from": "a long text of mine"}, {"language": ""}):
        assert ana.post(f"notes/{note}/suggestion", json=body).status_code == 400
    assert libre.asked == []


def test_the_key_goes_there_and_into_no_answer(open_hall):
    libre = Libre(key="canary-key")
    try:
        ana = open_hall(**libre.settings).makes_board().seats("Ana")
        note = ana.adds_note("No data", language="en")["id"]
        answer = ask(ana, note)
        page = ana.http.get(f"/board/{ana.board.id}")
        assert answer.json["text"] == "[es] No data" and libre.asked[0]["api_key"] == "canary-key"
        assert "canary-key" not in answer.text + page.text + ana.get("translator").text
        wrong = open_hall(**{**libre.settings, "translate_key": "other"}).makes_board().seats("Ana")
        note = wrong.adds_note("No data", language="en")["id"]
        assert error(ask(wrong, note)) == (503, {"reason": "unavailable", "why": "refused"})
    finally:
        libre.stop()


@pytest.mark.parametrize(("said", "guessed", "wanted", "sent"), [
    ("en", "", "es", ("en", "es")), ("en-GB", "fr", "es-MX", ("en", "es")), ("", "es", "en", ("es", "en")), ("", "", "en", ("auto", "en")),
    ("no", "", "en", ("nb", "en")), ("pt", "", "en", ("pt-BR", "en"))])
def test_languages_go_there_as_it_calls_them(ana, libre, said, guessed, wanted, sent):
    note = ana.adds_note("Words", language=said)["id"]
    assert ask(ana, note, wanted, **({"from": guessed} if guessed else {})).status_code == 200
    assert (libre.asked[0]["source"], libre.asked[0]["target"]) == sent


def test_it_is_told_into_which_languages_it_translates(ana, libre):
    assert ana.get("translator").json["pairs"]["en"] == ["ar", "es", "fr", "nb"]
    libre.languages = [{"code": "en"}]
    assert ana.get("translator").json["pairs"]["es"] == ["en", "fr"]
    assert libre.visits == ["GET /languages"], "asked once in ten minutes"


def test_a_translator_that_names_no_targets_translates_into_all(ana, libre):
    libre.languages = [{"code": "en", "name": "English"}, {"code": "es", "name": "Spanish"}]
    assert ana.get("translator").json["pairs"] == {"en": ["es"], "es": ["en"]}


# --- who may

@pytest.mark.parametrize("who", ["nobody", "elsewhere", "viewer", "participant", "author", "interpreter", "facilitator"])
def test_m3_who_may_translate_the_note_may_ask_and_nobody_else(hall, board, fatima, ana, libre, note, who):
    role = who if who in ("viewer", "facilitator") else "participant"
    somebody = {"author": ana}.get(who) or (hall.makes_board() if who == "elsewhere" else board).seats("Somebody", role=role, joins=False)
    if who == "interpreter":
        does(fatima, ["set", "seat", somebody.seat, {"interpreter": True}])
    headers = {} if who == "nobody" else {"Authorization": f"Bearer {somebody.token}"}
    path = f"/api/boards/{board.id}/"
    answer = hall.http().post(f"{path}notes/{note}/suggestion", json={"language": "es"}, headers=headers)
    listed = hall.http().get(f"{path}translator", headers=headers)
    wanted = {"nobody": 404, "elsewhere": 404, "viewer": 403, "participant": 403}.get(who, 200)
    assert answer.status_code == wanted and listed.status_code == (200 if who == "participant" else wanted)
    assert len(libre.asked) == (wanted == 200)


def test_m3_a_request_from_another_origin_is_refused(ana, libre, note):
    answer = ana.post(f"notes/{note}/suggestion", json={"language": "es"}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403 and libre.asked == []


def private(fatima, ana):
    does(fatima, ["set", "board", fatima.board.id, {"private": True, "moderate": True}])
    return ana.adds_note("Mine alone", language="en")["id"]


def hidden(fatima, ana):
    note = ana.adds_note("Out of sight", language="en")["id"]
    does(fatima, ["set", "note", note, {"hidden": "Wait"}])
    return note


def deleted(fatima, ana):
    note = ana.adds_note("Gone", language="en")["id"]
    does(ana, ["remove", "note", note])
    return note


@pytest.mark.parametrize(("how", "facilitators", "authors"), [
    (private, "not_found", "invalid"), (hidden, "not_found", "invalid"), (deleted, "gone", "gone"),
    (lambda *_: "none", "not_found", "not_found")])
def test_m3_what_is_not_seen_by_everybody_never_goes_there(fatima, ana, libre, how, facilitators, authors):
    note = how(fatima, ana)
    assert ask(fatima, note).json["error"]["reason"] == facilitators
    assert ask(ana, note).json["error"]["reason"] == authors
    assert libre.asked == []


@pytest.mark.parametrize(("fields", "facilitators", "authors"), [({"locked": True}, 200, 403), ({"archived": True}, 403, 403)])
def test_m3_a_locked_or_archived_board_is_as_for_writing(board, fatima, ana, libre, note, fields, facilitators, authors):
    does(fatima, ["set", "board", board.id, fields])
    assert [ask(each, note).status_code for each in (fatima, ana)] == [facilitators, authors]
    assert len(libre.asked) == (facilitators == 200)


def test_m3_a_blocked_person_sends_nothing(fatima, ana, libre, note):
    does(fatima, ["set", "seat", ana.seat, {"blocked": True}])
    assert ask(ana, note).status_code == 403 and libre.asked == []


def test_m3_a_note_that_is_hidden_while_it_is_translated_is_not_given_out(hall, fatima, ana, libre, note, monkeypatch):
    translate = hall.parts.translating.translate

    def meanwhile(*given):
        found = translate(*given)
        does(fatima, ["set", "note", note, {"hidden": "Wait"}])
        return found
    monkeypatch.setattr(hall.parts.translating, "translate", meanwhile)
    answer = ask(ana, note)
    assert answer.status_code == 400 and "No data" not in answer.text


def test_an_empty_note_is_not_sent(ana, libre):
    note = ana.adds_note(" ", language="en")["id"]
    assert error(ask(ana, note)) == (400, {"reason": "invalid", "field": "text"}) and libre.asked == []


# --- what goes wrong

@pytest.mark.parametrize("wanted", ["ne", "en", "xx"])
def test_m4_a_language_that_it_has_not_is_refused_without_asking(ana, libre, note, wanted):
    assert error(ask(ana, note, wanted)) == (400, {"reason": "invalid", "field": "language", "why": "language"})
    nepali = ana.adds_note(NEPALI, language="ne")["id"]
    assert error(ask(ana, nepali, "en"))[1]["why"] == "language"
    assert libre.asked == []


UNAVAILABLE = {"reason": "unavailable"}
WRONG = {
    "an error": ((500, '{"error": "x"}', {}), 503, {**UNAVAILABLE, "why": "failed"}),
    "a key wanted": ((400, '{"error": "Please contact the server operator to get an API key"}', {}), 503,
                     {**UNAVAILABLE, "why": "refused"}),
    "a key refused": ((403, '{"error": "Invalid API key"}', {}), 503, {**UNAVAILABLE, "why": "refused"}),
    "too many": ((429, '{"error": "Slowdown"}', {"Retry-After": "70"}), 503, {**UNAVAILABLE, "why": "busy"}),
    "no such language": ((400, '{"error": "es is not supported"}', {}), 400, {"reason": "invalid", "field": "language", "why": "language"}),
    "too long": ((400, '{"error": "Invalid request: request (7) exceeds text limit (5)"}', {}), 413,
                 {"reason": "limit", "field": "text", "why": "long"}),
    "a redirect": ((302, "", {"Location": "/elsewhere"}), 503, {**UNAVAILABLE, "why": "redirect"}),
    "a lasting redirect": ((308, "", {"Location": "/elsewhere"}), 503, {**UNAVAILABLE, "why": "redirect"}),
    "a page": ((200, "<html>Hello", {"Content-Type": "text/html"}), 503, {**UNAVAILABLE, "why": "garbage"}),
    "another shape": ((200, '["Sin datos"]', {}), 503, {**UNAVAILABLE, "why": "garbage"}),
    "no text": ((200, '{"translatedText": 7}', {}), 503, {**UNAVAILABLE, "why": "garbage"}),
    "nothing": ((200, '{"translatedText": "  "}', {}), 503, {**UNAVAILABLE, "why": "garbage"}),
    "a bell": ((200, '{"translatedText": "Sin\\u0007"}', {}), 503, {**UNAVAILABLE, "why": "garbage"}),
    "half a character": ((200, '{"translatedText": "Sin\\ud800"}', {}), 503, {**UNAVAILABLE, "why": "garbage"}),
    "a book": ((200, json.dumps({"translatedText": "x" * 3001}), {}), 503, {**UNAVAILABLE, "why": "garbage"}),
    "a flood": ((200, b"[" * (LARGEST + 10), {}), 503, {**UNAVAILABLE, "why": "garbage"}),
    "a deep hole": ((200, b"[" * (LARGEST - 10), {}), 503, {**UNAVAILABLE, "why": "garbage"}),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_m4_what_goes_wrong_there_is_said_in_a_word(ana, libre, note, wrong, caplog):
    libre.instead, status, wanted = WRONG[wrong]
    before = counted(wanted["why"])
    with caplog.at_level(logging.INFO):
        assert error(ask(ana, note)) == (status, wanted)
    assert "POST /elsewhere" not in libre.visits and "GET /elsewhere" not in libre.visits
    assert counted(wanted["why"]) == before + 1
    assert f"did not translate: {wanted['why']}" in caplog.text and "No data" not in caplog.text


def test_what_is_translated_is_counted_and_logged_without_its_text(ana, libre, note, caplog):
    before = counted("made")
    with caplog.at_level(logging.INFO):
        ask(ana, note)
    assert counted("made") == before + 1
    assert "translated by machine: en to es, 7 characters" in caplog.text and "data" not in caplog.text


def test_m4_a_translator_that_is_down_is_left_alone_for_a_while(open_hall):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))        # nobody listens there
        hall = open_hall(translator="server", translate_url=f"http://127.0.0.1:{taken.getsockname()[1]}")
        ana = hall.makes_board().seats("Ana")
        note = ana.adds_note("No data", language="en")["id"]
        first = ask(ana, note)
        assert error(first) == (503, {"reason": "unavailable", "why": "down"})
        assert first.json["error"]["retry_after"] == 10 and first.headers["Retry-After"] == "10"
        hall.parts.concurrency.process = None       # would be called
        again = ask(ana, note)
        assert error(again) == error(first) and 0 < again.json["error"]["retry_after"] <= 10


def test_m4_one_that_is_slow_is_ended(open_hall, libre, monkeypatch):
    monkeypatch.setattr(translating, "LONGEST", 1)
    hall = open_hall(**libre.settings)
    ana = hall.makes_board().seats("Ana")
    note = ana.adds_note("No data", language="en")["id"]
    hall.parts.translating._learn({"en": ["es"], "es": ["en"]})     # this is not to be what takes long
    libre.gate.clear()
    assert error(ask(ana, note)) == (503, {"reason": "unavailable", "why": "slow"})


def test_m4_only_so_many_are_asked_at_once(hall, ana, libre, note):
    assert ask(ana, note).status_code == 200
    libre.asked.clear()
    libre.gate.clear()
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(hall.parts.translating.translate("No data", "en", "es")))
               for _ in range(translating.AT_ONCE)]
    for each in threads:
        each.start()
    while len(libre.asked) < translating.AT_ONCE:
        threading.Event().wait(0.01)
    assert error(ask(ana, note)) == (429, {"reason": "too_fast"})
    libre.gate.set()
    for each in threads:
        each.join()
    assert answers == ["[es] No data"] * translating.AT_ONCE
    assert ask(ana, note).status_code == 200, "and its place is free again"


class Still:
    """A translator without a network."""

    def process(self, arguments, given, seconds):
        asked = json.loads(given)
        return json.dumps({"languages": {"en": ["es"]}} if asked["ask"] == "languages" else {"text": "Sí"}).encode()


def test_m4_a_seat_and_a_board_have_a_rate(hall, board, ana, fatima, note, monkeypatch):
    now = [0.0]
    still = translating.Translating(hall.parts.concurrency, hall.parts.settings, lambda: now[0])
    still._concurrency = Still()
    monkeypatch.setattr(hall.parts, "translating", still)
    for _ in range(translating.A_SEAT[1]):
        still.require_rate(board.id, ana.seat)
    answer = ask(ana, note)
    assert error(answer) == (429, {"reason": "too_fast"}) and answer.json["error"]["retry_after"] == 1
    assert ask(fatima, note).json["text"] == "Sí"
    for number in range(translating.A_BOARD[1]):
        still._buckets[board.id,].take() if number else None
    assert ask(fatima, note).status_code == 429
    now[0] += 1
    assert ask(fatima, note).status_code == 200


def test_the_program_takes_no_proxy_from_the_environment(libre):
    question = {"ask": "translate", "text": "Hi", "source": "en", "target": "es", "url": libre.url + "/", "key": ""}
    environment = {"http_proxy": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9"}
    done = subprocess.run([sys.executable, "-I", str(translating.PROGRAM)], input=json.dumps(question).encode(), env=environment,
                          capture_output=True, check=True)
    assert json.loads(done.stdout) == {"text": "[es] Hi"}
