"""The document on files says what there is: formats, fields of the JSON file, ways of reading."""
from __future__ import annotations

import re
from pathlib import Path

from board.export.formats import FORMATS
from board.export.json_file import PARTS, VERSION, fields_of
from board.export.wish import parse
from board.views.imports import READ_WITH

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "formats.md").read_text("utf-8")
PROTOCOL = (ROOT / "board" / "PROTOCOL.md").read_text("utf-8")


def test_every_format_is_in_the_documents_and_no_other():
    table = TEXT[TEXT.index("| format | file"):TEXT.index("No cell of a table")]
    assert set(re.findall(r"`([a-z-]+)`", "".join(re.findall(r"^\| (`[^|]*) \|", table, re.M)))) == set(FORMATS)
    section = PROTOCOL[PROTOCOL.index("## Files (F)"):PROTOCOL.index("`series` adds")]
    assert set(FORMATS) <= set(re.findall(r"[a-z][a-z-]+", section))


def test_every_field_of_the_json_file_is_in_the_document_and_no_other():
    table = TEXT[TEXT.index("| part | records of"):TEXT.index("Since version 2")]
    for part, name in {"board": "board", **PARTS}.items():
        line, = re.findall(rf"^\| `{part}` .*$", table, re.M)
        assert set(re.findall(r"`(\w+)`", line.split("|")[3])) - {"name", "role_title"} == set(fields_of(name)) - {"name", "role_title"}
    assert f"`version` {VERSION};" in TEXT


def test_every_option_of_reading_is_in_the_protocol():
    section = PROTOCOL[PROTOCOL.index("## Files (F)"):PROTOCOL.index("- **F1**")]
    assert set(re.findall(r"\w+", section[section.index("how it is read"):section.index("which rows")])) >= READ_WITH


def test_the_command_line_has_an_option_for_every_part_of_a_wish():
    from board.cli import export_command
    options = {option.lstrip("-") for parameter in export_command.params for option in parameter.opts}
    assert {"names", "comments", "series", "language", "theme", "association", "separator", "out"} <= options
    assert parse({"format": "json"}, "en").scope.kind == "board"
