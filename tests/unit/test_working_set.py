"""A change that is refused half-way leaves nothing in memory, and nothing is written before the end."""
from __future__ import annotations

import json
import random

import pytest
import sqlalchemy as sa

from board.db import make_engine
from board.models import ALL_ACTIONS, NO_TIMER, Base
from board.rows import TABLES, to_record, to_row
from board.statements import TEXT_STEPS
from board.working_set import TEXT_HISTORY, WorkingSet

BOARD = {"id": "b", "title": "T", "language": "en", "edit_right": "own", "join_open": True, "locked": False,
         "may": json.loads(ALL_ACTIONS), "step": "", "private": False, "authors": "named", "moderate": False, "timer": json.loads(NO_TIMER),
         "leader": "", "bring": None, "stage": None, "purpose": "", "question": "", "collecting": False, "archived": False, "keep_days": 0,
         "created_at": "2024-03-21T14:05:09.120Z", "code": "ABCDEFGH", "seq": 3, "history_from": 0, "catch_up_from": 0}
THEME = {"title": "T", "color": "blue", "sign": "circle"}


def note(note_id, **more):
    return {"id": note_id, "kind": "challenge", "theme": "t1", "x": 20, "y": 56, "z": 1, "text": "", "text_rev": 0, "sdgs": [],
            "language": "",
            "cluster": "", "status": "open", "merged_into": "", "locked": False, "hidden": "", "private": False, "anonymous": "",
            "origin": None,
            "seat": "s", "association": "", "created_at": "x", "edited_at": "x", "deleted_at": None, "deleted_by": None, **more}


@pytest.fixture
def connection():
    engine = make_engine("sqlite://", one_thread=True)
    Base.metadata.create_all(engine)
    with engine.connect() as connection, connection.begin():
        connection.execute(TABLES["board"].insert(), [BOARD])
        connection.execute(TABLES["theme"].insert(), [{**THEME, "board_id": "b", "id": f"t{n}", "order": n} for n in (2, 1)])
        connection.execute(TABLES["note"].insert(), [to_row("note", "b", note("stored", z=7)),
        to_row("note", "b", note("trash", x=900, z=9, deleted_at="x"))])
        yield connection
    engine.dispose()


@pytest.fixture
def work(connection):
    made = WorkingSet(connection, dict(BOARD))
    made.begin()
    return made


def stored(connection, name="note"):
    return {row["id"]: to_record(name, row) for row in connection.execute(sa.select(TABLES[name])).mappings()}


def facts(work):
    return (work.count("note"), len(work.live("note", theme="t1")), len(work.live("note", theme="t2")), work.free_place("t1"),
            work.free_place("t2"),
            [each["id"] for each in work.themes()], work.get("note", "stored"), work.get("note", "new"), work.board["title"])


def test_a_row_and_a_record_are_the_same_thing():
    record = note("n", sdgs=[1, 4, 17], x=20.0, y=0.5)
    assert to_record("note", to_row("note", "b", record)) == record
    assert isinstance(to_record("note", to_row("note", "b", record))["x"], int)


@pytest.mark.parametrize("measured_first", [True, False])
def test_c1_what_is_rolled_back_never_was(work, measured_first):
    before = facts(work) if measured_first else None
    work.put("note", note("new"))
    work.put("note", {**work.get("note", "stored"), "theme": "t2", "text": "changed"})
    work.drop("theme", "t2")
    work.put("board", {**work.board, "title": "Other"})
    work.log_text("stored", 1, ["x"])
    facts(work)
    work.roll_back()
    assert facts(work) == (before or (1, 1, 0, (196, 56), (20, 56), ["t1", "t2"], note("stored", z=7), None, "T"))
    work.flush()


def test_c1_a_rolled_back_change_writes_nothing(work, connection):
    before = stored(connection), stored(connection, "theme"), stored(connection, "board")
    work.put("note", note("new"))
    work.drop("theme", "t2")
    work.log_text("new", 1, ["x"])
    work.roll_back()
    work.flush()
    assert (stored(connection), stored(connection, "theme"), stored(connection, "board")) == before
    assert connection.execute(sa.select(TEXT_STEPS)).all() == []


def test_c1_a_change_before_it_stays(work, connection):
    work.put("note", note("kept"))
    work.keep()
    work.begin()
    work.put("note", note("kept", text="spoilt"))
    work.put("note", note("new"))
    work.roll_back()
    work.flush()
    assert set(stored(connection)) == {"stored", "trash", "kept"} and stored(connection)["kept"]["text"] == ""


