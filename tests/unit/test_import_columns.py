"""What columns hold: by headings in all our languages, by what stands in them, as the person says."""
from __future__ import annotations

import pytest

from board.imports.headings import FIELDS, field_of
from board.imports.reader import read
from board.imports.vocabulary import catalogues, fold, kind_of, language_of, status_of, theme_of

THEMES = [{"id": "data", "title": "Data availability and quality"}, {"id": "capacity", "title": "Capacities and resources"}]
OURS = {"column.text": "text", "column.kind": "kind", "report.theme": "theme", "report.cluster": "cluster",
        "report.association": "association", "column.author": "author", "column.language": "language", "column.sdgs": "sdgs",
        "column.status": "status", "column.id": "id",
        "column.number": "id", "column.answers": "answers", "column.linked_ids": "answers", "report.votes": "votes", "column.x": "x",
        "column.y": "y", "report.country": "country", "report.comments": "", "column.created_at": "", "column.edited_at": ""}


def fields(body, **options):
    return [column["field"] for column in read(body.encode(), "a.csv", options)["columns"]]


@pytest.mark.parametrize("words", catalogues(), ids=lambda words: words["language.name"])
@pytest.mark.parametrize("key", OURS)
def test_our_own_headings_are_known_in_every_language(words, key):
    assert field_of(words[key]) == OURS[key]


@pytest.mark.parametrize("heading, field", [
    ("Note", "text"), ("Contribución", "text"), ("CONTRIBUIÇÃO", "text"), ("Texte (text)", "text"), ("Pilar", "theme"),
    ("Eje temático", "theme"), ("Thématique", "theme"), ("Organisasjon", "association"), ("Associação", "association"),
    ("المنظمة", "association"),
    ("Autora", "author"), ("E-mail", "author"), ("ODS", "sdgs"), ("Étiquettes", "tags"), ("BG Color", "color"), ("Farge", "color"),
    ("Votes: March (2)", "votes"),
    ("Stimmen", None), ("", None), ("x" * 300, None), ("Land", "country"), ("विषय", "theme")])
def test_headings_of_others_are_known_however_they_are_written(heading, field):
    assert field_of(heading) == field


def test_no_heading_stands_for_a_field_there_is_not():
    assert set(OURS.values()) <= {*FIELDS, ""}


@pytest.mark.parametrize("body, expected", [
    ("Challenge;No data at all;Data\nSolution;Share the maps;Data\nChallenge;No time left;Time\n", ["kind", "text", "theme"]),
    ("No data at all;Data\nShare the maps;Data\nNo time left;Time\nNo money;Time\n", ["text", "theme"]),
    ("No data at all;Capacities\nShare maps here;Data quality\n", ["text", "theme"]),
    ("#FCF281;No data at all\n#AAED92;Share the maps\n", ["color", "text"]),
    ("1;No data at all\n2;Share the maps\n", ["", "text"])])
def test_without_headings_the_cells_tell(body, expected):
    assert fields(body, board={"themes": THEMES}) == expected


@pytest.mark.parametrize("head, row, expected", [
    ("Título;Descrição;Categoria", "Dados;Não há dados no bairro;Desafio", ["", "text", "kind"]),
    ("Name;Note", "Ana;No data", ["author", "text"]), ("Name;Kind", "No data in town;Challenge", ["text", "kind"]),
    ("Type;Text", "Data quality;No maps", ["theme", "text"]), ("Text;Challenge", "No data;yes", ["text", ""]),
    ("Id;No.;Text", "a;1;No data", ["id", "id", "text"]), ("Comments;Text", "3;No data", ["", "text"]),
    ("Foo;Bar;Kind;Votes", "x;This is the longest one;Challenge;3", ["", "text", "kind", "votes"])])
def test_what_stands_below_a_heading_can_correct_it(head, row, expected):
    assert fields(f"{head}\n{row}\n", board={"themes": THEMES}) == expected


def test_of_two_columns_of_texts_the_longer_one_is_taken():
    assert fields("Text;Content;Kind\nShort;This is the longer one;Challenge\n") == ["", "text", "kind"]


@pytest.mark.parametrize("head", ["Challenges;Solutions", "Desafíos;Soluciones", "Défis;Solutions", "Desafios;Soluções", "التحديات;الحلول",
                                  "चुनौतीहरू;समाधानहरू", "Utfordringer;Løsninger", "What is your challenge?;What could be a solution?"])
