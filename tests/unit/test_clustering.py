"""Suggestions of clusters: careful, the same every time, across languages, and nothing breaks them."""
from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from pathlib import Path

import pytest

from board.clustering import suggest
from board.clustering.grouping import LARGEST

LABELLED = json.loads((Path(__file__).parents[1] / "bench" / "clustering" / "labelled.json").read_text("utf-8"))["notes"]
DEVELOPMENT = [note for note in LABELLED if note["part"] == "development"]


def notes(*texts, theme="data", language=""):
    return [{"id": f"n{at}", "theme": theme, "kind": "challenge", "text": text, "language": language} for at, text in enumerate(texts)]


BUDGET = notes("There is no budget line for the review", "No existe presupuesto para elaborar el informe",
               "Pas de ligne budgétaire pour préparer la revue", "The river moved and took the library with it")


def ids(suggestions):
    return [suggestion.notes for suggestion in suggestions]


# ---- what is proposed

def test_notes_of_three_languages_about_one_thing_come_together_and_the_loner_stays_alone():
    assert ids(suggest(BUDGET)) == [["n0", "n1", "n2"]]


def test_the_suggestion_says_what_was_shared_as_it_was_written():
    found = suggest(BUDGET)[0]
    assert {"budget line", "presupuesto", "budgétaire"} & set(found.words)
    assert len(found.words) <= 5
    assert not found.duplicates
    assert 0 < found.score <= 1


@pytest.mark.parametrize(("language", "word"), [
    ("en", "Budgets"), ("es", "Presupuesto"), ("fr", "Budget"), ("pt", "Orçamento"), ("ar", "ميزانية"), ("ne", "बजेट"), ("nb", "Budsjett"),
    ("xx", "Budgets")])
def test_the_title_is_in_the_language_of_the_reader(language, word):
    assert suggest(BUDGET, language=language)[0].title.startswith(word)


def test_words_no_concept_covers_make_a_title_too():
    assert "sykkelstativ" in suggest(notes("Sykkelstativ ved biblioteket", "Sykkelstativ ved kirken", language="nb"))[0].title.lower()


def test_titles_are_short():
    assert all(0 < len(found.title) <= 60 for found in suggest(DEVELOPMENT))
    assert len(suggest(notes("ab" * 900, "ab" * 900))[0].title) <= 60


def test_near_identical_texts_come_first():
    twins = notes("The library bus was sold", "The library bus was SOLD!")
    found = suggest([*BUDGET, *(note | {"id": f"x{note['id']}"} for note in twins)])
    assert [(made.duplicates, made.notes) for made in found] == [(True, ["xn0", "xn1"]), (False, ["n0", "n1", "n2"])]
    assert found[0].score == 1


def test_a_misspelling_is_near_identical():
    found = suggest(notes("Let the mayor sign a public pledge for the goals", "Let the mayor sign a publik pledge for the goals"))
    assert [made.duplicates for made in found] == [True]


@pytest.mark.parametrize(("one", "other"), [
    ("We have data for every district in the north", "We have no data for every district in the north"),
    ("Only 12 of 40 municipalities answered the survey", "Only 39 of 40 municipalities answered the survey")])
def test_a_denial_and_other_figures_are_not_the_same_text(one, other):
    assert not any(made.duplicates for made in suggest(notes(one, other)))


@pytest.mark.parametrize("enough", [
    "Plenty of staff in the tourist office", "We do not lack staff", "Personal no falta", "Ansatte mangler ikke"])
def test_too_little_and_enough_do_not_come_together(enough):
    assert suggest(notes("Staff shortage in the finance office", enough)) == []


# ---- what is never proposed

def test_groups_stay_within_a_theme():
    apart = [note | {"theme": f"theme {at}"} for at, note in enumerate(BUDGET)]
    assert suggest(apart) == []


def test_a_note_is_in_one_group():
    placed = [note for made in suggest(DEVELOPMENT) for note in made.notes]
    assert len(placed) == len(set(placed))


