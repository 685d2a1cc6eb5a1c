"""The words a browser loads: never a whole catalogue, but for each module the words that it and what it imports say.

Which words those are is read from the modules: a key written out, and every key that begins as `area.start_${…}` does. So a
dialog that is fetched when it is opened brings its words with it, and nobody keeps lists. `rest` is all that scripts say anywhere:
for a word that was in no part.
"""
from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from . import cldr
from .i18n import catalogues

IMPORT = re.compile(r"""^\s*(?:import|export)\s[^'"]*?from\s*['"](\.[^'"]+)['"]|^\s*import\s*['"](\.[^'"]+)['"]""", re.M)
_KEY = re.compile(r"""["'`]([a-z][a-z0-9_]*(?:\.[A-Za-z0-9_-]+)+)["'`]""")
_START = re.compile(r"`([a-z][a-z0-9_]*\.[A-Za-z0-9_.]*)\$\{(?:[^{}`]*\}([A-Za-z0-9_.]*)`)?")
_NAME = re.compile(r"i18n/(?P<language>[A-Za-z0-9-]+)/(?P<part>[a-z0-9_]+(?:/[a-z0-9_]+)*)\.json\Z")
REST = "rest"
NAMES = "names"
SHAPES = ("ui/app", "ui/phone/page")       # the first part of a board page, by its shape


def graph(folder: Path, entry: str, pattern: re.Pattern[str] = IMPORT) -> list[str]:
    """An entry module and all it imports, by name below `folder`."""
    found: dict[str, None] = {}
    waiting = [entry]
    root = folder.resolve()
    while waiting:
        name = waiting.pop(0)
        if name in found or not (folder / name).is_file():
            continue
        found[name] = None
        for match in pattern.finditer((folder / name).read_text("utf-8")):
            target = (folder / name).parent.joinpath(next(filter(None, match.groups()))).resolve()
            if target.is_relative_to(root):
                waiting.append(target.relative_to(root).as_posix())
    return list(found)


def keys_in(source: str, known: frozenset[str]) -> set[str]:
    """The keys of words that a module says."""
    said = {key for key in _KEY.findall(source) if key in known}
    for start, end in _START.findall(source):
        said |= {key for key in known if key.startswith(start) and key.endswith(end)}
    return said


class WordParts:
    """The parts of the catalogues in `folder`/i18n for the modules in `folder`/js; `folder` is the one the browser's files are in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._catalogues = catalogues(folder / "i18n")
        self._known = frozenset(self._catalogues.words["en"])
        self.keys = cache(self._keys)

    def read(self, name: str) -> bytes | None:
        """`i18n/<language>/<module below js, without .js>.json`, `…/rest.json`, or `…/names.json` with the names of languages and
        countries as `#names`; None when there is no such part."""
        asked = _NAME.match(name)
        if not asked or asked["language"] not in self._catalogues.words:
            return None
        if asked["part"] == NAMES:
            return json.dumps({"#names": cldr.names(asked["language"])}, ensure_ascii=False, separators=(",", ":")).encode()
        if self.keys(asked["part"]) is None:
            return None
        return json.dumps(self.words(asked["part"], asked["language"]), ensure_ascii=False, separators=(",", ":")).encode()

    def words(self, part: str, language: str) -> dict[str, Any]:
        """The same for a page that carries them. With a page's first words come, as `#`, the patterns of dates and numbers."""
        words = self._catalogues.of(language)
        found: dict[str, Any] = {key: words[key] for key in sorted(self.keys(part) or ())}
        return {**found, "#": cldr.data(language)} if part.startswith("pages/") or part in (*SHAPES, REST) else found

    def _keys(self, part: str) -> frozenset[str] | None:
        if part == REST:
            modules = [path.relative_to(self._folder).as_posix() for path in (self._folder / "js").rglob("*.js")]
        else:
            modules = graph(self._folder, f"js/{part}.js")
        if not modules:
            return None
        said: set[str] = set()
        for name in modules:
            if name.startswith("js/"):
                said |= keys_in((self._folder / name).read_text("utf-8"), self._known)
        return frozenset(said)
