"""The proposal: what a file would bring to a board, row by row, and what of it could not be understood."""
from __future__ import annotations

from typing import Any

from .cells import LONGEST_ASSOCIATION, count_of, goals_of, line_of, place_of
from .choices import Choices
from .entries import Entry, entries_of, fields_of
from .headings import FIELDS
from .links import link
from .mapping import Mapping
from .sheet import BadFile, Sheet, cell
from .tongues import MAX_TRANSLATION, is_beside, is_choice, is_unknown
from .vocabulary import language_of, status_of

MAX_PROBLEMS = 100
FURTHER = 10_000_000        # added to the number of a row for each further note in it, so that every note has its own
PROBLEMS = (
    "wide",               # more cells than the header: perhaps the separator is in a text (value: how many)
    "long", "cut",        # the text is longer than a note may be, and left out or cut (value: its length)
    "association",        # cut
    "sdgs", "language", "status", "votes",      # not understood, or only in part
    "link",               # names a row that is not there
    "link_kind",          # links two of the same kind
    "translation",        # a column of translations into no language that is known: it is left out until somebody says what it is
    "translation_long", "translation_cut",      # longer than a translation may be, and left out or cut
    "translation_alone",  # of a row without a text
)
_FARTHEST = 20_000
_SAMPLE = 120
Row = dict[str, Any]


def build(sheet: Sheet, choices: Choices) -> dict[str, Any]:
    """See `reader`. Raises BadFile when there is no text at all."""
    fields = fields_of(sheet, choices)
    entries = entries_of(sheet, fields, choices)
    if not any(each.texts[0][0] for each in entries) and "text" not in choices.columns.values() and "" not in choices.columns.values():
        raise BadFile("no_text")
    mapping = Mapping(sheet, entries, set(fields.values()), choices)
    made = _Rows(sheet, mapping, choices)
    made.check_columns(fields)
    for entry in entries:
        made.add(entry)
    made.finish()
    skipped = sum(bool(row["skip"]) for row, _ in made.notes)
    translations = sum(len(row["translations"]) for row, _ in made.notes if not row["skip"])
    told = {name: getattr(sheet, name) for name in ("source", "encoding", "separator", "header", "sheets", "sheet")}
    columns = [_column(sheet, index, fields.get(index, "")) for index in range(len(sheet.names)) if not is_beside(fields.get(index, ""))]
    return {**told, "columns": columns,
            "clusters": mapping.clusters, "values": mapping.values, "rows": [row for row, _ in made.notes], "problems": made.problems,
            "count": {"rows": len(made.notes), "notes": len(made.notes) - skipped, "skipped": skipped, "translations": translations}}


def _column(sheet: Sheet, index: int, field: str) -> dict[str, Any]:
    samples: dict[str, None] = {}
    for _, cells in sheet.rows:
        sample = line_of(cell(cells, index), _SAMPLE)
        if sample:
            samples[sample] = None
        if len(samples) == 3:
            break
    name = line_of(sheet.names[index], _SAMPLE)
    return {"index": index, "name": name, "samples": list(samples), "field": field if field in FIELDS or is_choice(field) else ""}