def test_groups_do_not_follow_the_language():
    language = {note["id"]: note["language"] for note in DEVELOPMENT}
    across = [len({language[note] for note in made.notes}) > 1 for made in suggest(DEVELOPMENT) if not made.duplicates]
    assert sum(across) >= 0.9 * len(across)


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt", "ar", "ne", "nb"])
def test_a_common_language_alone_is_no_reason(language):
    by_cluster = {note["cluster"] or note["id"]: note for note in DEVELOPMENT if note["language"] == language}
    grouped = sum(len(made.notes) for made in suggest([note | {"theme": "one"} for note in by_cluster.values()]))
    assert grouped <= len(by_cluster) / 4


def test_wrong_pairs_are_rare():
    cluster = {note["id"]: (note["theme"], note["cluster"] or note["id"]) for note in DEVELOPMENT}
    pairs = [(one, other) for made in suggest(DEVELOPMENT) for at, one in enumerate(made.notes) for other in made.notes[at + 1:]]
    assert len(pairs) > 80
    assert sum(cluster[one] == cluster[other] for one, other in pairs) >= 0.95 * len(pairs)


# ---- the same for the same notes

def test_the_same_notes_give_the_same_suggestions_in_any_order():
    def essence(made):
        return sorted((sorted(one.notes), one.title, one.words, one.duplicates, one.score) for one in made)
    expected = essence(suggest(DEVELOPMENT))
    for seed in range(3):
        shuffled = random.Random(seed).sample(DEVELOPMENT, len(DEVELOPMENT))
        assert essence(suggest(shuffled)) == expected


def test_ids_come_in_the_order_of_the_input():
    place = {note["id"]: at for at, note in enumerate(DEVELOPMENT)}
    for made in suggest(DEVELOPMENT):
        assert [place[note] for note in made.notes] == sorted(place[note] for note in made.notes)


# ---- whatever comes in

@pytest.mark.parametrize("texts", [
    [], [""], ["", ""], ["   ", "\n"], ["👍", "👍", "👍👍"], ["?!", "…"], ["42", "43"], ["=SUM(A1:A9)"], ["a"],
    ["\u200d", "\u0301"], ["्", "ि"]])
def test_notes_without_a_companion_are_left_alone(texts):
    assert suggest(notes(*texts)) == []


@pytest.mark.parametrize("text", ["a", "Money", "मध्य", "مال", "7"])
def test_two_identical_notes_are_a_group_however_short(text):
    found = suggest(notes(text, text))
    assert [(made.notes, made.duplicates) for made in found] == [(["n0", "n1"], True)]
    assert found[0].title


def test_missing_and_strange_fields_do_no_harm():
    strange = [{"id": "a", "theme": "t", "text": None, "language": None}, {"id": "b", "theme": None, "text": "x", "language": "tlh"}]
    assert suggest(strange) == []


def test_many_identical_notes_come_in_portions():
    found = suggest(notes(*["We lack money"] * 100))
    assert sorted(note for made in found for note in made.notes) == sorted(f"n{at}" for at in range(100))
    assert all(2 <= len(made.notes) <= LARGEST for made in found)


def test_groups_are_never_too_large():
    found = suggest(notes(*[f"{word} budget cuts of the finance ministry" for word in "abcdefghijklmnopqrstuvwxyz"]))
    assert found
    assert all(2 <= len(made.notes) <= LARGEST for made in found)


@pytest.mark.parametrize("text", ["a" * 2000, "ab " * 666, "क" * 2000, "ﷺ" * 100, "\u0301" * 2000])
def test_long_and_odd_texts_are_read(text):
    assert len(suggest(notes(text, text + " budget"))) <= 1


def test_a_thousand_notes_take_seconds():
    chance = random.Random(7)
    texts = defaultdict(list)
    for note in LABELLED:
        texts[note["language"]].append(note["text"])
    many = [{"id": str(at), "theme": str(at % 5), "language": language, "text": " ".join(chance.sample(texts[language], 2))}
            for at, language in enumerate(chance.choices(list(texts), k=1_000))]
    start = time.process_time()
    suggest(many)
    assert time.process_time() - start < 5
