"""Rows as they would come to the board: mapped, linked, and what of them is left out."""
from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.imports.choices import choices_of
from board.imports.mapping import MAX_THEMES, MAX_VALUES
from board.imports.proposal import MAX_PROBLEMS, PROBLEMS
from board.imports.reader import read
from board.imports.sheet import REASONS, BadFile
from board.imports.vocabulary import KINDS, STATUSES
from board.protocol import Refused
from board.records import TYPES
from board.records.note import STATUSES as NOTE_STATUSES
from board.records.theme import MAX_THEMES as BOARD_THEMES

BOARD = {"themes": [{"id": "data", "title": "Data availability"}, {"id": "time", "title": "Time and money"}]}
KEYS = {"row", "text", "kind", "theme", "cluster", "association", "language", "sdgs", "status", "answers", "votes", "x", "y", "skip",
        "translations"}


def table(body, **options):
    return read(body.encode("utf-8", "surrogatepass"), "a.csv", {"board": BOARD, **options})


def row(body, **options):
    return table(body, **options)["rows"][0]


def problems(proposal):
    return [(each["row"], each["reason"], each["value"]) for each in proposal["problems"]]


def test_a_proposal_has_the_shape_that_is_promised():
    proposal = table("Text;Kind\nNo data;Challenge\n")
    assert set(proposal) == {"source", "encoding", "separator", "header", "sheets", "sheet", "columns", "clusters", "values", "rows",
                             "problems", "count"}
    assert set(proposal["rows"][0]) == KEYS and set(proposal["values"]) == {"kind", "theme", "color", "area", "status"}
    assert set(proposal["columns"][0]) == {"index", "name", "samples", "field"}
    assert json.loads(json.dumps(proposal)) == proposal


def test_what_is_known_here_is_known_to_the_records():
    assert STATUSES == NOTE_STATUSES and MAX_THEMES == BOARD_THEMES
    for name, values in (("kind", KINDS), ("status", STATUSES)):
        for value in values:
            TYPES["note"].check(name, value)


def test_values_are_guessed_and_counted_and_the_choice_does_not_change_the_guess():
    body = "Text;Kind;Theme\nA b;Challenge;Data availability\nC d;Thing;Money\nE f;Thing;Money\n"
    themes = {"Money": "time", "Data availability": ""}
    proposal = table(body, kinds={"Thing": "solution", "Challenge": ""}, themes=themes, default_theme="+More")
    assert proposal["values"]["kind"] == [{"value": "Thing", "count": 2, "guess": ""},
    {"value": "Challenge", "count": 1, "guess": "challenge"}]
    assert proposal["values"]["theme"] == [{"value": "Money", "count": 2, "guess": "time"},
    {"value": "Data availability", "count": 1, "guess": "data"}]
    assert [(each["kind"], each["theme"]) for each in proposal["rows"]] == [("challenge", "+More"), ("solution", "time"),
    ("solution", "time")]


def test_what_says_nothing_gets_the_default():
    assert (row("Text;Kind\nA b;\n")["kind"], row("Text;Kind\nA b;\n", default_kind="solution")["kind"]) == ("challenge", "solution")
    assert (row("Text;Kind\nA b;\n")["theme"], row("Text;Kind\nA b;\n", default_theme="data")["theme"]) == ("", "data")


def test_no_more_new_themes_are_guessed_than_a_board_can_hold():
    proposal = table("Text;Theme\n" + "".join(f"Note {index};Topic {index % 30}\n" for index in range(60)))
    guesses = [each["guess"] for each in proposal["values"]["theme"]]
    assert sum(guess.startswith("+") for guess in guesses) == MAX_THEMES - 2 and guesses.count("") == 12
    assert len(table("Text;Theme\n" + "".join(f"Note {index};Topic {index}\n" for index in range(300)))["values"]["theme"]) == MAX_VALUES


def test_titles_are_as_long_as_titles_may_be():
    found = row(f"Text;Theme;Cluster;Association\nA b;{'t' * 100};{'c' * 100};{'a' * 100}\n")
    assert (found["theme"], found["cluster"], found["association"]) == ("+" + "t" * 80, "c" * 80, "a" * 60)


def test_clusters_come_from_the_column_that_is_chosen():
    body = "Text;Cluster;Area\nA b;Inner;Outer\n"
    assert [row(body, clusters={"by": by})["cluster"] for by in ("cluster", "area", "none")] == ["Inner", "Outer", ""]
    assert table(body)["clusters"] == "cluster"


