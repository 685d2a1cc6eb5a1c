"""The release bundle: the browser's modules and styles as few files. It is used only while it was made of exactly the files that are
here; `record.json`, which `static/vendor/bundle.mjs` writes beside it, tells what those were."""
from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass, field
from pathlib import Path

log = logging.getLogger(__name__)
RECORD = "record.json"


@dataclass(frozen=True)
class Bundle:
    """`state`: `used`, `none` (there is no bundle), `stale` (made of other sources) or `damaged`; `found` names the first file that
    differs. `files`: name below /static -> file; `entries`: a source that is asked for -> the names it needs at once, its own first."""
    state: str
    found: str = ""
    files: dict[str, Path] = field(default_factory=dict)
    entries: dict[str, list[str]] = field(default_factory=dict)


def read_bundle(statics: Path, folder: Path) -> Bundle:
    """Never fails: without a bundle that fits, the modules are served as they are."""
    try:
        record = json.loads((folder / RECORD).read_bytes())
        sources, files, entries = (dict(record[name]) for name in ("sources", "files", "entries"))
    except FileNotFoundError:
        return Bundle("none")
    except (OSError, ValueError, KeyError, TypeError):
        return _unused("damaged", RECORD)
    for name, expected in sources.items():
        if _sha256(statics / name) != expected:
            return _unused("stale", name)
    places = {name: folder / name.removeprefix("bundle/") for name in files}
    for name, place in places.items():
        if _sha256(place) != files[name] or not place.resolve().is_relative_to(folder.resolve()):
            return _unused("damaged", name)
    if not {name for needed in entries.values() for name in needed} <= set(files) or not set(entries) <= set(sources):
        return _unused("damaged", RECORD)
    return Bundle("used", "", places, entries)


def _unused(state: str, found: str) -> Bundle:
    log.info("the bundle is %s (%s): modules are served one by one", state, found)
    return Bundle(state, found)


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