def test_a_column_for_each_kind_gives_linked_notes(head):
    proposal = read(f"{head};Region\nNo data in towns;Share the maps;North\nNo time for it;;South\n".encode(), "a.csv", {})
    assert [column["field"] for column in proposal["columns"]][:2] == ["text", "text"]
    assert [(row["row"], row["text"], row["kind"], row["answers"]) for row in proposal["rows"]] == [
        (2, "No data in towns", "challenge", []), (10_000_002, "Share the maps", "solution", [2]), (3, "No time for it", "challenge", [])]


def test_a_link_to_a_row_with_two_notes_is_to_the_one_of_the_other_kind():
    body = "Id;Challenges;Solutions;Answers\na;No data here;Share the maps;\nb;;A fund for all;a\nc;No time left;;a\n"
    rows = {row["row"]: row["answers"] for row in read(body.encode(), "a.csv", {})["rows"]}
    assert rows == {2: [], 10_000_002: [2, 4], 3: [2], 4: []}


def test_columns_can_be_chosen_and_a_chosen_field_is_guessed_nowhere_else():
    body = "Text;Remark;Kind\nShort;The real one is here;Challenge\n"
    assert fields(body, columns={"1": "text"}) == ["", "text", "kind"]
    assert fields(body, columns={1: "text", 0: "theme", 2: ""}) == ["theme", "text", ""]
    assert fields(body, columns={"9": "text", "-1": "text", "x": "text", "1": "nonsense"}) == ["text", "", "kind"]
    assert read(body.encode(), "a.csv", {"columns": {"0": ""}})["count"] == {"rows": 1, "notes": 0, "skipped": 1, "translations": 0}


def test_samples_are_three_different_ones():
    proposal = read(b"Text;Theme\nA b;X\nA b;X\nC d;Y\nE\tf;Z\nG h;W\n" + b"x" * 500 + b";\n", "a.csv", {})
    assert [column["samples"] for column in proposal["columns"]] == [["A b", "C d", "E f"], ["X", "Y", "Z"]]


@pytest.mark.parametrize("value, kind", [
    ("Desafío", "challenge"), ("DÉFIS", "challenge"), ("تحدٍّ", "challenge"), ("التحديات", "challenge"), ("चुनौती", "challenge"),
    ("Utfordring", "challenge"), ("Problems & needs", "challenge"), ("Solução", "solution"), ("حل", "solution"), ("الحلول", "solution"),
    ("समाधान", "solution"),
    ("Løsninger:", "solution"), ("Challenge / Desafío", "challenge"), ("Challenges and solutions", ""), ("Data", ""), ("", ""),
    ("challenge " * 50, "")])
def test_kinds_are_known_in_every_language(value, kind):
    assert kind_of(value) == kind


@pytest.mark.parametrize("value, tag", [
    ("es", "es"), ("ES", "es"), ("pt_BR", "pt-BR"), ("Español", "es"), ("espagnol", "es"), ("नेपाली", "ne"), ("العربية", "ar"),
    ("norsk", "nb"), ("bokmål", ""), ("Klingonisch", ""), ("xx", ""), ("yes", ""), ("", "")])
def test_languages_are_known_by_tag_and_by_name(value, tag):
    assert language_of(value) == tag


@pytest.mark.parametrize("value, status", [
    ("En curso", "in_progress"), ("Key message", "key_message"), ("Løst", "solved"), ("done", "solved"),
    ("in_progress", "in_progress"), ("maybe", "")])
def test_statuses_are_known(value, status):
    assert status_of(value) == status


@pytest.mark.parametrize("value, theme", [
    ("data", "data"), ("DATA AVAILABILITY AND QUALITY", "data"), ("Data quality", "data"), ("Capacities", "capacity"), ("and", ""),
    ("", ""),
    ("Political will", ""), ("Quality of national data and its availability", "data")])
def test_themes_are_known_by_title_or_most_of_its_words(value, theme):
    assert theme_of(value, THEMES) == theme


@pytest.mark.parametrize("one, other", [
    ("Ñandú", "nandu"), ("تَحَدٍّ", "تحد"), ("Ærø", "aero"), ("N.º", "n o"), ("a\u0301", "á"), ("ﺣﻞ", "حل")])
def test_folding_forgets_how_a_word_is_written(one, other):
    assert fold(one) == fold(other)


def test_folding_keeps_nepali_vowels_apart():
    assert len({fold(word) for word in ("का", "कि", "की", "कु", "के", "को")}) == 6