def test_a_text_that_is_too_long_is_left_out_or_cut():
    body = "Text;Kind\n" + "x" * 21 + ";Challenge\n" + "y" * 20 + ";Challenge\n"
    left_out, cut = table(body, max_text=20), table(body, max_text=20, cut=True)
    assert [each["skip"] for each in left_out["rows"]] == ["long", ""]
    assert [(each["skip"], len(each["text"])) for each in cut["rows"]] == [("", 20), ("", 20)] and cut["rows"][0]["text"].endswith("x…")
    assert (problems(left_out), problems(cut)) == ([(2, "long", "21")], [(2, "cut", "21")])


def test_the_same_note_twice_is_one_but_not_of_two_associations():
    rows = "No data;Challenge;A\nNo data;Challenge;A\nNo data;Challenge;B\nNo data;Solution;A\n;Challenge;A\n"
    proposal = table(f"Text;Kind;Association\n{rows}")
    assert [each["skip"] for each in proposal["rows"]] == ["", "duplicate", "", "", "empty"]
    assert proposal["count"] == {"rows": 5, "notes": 3, "skipped": 2, "translations": 0}


@pytest.mark.parametrize("written, goals, fine", [
    ("5", [5], True), ("SDG 16, 5 and 5", [5, 16], True), ("ODS 11.a; 16.7", [11, 16], True), ("1;2|3", [1, 2, 3], True), ("٥", [5], True),
    ("18", [], False), ("none", [], False), ("0 and 7", [7], False), ("2030", [], False), ("", [], True)])
def test_goals_are_numbers_from_one_to_seventeen(written, goals, fine):
    proposal = table(f'Text,SDGs\nA b,"{written}"\n')
    assert proposal["rows"][0]["sdgs"] == goals
    assert problems(proposal) == ([] if fine else [(2, "sdgs", written)])


@pytest.mark.parametrize("written, votes, fine", [
    ("7", 7, True), ("7,0", 7, True), ("1.234", 1234, True), ("", 0, True), ("-1", 0, False), ("1.5", 0, False), ("many", 0, False),
    ("1e999", 0, False)])
def test_votes_are_whole(written, votes, fine):
    proposal = table(f'Text,Votes\nA b,"{written}"\n')
    assert proposal["rows"][0]["votes"] == votes and bool(problems(proposal)) is not fine


def test_votes_are_those_of_the_last_round_with_the_proxy_votes():
    body = "Text;Votes: March;Proxy votes: March;Votes: May;Proxy votes: May\nA b;3;1;2;4\nC d;3;1;0;0\nE f;0;0;0;0\n"
    assert [each["votes"] for each in table(body)["rows"]] == [6, 4, 0]


@pytest.mark.parametrize("x, y, place", [
    ("1,5", "-2.25", (1.5, -2.25)), ("3", "4.0", (3, 4)), ("1", "", (None, None)), ("a", "1", (None, None)), ("1e9", "1", (None, None))])
def test_places_are_both_there_or_none(x, y, place):
    found = row(f"Text;X;Y\nA b;{x};{y}\n")
    assert (found["x"], found["y"]) == place


def test_what_is_not_understood_is_told():
    proposal = table("Text;Language;Status;Association\nA b;Klingonisch;Perhaps;" + "a" * 61 + "\nC d;es;Open;B\n")
    assert problems(proposal) == [(2, "association", "a" * 61), (2, "language", "Klingonisch"), (2, "status", "Perhaps")]
    assert (proposal["rows"][0]["language"], proposal["rows"][0]["status"], proposal["rows"][1]["language"]) == ("", "open", "es")
    many = table("Text;Status\n" + "".join(f"Note {index};Perhaps\n" for index in range(300)))
    assert len(many["problems"]) == MAX_PROBLEMS and {each["reason"] for each in many["problems"]} <= set(PROBLEMS)


@pytest.mark.parametrize("answers, linked, told", [
    ("a", [2], []), ("a b", [2, 3], []), ("a, b", [2, 3], []), ("A;b", [2, 3], []), ("#a", [2], []), ("No data", [2], []),
    ("No data · No  time", [2, 3], []), ("nowhere", [], [(4, "link", "nowhere")]), ("a nowhere", [2], [(4, "link", "nowhere")]),
    ("d", [], [(4, "link_kind", "d")]), ("c", [], []), ("2", [], [(4, "link", "2")]), ("", [], [])])
def test_links_are_by_id_or_by_text(answers, linked, told):
    proposal = table(f'Id,Text,Kind,Answers\na,No data,Challenge,\nb,No time,Challenge,\nc,Maps,Solution,"{answers}"\nd,Fund,Solution,\n')
    assert (proposal["rows"][2]["answers"], problems(proposal)) == (linked, told)


def test_links_are_by_number_of_the_row_where_there_are_no_ids():
    proposal = table("Text;Kind;Answers\nNo data;Challenge;\nMaps;Solution;2\nFund;Solution;2, 9\n")
    assert [each["answers"] for each in proposal["rows"]] == [[], [2], [2]]
    assert problems(proposal) == [(4, "link", "9")]