def test_nothing_is_written_before_the_end(work, connection):
    work.put("note", note("new"))
    assert "new" not in stored(connection)
    work.flush()
    assert stored(connection)["new"] == note("new")


def test_a_theme_removed_and_added_again_is_there(work, connection):
    work.drop("theme", "t2")
    work.put("theme", {**THEME, "id": "t2", "title": "Again", "order": 9})
    work.put("theme", {**THEME, "id": "t3", "order": 3})
    work.drop("theme", "t3")
    work.flush()
    assert {name: each["title"] for name, each in stored(connection, "theme").items()} == {"t1": "T", "t2": "Again"}


def test_counts_follow_the_trash(work):
    assert (work.count("note"), work.top_z()) == (1, 7), "the trash is not counted"
    work.put("note", {**work.get("note", "stored"), "deleted_at": "x"})
    assert work.count("note") == len(work.live("note", theme="t1")) == 0 and work.free_place("t1") == (20, 56)
    work.put("note", {**work.get("note", "trash"), "deleted_at": None})
    assert (work.count("note"), len(work.live("note", theme="t1")), work.top_z()) == (1, 1, 9)


def test_counts_taken_late_know_what_came_before(work):
    work.put("note", note("new", z=50))
    work.put("note", {**work.get("note", "stored"), "deleted_at": "x"})
    assert (work.count("note"), work.top_z(), len(work.live("note", theme="t1"))) == (1, 50, 1)


def test_a_board_s_number_and_code_are_not_written_here(work, connection):
    work.put("board", {**work.board, "title": "Other", "seq": 99, "code": "XXXXXXXX"})
    work.flush()
    board = stored(connection, "board")["b"]
    assert (board["title"], board["seq"], board["code"]) == ("Other", 3, "ABCDEFGH")


def test_t3_deltas_are_read_as_far_as_they_are_kept(work, connection):
    for rev in range(1, 301):
        work.log_text("stored", rev, [rev, "x"])
    work.flush()
    assert len(work.deltas_since("stored", 100, 300)) == TEXT_HISTORY
    assert work.deltas_since("stored", 99, 300) is None and work.deltas_since("stored", 300, 300) == []
    kept = connection.execute(sa.select(sa.func.count()).select_from(TEXT_STEPS)).scalar_one()
    assert TEXT_HISTORY <= kept <= TEXT_HISTORY + 50, "older ones are cleared away"


def test_a_note_of_another_board_is_not_there(work, connection):
    connection.execute(TABLES["board"].insert(), [{**BOARD, "id": "other", "code": "00000000"}])
    connection.execute(TABLES["note"].insert(), [to_row("note", "other", note("theirs"))])
    assert work.get("note", "theirs") is None and work.count("note") == 1 and work.get("board", "other") is None


@pytest.mark.parametrize("seed", range(10))
def test_what_is_found_by_a_value_is_all_that_has_it(work, seed):
    """Whatever was found before, changed, and taken back."""
    chance = random.Random(seed)
    for number in range(60):
        held = {each["id"]: each for each in work.find("note")} if number > 30 else \
            {i: each for i in ("stored", "trash", *(f"n{n}" for n in range(9))) if (each := work.get("note", i))}
        wanted = {field: chance.choice(values) for field, values in (("theme", ["t1", "t2"]), ("merged_into", ["", "stored"]))
                  if chance.random() < 0.6}
        assert [each["id"] for each in work.find("note", **wanted)] == sorted(
            i for i, each in held.items() if all(each[field] == value for field, value in wanted.items()))
        work.put("note", note(f"n{chance.randrange(9)}", theme=chance.choice(["t1", "t2"]), merged_into=chance.choice(["", "stored"])))
        if chance.random() < 0.3:
            work.drop("note", f"n{chance.randrange(9)}")
        if chance.random() < 0.5:
            work.roll_back() if chance.random() < 0.5 else work.keep()
            work.begin()


def test_a_type_that_was_read_as_a_whole_is_not_asked_for_again(work, connection):
    asked = []
    sa.event.listen(connection, "before_cursor_execute", lambda *arguments: asked.append(arguments[2]))
    work.find("note")
    before = len(asked)
    assert [each["id"] for each in work.find("note", theme="t1")] == ["stored", "trash"] and len(asked) == before > 0
