"""Who takes part, in figures, and that nobody's share can be told from them."""
from __future__ import annotations

import itertools
import random
from fractions import Fraction

import pytest

from board.participation import BY, FIGURES, _joined, _Shown


def comes(board, name, association="", country="", language=""):
    person = board.seats(name, association)
    if country or language:
        person.changes(["set", "seat", person.seat, {"country": country, "language": language}])
    return person


def table(fatima, name="associations"):
    return {row.pop("name"): row for row in fatima.get("participation").json[name]}


def test_figures_by_association_country_and_language(board, fatima):
    ana = comes(board, "Ana", "UNGL", "CR", "es")
    comes(board, "Bo", "UNGL", "CR", "es")
    ana.adds_note("one")
    ana.changes(["remove", "note", ana.adds_note("two")["id"]])
    assert fatima.get("participation").json == {
        "associations": [{"name": "UCLG", "people": 1, "notes": 0, "votes": 0, "silent": 0},
                         {"name": "UNGL", "people": 2, "notes": 1, "votes": 0, "silent": 1}],
        "countries": [{"name": "CR", "people": 2, "notes": 1, "votes": 0, "silent": 1},
                      {"name": "", "people": 1, "notes": 0, "votes": 0, "silent": 0}],
        "languages": [{"name": "es", "people": 2, "notes": 1, "votes": 0, "silent": 1},
                      {"name": "", "people": 1, "notes": 0, "votes": 0, "silent": 0}]}


def test_a_comment_or_a_vote_breaks_the_silence_a_proxy_vote_does_not(board, fatima):
    people = [comes(board, name, "UNGL") for name in "ABCD"]
    note = people[0].adds_note("one")
    people[1].changes(["add", "comment", {"id": "k1", "note": note["id"], "text": "yes"}])
    fatima.changes(["add", "round", {"id": "r1", "title": "First", "state": "open"}])
    people[2].changes(["add", "vote", {"id": "v1", "round": "r1", "target": note["id"]}])
    fatima.changes(["add", "vote", {"id": "v2", "round": "r1", "target": note["id"], "proxy": True, "association": "UNGL"}])
    assert table(fatima)["UNGL" if "UNGL" in table(fatima) else ""] == {"people": 5, "notes": 1, "votes": 1, "silent": 1}


def test_viewers_and_blocked_people_are_not_silent_and_count_as_nobody(board, fatima):
    board.seats("Vera", "UNGL", role="viewer")
    gone = comes(board, "Gus", "UNGL")
    fatima.changes(["set", "seat", gone.seat, {"blocked": True}])
    comes(board, "Ana", "UNGL")
    assert table(fatima)["UNGL"] == {"people": 1, "notes": 0, "votes": 0, "silent": 1}


ANONYMOUS = ["authors", "note", "comment", "private", "vote"]


def something_anonymous(board, fatima, person, how):
    def sets(**values):
        assert fatima.changes(["set", "board", board.id, values])["ok"]
    if how == "vote":
        note = person.adds_note()
        fatima.changes(["add", "round", {"id": "r1", "title": "First", "state": "open"}])
        assert person.changes(["add", "vote", {"id": "v1", "round": "r1", "target": note["id"]}])["ok"]
    elif how == "private":
        sets(private=True)
    else:
        note = person.adds_note()
        sets(authors="association")
        if how == "note":
            person.adds_note()
        if how == "comment":
            assert person.changes(["add", "comment", {"id": "k1", "note": note["id"], "text": "yes"}])["ok"]
        if how != "authors":
            sets(authors="named")


@pytest.mark.parametrize("how", ANONYMOUS)
def test_p10_figures_come_in_groups_of_three_as_soon_as_anything_is_anonymous(board, fatima, how):
    people = [comes(board, name, association) for name, association in (("A", "X"), ("B", "X"), ("C", "X"), ("D", "Y"), ("E", "Y"))]
    assert set(table(fatima)) == {"UCLG", "X", "Y"}
    something_anonymous(board, fatima, people[3], how)
    found = table(fatima)
    assert set(found) == {"X", ""} and found[""]["people"] == 3 and found[""]["notes"] is not None


