"""Taking back while people go on: what others did stays, and nothing hidden is told on the way."""
from __future__ import annotations

import random
import re

import pytest
from moments import content, deed, moment, seq_of

from board import repair, sync
from board.protocol import ParsedChange
from hall import does


def undoes(fatima, person):
    answer = fatima.post("undo", json={"seat": person.seat, "minutes": 60})
    assert answer.status_code == 200, answer.data
    return answer.json["changed"]


def carries_out(fatima, plan, mark="undo", *, whole=False):
    return fatima.board.hall.parts.queues.submit_and_wait(fatima.board.id, fatima.seat, ParsedChange(f"{mark}-1", []),
                                                          act=lambda context: repair.carry_out(context, plan, mark, whole=whole))


def plans(fatima, person):
    return fatima.board.hall.parts.database.read(repair.plan_undo, fatima.board.id, person.seat, "")


@pytest.fixture
def note(board, ana, fatima):
    does(fatima, ["set", "board", board.id, {"edit_right": "everyone"}])
    return ana.adds_note("hers", x=0, y=0)["id"]


def test_what_others_wrote_in_a_note_comes_back_with_it(ana, olga, fatima, note):
    does(olga, ["set", "note", note, {"x": 500}])
    does(ana, ["set", "note", note, {"text": "hers, later"}])
    does(olga, ["remove", "note", note])
    assert undoes(fatima, olga) == 1
    assert (fatima.sees_note(note)["text"], fatima.sees_note(note)["x"]) == ("hers, later", 0)


def test_a_field_goes_back_to_what_the_person_found_last(ana, olga, fatima, note):
    for who, x in ((olga, 100), (ana, 200), (olga, 300), (olga, 400)):
        does(who, ["set", "note", note, {"x": x}])
    assert undoes(fatima, olga) == 1 and fatima.sees_note(note)["x"] == 200


def test_a_note_that_others_went_on_with_stays(ana, olga, fatima, note):
    mine, theirs = olga.adds_note("one")["id"], olga.adds_note("two")["id"]
    does(ana, ["set", "note", theirs, {"status": "solved"}])
    does(olga, ["set", "note", theirs, {"y": 900}])
    undoes(fatima, olga)
    assert fatima.sees_note(mine) is None and fatima.sees_note(theirs)["status"] == "solved"


def test_what_came_and_went_is_no_matter(ana, olga, fatima, note):
    passing = olga.adds_note("passing")["id"]
    does(olga, ["remove", "note", passing])
    does(olga, ["remove", "note", note])
    does(ana, ["add", "note", {"id": note}])
    assert undoes(fatima, olga) == 0 and fatima.sees_note(note) and not fatima.sees_note(passing)


@pytest.mark.parametrize("meanwhile", [
    [["set", "note", "NOTE", {"x": 900}], ["set", "note", "MINE", {"x": 900}]],
    [["set", "note", "NOTE", {"text": "meanwhile"}], ["set", "note", "MINE", {"text": "meanwhile"}], ["set", "note", "GONE", {"x": 900}]],
    [["remove", "note", "NOTE"], ["remove", "note", "MINE"]]])
def test_what_others_do_between_plan_and_commit_stays(ana, olga, fatima, note, meanwhile):
    gone, mine = ana.adds_note("gone")["id"], olga.adds_note("mine")["id"]
    does(olga, ["set", "note", note, {"x": 100, "text": "vandal"}], ["remove", "note", gone])
    plan = plans(fatima, olga)
    if len(meanwhile) == 3:
        does(ana, ["add", "note", {"id": gone}])
    ids = {"NOTE": note, "MINE": mine, "GONE": gone}
    does(ana, *([verb, name, ids[record], *more] for verb, name, record, *more in meanwhile))
    before = content(fatima)
    carries_out(fatima, plan)
    after = content(fatima)
    for verb, name, record, *more in meanwhile:
        key = name, ids[record]
        assert verb != "remove" or key not in after
        assert all(after[key][field] == before[key][field] for field in (more[0] if more else ()))


def test_a_restore_in_the_midst_of_a_group_is_of_its_own_moment(hall, board, ana, olga, fatima, note):
    seq, then = seq_of(fatima), content(fatima)
    plan = hall.parts.database.read(repair.plan_moment, board.id, seq)
    first = ["add", "note", {"id": "before", "kind": "solution", "theme": "data", "text": "just before"}]
    last = ["add", "note", {"id": "after", "kind": "solution", "theme": "data", "text": "just after"}]
    group = [sync.Submission(ana.seat, "one", [first, ["set", "note", note, {"text": "changed", "x": 700}]], lambda outcome: None),
             sync.Submission(fatima.seat, "two", [], lambda outcome: None,
                             act=lambda context: repair.carry_out(context, plan, "restore", whole=True)),
             sync.Submission(olga.seat, "three", [last, ["set", "note", note, {"y": 300}]], lambda outcome: None)]
    done = hall.parts.database.write(sync.commit_group, board.id, group, {"notes": 100})
    assert [outcome["ok"] for outcome in done.outcomes] == [True] * 3
    assert content(fatima, moment(fatima, seq + 2)["records"]) == then
    now = content(fatima)
    assert set(now) - set(then) == {("note", "after")} and now["note", note] == {**then["note", note], "y": 300}


