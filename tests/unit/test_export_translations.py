"""Files that carry originals and translations."""
from __future__ import annotations

import csv
import io
import zipfile

import pytest

from workshop import content as plain
from workshop import opened, write

SPANISH, FRENCH = "Sin censo desde 2010.", "Pas de recensement depuis 2010."


def content():
    whole = plain()
    return {**whole, "notes": [{**each, "edited_at": each["created_at"]} for each in whole["notes"]]}


def translated(note, language, text, *, machine=False):
    return {"id": f"{note}-{language}", "note": note, "language": language, "text": text, "machine": machine, "source": 0, "seat": "",
            "anonymous": "name", "created_at": "x", "edited_at": "x"}


@pytest.fixture
def given():
    return {**content(), "translations": [translated("n1", "es", SPANISH, machine=True), translated("n1", "fr", FRENCH),
                                          translated("n4", "en", "Share the registers.")]}


@pytest.mark.parametrize("format_", ["md", "html", "vsr-md"])
def test_a_report_has_the_original_and_what_it_is_in_the_reports_language(given, format_):
    text = write(format_, given, "es")[0].decode()
    assert "No census since 2010" in text and f"Traducción automática: {SPANISH}"[:40] in text.replace("\\", "")
    assert FRENCH not in text and "Share the registers" not in text
    english = write(format_, given, "en")[0].decode()
    assert "Translation: Share the registers" in english and "Compartir los registros" in english and SPANISH not in english


@pytest.mark.parametrize("code", ["no", "nn", "nn-NO"])
def test_norwegian_of_any_kind_is_read_by_norwegians(given, code):
    text = write("md", {**given, "translations": [translated("n1", code, "Ingen folketelling")]}, "nb")[0].decode()
    assert "Ingen folketelling" in text


def test_word_and_slides_have_both(given):
    words = "\n".join(each.text for each in opened(write("docx", given, "fr")[0]).element.body.iter() if each.text)
    assert FRENCH in words and "No census since 2010." in words
    slides = zipfile.ZipFile(io.BytesIO(write("pptx", given, "fr")[0]))
    found = "".join(slides.read(name).decode() for name in slides.namelist() if name.startswith("ppt/slides/slide"))
    assert FRENCH in found


def test_the_wall_and_counted_votes_show_the_original_alone(given):
    assert SPANISH not in write("board-svg", given, "es")[0].decode()
    model = write("md", given, "es")[1].model
    assert model["rounds"][0]["rows"][0]["text"] == "No census since 2010."


def test_tables_have_columns_for_every_language(given):
    rows = list(csv.DictReader(io.StringIO(write("csv", given, separator=",")[0].decode("utf-8-sig")), delimiter=","))
    one, four = rows[0], rows[3]
    assert (one["translation_es"], one["translation_es_machine"]) == (SPANISH, "1")
    assert (one["translation_fr"], one["translation_fr_machine"]) == (FRENCH, "0")
    assert (four["translation_en"], four["translation_es"], four["translation_es_machine"]) == ("Share the registers.", "", "")


def test_a_translation_is_no_formula_either(given):
    given["translations"][0]["text"] = "=1+1"
    rows = list(csv.DictReader(io.StringIO(write("csv", given, separator=",")[0].decode("utf-8-sig")), delimiter=","))
    assert rows[0]["translation_es"] == "'=1+1"


def test_the_workbook_has_them_too(given):
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(write("xlsx", given)[0])).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(row for row in rows if "translation_es" in row)
    assert any(row[head.index("translation_es")] == SPANISH for row in rows)


def test_without_translations_there_is_no_further_column():
    assert b"translation_" not in write("csv", content())[0]
