"""The catalogues: complete in every language, and every word that is asked for is there."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from babel import Locale
from werkzeug.test import EnvironBuilder

from board.cldr import long_date
from board.i18n import BrokenCatalogue, Catalogues, countries, direction
from board.models import Base
from board.records import TYPES
from board.rights import Right

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "static" / "i18n"
WORDS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}
PLACE = re.compile(r"\{(\w+)\}")
LITERAL = re.compile(r"""(["'`])([a-z][a-z0-9_]*(?:\.[A-Za-z0-9_-]+)+)\1(?!\s*~)""")
IN_FILES = {"column", "count", "remark", "report", "sheet", "slides", "vsr"}      # said by exporters alone, see test_export_words.py
AREAS = {key.split(".")[0] for key in WORDS["en"]} - IN_FILES
NOT_WORDS = (".value", ".js", ".json", ".css", ".html", ".svg", ".csv")
SOURCES = [path for folder, pattern in (("templates", "**/*.html"), ("static/js", "**/*.js"), ("board", "**/*.py"))
           for path in sorted((ROOT / folder).glob(pattern))
           if "export" not in path.relative_to(ROOT).parent.parts]


def forms(entry):
    return entry if isinstance(entry, dict) else {"other": entry}


def is_module(name):
    path = name.replace(".", "/")
    return any((folder / f"{path}.py").is_file() or (folder / path).is_dir() for folder in (ROOT, ROOT / "board"))


def test_the_seven_languages_are_there():
    assert {"ar", "en", "es", "fr", "nb", "ne", "pt"} <= set(WORDS)


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_the_same_words(language):
    assert set(WORDS[language]) ^ set(WORDS["en"]) == set()


@pytest.mark.parametrize("language", WORDS)
def test_no_word_is_empty(language):
    assert [key for key, entry in WORDS[language].items() if not all(form.strip() for form in forms(entry).values())] == []


@pytest.mark.parametrize("language", WORDS)
def test_every_word_has_the_placeholders_of_the_english_one(language):
    def places(entry):
        return {name for form in forms(entry).values() for name in PLACE.findall(form)} | ({"count"} if isinstance(entry, dict) else set())
    assert [key for key in WORDS["en"] if places(WORDS[language][key]) != places(WORDS["en"][key])] == []


@pytest.mark.parametrize("language", sorted(set(WORDS) - {"en"}))
def test_no_sentence_is_left_in_english(language):
    def is_a_sentence(form):       # and no name such as "Unicode (UTF-8)" or "Page Down"
        return len(re.findall(r"[^\W\d_]{2,}", PLACE.sub("", form))) > 2
    assert [key for key, entry in WORDS[language].items() for form in forms(entry).values()
            if is_a_sentence(form) and form in forms(WORDS["en"][key]).values()] == []


@pytest.mark.parametrize("language", WORDS)
def test_every_plural_has_the_forms_its_language_needs(language):
    needed = set(Locale.parse(language, sep="-").plural_form.tags) | {"other"}
    assert [key for key, entry in WORDS[language].items() if isinstance(entry, dict) and set(entry) != needed] == []
    plural = {key for key, entry in WORDS["en"].items() if isinstance(entry, dict)}
    assert {key for key, entry in WORDS[language].items() if isinstance(entry, dict)} == plural


def test_arabic_has_six_forms():
    entry = next(entry for entry in WORDS["ar"].values() if isinstance(entry, dict))
    assert set(entry) == {"zero", "one", "two", "few", "many", "other"}


@pytest.mark.parametrize("language", WORDS)
def test_a_form_that_leaves_the_number_out_is_of_one_number_only(language):
    plural = Locale.parse(language, sep="-").plural_form
    of_many = {tag for tag in (*plural.tags, "other") if sum(plural(number) == tag for number in range(300)) != 1}
    silent = [f"{key}.{tag}" for key, entry in WORDS[language].items() if isinstance(entry, dict)
              for tag, form in entry.items() if tag in of_many and "{count}" not in form and
              any("{count}" in each for each in entry.values())]
    assert silent == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_word_that_is_asked_for_is_there(path):
    asked = {key for _, key in LITERAL.findall(path.read_text("utf-8")) if key.split(".")[0] in AREAS and not key.endswith(NOT_WORDS)}
    if path.suffix == ".py":       # a field of a file that was refused, a column of a table, or a module
        asked -= {f"{name}.{column}" for name, table in Base.metadata.tables.items() for column in table.columns.keys()}    # noqa: SIM118
        asked -= {f"{name}.{field}" for name, kind in TYPES.items() for field in kind.fields}
        asked = {key for key in asked if not is_module(key)}
    assert asked - set(WORDS["en"]) - {right.value for right in Right} == set()


def test_words_made_up_of_parts_are_there():
    from board.export.formats import FORMATS
    from board.records.theme import DEFAULTS
    files = {name.replace("-", "_") for name in FORMATS}
    wanted = {f"theme.default.{each}" for each in DEFAULTS} | {"kind.challenge", "kind.solution", "language.name"} \
        | {f"export.{each}{more}" for each in files for more in ("", "_hint")} | {f"export.group_{each.group}" for each in FORMATS.values()}
    assert wanted - set(WORDS["en"]) == set()


@pytest.mark.parametrize("language", WORDS)
def test_every_reason_of_a_refusal_has_words(language):
    from board.protocol import Reason
    assert {f"reason.{each.value}" for each in Reason} - set(WORDS[language]) == set()


@pytest.fixture
def catalogues(tmp_path):
    (tmp_path / "en.json").write_text(json.dumps({
        "language.name": "English", "hello": "Hello {name}", "only": "Only here",
        "notes": {"one": "{count} note", "other": "{count} notes"}}))
    (tmp_path / "ar.json").write_text(json.dumps({
        "language.name": "العربية", "hello": "مرحبا {name}",
        "notes": {"zero": "0", "one": "1", "two": "2", "few": "{count} few", "many": "{count} many", "other": "{count} other"}}))
    (tmp_path / "pt-BR.json").write_text(json.dumps({"language.name": "Português"}))
    return Catalogues(tmp_path)


def test_placeholders_are_filled_in_and_unknown_ones_stay(catalogues):
    assert catalogues.text("hello", "ar", name="أنا") == "مرحبا أنا" and catalogues.text("hello", "en") == "Hello {name}"


def test_what_is_filled_in_is_not_filled_in_again(catalogues):
    assert catalogues.text("hello", "en", name="{name}{count}") == "Hello {name}{count}"


@pytest.mark.parametrize(("count", "wanted"), [(0, "0"), (1, "1"), (2, "2"), (3, "3 few"), (11, "11 many"), (100, "100 other")])
def test_the_number_chooses_the_form(catalogues, count, wanted):
    assert catalogues.text("notes", "ar", count=count) == wanted


def test_english_stands_in_for_a_missing_word_and_says_so_once(catalogues, caplog):
    assert [catalogues.text("only", "ar") for _ in range(3)] == ["Only here"] * 3
    assert catalogues.text("notes", "pt-BR", count=1) == "1 note"
    assert len(caplog.records) == 2


def test_an_unknown_word_shows_its_key_and_says_so_once(catalogues, caplog):
    assert [catalogues.text("no.such", "en"), catalogues.text("no.such", "en")] == ["no.such", "no.such"]
    assert len(caplog.records) == 1


def test_a_language_nobody_translated_is_english_without_a_word_in_the_log(catalogues, caplog):
    for number in range(50):
        assert catalogues.text("only", f"x{chr(97 + number % 26)}-A{number}") == "Only here"
    assert caplog.records == []


@pytest.mark.parametrize(("query", "cookie", "accept", "wanted"), [
    ("", "", "", "en"), ("lang=ar", "", "", "ar"), ("lang=xx", "", "", "en"), ("", "ar", "", "ar"), ("", "xx", "", "en"),
    ("lang=en", "ar", "ar", "en"),
    ("", "", "ar", "ar"), ("", "", "ar-EG,en;q=0.5", "ar"), ("", "", "fr, ar;q=0.5", "ar"), ("", "", "ar;q=0.1, en;q=0.9", "en"),
    ("", "", "fr", "en"), ("", "", "*", "en"), ("", "", ";;;,,q=", "en"), ("", "", "pt_BR", "pt-BR"), ("", "", "pt-br", "pt-BR"),
    ("lang=../en", "", "", "en"),
])
def test_the_language_is_as_asked_then_as_kept_then_as_the_browser_says(catalogues, query, cookie, accept, wanted):
    headers = {"Cookie": f"lang={cookie}"} if cookie else {}
    if accept:
        headers["Accept-Language"] = accept
    assert catalogues.choose(EnvironBuilder(query_string=query, headers=headers).get_request()) == wanted


@pytest.mark.parametrize("accept", ["no", "nb-NO", "nn", "nn-NO,nn;q=0.9,en;q=0.5", "no-NO, en"])
def test_any_norwegian_is_answered_in_bokmaal(accept):
    assert Catalogues().choose(EnvironBuilder(headers={"Accept-Language": accept}).get_request()) == "nb"


def broken(folder, body, name="en.json"):
    (folder / name).write_bytes(body if isinstance(body, bytes) else body.encode())
    with pytest.raises(BrokenCatalogue) as caught:
        Catalogues(folder)
    return str(caught.value).replace(str(folder), "")


@pytest.mark.parametrize(("body", "wanted"), [
    ('{\n "a.b": "c",\n "d.e" "f"\n}', "/en.json, line 3, column 8: Expecting ':' delimiter"),
    ('{\n "a.b": "c"\n', "/en.json, line 3, column 1: Expecting ',' delimiter"),
    ('{\n "a.b": "c",\n "d": "e",\n "a.b": "f"\n}', "/en.json, line 4: 'a.b' stands there twice"),
    ('{\n "a.b": "c",\n "d": 7\n}', """/en.json, line 3: 'd' needs a text, or one for each plural form (other among them)"""),
    ('{\n "d": {"one": "x"}\n}', """/en.json, line 2: 'd' needs a text, or one for each plural form (other among them)"""),
    ('{\n "d": {"other": null}\n}', """/en.json, line 2: 'd' needs a text, or one for each plural form (other among them)"""),
    ("[]", "/en.json, line 1: an object of keys and words is wanted"),
    ("", "/en.json, line 1, column 1: Expecting value"),
    (b'{\n "a": "\xff"}', "/en.json, line 2: not UTF-8"),
])
def test_a_broken_catalogue_stops_the_start_and_names_its_file_and_line(tmp_path, body, wanted):
    assert broken(tmp_path, body) == wanted


def test_a_file_of_no_language_stops_the_start(tmp_path):
    (tmp_path / "en.json").write_text("{}")
    assert broken(tmp_path, "{}", "klingonish.json") == "/klingonish.json: 'klingonish' is no code of a language that Unicode's CLDR knows"
    (tmp_path / "klingonish.json").unlink()
    (tmp_path / "en.json").rename(tmp_path / "ar.json")
    with pytest.raises(BrokenCatalogue, match="en.json is missing"):
        Catalogues(tmp_path)


def test_a_new_language_is_one_file(catalogues):
    assert {each["code"]: (each["name"], each["dir"]) for each in catalogues.languages} == {
        "ar": ("العربية", "rtl"), "en": ("English", "ltr"), "pt-BR": ("Português", "ltr")}


@pytest.mark.parametrize(("code", "wanted"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("ne", "ltr"), ("xx", "ltr"), ("", "ltr"),
                                              ("???", "ltr")])
def test_the_direction_goes_with_the_language(code, wanted):
    assert direction(code) == wanted


@pytest.mark.parametrize("language", WORDS)
def test_countries_have_names_in_every_language(language):
    found = dict(countries(language))
    assert len(found) > 200 and {"AR", "NP", "TZ", "ES"} <= set(found) and "ZZ" not in found and "EU" not in found


@pytest.mark.parametrize("language", WORDS)
def test_dates_are_written_out_in_every_language(language):
    assert long_date("2024-03-21T14:05:09.120Z", language)
