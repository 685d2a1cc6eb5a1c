"""What a browser loads of the catalogues: for each module the words it says, and never those of files or of the operator's pages."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from board.i18n import Catalogues
from board.word_parts import SHAPES, WordParts, graph, keys_in

STATIC = Path(__file__).parents[2] / "static"
WORDS = json.loads((STATIC / "i18n/en.json").read_text("utf-8"))
MODULES = sorted(path.relative_to(STATIC).as_posix() for path in (STATIC / "js").rglob("*.js"))
LATER = re.compile(r"""(\bwithWords\("([^"]+)", \(\) => )?\bimport\(\s*["']([^"']+)["']\s*\)(?![.\w]*\s*[}>)]*\s*(?:\*/|props|\[))""")
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def parts():
    return WordParts(STATIC)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_that_is_fetched_later_comes_with_its_words(name):
    source = COMMENT.sub("", (STATIC / name).read_text("utf-8"))
    for _, part, target in LATER.findall(source):
        wanted = (STATIC / name).parent.joinpath(target).resolve().relative_to(STATIC / "js").as_posix().removesuffix(".js")
        named = f'part: "{wanted}"' in source        # the shapes of the board page: board.js loads their words
        assert part == wanted or named, f"{name}: write withWords(\"{wanted}\", () => import(\"{target}\"))"


@pytest.mark.parametrize("name", MODULES)
def test_every_word_a_module_says_is_in_its_part(parts, name):
    said = keys_in((STATIC / name).read_text("utf-8"), frozenset(WORDS))
    assert said <= parts.keys(name.removeprefix("js/").removesuffix(".js")) and said <= parts.keys("rest")


@pytest.mark.parametrize("name", MODULES)
def test_every_word_a_module_asks_for_is_written_so_that_it_is_found(name):
    """`t(`${area}.${one}`)` tells nobody which words those are."""
    source = COMMENT.sub("", (STATIC / name).read_text("utf-8"))
    assert re.findall(r"\bt\(\s*`\$\{[^`]*`|\bt\(\s*[\"'][a-z_]+\.?[\"']\s*\+[^)]*", source) == []


def test_a_page_has_the_words_of_all_it_imports(parts):
    keys = parts.keys("pages/board")
    for name in graph(STATIC, "js/pages/board.js"):
        if name.startswith("js/"):
            assert keys_in((STATIC / name).read_text("utf-8"), frozenset(WORDS)) <= keys


@pytest.mark.parametrize("language", Catalogues(STATIC / "i18n").words)
def test_browsers_get_no_words_of_files_and_of_the_operators_pages(parts, language):
    words = json.loads(parts.read(f"i18n/{language}/rest.json"))
    areas = {key.split(".")[0] for key in words}
    assert areas & {"column", "count", "remark", "report", "sheet", "slides", "vsr", "admin", "checkup"} == set()


@pytest.mark.parametrize(("source", "wanted"), [
    ('t("note.one")', {"note.one"}), ("t('note.one')", {"note.one"}), ("t(`note.${kind}`)", {"note.one", "note.two_n", "note.one_n"}),
    ("t(`note.${kind}_n`)", {"note.two_n", "note.one_n"}), ("t(`note.${a}_${b}`)", {"note.one", "note.two_n", "note.one_n"}),
    ('t(`note.${name.replace("-", "_")}_n`)', {"note.two_n", "note.one_n"}),
    ('t(`note.${f({ a: 1 })}`)', {"note.one", "note.two_n", "note.one_n"}),
    ('const A = { a: "other.one" }', {"other.one"}), ('t("note.none")', set()), ("note.one", set())])
def test_words_are_found_in_a_module(source, wanted):
    assert keys_in(source, frozenset({"note.one", "note.two_n", "note.one_n", "other.one"})) == wanted


@pytest.fixture
def folder(tmp_path):
    files = {"i18n/en.json": {"a.one": "One", "a.two": "Two", "b.one": "B"}, "i18n/nb.json": {"a.one": "En"}}
    for name, words in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps(words))
    for name, body in {"js/pages/x.js": 'import "../y.js";\nt("a.one")', "js/y.js": 't("a.two")', "js/z.js": 't("b.one")'}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(body)
    return tmp_path


def test_english_is_put_in_for_a_word_that_a_language_lacks_and_that_is_said_once(folder, caplog):
    parts = WordParts(folder)
    for _ in range(2):
        words = json.loads(parts.read("i18n/nb/pages/x.json"))
        assert words.pop("#")["decimal"] == "," and words == {"a.one": "En", "a.two": "Two"}
    assert sorted(record.getMessage() for record in caplog.records) == [
        "no word 'a.two' in language 'nb'", "no word 'b.one' in language 'nb'"]


@pytest.mark.parametrize("name", [
    "i18n/xx/pages/x.json", "i18n/en/pages/no.json", "i18n/en/../en.json", "i18n/en/../../y.json", "i18n/en//y.json", "i18n/en/y.js",
    "i18n/en/.json", "i18n/EN/y.json", "i18n/en/y.json/", "i18n/en/" + "a/" * 400 + "y.json"])
def test_what_is_no_part_is_not_there(folder, name):
    assert WordParts(folder).read(name) is None


@pytest.mark.parametrize("shape", SHAPES)
def test_a_board_page_has_the_words_of_its_entry_and_its_dates_in_either_shape(parts, shape):
    assert parts.keys("pages/board") <= parts.keys(shape)
    assert "#" in parts.words(shape, "ne") and "#" not in parts.words("ui/invite", "ne")
    assert f'part: "{shape}"' in (STATIC / "js/ui/shape.js").read_text("utf-8")
