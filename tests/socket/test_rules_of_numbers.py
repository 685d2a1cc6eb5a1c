"""The rules S: one number line for each board, durable before it is seen, harmless to repeat."""
from __future__ import annotations

import random
import sqlite3
import time
from datetime import datetime

import pytest
import sqlalchemy as sa
from mirror import after, index

from board import sync

STEP = ["add", "note", {"id": "n1", "kind": "challenge", "theme": "data"}]


def numbers_heard(person):
    return [change["seq"] for message in person.heard("changes") for change in message["changes"]]


def fails(hall, monkeypatch, error):
    """The database takes nothing until `undo`."""
    def refuse(*_):
        raise error
    monkeypatch.setattr(hall.parts.database, "write", refuse)


DISK_FULL = sa.exc.OperationalError("INSERT canary", {}, sqlite3.OperationalError("database or disk is full"))


def test_s1_every_change_takes_the_next_number(ana, olga, fatima):
    seq = ana.snapshot()["seq"]
    fatima.heard()
    for index_, person in enumerate((ana, olga, ana, fatima), start=1):
        assert person.changes(["set", "seat", person.seat, {"country": "AR"}])["seq"] == seq + index_
    assert ana.snapshot()["seq"] == seq + 4


def test_s1_a_refused_change_takes_no_number(ana, olga):
    seq = ana.snapshot()["seq"]
    ana.changes(["remove", "note", "never"])
    assert olga.changes(STEP)["seq"] == seq + 1


def test_s1_boards_count_apart(hall, ana):
    seq = ana.snapshot()["seq"]
    hall.makes_board().seats("Eve").adds_note()
    assert ana.changes(STEP)["seq"] == seq + 1


def test_s2_what_is_heard_is_stored_already(hall, ana, monkeypatch):
    found = []
    publish = hall.parts.queues.publish

    def look(board_id, changes):
        stored = hall.parts.database.read(sync.read_changes, board_id, changes[0]["seq"] - 1, changes[-1]["seq"])
        found.append(stored == changes)
        publish(board_id, changes)
    monkeypatch.setattr(hall.parts.queues, "publish", look)
    ana.adds_note()
    assert found == [True]


def test_s2_what_could_not_be_stored_nobody_hears_and_reading_goes_on(hall, ana, olga, monkeypatch):
    before = ana.snapshot()
    olga.heard()
    fails(hall, monkeypatch, DISK_FULL)
    outcome = ana.changes(STEP, change_id="c1")
    assert (outcome["reason"], outcome["retry_after"] > 0) == ("storage", True)
    answer = olga.post("changes", json={"change_id": "c2", "steps": [STEP]})
    assert answer.status_code == 503 and answer.json["error"]["reason"] == "storage" and answer.headers["Retry-After"]
    assert olga.snapshot() == before and olga.heard("changes") == []
    monkeypatch.undo()
    assert ana.changes(STEP, change_id="c1")["ok"], "and it recovers"
    assert len(olga.heard("changes")) == 1


def test_s2_a_bug_in_one_change_spoils_no_other(hall, ana, olga, monkeypatch):
    from board import records
    apply_step = records.apply_step

    def breaks(context, step):
        if step[1] == "theme":
            raise ZeroDivisionError("a bug")
        return apply_step(context, step)
    monkeypatch.setattr(sync.records, "apply_step", breaks)
    assert olga.changes(STEP, ["set", "theme", "data", {"title": "x"}])["reason"] == "unavailable"
    assert ana.changes(STEP)["ok"]


def test_s3_the_author_hears_what_everyone_hears(ana, olga):
    ana.heard(), olga.heard()
    ana.emits("change", {"change_id": "mine", "steps": [STEP]})
    mine, theirs = ana.heard(), olga.heard()
    assert mine == theirs and [name for name, _ in mine] == ["changes"] and mine[0][1]["changes"][0]["change_id"] == "mine"


def test_s4_a_repeat_has_no_second_effect_and_the_first_outcome(ana, olga):
    first = ana.changes(STEP, change_id="once")
    olga.heard()
    assert ana.changes(STEP, change_id="once") == {"change_id": "once", "ok": True, "seq": first["seq"]}
    assert ana.changes(["set", "note", "n1", {"x": 99}], change_id="once")["seq"] == first["seq"], "whatever it says the second time"
    answer = ana.post("changes", json={"change_id": "once", "steps": [STEP]})
    assert (answer.status_code, answer.json) == (200, {"change_id": "once", "ok": True, "seq": first["seq"]})
    assert olga.heard() == [] and len(ana.snapshot()["records"]["note"]) == 1 and ana.snapshot()["seq"] == first["seq"]


