"""Translations that a file brings: which columns they are, what of them cannot be, and our own files there and back."""
from __future__ import annotations

import json

import pytest

from board import demo
from board.export import csv_file, json_file, workbook
from board.export.job import Job
from board.export.words import Words, languages
from board.imports import tongues
from board.imports.reader import read
from board.records import TYPES
from board.records.translation import MAX_TEXT
from board.text import sum_of

WRITERS = {"csv": csv_file.write, "json": json_file.write, "xlsx": workbook.write}


def table(body, **options):
    return read(body.encode("utf-8", "surrogatepass"), "a.csv", {"board": {"themes": []}, **options})


def said(proposal, row=0):
    return [(each["language"], each["text"]) for each in proposal["rows"][row]["translations"]]


def problems(proposal):
    return [(each["row"], each["reason"], each["value"]) for each in proposal["problems"]]


@pytest.fixture
def given():
    """n1 was translated by a person, by a machine, and from an earlier text; n4 into languages that are not ours."""
    whole = {"translations": [], **demo.load()}
    for name, part in {"board": [whole["board"]], "note": whole["notes"], "seat": whole["seats"]}.items():
        for record in part:     # fields that are newer than the demonstration
            record.update({field: each.default for field, each in TYPES[name].fields.items() if field not in record})
    n1, n4 = (whole["notes"][place]["id"] for place in (0, 3))
    texts = {each["id"]: each["text"] for each in whole["notes"]}

    def one(note, language, text, *, machine=False, source=None):
        return {"id": f"{note}-{language}", "note": note, "language": language, "text": text, "machine": machine, "seat": "",
                "source": sum_of(texts[note]) if source is None else source, "anonymous": "name", "created_at": "x", "edited_at": "x"}
    return {**whole, "translations": [
        one(n1, "es", "=Sin censo\ndesde 2010."), one(n1, "fr", "Pas de recensement.", machine=True), one(n1, "ar", "لا تعداد", source=5),
        one(n4, "pt-BR", "Partilhar"), one(n4, "zu", "Yabelana ngamarejista"), one(n4, "zh-Hant", "共享")]}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("format_", WRITERS)
def test_our_own_file_brings_them_back_in_every_language(given, format_, language):
    proposal = read(WRITERS[format_](Job(given, Words(language))), f"a.{format_}", {"board": {"themes": []}})
    assert proposal["problems"] == [] and proposal["count"]["translations"] == 6
    texts = {each["id"]: each["text"] for each in given["notes"]}
    wanted = {(texts[each["note"]], each["language"], each["text"], each["machine"], each["source"] == sum_of(texts[each["note"]]))
              for each in given["translations"]}
    assert {(row["text"], each["language"], each["text"], each["machine"], each["source"] is None)
            for row in proposal["rows"] for each in row["translations"]} == wanted


def test_what_was_merged_brings_its_own_along(given):
    root, twin = [each for each in given["notes"] if each["kind"] == "challenge"][:2]
    twin["merged_into"] = root["id"]
    given["translations"] = [{**given["translations"][0], "note": twin["id"], "text": "Igual"}]
    for format_, write in WRITERS.items():
        rows = read(write(Job(given, Words("en"))), f"a.{format_}", {"board": {"themes": []}})["rows"]
        assert {row["text"]: [each["text"] for each in row["translations"]] for row in rows}[twin["text"]] == ["Igual"]


@pytest.mark.parametrize(("heading", "field"), [
    ("translation_es", "translation_es"), ("Translation_PT-br", "translation_pt-BR"), ("translation_zh-hant", "translation_zh-Hant"),
    ("translation_es_machine", "translation_es_machine"), ("translation_es_earlier", "translation_es_earlier"),
    ("Traducción al inglés", "translation_en"), ("Translation (French)", "translation_fr"), ("Spanish translation", "translation_es"),
    ("الترجمة إلى العربية", "translation_ar"), ("Oversettelse: engelsk", "translation_en"), ("translation_zu", "translation_zu"),
    ("translation_zz", ""), ("translation_q9", ""), ("translation_nowhere", ""), ("Translation", None), ("Text", None)])