def test_links_on_challenges_are_turned_round_and_none_is_there_twice():
    proposal = table("Id;Text;Kind;Answers\na;No data;Challenge;b c\nb;Maps;Solution;a\nc;Fund;Solution;\n")
    assert [each["answers"] for each in proposal["rows"]] == [[], [2], [2]]


def test_links_to_what_is_left_out_go_to_what_is_kept_of_it():
    body = ("Id;Text;Kind;Answers\na;No data;Challenge;\nb;No data;Challenge;\nc;Maps;Solution;b\nd;Maps;Solution;a\n"
            "e;;Challenge;\nf;Fund;Solution;e\n")
    proposal = table(body)
    assert [(each["row"], each["skip"], each["answers"]) for each in proposal["rows"]] == [
        (2, "", []), (3, "duplicate", []), (4, "", [2]), (5, "duplicate", []), (6, "empty", []), (7, "", [])]


def test_changing_a_kind_changes_the_direction_of_links():
    body = "Id;Text;Kind;Answers\na;No data;P;\nb;Maps;Q;a\n"
    assert [each["answers"] for each in table(body, kinds={"P": "challenge", "Q": "solution"})["rows"]] == [[], [2]]
    assert [each["answers"] for each in table(body, kinds={"P": "solution", "Q": "challenge"})["rows"]] == [[3], []]


@pytest.mark.parametrize("options", [
    None, [], "x", 5, {"columns": []}, {"columns": {"0": 5}}, {"columns": {"9" * 5000: "text"}}, {"kinds": {"Challenge": ["x"]}},
    {"themes": 5},
    {"themes": {"Data": {}}}, {"colors": {"#fff": "red"}}, {"colors": [1]}, {"board": {"themes": [None, {"id": 5}, {"id": "a"}]}},
    {"board": 5},
    {"max_rows": -1}, {"max_text": True}, {"header": "yes"}, {"sheet": {}}, {"separator": ["x"]}, {"encoding": None, "split": 3},
    {"cut": 1},
    {"default_theme": "nowhere"}, {"default_kind": "thing"}, {"clusters": "area"}, {"source": "pdf"}])
def test_options_that_make_no_sense_are_as_if_not_given(options):
    body = b"Text;Kind;Theme\nNo data;Challenge;Data\n"
    assert read(body, "a.csv", options) == read(body, "a.csv", {})


def test_themes_that_are_not_on_the_board_cannot_be_chosen():
    found = choices_of({"board": BOARD, "themes": {"A": "data", "B": "nowhere", "C": "+ A  title ", "D": "+", "E": "+" + "x" * 99}})
    assert found.themes == {"A": "data", "B": "", "C": "+A title", "D": "", "E": "+" + "x" * 80}


@pytest.mark.parametrize("text", [
    "=1+1", "<script>alert(1)</script>", "\u202eabc", "a\u0301" * 400, "x" * 2000, "\ud800 half", "\0", "👩‍👩‍👧‍👦🇳🇵", "#let x = 1"])
def test_hostile_texts_in_any_field_come_as_the_records_take_them(text):
    head = "Text,Kind,Theme,Cluster,Association,Language,SDGs,Status,Id,Answers,Votes,Color,Area,Tags,X,Y,Author,Country"
    body = f"{head}\nFine,Challenge{',' * 16}\n" + ",".join([f'"{text}"'] * 18) + "\n"
    proposal = table(body)
    for each in proposal["rows"]:
        if each["skip"]:
            continue
        note = {name: each[name] for name in ("kind", "text", "sdgs", "language", "status")}
        for name, value in note.items():
            TYPES["note"].check(name, value)
        for kind, name, value in (("cluster", "title", each["cluster"]), ("seat", "association", each["association"]),
                                  ("theme", "title", each["theme"].removeprefix("+") or "x")):
            try:
                TYPES[kind].check(name, value)
            except Refused as refused:
                pytest.fail(f"{kind}.{name}: {refused}")
    json.dumps(proposal).encode()


SOUP = st.text(alphabet='ab;,"\t\n\r|\0é<&#-1.= ', max_size=200)


@given(st.one_of(st.binary(max_size=400), SOUP.map(str.encode), SOUP.map(lambda text: text.encode("utf-16"))),
       st.sampled_from(["a.csv", "", "a.json", "miro.csv", "a.xlsx"]))
def test_whatever_the_bytes_the_answer_is_a_proposal_or_a_reason(body, name):
    try:
        rows = read(body, name, {})["rows"]
    except BadFile as bad:
        assert bad.reason in REASONS
        return
    assert len({each["row"] for each in rows}) == len(rows)
    assert all(each["text"].strip() for each in rows if not each["skip"])