def test_s4_a_refusal_is_repeated_too(ana, fatima):
    first = ana.changes(["set", "theme", "data", {"title": "Mine"}], change_id="once")
    fatima.changes(["set", "seat", ana.seat, {"role": "facilitator"}])
    assert ana.changes(["set", "theme", "data", {"title": "Mine"}], change_id="once") == first
    assert ana.post("changes", json={"change_id": "once", "steps": [STEP]}).status_code == 403
    assert ana.changes(["set", "theme", "data", {"title": "Mine"}], change_id="anew")["ok"]


def test_s4_a_change_id_is_its_seat_s_own(ana, olga):
    assert ana.changes(STEP, change_id="same")["ok"]
    assert olga.changes(["add", "note", {**STEP[2], "id": "n2"}], change_id="same")["ok"]


def test_s4_a_repeat_within_one_group_is_one_change(hall, board, ana):
    told = []
    group = [sync.Submission(ana.seat, "twice", [STEP], told.append),
    sync.Submission(ana.seat, "bad", [["remove", "note", "x"]], told.append)] * 2
    done = hall.parts.database.write(sync.commit_group, board.id, group, {"notes": 10})
    assert [each["ok"] for each in done.outcomes] == [True, False, True, False] and len(done.changes) == 1


def test_s4_too_fast_is_no_outcome(open_hall):
    ana = open_hall(rate_changes=1, rate_changes_burst=1).makes_board().seats("Ana")
    assert ana.changes(STEP)["ok"]
    refused = ana.changes(["set", "note", "n1", {"x": 1}], change_id="fast")
    assert refused["reason"] == "too_fast" and 0 < refused["retry_after"] <= 1
    answer = ana.post("changes", json={"change_id": "fast", "steps": [["set", "note", "n1", {"x": 1}]]})
    assert answer.status_code == 429 and answer.headers["Retry-After"] == "1"
    ana.board.hall.parts.rates._buckets.clear()
    ana.leaves()
    ana.joins()
    assert ana.changes(["set", "note", "n1", {"x": 1}], change_id="fast")["ok"]


def test_s6_each_board_in_use_hears_its_number(hall, ana, olga):
    eve = hall.makes_board().seats("Eve")
    for person in (ana, olga, eve):
        person.heard()
    hall.app.extensions["sockets"].heartbeat()
    for person in (ana, olga, eve):
        (event, message), = person.heard()
        seq = person.snapshot()["seq"]
        assert (event, {**message, "now": ""}) == ("changes", {"after": seq, "seq": seq, "changes": [], "now": ""})
        assert abs(time.time() - datetime.fromisoformat(message["now"]).timestamp()) < 60


def test_s6_an_unwell_database_does_not_stop_the_heart(hall, ana, monkeypatch):
    class Enough(Exception):
        pass
    beats = []

    def sleep(seconds):
        beats.append(seconds)
        if len(beats) == 3:
            raise Enough
    monkeypatch.setattr(hall.parts.concurrency, "sleep", sleep)
    monkeypatch.setattr(hall.parts.database, "read", lambda *_: (_ for _ in ()).throw(DISK_FULL))
    with pytest.raises(Enough):
        hall.app.extensions["sockets"].beat()
    assert beats == [5.0, 5.0, 5.0]


def test_s7_changes_since_are_contiguous(ana, olga):
    start = ana.snapshot()["seq"]
    for _ in range(5):
        ana.adds_note()
    for since in range(start, start + 6):
        answer = olga.get(f"changes?since={since}").json
        assert answer["seq"] == start + 5 and [each["seq"] for each in answer["changes"]] == list(range(since + 1, start + 6))
        caught_up = olga.joins(since=since)
        assert caught_up["seq"] == start + 5 and caught_up["changes"] == answer["changes"]


def test_s7_more_than_1000_changes_or_a_number_not_reached_is_a_reload(hall, board, ana, monkeypatch):
    seq = ana.snapshot()["seq"]
    monkeypatch.setattr(sync, "CATCH_UP", 3)
    for _ in range(4):
        ana.adds_note()
    assert sync.CATCH_UP == 3 and len(ana.get(f"changes?since={seq + 1}").json["changes"]) == 3
    for since in (seq, 0, seq + 5, 10**11):
        answer = ana.get(f"changes?since={since}")
        assert (answer.status_code, answer.json) == (410, {"error": {"reason": "reload"}})
        joined = ana.joins(since=since)
        assert joined["reload"] is True and "changes" not in joined and joined["seq"] == seq + 4


