"""Who may know whom: sockets, views → sync → access, rights, records → models, protocol. One rule for each layer."""
from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BOARD = ROOT / "board"
# From the ground up. A module may import those of its own layer and of layers below.
LAYERS = [
    {"metrics", "bundle"},
    {"cldr", "logs", "protocol", "text", "layout", "i18n", "word_parts", "assets", "concurrency", "secrecy", "forgetting",
     "clustering", "bounds",
     "signing", "oidc", "oidc_exchange", "libretranslate"},
    {"models", "models_beside", "models_talk", "rates"},
    {"rows", "bus"},
    {"statements"},
    {"working_set", "rights", "db", "app_parts", "presence", "pulse"},
    {"records", "access"},
    {"ready"},
    {"audit", "checkpoints", "boards", "snapshot", "snapshot_body", "export", "imports", "sync", "kept_sets",
     "suggesting", "translating", "exporting", "exports", "series", "tray",
     "history", "repair", "participation", "erasure", "own_data", "demo"},
    {"hosting", "floors", "checkup"},
    {"queues", "replay", "security", "creation", "operator_door", "operating", "tracing", "direct", "wire", "broadcast", "low_data"},
    {"watch", "feed", "neighbours", "keeping"},
    {"processes"},
    {"sockets"},
    {"openapi"},
    {"supervisor", "views", "cli", "cli_host", "cli_keeping"},
    {""},
]
APART = {"migrations"}      # Alembic loads it by path
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(path for path in BOARD.rglob("*.py") if "migrations" not in path.parts)
EVENTLET = {ROOT / "run.py", BOARD / "concurrency.py", BOARD / "wire.py", BOARD / "direct/__init__.py", BOARD / "direct/reading.py"}


def name_of(path):
    """The module's layer name: the part below `board`; "" for the package itself."""
    part = path.relative_to(BOARD).parts[0].removesuffix(".py")
    return "" if part == "__init__" else part


def imported(path):
    """Layer names of our own modules this one imports when it runs (types apart)."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
                 for inner in ast.walk(node)}
    package = path.relative_to(BOARD).parent.parts
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or id(node) in for_types:
            continue
        if node.level:
            base = package[:len(package) - node.level + 1]
            parts = [*base, *(node.module or "").split(".")] if node.module else list(base)
            if parts:
                yield parts[0]
            else:
                yield from (alias.name for alias in node.names)
        elif (node.module or "").split(".")[0] == "board":
            yield (node.module.split(".") + [""])[1]


def imports_eventlet(path):
    return any(isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "eventlet" for alias in node.names)
               or isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "eventlet"
               for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def test_every_module_has_its_layer():
    assert {name_of(path) for path in MODULES} == set(LEVEL)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(BOARD)))
def test_a_module_knows_only_what_lies_below(path):
    own = name_of(path)
    above = {name for name in imported(path) if name != own and LEVEL[name] > LEVEL[own]}
    assert above == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(BOARD)))
def test_only_the_edge_knows_eventlet(path):
    assert path in EVENTLET or not imports_eventlet(path)


@pytest.mark.parametrize("name", ["protocol", "text", "layout", "rights", "rates"])
def test_the_pure_parts_know_no_framework(name):
    roots = {(node.module or "").split(".")[0] for node in ast.walk(ast.parse((BOARD / f"{name}.py").read_text("utf-8")))
             if isinstance(node, ast.ImportFrom) and not node.level}
    assert roots & {"flask", "sqlalchemy", "flask_socketio", "werkzeug"} == set()


def test_only_sync_commits_a_change():
    writers = [path.name for path in MODULES if re.search(r"\bCHANGES\.insert|Change\.__table__\.insert|REFUSALS\.insert",
    path.read_text("utf-8"))]
    assert writers == ["sync.py"]


@pytest.mark.parametrize("path", [*MODULES, *(ROOT / name for name in ("config.py", "keyfile.py", "run.py"))],
                         ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_says_what_lives_in_it(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 300
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "the first line says what lives here"
