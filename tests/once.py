"""What all halls have in common, made once in a process: half of what a hall costs comes of the code alone."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from werkzeug.routing import Rule

from board import db

_build, _make_engine = Rule._compile_builder, db.make_engine
_builders: dict[Any, Any] = {}
_first: dict[str, Engine] = {}


def route(rule: Rule, append_unknown: bool = True) -> Any:
    """Instead of `Rule._compile_builder`: the function that writes the addresses of a route."""
    what = rule.rule, append_unknown, repr(rule.defaults), repr(rule._converters.keys())
    if what not in _builders:
        _builders[what] = _build(rule, append_unknown)
    return _builders[what]


def engine(url: str | sa.URL, *, one_thread: bool = False) -> Engine:
    """Instead of `db.make_engine`: SQLite's engines share their statements, written as SQL."""
    made = _make_engine(url, one_thread=one_thread)
    if made.name == "sqlite":
        first = _first.setdefault("sqlite", made)
        made.dialect, made._compiled_cache = first.dialect, first._compiled_cache
    return made
