"""The words of files: every one that an exporter asks for is there. That they are complete in every language: test_i18n.py."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from board.export import csv_file
from board.export.words import Words, catalogues, languages

WORDS = catalogues().words
LITERAL = re.compile(r"""(["'])([a-z]+\.[a-z0-9_]+)\1(?!\s*~)""")
AREAS = {"column", "count", "kind", "language", "remark", "report", "sheet", "slides", "status", "vsr"}
NOT_WORDS = (".css", ".json", ".typ", ".jinja")
FOLDER = Path(csv_file.__file__).parent
SOURCES = {path.name: path for pattern in ("*.py", "*.jinja") for path in sorted(FOLDER.glob(pattern)) if path.name != "words.py"}


def asked_in(path: Path):
    return {key for _, key in LITERAL.findall(path.read_text("utf-8")) if key.split(".")[0] in AREAS and not key.endswith(NOT_WORDS)}


def test_the_languages_of_the_field_are_there():
    assert set(languages()) == set(WORDS) == {"en", "es", "fr", "pt", "ar", "ne", "nb"}


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
