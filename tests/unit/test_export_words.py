"""The words of files: complete in every language, and every one that an exporter asks for is there."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from babel import Locale

from board.export import csv_file
from board.export.words import FOLDER, Words, languages

WORDS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}
PLACE = re.compile(r"\{(\w+)\}")
LITERAL = re.compile(r"""(["'])([a-z]+\.[a-z0-9_]+)\1(?!\s*~)""")
AREAS = {key.split(".")[0] for key in WORDS["en"]}
NOT_WORDS = (".css", ".json", ".typ", ".jinja")
SOURCES = {path.name: path for pattern in ("*.py", "*.jinja") for path in sorted(FOLDER.parent.glob(pattern)) if path.name != "words.py"}


def forms(entry):
    return entry if isinstance(entry, dict) else {"other": entry}


def asked_in(path: Path):
    return {key for _, key in LITERAL.findall(path.read_text("utf-8")) if key.split(".")[0] in AREAS and not key.endswith(NOT_WORDS)}


def test_the_languages_of_the_field_are_there():
    assert set(languages()) == set(WORDS) == {"en", "es", "fr", "pt", "ar", "ne", "nb"}


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_the_same_words_and_none_is_empty(language):
    assert set(WORDS[language]) ^ set(WORDS["en"]) == set()
    assert [key for key, entry in WORDS[language].items() if not all(form.strip() for form in forms(entry).values())] == []


@pytest.mark.parametrize("language", WORDS)
def test_every_word_has_the_placeholders_of_the_english_one(language):
    def places(entry):
        return {name for form in forms(entry).values() for name in PLACE.findall(form)} | ({"count"} if isinstance(entry, dict) else set())
    assert [key for key in WORDS["en"] if places(WORDS[language][key]) != places(WORDS["en"][key])] == []


@pytest.mark.parametrize("language", WORDS)
def test_every_plural_has_the_forms_its_language_needs(language):
    needed = set(Locale.parse(language).plural_form.tags) | {"other"}
    assert [key for key, entry in WORDS[language].items() if isinstance(entry, dict) and set(entry) != needed] == []
    assert {key for key in WORDS["en"] if isinstance(WORDS["en"][key], dict)} == {
        key for key, entry in WORDS[language].items() if isinstance(entry, dict)}


@pytest.mark.parametrize("language", WORDS)
def test_a_form_that_leaves_the_number_out_is_of_one_number_only(language):
    plural = Locale.parse(language).plural_form
    of_many = {tag for tag in (*plural.tags, "other") if sum(plural(number) == tag for number in range(300)) != 1}
    assert [f"{key}.{tag}" for key, entry in WORDS[language].items() if isinstance(entry, dict)
            for tag, form in entry.items() if tag in of_many and "{count}" not in form and "{count}" in entry["other"]] == []


@pytest.mark.parametrize("name", SOURCES)
def test_every_word_that_an_exporter_asks_for_is_there(name):
    assert asked_in(SOURCES[name]) - set(WORDS["en"]) == set()


def test_the_words_asked_for_are_found_in_the_sources():
    assert "report.no_text" in asked_in(SOURCES["report_md.py"]) and "report.appendix" in asked_in(SOURCES["report.html.jinja"])


def test_words_made_up_of_parts_are_there():
    from board.export.telling import figures
    from board.records.note import STATUSES
    counts = dict.fromkeys(("challenges", "solutions", "answered", "unanswered", "clusters", "associations", "countries", "comments"), 1)
    wanted = {f"status.{each}" for each in STATUSES} | {f"count.{name}" for name, _ in figures({"figures": counts, "comments": True})}
    wanted |= {"kind.challenge", "kind.solution", "kind.challenges", "kind.solutions", "language.name", *csv_file.COLUMNS.values()}
    assert wanted - set(WORDS["en"]) == set()


@pytest.mark.parametrize("language", WORDS)
def test_no_two_columns_or_kinds_or_statuses_are_called_alike(language):
    for prefix in ("column.", "kind.", "status."):
        said = [entry.casefold() for key, entry in WORDS[language].items() if key.startswith(prefix)]
        assert len(set(said)) == len(said)
    headings = [Words(language)(key) for key in csv_file.COLUMNS.values()]
    assert len(set(headings)) == len(headings)
