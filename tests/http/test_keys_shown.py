"""Keys that a request shows in a header, and what is typed to delete a board: taken for what they are."""
from __future__ import annotations

import base64

import pytest

from board import floors, hosting
from board.floors import SERVERS

KEY = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A"
PHRASE = "Ñandú de la plaza"


@pytest.mark.parametrize("typed", ["-", "–", " - ", "---", " ", ""])
def test_where_only_the_title_counts_nothing_else_deletes_a_board(typed):
    assert not hosting.matches({"title": "May"}, "", typed)
    assert not hosting.matches({"title": "May"}, "2GE26ZR6", typed)


def test_title_and_code_are_taken_as_people_type_them():
    assert hosting.matches({"title": "May  review"}, "", " May review ")
    assert hosting.matches({"title": "May"}, "2GE26ZR6", "2ge2-6zr6")
    assert not hosting.matches({"title": "May"}, "", "2GE26ZR6")


def test_a_password_that_a_proxy_asked_for_is_no_key_of_the_operators(open_hall):
    http = open_hall(operator_key=KEY).http()
    basic = {"Authorization": "Basic " + base64.b64encode(b"host:secret").decode()}
    page = http.get("/admin", headers=basic)
    assert page.status_code == 200 and 'name="key"' in page.text
    assert http.get("/api/admin/boards", headers=basic).status_code == 403
    assert http.get("/admin", headers={"Authorization": "Bearer wrong"}).status_code == 403


@pytest.mark.parametrize("phrase", [PHRASE, "violet harbour seven"])
def test_a_passphrase_in_any_script_may_come_in_the_header(open_hall, phrase):
    http = open_hall(creation="passphrase", creation_passphrase=phrase).http()
    header = {"X-Board-Passphrase": phrase.encode().decode("latin-1")}      # as every client's UTF-8 arrives
    assert http.post("/api/boards", json={"title": "May"}, headers=header).status_code == 201
    wrong = {"X-Board-Passphrase": (phrase + "ñ").encode().decode("latin-1")}
    assert http.post("/api/boards", json={"title": "May"}, headers=wrong).status_code == 403


@pytest.mark.parametrize(("version", "under"), [
    ("6.2.19", True), ("6.2.20", False), ("7.0.15", True), ("7.2.10", True), ("7.2.11", False), ("7.4.5", True), ("7.4.6", False),
    ("8.0.3", True), ("8.2.1", True), ("8.2.2", False), ("8.4.0", False)])
def test_a_server_is_compared_with_the_floor_of_its_own_line(version, under):
    assert bool(floors.below("Redis", version, SERVERS)) == under