def test_a_comment_on_a_hidden_note_is_not_told_by_a_restore(ana, olga, fatima, note):
    does(olga, *(["add", "comment", {"id": comment, "note": note, "text": "SECRET"}] for comment in ("k1", "k2")))
    seq = seq_of(fatima)
    does(olga, ["set", "comment", "k1", {"text": "other words"}], ["remove", "comment", "k2"])
    does(fatima, ["set", "note", note, {"hidden": "rude"}], ["set", "theme", "data", {"title": "Changed"}])
    ana.heard()
    fatima.post("history/restore", json={"seq": seq})
    heard = str(ana.heard("changes"))
    assert "Data availability" in heard and "SECRET" not in heard and not re.search(r"\bk1\b", heard)
    assert "SECRET" not in fatima.get(f"history/{seq}").text


def test_what_hangs_on_one_s_own_hidden_note_is_in_no_history(ana, fatima):
    note = fatima.adds_note("mine")["id"]
    does(ana, ["add", "comment", {"id": "k1", "note": note, "text": "SECRET"}])
    seq = seq_of(fatima)
    does(fatima, ["set", "note", note, {"hidden": "rude"}])
    shown = fatima.get(f"history/{seq}")
    assert [each["id"] for each in shown.json["records"]["note"]] == [note] and "SECRET" not in shown.text


def test_a_hidden_note_goes_with_its_cluster(ana, fatima, note):
    does(ana, ["add", "cluster", {"id": "c1", "theme": "data", "title": "Figures", "x": 0, "y": 0, "w": 200, "h": 200}],
         ["set", "note", note, {"cluster": "c1"}])
    seq = seq_of(fatima)
    does(fatima, ["set", "cluster", "c1", {"theme": "capacity"}], ["set", "note", note, {"hidden": "rude"}])
    fatima.post("history/restore", json={"seq": seq})
    does(fatima, ["set", "note", note, {"hidden": ""}])
    assert (fatima.sees_note(note)["theme"], fatima.sees_note(note)["cluster"]) == ("data", "c1")


def test_a_reaction_comes_back_as_whose_it_was(board, ana, olga, fatima, note):
    does(olga, ["add", "reaction", {"id": "known", "note": note, "sign": "like"}])
    does(fatima, ["set", "board", board.id, {"authors": "association"}])
    does(olga, ["add", "reaction", {"id": "unknown", "note": note, "sign": "heart"}])
    seq = seq_of(fatima)
    does(olga, ["remove", "reaction", "known"], ["remove", "reaction", "unknown"])
    ana.heard()
    assert fatima.post("history/restore", json={"seq": seq}).json["changed"] == 2
    assert {each["id"]: each["seat"] for each in ana.snapshot()["records"]["reaction"]} == {"known": olga.seat, "unknown": ""}
    assert {each["id"]: each["seat"] for each in moment(fatima, seq)["records"]["reaction"]} == {"known": olga.seat, "unknown": ""}
    assert [each["id"] for each in olga.snapshot()["own"]["reaction"]] == ["unknown"]
    assert str(ana.heard()).count(olga.seat) == 1


@pytest.mark.parametrize("seed", range(6))
def test_an_undo_changes_nothing_that_others_did_last_and_can_be_undone(board, ana, olga, fatima, seed):
    """Only what follows from it, where a cluster or a note goes: the notes that were in it stand for themselves."""
    chance = random.Random(seed)
    does(fatima, ["set", "board", board.id, {"edit_right": "everyone"}])
    last = {}
    for number in range(50):
        who, steps = deed(chance, [ana, olga, fatima], number)
        outcome = who.changes(*steps)
        for step in outcome["steps"] if outcome["ok"] else ():
            key = step[1], step[2]["id"] if step[0] == "add" else step[2]
            for field in step[3] if step[0] == "set" else ("text",) if step[0] == "text" else repair.CONTENT[step[1]]:
                last[*key, field] = who
            if step[0] in ("add", "remove"):
                last[key] = who
    before, seq = content(fatima), seq_of(fatima)
    undoes(fatima, olga)
    after = content(fatima)
    for key in before.keys() | after.keys():
        if (key in before) != (key in after):
            assert last[key] is olga, key
            continue
        for field, value in before[key].items():
            follows = field in ("cluster", "merged_into") and not after[key][field]
            assert after[key][field] == value or follows or last[*key, field] is olga, (key, field)
    if seq_of(fatima) > seq:
        fatima.post("history/restore", json={"seq": seq})
    assert content(fatima) == before
