"""The release bundle: used while it is made of the files that are here, and not when one byte differs."""
from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from flask import Flask

from board.assets import Assets

STATIC = Path(__file__).parents[2] / "static"
TEMPLATES = STATIC.parent / "templates"
ENTRY, LATER, STYLE = "js/pages/board.js", "js/ui/panel.js", "css/pages/board.css"
SOURCES = {ENTRY: 'import "../core/a.js";\nimport("../ui/panel.js");\n', "js/core/a.js": "export const a = 1;\n",
           LATER: 'import "../core/a.js";\n', STYLE: '@import "../tokens.css";\n@import "../base.css";\n',
           "css/tokens.css": ":root {}\n", "css/base.css": "p {}\n"}
BUILT = {"bundle/js/board.js": "import'./core.js'", "bundle/js/core.js": "1", "bundle/js/panel.js": "import'./core.js'",
         "bundle/css/pages-board.css": "p{}"}
ENTRIES = {ENTRY: ["bundle/js/board.js", "bundle/js/core.js"], LATER: ["bundle/js/panel.js", "bundle/js/core.js"],
           STYLE: ["bundle/css/pages-board.css"]}


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def folder(tmp_path):
    record = {"sources": {name: sha256(text) for name, text in SOURCES.items()},
              "files": {name: sha256(text) for name, text in BUILT.items()}, "entries": ENTRIES}
    for name, text in {**SOURCES, **BUILT, "bundle/record.json": json.dumps(record)}.items():
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    return tmp_path


def asked_for(folder, **more):
    """What a page names, without the version."""
    assets = Assets(folder, **more)
    return [url.removeprefix(assets.prefix) for url in assets.modules(ENTRY) + assets.styles(STYLE)]


BUNDLED = ["bundle/js/board.js", "bundle/js/core.js", "bundle/css/pages-board.css"]
ONE_BY_ONE = [ENTRY, "js/core/a.js", "css/tokens.css", "css/base.css"]


def test_a_bundle_of_these_files_is_used(folder):
    assert asked_for(folder) == BUNDLED
    assert Assets(folder).bundle.state == "used"


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_with_one_other_byte_brings_the_modules_back(folder, name):
    (folder / name).write_text(SOURCES[name] + "\n")
    assert asked_for(folder) == ONE_BY_ONE
    assert (Assets(folder).bundle.state, Assets(folder).bundle.found) == ("stale", name)


@pytest.mark.parametrize("name", ["js/core/a.js", LATER])
def test_a_source_that_is_gone_does_too(folder, name):
    (folder / name).unlink()
    assert Assets(folder).bundle.state == "stale" and "bundle" not in "".join(asked_for(folder))


@pytest.mark.parametrize("name", BUILT)
@pytest.mark.parametrize("change", ["one byte", "gone"])
def test_a_bundle_that_is_not_as_it_was_made_is_not_used(folder, name, change):
    (folder / name).write_text(BUILT[name] + " ") if change == "one byte" else (folder / name).unlink()
    assert asked_for(folder) == ONE_BY_ONE
    assert (Assets(folder).bundle.state, Assets(folder).bundle.found) == ("damaged", name)


@pytest.mark.parametrize("record", [
    "", "[]", "{}", '{"sources": 1}', '{"sources": {}, "files": {}, "entries": {"x": ["bundle/x"]}}',
    json.dumps({"sources": {}, "files": {"bundle/../js/core/a.js": sha256(SOURCES["js/core/a.js"])}, "entries": {}})])
def test_a_record_that_makes_no_sense_is_no_bundle(folder, record):
    (folder / "bundle/record.json").write_text(record)
    assert asked_for(folder) == ONE_BY_ONE and Assets(folder).bundle.state == "damaged"


def test_without_a_bundle_and_in_dev_modules_are_served(folder, tmp_path_factory):
    assert asked_for(folder, dev=True) == ONE_BY_ONE
    assert asked_for(folder, bundle=tmp_path_factory.mktemp("empty")) == ONE_BY_ONE


def test_a_bundle_may_lie_elsewhere(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("made") / "here"
    (folder / "bundle").rename(elsewhere)
    assert asked_for(folder) == ONE_BY_ONE and asked_for(folder, bundle=elsewhere) == BUNDLED


def test_only_a_bundle_that_is_used_is_served_and_counts_in_the_version(folder):
    used = Assets(folder)
    assert used._read("bundle/js/core.js").body == b"1" and used._read("bundle/record.json") is None
    (folder / "bundle/js/core.js").write_text("2")
    unused = Assets(folder)
    assert unused._read("bundle/js/core.js") is None and unused.version != used.version


@pytest.mark.skipif("BOARD_TEST_RELEASE" not in os.environ, reason="only a release has a bundle that must fit: make release-check")
def test_a_release_carries_its_bundle():
    bundle = Assets(STATIC).bundle
    assert bundle.state == "used", f"static/bundle is {bundle.state} ({bundle.found}): run make bundle and commit what it wrote"


def test_what_templates_name_is_there_and_in_the_bundle():
    pages = set(re.findall(r'const PAGES = \[(.*)\]', (STATIC / "vendor/bundle.mjs").read_text())[0].replace('"', "").split(", "))
    for template in TEMPLATES.glob("*.html"):
        text = template.read_text("utf-8")
        for name in re.findall(r"js/pages/(\w+)\.js", text):
            classic = f"asset('js/pages/{name}.js')" in text        # no module: served as it is
            assert (name in pages or classic) and (STATIC / f"js/pages/{name}.js").is_file(), template.name
        for look in re.findall(r'set look = (?:look or )?"(\w+)"', text):
            assert (STATIC / f"css/pages/{look}.css").is_file(), template.name


def test_style_sheets_are_listed_by_pages_only():
    """One level: the browser is told of all of them at once."""
    for sheet in STATIC.glob("css/*.css"):
        assert "@import" not in sheet.read_text("utf-8"), sheet.name


def test_who_takes_brotli_gets_what_the_bundle_holds(folder):
    record = json.loads((folder / "bundle/record.json").read_text())
    for name in ("bundle/js/core.js.br", "bundle/css/base.css.br"):       # of the bundle's own, and of a file beside it
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("packed")
        record["files"][name] = sha256("packed")
    (folder / "bundle/record.json").write_text(json.dumps(record))
    assets = Assets(folder)
    assert assets.bundle.state == "used"
    for name in ("bundle/js/core.js", "css/base.css"):
        for accepted, encoding in (("br, gzip", "br"), ("gzip, br;q=0", None), ("", None)):
            with Flask(__name__).test_request_context(headers={"Accept-Encoding": accepted}):
                answer = assets.respond(assets.version, name)
            assert answer.headers.get("Content-Encoding") == encoding and (answer.data == b"packed") == (encoding == "br")
            assert answer.headers["Vary"] == "Accept-Encoding"
