"""The browser's files: a version in the path, compressed, kept for ever, and nothing from outside the folder."""
from __future__ import annotations

import gzip

import pytest
from flask import Flask

from board.assets import Assets

SCRIPT = "// words\n" * 100


@pytest.fixture
def folder(tmp_path):
    static = tmp_path / "static"
    files = {"js/pages/board.js": 'import { a } from "../core/a.js";\nimport "../core/b.js";\n',
             "js/core/a.js": 'export { c } from "./c.js";\nimport x from "https://elsewhere.example/x.js";\n',
             "js/core/b.js": "import '../../../outside.js'\n",
             "js/core/c.js": 'import {\n  d,\n} from "./a.js";\n', "css/board.css": "p { margin-inline-start: 0 }\n" * 30,
             "icons/a.svg": "<svg/>",
             "fonts/a.woff2": "x" * 1000, "js/long.js": SCRIPT, "vendor/node_modules/x.js": "secret", "i18n/en.json": "{}"}
    for name, body in files.items():
        path = static / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body)
    (tmp_path / "outside.js").write_text("secret")
    (tmp_path / "key").write_text("secret")
    return static


def ask(assets, name, *, version=None, **headers):
    with Flask(__name__).test_request_context(headers=headers):
        return assets.respond(assets.version if version is None else version, name)


def status(assets, name, **more):
    from werkzeug.exceptions import NotFound
    try:
        return ask(assets, name, **more).status_code
    except NotFound:
        return 404


@pytest.fixture(params=[False, True], ids=["served", "dev"])
def assets(request, folder):
    return Assets(folder, dev=request.param)


@pytest.mark.parametrize(("name", "mimetype"), [
    ("js/long.js", "text/javascript"), ("css/board.css", "text/css"), ("icons/a.svg", "image/svg+xml"), ("fonts/a.woff2", "font/woff2"),
    ("i18n/en.json", "application/json")])
def test_a_file_has_the_type_browsers_ask_for(assets, name, mimetype):
    assert ask(assets, name).mimetype == mimetype


@pytest.mark.parametrize("name", [
    "../key", "../outside.js", "js/../../key", "/etc/passwd", "js/../../../../../../../etc/passwd", "..\\key", "js/%2e%2e/%2e%2e/key",
    "\0", "js/\0",
    "", ".", "js", "js/", "no-such.js", "js/core/A.js", "x" * 5000])
def test_nothing_outside_the_folder_is_served(assets, name):
    assert status(assets, name) == 404


def test_what_tools_left_behind_is_not_served(folder):
    assert status(Assets(folder), "vendor/node_modules/x.js") == 404


def test_a_file_under_its_version_may_be_kept_for_ever(folder):
    assets = Assets(folder)
    assert ask(assets, "js/long.js").headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert ask(assets, "js/long.js", version="older").headers["Cache-Control"] == "no-cache"
    assert ask(Assets(folder, dev=True), "js/long.js").headers["Cache-Control"] == "no-cache"


def test_the_version_changes_with_any_file(folder):
    versions = {Assets(folder).version}
    (folder / "i18n/en.json").write_text('{"a": "b"}')
    versions.add(Assets(folder).version)
    (folder / "i18n/ar.json").write_text("{}")
    versions.add(Assets(folder).version)
    (folder / "i18n/ar.json").rename(folder / "i18n/es.json")
    versions.add(Assets(folder).version)
    assert len(versions) == 4 and Assets(folder).version == Assets(folder).version


def test_a_text_is_compressed_for_who_takes_it(assets):
    packed = ask(assets, "js/long.js", **{"Accept-Encoding": "br, gzip"})
    assert packed.headers["Content-Encoding"] == "gzip" and gzip.decompress(packed.data).decode() == SCRIPT
    plain = ask(assets, "js/long.js")
    assert "Content-Encoding" not in plain.headers and plain.data.decode() == SCRIPT
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["identity", "gzip;q=0", "br", "x-gzip-not"])
def test_who_does_not_take_gzip_gets_the_file_as_it_is(assets, accepted):
    assert "Content-Encoding" not in ask(assets, "js/long.js", **{"Accept-Encoding": accepted}).headers


def test_what_is_compressed_already_is_not_compressed_again(assets):
    assert "Content-Encoding" not in ask(assets, "fonts/a.woff2", **{"Accept-Encoding": "gzip"}).headers


def test_an_entry_brings_all_it_imports_and_nothing_from_elsewhere(folder):
    assets = Assets(folder)
    assert assets.modules("js/pages/board.js") == [
        assets.url(f"js/{name}.js") for name in ("pages/board", "core/a", "core/b", "core/c")]
    assert assets.modules("js/no-such.js") == []


def test_work_on_a_file_is_seen_at_once_in_dev(folder):
    assets = Assets(folder, dev=True)
    ask(assets, "js/long.js")
    (folder / "js/long.js").write_text("new")
    assert ask(assets, "js/long.js").data == b"new"


def test_the_board_page_preloads_what_it_imports():
    from pathlib import Path
    static = Path(__file__).parents[2] / "static"
    if not (static / "js/pages/board.js").exists():
        pytest.skip("the board page is not written yet")
    assert len(Assets(static).modules("js/pages/board.js")) > 1
