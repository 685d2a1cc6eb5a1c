"""The body of a snapshot, made anew only where something changed, is the one that would be made from nothing."""
from __future__ import annotations

import gzip
import json
import random

import pytest
from moments import deed

from board import snapshot_body
from board.snapshot import read_own, read_records
from board.snapshot_body import Snapshots


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(snapshot_body, "IN_A_PART", 3)


@pytest.fixture
def made(monkeypatch):
    """How many parts were compressed anew."""
    counted = []
    real = snapshot_body._piece

    def count(plain):
        counted.append(len(plain))
        return real(plain)
    monkeypatch.setattr(snapshot_body, "_piece", count)
    return counted


def sorted_by_id(records):
    return {name: sorted(found, key=lambda each: each["id"]) for name, found in records.items()}


def check(person):
    """What the person gets is what the database holds for them, in both encodings."""
    database, board_id = person.board.hall.parts.database, person.board.id
    fresh = json.loads(json.dumps(sorted_by_id(database.read(read_records, board_id))))
    own = json.loads(json.dumps(database.read(read_own, board_id, person.seat)))
    answer = person.get("snapshot", headers={"Accept-Encoding": "gzip"})
    body = json.loads(gzip.decompress(answer.data))
    assert sorted_by_id(body["records"]) == fresh
    assert body["own"] == own
    assert person.get("snapshot", headers={"Accept-Encoding": "identity"}).json == body


SPECIAL = [
    lambda chance, note: ["set", "note", note, {"hidden": chance.choice(["", "rude"])}],
    lambda chance, note: ["add", "comment", {"id": f"k{chance.randrange(10**6)}", "note": note, "text": "hm"}],
    lambda chance, note: ["add", "reaction", {"id": f"r{chance.randrange(10**6)}", "note": note, "sign": "heart"}],
    lambda chance, note: ["remove", "note", note],
    lambda chance, note: ["add", "note", {"id": note}],
]


@pytest.mark.parametrize("seed", range(6))
def test_after_any_change_it_is_the_same(small_parts, ana, olga, fatima, seed):
    chance = random.Random(seed)
    everybody = [ana, olga, fatima]
    known = []
    for number in range(60):
        if chance.random() < 0.15:
            fatima.changes(["set", "board", ana.board.id, {chance.choice(["private", "authors"]): None}])
            fatima.changes(["set", "board", ana.board.id, {"private": chance.random() < 0.5}])
        if known and chance.random() < 0.4:
            chance.choice([ana, fatima]).changes(chance.choice(SPECIAL)(chance, chance.choice(known)))
        else:
            who, steps = deed(chance, everybody, number)
            who.changes(*steps)
            known += [step[2]["id"] for step in steps if step[:2] == ["add", "note"] and step[2]["id"] not in known]
        if chance.random() < 0.5:
            check(chance.choice(everybody))
    for each in everybody:
        check(each)


def test_a_change_makes_only_its_own_part_anew(small_parts, ana, made):
    notes = [ana.adds_note(f"note {n}") for n in range(30)]
    ana.snapshot()
    del made[:]
    assert ana.changes(["set", "note", notes[4]["id"], {"x": 5}])["ok"]
    ana.snapshot()
    assert len(made) == 2, "the head, with the number, and one part"
    check(ana)


def test_who_asks_at_the_same_number_gets_what_is_there(ana, olga, made):
    ana.adds_note("one")
    ana.snapshot()
    del made[:]
    olga.snapshot()
    assert made == []


def test_a_new_seat_makes_no_note_anew(small_parts, ana, made):
    for n in range(30):
        ana.adds_note(f"note {n}")
    ana.snapshot()
    del made[:]
    somebody = ana.board.seats("Bea")
    somebody.snapshot()
    assert len(made) <= 3
    check(somebody)


def test_it_is_made_from_nothing_when_too_much_has_happened(small_parts, ana, monkeypatch):
    monkeypatch.setattr(snapshot_body, "MOST_CHANGES", 3)
    ana.snapshot()
    for n in range(5):
        ana.adds_note(f"note {n}")
    check(ana)


def test_room_is_made_for_the_boards_used_last(hall, ana):
    other = hall.makes_board().seats("Bo")
    kept = Snapshots(hall.parts.database, hall.parts.concurrency, most=1)
    for person in (ana, other):
        kept.get(person.board.id, person.seat)
    assert list(kept._kept) == [other.board.id]
