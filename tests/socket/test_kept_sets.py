"""What a board's last transaction read serves the next one, unless somebody else wrote in between."""
from __future__ import annotations

import pytest
import sqlalchemy as sa

from board import create_app, sync
from board.kept_sets import KeptSets
from hall import Hall, Person


@pytest.fixture
def elsewhere(hall):
    """A second process on the same database."""
    app = create_app(hall.parts.settings)
    app.testing = True
    yield Hall(app)
    app.extensions["board"].database.dispose()


@pytest.fixture
def statements(hall):
    """The statements that run while a test looks at them."""
    seen = []

    def note(connection, cursor, statement, *_more):
        seen.append(statement)
    engine = hall.parts.database._shared
    sa.event.listen(engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(engine, "before_cursor_execute", note)


def in_the_other(person, elsewhere):
    """The same seat, connected to the other process."""
    there = Person.__new__(Person)
    there.__dict__.update(person.__dict__, board=_Elsewhere(person.board, elsewhere), socket=None)
    there.joins()
    return there


class _Elsewhere:
    def __init__(self, board, hall):
        self.id, self.hall = board.id, hall


class Sized:
    def __init__(self, size):
        self._size = size

    def size(self):
        return self._size


def test_a_set_is_given_to_one_at_a_time():
    kept, work = KeptSets(), Sized(1)
    kept.keep("b", work)
    assert kept.take("b") is work
    assert kept.take("b") is None


def test_those_used_longest_ago_make_room():
    kept = KeptSets(most=10)
    for name in "abc":
        kept.keep(name, Sized(5))
    assert [kept.take(name) is not None for name in "abc"] == [False, True, True]


def test_a_set_that_is_too_large_is_not_kept_and_leaves_the_others():
    kept = KeptSets(most=10)
    kept.keep("a", Sized(5))
    kept.keep("b", Sized(11))
    kept.keep("c", None)
    assert [kept.take(name) is not None for name in "abc"] == [True, False, False]


def test_what_another_process_did_is_seen(ana, elsewhere):
    there = in_the_other(ana, elsewhere)
    note = ana.adds_note("here")
    assert there.changes(["set", "note", note["id"], {"text": "there"}])["ok"]
    assert ana.changes(["text", "note", note["id"], 1, [5, " and here"]])["ok"]
    assert ana.sees_note(note["id"])["text"] == "there and here"
    assert there.changes(["remove", "note", note["id"]])["ok"]
    assert ana.changes(["set", "note", note["id"], {"x": 5}])["reason"] == "gone"
    assert ana.changes(["add", "note", {"id": note["id"]}])["ok"]
    assert there.changes(["set", "note", note["id"], {"x": 7}])["ok"]


def test_places_are_free_for_both_processes(ana, elsewhere):
    there = in_the_other(ana, elsewhere)
    places = [(note["x"], note["y"]) for _ in range(6) for note in (ana.adds_note(), there.adds_note())]
    assert len(set(places)) == 12


def test_a_seat_that_was_blocked_elsewhere_may_do_nothing_here(ana, fatima, elsewhere):
    ana.adds_note("before")
    assert in_the_other(fatima, elsewhere).changes(["set", "seat", ana.seat, {"blocked": True}])["ok"]
    assert ana.changes(["add", "note", {"id": "late", "kind": "challenge", "theme": "data"}])["reason"] in ("forbidden", "not_found")


def test_a_group_that_was_not_stored_leaves_nothing_in_memory(ana, fatima, monkeypatch):
    note = ana.adds_note("stored")
    real = sync.commit_group

    def fail_at_the_end(*given):
        real(*given)
        raise sa.exc.OperationalError("COMMIT", {}, Exception("disk full"))
    with monkeypatch.context() as broken:
        broken.setattr(sync, "commit_group", fail_at_the_end)
        assert ana.changes(["set", "note", note["id"], {"text": "lost"}])["reason"] == "storage"
    assert fatima.changes(["text", "note", note["id"], 0, [6, "!"]])["ok"]      # Ana has to send hers again first
    assert ana.sees_note(note["id"])["text"] == "stored!"


def test_a_refused_change_leaves_nothing_for_the_next_one(ana):
    note = ana.adds_note("kept")
    assert not ana.changes(["set", "note", note["id"], {"text": "half"}], ["set", "note", "none", {"x": 1}])["ok"]
    assert ana.changes(["text", "note", note["id"], 0, [4, "!"]])["ok"]
    assert ana.sees_note(note["id"])["text"] == "kept!"


def test_a_change_costs_the_same_on_a_full_board(ana, statements):
    def cost(number):
        del statements[:]
        assert ana.changes(["add", "note", {"id": f"last{number}", "kind": "solution", "theme": "data"}])["ok"]
        assert ana.changes(["set", "note", f"last{number}", {"text": "new"}])["ok"]
        return len(statements)
    ana.adds_note()
    small = cost(0)
    for part in range(4):
        assert ana.changes(*(["add", "note", {"id": f"n{part}-{i}", "kind": "challenge", "theme": "data"}] for i in range(100)))["ok"]
    assert cost(1) == small <= 14


@pytest.mark.parametrize(("statement", "given"), [
    (sync._SEEN_ONE, {"board": "b", "seat": "s", "id": "c"}), (sync._SEEN, {"board": "b", "seats": ["s", "t"], "ids": ["c", "d"]})])
def test_what_was_sent_before_is_found_without_looking_through_the_history(hall, statement, given):
    words = str(statement.params(given).compile(hall.parts.database._shared, compile_kwargs={"literal_binds": True}))
    plan = hall.parts.database.read(lambda connection: connection.exec_driver_sql("EXPLAIN QUERY PLAN " + words).all())
    searches = [row[3] for row in plan if row[3].startswith("SEARCH")]
    assert len(searches) == 2 and all("change_id=?" in each for each in searches), plan


def test_s2_repeats_are_known_in_a_group_of_many(hall, ana, olga):
    sent = [sync.Submission(who.seat, f"g{index}", [["add", "note", {"id": f"{who.seat}{index}", "kind": "challenge", "theme": "data"}]],
                            lambda outcome: None) for index in range(sync.ASKED_AT_ONCE) for who in (ana, olga)]
    database, limits = hall.parts.database, {"notes": 1000}
    first = database.write(sync.commit_group, ana.board.id, sent, limits)
    again = database.write(sync.commit_group, ana.board.id, sent[::-1], limits)
    assert [each["seq"] for each in again.outcomes[::-1]] == [each["seq"] for each in first.outcomes]
    assert not again.changes and all(each["ok"] and each["repeat"] for each in again.outcomes)
