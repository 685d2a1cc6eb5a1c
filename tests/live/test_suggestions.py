"""Suggesting clusters is computing: it must not hold up anybody, and a process that fails must not hang."""
from __future__ import annotations

import threading
from pathlib import Path

import pytest
import requests

from live.process import PATIENCE, LiveServer

WORDS = ["budget", "datos", "formation", "kommune", "البيانات", "ministry", "equipo", "rural", "deadline", "census"]


def asks(server, seat, answers):
    answers.append(requests.post(f"{server.url}/api/boards/{seat['board']}/suggestions", json={}, timeout=PATIENCE,
                                 headers={"Authorization": f"Bearer {seat['token']}"}))


@pytest.fixture
def server(tmp_path, request):
    with LiveServer(tmp_path, **getattr(request, "param", {})) as server:
        yield server


def writes(server, seat, count):
    for start in range(0, count, 200):
        steps = [["add", "note", {"id": f"n{i}", "kind": "challenge", "theme": "data", "text": " ".join(
            WORDS[(i * 7 + j * j) % len(WORDS)] for j in range(9)) + f" {i % 97}"}] for i in range(start, min(start + 200, count))]
        answer = requests.post(f"{server.url}/api/boards/{seat['board']}/changes", json={"change_id": f"c{start}", "steps": steps},
                               headers={"Authorization": f"Bearer {seat['token']}"}, timeout=PATIENCE)
        assert answer.ok, answer.text


def test_others_are_served_while_suggestions_are_computed(server):
    seat = server.seats(server.makes_board(), "Fatima", "facilitator")
    writes(server, seat, 2000)
    answers, served = [], 0
    thread = threading.Thread(target=asks, args=(server, seat, answers))
    thread.start()
    while thread.is_alive():
        assert requests.get(server.url + "/readyz", timeout=PATIENCE).ok
        served += 1
    thread.join()
    assert answers[0].ok and "suggestions" in answers[0].json() and served > 2


@pytest.mark.parametrize("server", [{"BOARD_MODEL": str(Path(__file__).parent)}], indirect=True)
def test_a_folder_without_a_model_is_said_and_nobody_waits(server):
    seat = server.seats(server.makes_board(), "Fatima", "facilitator")
    answers = []
    asks(server, seat, answers)
    assert answers[0].status_code == 503 and answers[0].json()["error"]["reason"] == "unavailable"
