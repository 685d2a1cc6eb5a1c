"""The board from a bundle, and from its modules one by one: the same board."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.people import BoardOnline
from browser.server import Server, bundle


@pytest.mark.parametrize("bundled", [True, False], ids=["bundle", "modules"])
def test_a_board_opens_from(bundled: bool, tmp_path: Path, open_board: Callable[..., BoardOnline]) -> None:
    if bundled and not bundle():
        pytest.skip("no bundle that fits, no esbuild: npm ci in static/vendor")
    empty = tmp_path / "no-bundle"
    empty.mkdir()
    server = Server(tmp_path, **({} if bundled else {"BOARD_BUNDLE": str(empty)})).start()
    try:
        board = open_board(server)
        ana = board.joins("Ana")
        ana.adds_note("No census for years")
        ana.is_saved()
        scripts = [url for url in ana.requests if url.endswith(".js") and not url.endswith("/first.js")]     # which is alone in either
        assert all(("/bundle/" in url) == bundled for url in scripts)
        assert len(scripts) < 10 if bundled else len(scripts) > 100
        assert len([url for url in ana.requests if url.endswith(".css")]) < 4 or not bundled
    finally:
        server.stop()


@pytest.mark.skipif(not bundle(), reason="no esbuild: npm ci in static/vendor")
def test_neither_shape_of_the_board_brings_the_other_along() -> None:
    folder = Path(bundle())
    entries = json.loads((folder / "record.json").read_text())["entries"]
    scripts = {shape: "".join((folder.parent / name.replace("bundle", folder.name, 1)).read_text() for name in entries[shape])
               for shape in ("js/ui/app.js", "js/ui/phone/page.js")}
    for only, shape in (("phone-bar", "js/ui/phone/page.js"), ("dock-place", "js/ui/app.js")):
        assert [each for each, script in scripts.items() if only in script] == [shape]
    assert len(entries["js/ui/app.js"]) < 9 and len(entries["js/ui/phone/page.js"]) < 6         # each has its headers