def test_a_heading_says_the_language(heading, field):
    assert tongues.field_of(heading) == field


def test_a_column_of_no_known_language_is_told_and_the_notes_come_all_the_same():
    body = "text,translation_q9\nNo data,Sin datos\nNo money,\n"
    proposal = table(body)
    assert problems(proposal) == [(2, "translation", "translation_q9")]
    assert proposal["count"] == {"rows": 2, "notes": 2, "skipped": 0, "translations": 0}
    assert [each["field"] for each in proposal["columns"]] == ["text", ""]
    chosen = table(body, columns={"1": "translation_es"})
    assert (problems(chosen), said(chosen), chosen["columns"][1]["field"]) == ([], [("es", "Sin datos")], "translation_es")
    assert problems(table(body, columns={"1": ""})) == [], "left out on purpose"


@pytest.mark.parametrize("code", ["translation_", "translation_es_machine", "translation_<b>", "translation_" + "a" * 50, 5])
def test_what_is_no_language_cannot_be_chosen(code):
    assert said(table("text,other\nNo data,Sin datos\n", columns={"1": code})) == []


def test_the_first_of_two_columns_of_a_language_counts():
    proposal = table("text,translation_es,translation_ES\nNo data,Sin datos,Nada\n")
    assert said(proposal) == [("es", "Sin datos")] and [each["field"] for each in proposal["columns"]] == ["text", "translation_es", ""]


def test_too_long_a_translation_is_left_out_or_cut_and_told():
    assert tongues.MAX_TRANSLATION == MAX_TEXT
    body = f"text,translation_es\nNo data,{'x' * 3001}\n"
    assert (problems(table(body)), said(table(body))) == ([(2, "translation_long", "3001")], [])
    cut = table(body, cut=True)
    assert problems(cut) == [(2, "translation_cut", "3001")] and said(cut) == [("es", "x" * 2999 + "…")]


def test_a_translation_without_a_text_is_told():
    proposal = table("text,translation_es\n,Sin datos\nMore,Más\n")
    assert problems(proposal) == [(2, "translation_alone", "Sin datos")] and said(proposal, 1) == [("es", "Más")]


def test_what_cannot_be_stored_is_gone_and_directions_stay():
    assert said(table("text,translation_ar\nNo data,'=\u0000بيانات SDG 5\u200f \ufeffناقصة\n")) == [("ar", "=بيانات SDG 5\u200f ناقصة")]
    file = {"format": "board", "version": 4, "notes": [{"id": "a", "text": "No data"}], "translations": [
        {"id": "t", "note": "a", "language": "es", "text": "Sin\ud800 datos"}, {"id": "u", "note": "a", "language": "fr", "text": " \n"},
        {"id": "v", "note": "a", "language": "no language", "text": "?"}, {"id": "w", "note": "b", "language": "pt", "text": "Nada"},
        {"id": "x", "note": "a", "language": 5, "text": []}, {"id": 6}, None]}
    proposal = read(json.dumps(file).encode(), "a.json", {})
    assert said(proposal) == [("es", "Sin datos")] and problems(proposal) == [(1, "translation", "translation_no language")]


def test_a_duplicate_gives_its_translations_to_the_one_that_stays():
    proposal = table("text,translation_es,translation_fr\nNo data,Sin datos,\nNo data,Nada,Rien\n")
    assert proposal["rows"][1]["skip"] == "duplicate" and said(proposal) == [("es", "Sin datos"), ("fr", "Rien")]
    assert proposal["count"]["translations"] == 2


def test_of_two_notes_in_a_row_it_is_the_first_ones():
    proposal = table("Challenge,Solution,translation_es\nNo data at all,Count them all,Sin datos\n")
    assert [len(each["translations"]) for each in proposal["rows"]] == [1, 0]