def test_s7_a_thousand_changes_is_what_is_kept_ready():
    assert sync.CATCH_UP == 1000


@pytest.mark.parametrize("since", ["", "-1", "x", "1.5", "٣", "1e3", "1" * 13, "0x1", "None"])
def test_s7_a_number_that_is_none_is_malformed(ana, since):
    assert ana.get("changes", query_string={"since": since}).json["error"] == {"reason": "malformed", "field": "since"}


def test_s7_a_board_just_imported_asks_for_a_reload(hall, ana):
    from hall import BoardInHall
    reader = BoardInHall(hall, hall.http().post("/api/boards/import", data=ana.get("export/json").data).json).seats("Reader")
    assert reader.get("changes?since=0").status_code in (200, 410) and reader.get("changes?since=1").json["changes"] == []


@pytest.mark.parametrize("role", ["viewer", "participant", "facilitator"])
@pytest.mark.parametrize("seed", range(4))
def test_s8_a_walk_of_all_steps_ends_as_the_snapshot_for_every_role(board, ana, olga, fatima, role, seed):
    reader = board.seats("Reader", role=role)
    before, draw = reader.snapshot(), random.Random(seed)
    notes, themes, accepted, verbs = ["n0"], ["data", "capacity"], 0, set()
    fatima.changes(["set", "board", board.id, {"edit_right": "everyone"}])
    for turn in range(60):
        person, note = draw.choice((ana, olga, fatima)), draw.choice(notes)
        step = draw.choice([
            ["add", "note", {"id": f"n{turn}", "kind": draw.choice(["challenge", "solution"]), "theme": draw.choice(themes),
            "text": "नेपाल 🇳🇵"}],
            ["set", "note", note, {"x": draw.uniform(-9, 9), "y": draw.randint(-9, 9), "z": turn}],
            ["set", "note", note, {"text": draw.choice(["", "سلام", "fair play"]), "sdgs": sorted(draw.sample(range(1, 18), 3)),
            "language": "ar"}],
            ["set", "note", note, {"theme": draw.choice(themes), "kind": "solution"}],
            ["text", "note", note, 0, ["é"]], ["remove", "note", note], ["add", "note", {"id": note}],
            ["add", "theme", {"id": f"t{turn}", "title": "Theme"}],
            ["set", "theme", draw.choice(themes), {"title": f"T{turn}", "order": draw.random()}],
            ["remove", "theme", draw.choice(themes)], ["set", "seat", person.seat, {"name": f"N{turn}", "country": "NP"}],
            ["set", "seat", ana.seat, {"role": draw.choice(["viewer", "participant"])}],
            ["set", "board", board.id, {"title": f"B{turn}", "locked": draw.random() < 0.2, "join_open": draw.random() < 0.5}]])
        if person.changes(step)["ok"]:
            accepted += 1
            verbs.add((step[0], step[1]))
            if step[0] == "add":
                (notes if step[1] == "note" else themes).append(step[2]["id"])
    board.seats("Late", role="viewer")
    heard = [change for message in reader.heard("changes") for change in message["changes"]]
    fresh = reader.snapshot()
    assert accepted > 15 and len(verbs) > 4
    assert after(before["records"], heard) == index(fresh["records"])
    caught_up = reader.get(f"changes?since={before['seq']}").json["changes"]
    assert after(before["records"], caught_up) == index(fresh["records"])
    assert [each["seq"] for each in heard] == [each["seq"] for each in caught_up]
    assert [each["seq"] for each in heard] == list(range(before["seq"] + 1, fresh["seq"] + 1))


def test_s9_changes_take_effect_in_the_order_they_were_sent(ana, olga):
    note = ana.adds_note()
    olga.heard()
    for x in range(50):
        ana.emits("change", {"change_id": f"x{x}", "steps": [["set", "note", note["id"], {"x": x}]]})
    heard = [change["change_id"] for message in olga.heard("changes") for change in message["changes"]]
    assert heard == [f"x{x}" for x in range(50)] and ana.sees_note(note["id"])["x"] == 49