@pytest.mark.parametrize("how", ANONYMOUS)
def test_p10_a_rest_of_two_takes_another_group_with_it(board, fatima, how):
    """All notes on the board can be counted: a rest without figures would be what is missing from the rows beside it."""
    people = [comes(board, f"{association}{n}", association) for association, count in (("X", 4), ("Y", 3), ("Z", 1)) for n in range(count)]
    something_anonymous(board, fatima, people[-1], how)
    found = table(fatima)
    assert set(found) == {"X", ""} and found[""]["people"] == 5


def test_p10_two_people_have_no_figures(board, fatima):
    person = comes(board, "A", "X")
    something_anonymous(board, fatima, person, "authors")
    assert fatima.get("participation").json["associations"] == [{"name": "", "people": 2, "notes": None, "votes": None, "silent": None}]


def test_p10_one_table_does_not_tell_what_another_joins(board, fatima):
    """All of Colombia less those of its association who are all of Colombia but one."""
    people = [comes(board, f"P{n}", "X", "CO") for n in range(4)]
    comes(board, "Q", "", "CO")
    comes(board, "R", "", "PE")
    comes(board, "S", "", "PE")
    something_anonymous(board, fatima, people[0], "authors")
    answer = fatima.get("participation").json
    assert [row["name"] for row in answer["associations"]] == ["X", ""]
    assert [row["name"] for row in answer["countries"]] == [""]


def test_p10_putting_somebody_out_does_not_show_their_share(board, fatima):
    people = [comes(board, f"P{n}", "X") for n in range(5)]
    something_anonymous(board, fatima, people[0], "authors")
    people[0].adds_note()
    before = table(fatima)[""]["notes"]
    fatima.changes(["set", "seat", people[0].seat, {"blocked": True}])
    assert table(fatima)[""]["notes"] == before == 2
    fatima.changes(["set", "seat", people[0].seat, {"blocked": False, "role": "viewer"}])
    assert table(fatima)[""]["notes"] == 2


@pytest.mark.parametrize("seed", range(60))
def test_p10_no_sum_of_rows_is_about_fewer_than_three(seed):
    """Gaussian elimination over the fractions, for every person and every pair, against the rows as they are shown."""
    chance = random.Random(seed)
    people = [{field: chance.choice(["", "a", "b", "c", "d"][:chance.randint(2, 5)]) for field in BY.values()} | {"counts": True}
              for _ in range(chance.randint(3, 14))]
    shown, sums = _Shown(people), [[1] * len(people)]
    for field in BY.values():
        groups: dict[str, list[dict]] = {}
        for each in people:
            groups.setdefault(each[field], []).append(each)
        for group in _joined(groups, shown).values():
            sums.append([int(any(each is other for other in group)) for each in people])
    rank = rank_of(sums)
    for few in itertools.chain(*(itertools.combinations(range(len(people)), size) for size in (1, 2))):
        assert rank_of([[value for i, value in enumerate(row) if i not in few] for row in sums]) == rank, few


def rank_of(rows):
    rows, rank = [[Fraction(value) for value in row] for row in rows], 0
    for column in range(len(rows[0])):
        lead = next((row for row in rows[rank:] if row[column]), None)
        if lead is None:
            continue
        rows.remove(lead)
        rows.insert(rank, lead)
        for index in range(rank + 1, len(rows)):
            times = rows[index][column] / lead[column]
            rows[index] = [a - times * b for a, b in zip(rows[index], lead, strict=True)]
        rank += 1
    return rank


def test_the_figures_of_a_full_hall_take_no_time():
    chance = random.Random(1)
    people = [{"association": str(chance.randrange(40)), "country": str(chance.randrange(30)), "language": str(chance.randrange(8)),
               "counts": True} for _ in range(500)]
    shown = _Shown(people)
    for field in BY.values():
        groups = {}
        for each in people:
            groups.setdefault(each[field], []).append(each)
        kept = _joined(groups, shown)
        assert len(kept) > 5
    assert FIGURES == ("notes", "votes", "silent")