class _Rows:
    """The rows as they are made, with the entry each is of."""

    def __init__(self, sheet: Sheet, mapping: Mapping, choices: Choices) -> None:
        self._sheet, self._mapping, self._choices = sheet, mapping, choices
        self._width = max((index + 1 for index, each in enumerate(sheet.names) if each.strip()), default=0)
        self._first: dict[tuple[str, ...], int] = {}
        self._twins: dict[int, int] = {}
        self.notes: list[tuple[Row, Entry]] = []
        self.problems: list[dict[str, Any]] = []

    def check_columns(self, fields: dict[int, str]) -> None:
        for index, name in enumerate(self._sheet.names):
            if index not in self._choices.columns and index not in fields and is_unknown(name):
                first = next((number for number, cells in self._sheet.rows if cell(cells, index).strip()), 0)
                if first:
                    self._report(first, "translation", name)

    def add(self, entry: Entry) -> None:
        mark = self._sheet.marks.get(entry.number, "")
        for place, (text, kind) in enumerate(entry.texts[:1] if mark else entry.texts):
            row = self._row(entry, place, text, kind)
            row["skip"] = mark or self._skip(row, text)
            self.notes.append((row, entry))
            if not row["skip"] and place == 0:
                self._check(entry, row)
            if row["skip"] == "empty" and entry.translations:
                self._report(row["row"], "translation_alone", entry.translations[0]["text"])

    def finish(self) -> None:
        link(self.notes, self._twins, self._report)
        self._give_to_twins()
        if self._sheet.source == "mural":
            self._lay()

    def _row(self, entry: Entry, place: int, text: str, kind: str) -> Row:
        values, theme = entry.values, self._mapping.theme(entry)
        most, x, y = self._choices.max_text, place_of(entry.place[0]), place_of(entry.place[1])
        if x is None or y is None:
            x = y = None
        return {"row": entry.number + FURTHER * place, "text": text if len(text) <= most else text[:most - 1].rstrip() + "…",
                "kind": self._mapping.kind(entry, kind), "theme": theme, "cluster": self._mapping.cluster(entry, theme),
                "association": entry.association[:LONGEST_ASSOCIATION].strip(),
                "language": language_of(values["language"]) if values["language"] else "", "sdgs": goals_of(" ".join(entry.goals))[0],
                "status": status_of(values["status"]) or "open", "answers": [], "votes": _votes(entry), "x": x, "y": y, "skip": "",
                "translations": self._translations(entry) if place == 0 else []}

    def _translations(self, entry: Entry) -> list[dict[str, Any]]:
        """Too long ones are cut or left out, as texts are."""
        found = []
        for each in entry.translations:
            if len(each["text"]) <= MAX_TRANSLATION:
                found.append(each)
                continue
            self._report(entry.number, "translation_cut" if self._choices.cut else "translation_long", len(each["text"]))
            if self._choices.cut:
                found.append({**each, "text": each["text"][:MAX_TRANSLATION - 1].rstrip() + "…"})
        return found

    def _give_to_twins(self) -> None:
        """What a row that is left out as a duplicate has been translated into, the one that stays has as well."""
        by_row = {row["row"]: row for row, _ in self.notes}
        for twin, first in self._twins.items():
            there = by_row[first]["translations"]
            known = {each["language"] for each in there}
            there.extend(each for each in by_row[twin]["translations"] if each["language"] not in known)

    def _skip(self, row: Row, text: str) -> str:
        if not text:
            return "empty"
        if len(text) > self._choices.max_text:
            self._report(row["row"], "cut" if self._choices.cut else "long", len(text))
            if not self._choices.cut:
                return "long"
        key = (text, row["kind"], row["theme"], row["association"])
        if key in self._first:
            self._twins[row["row"]] = self._first[key]
            return "duplicate"
        self._first[key] = row["row"]
        return ""

    def _check(self, entry: Entry, row: Row) -> None:
        """Report what was not understood."""
        values = entry.values
        if self._sheet.header and entry.width > self._width:
            self._report(row["row"], "wide", entry.width)
        if len(entry.association) > LONGEST_ASSOCIATION:
            self._report(row["row"], "association", entry.association)
        if not goals_of(" ".join(entry.goals))[1]:
            self._report(row["row"], "sdgs", " ".join(entry.goals))
        for name, known in (("language", row["language"]), ("status", status_of(values["status"]))):
            if values[name] and not known:
                self._report(row["row"], name, values[name])
        for _, written in entry.votes:
            if written and count_of(written) is None:
                self._report(row["row"], "votes", written)

    def _report(self, row: int, reason: str, value: Any) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append({"row": row, "reason": reason, "value": line_of(str(value), _SAMPLE)})

    def _lay(self) -> None:
        """Places on a whole wall become places in their area, where that is of a sensible size."""
        areas: dict[str, list[Row]] = {}
        for row, entry in self.notes:
            areas.setdefault(entry.values["area"], []).append(row)
        for area, rows in areas.items():
            laid = [row for row in rows if not row["skip"] and row["x"] is not None]
            left, top = (min((row[axis] for row in laid), default=0) for axis in ("x", "y"))
            far = any(row["x"] - left > _FARTHEST or row["y"] - top > _FARTHEST for row in laid)
            for row in rows:
                keep = bool(area) and not far and not row["skip"] and row["x"] is not None
                row["x"], row["y"] = (round(row["x"] - left, 2), round(row["y"] - top, 2)) if keep else (None, None)


def _votes(entry: Entry) -> int:
    """Of the last round in which it had any; votes and proxy votes of a round stand in two columns."""
    rounds: dict[str, int] = {}
    for title, written in entry.votes:
        rounds[title] = rounds.get(title, 0) + (count_of(written) or 0)
    return next((count for count in reversed(rounds.values()) if count), 0)
