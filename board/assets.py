"""The browser's files: served compressed from memory, under a path that carries their version, so caches never lie. Parts of the
catalogues (word_parts.py) are among them, though no such files exist."""
from __future__ import annotations

import gzip
import hashlib
import mimetypes
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import babel
from flask import Response, abort, request

from .bundle import Bundle, read_bundle
from .word_parts import IMPORT, WordParts, graph

_STYLE = re.compile(r'^@import "(\.[^"]+)";', re.M)
_TEXT = {".js", ".css", ".svg", ".json", ".html", ".txt", ".webmanifest", ".mjs"}
_SKIPPED = {"node_modules"}
BUNDLE = "bundle"
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")


@dataclass(frozen=True)
class Asset:
    body: bytes
    gzipped: bytes | None
    mimetype: str
    brotli: bytes | None = None


class Assets:
    """Files below `folder`; `dev` reads them anew each time and lets no browser keep them. `bundle`: where a release bundle may
    lie, `folder/bundle` if not told."""

    def __init__(self, folder: Path, *, dev: bool = False, bundle: Path | None = None) -> None:
        self.folder, self.dev = folder, dev
        self.bundle = Bundle("none") if dev else read_bundle(folder, bundle or folder / BUNDLE)
        self._known: dict[str, Asset] = {}
        self._word_parts: WordParts | None = None
        self._needs: dict[str, list[str]] = {}
        self._files = {} if dev else {path.relative_to(folder).as_posix(): path for path in sorted(_walk(folder))} | self.bundle.files
        total = hashlib.sha256(babel.__version__.encode())     # patterns of dates and numbers come with the words
        for name, path in self._files.items():
            total.update(name.encode() + hashlib.sha256(path.read_bytes()).digest())
        self.version = "dev" if dev else total.hexdigest()[:12]
        self.prefix = f"/static/v{self.version}/"

    def url(self, name: str) -> str:
        return self.prefix + name

    def modules(self, entry: str) -> list[str]:
        """Addresses of an entry module, the first, and of all that must be there with it, for modulepreload."""
        return self._needed(entry, IMPORT)

    def styles(self, entry: str) -> list[str]:
        """Addresses of the style sheets that make up one of `css/pages` or `css/later`, in their order."""
        return self._needed(entry, _STYLE)

    def _needed(self, entry: str, pattern: re.Pattern[str]) -> list[str]:
        if entry not in self._needs or self.dev:
            names = self.bundle.entries.get(entry) or graph(self.folder, entry, pattern)
            if pattern is _STYLE and len(names) > 1:
                names.remove(entry)         # it only lists the others
            self._needs[entry] = [self.url(name) for name in names]
        return self._needs[entry]

    def words(self, entry: str, language: str) -> dict[str, Any]:
        """The words that an entry module and all it imports say."""
        return self._parts().words(entry.removeprefix("js/").removesuffix(".js"), language)

    def respond(self, version: str, name: str) -> Response:
        asset = self._read(name)
        if asset is None:
            abort(404)
        takes = request.accept_encodings
        encoding, body = next(((name, body) for name, body in (("br", asset.brotli), ("gzip", asset.gzipped)) if body and takes[name] > 0),
                              ("", asset.body))
        response = Response(body, mimetype=asset.mimetype)
        if encoding:
            response.headers["Content-Encoding"] = encoding
        response.headers["Vary"] = "Accept-Encoding"
        current = version == self.version and not self.dev
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if current else "no-cache"
        return response

    def _read(self, name: str) -> Asset | None:
        if self.dev:
            try:
                path = (self.folder / name).resolve()
                if path.is_file():
                    return self._load(path) if path.is_relative_to(self.folder.resolve()) else None
                return self._part(name)
            except (OSError, ValueError):      # no such file, or no name a file could have
                return None
        if name not in self._known:
            asset = self._load(self._files[name]) if name in self._files else self._part(name)
            if asset is None:
                return None
            packed = self.bundle.files.get(f"{name}.br") or self.bundle.files.get(f"bundle/{name}.br")
            if packed:
                asset = replace(asset, brotli=packed.read_bytes())
            self._known[name] = asset
        return self._known[name]

    def _parts(self) -> WordParts:
        if self.dev or self._word_parts is None:
            self._word_parts = WordParts(self.folder)
        return self._word_parts

    def _part(self, name: str) -> Asset | None:
        body = self._parts().read(name) if name.startswith("i18n/") else None
        return None if body is None else self._asset(body, name)

    def _load(self, path: Path) -> Asset:
        return self._asset(path.read_bytes(), path.name)

    @staticmethod
    def _asset(body: bytes, name: str) -> Asset:
        worth = Path(name).suffix in _TEXT and len(body) > 500
        mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Asset(body, gzip.compress(body, 9, mtime=0) if worth else None, mimetype)


def _walk(folder: Path) -> Iterator[Path]:
    """Files to serve: not what tools left behind, and of a bundle only what is used."""
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _SKIPPED and (Path(at) != folder or name != BUNDLE)]
        yield from (Path(at, name) for name in names)
