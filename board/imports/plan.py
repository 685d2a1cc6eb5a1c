"""Rows that come in become records: each note has its place, its cluster and its theme, links and counted votes are whole.

A row: `{row, text, kind, theme, cluster, association, language, sdgs, status, answers: [row], votes, skip}` and, from a board of
ours, `origin`, `anonymous`, `merged_into` (a row), `id`; `translations`: `[{language, text, machine, source}]`, of the text
as it stands where `source` is None. `theme` is an id, or "+" and the title of a new one; `cluster` is a title.
"""
from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from ..access import new_id
from ..layout import GAP, HEAD, NOTE, PAD, PITCH, Occupancy, drawn
from ..protocol import Reason, Refused
from ..records import TYPES
from ..records.theme import COLORS, SIGNS
from ..text import sum_of

FRAME_PAD, FRAME_HEAD, SHELF = 12, 48, 8       # around the notes of a cluster; notes side by side on a shelf of clusters
Record = dict[str, Any]
Records = dict[str, list[Record]]


def plan(rows: list[Record], there: Mapping[str, Iterable[Record]], now: str, *, round_title: str) -> Records:
    """The new records by type, in the order in which they can be added to what is `there` (themes, clusters, notes). Rows with
    `skip` are left out, and so are links to them. Raises Refused where a value cannot be."""
    rows = [row for row in rows if not row["skip"]]
    themes = _themes(rows, list(there["theme"]))
    place_of = {row["row"]: index for index, row in enumerate(rows)}
    ids = [row.get("id") or new_id() for row in rows]
    clusters, members = _clusters(rows, themes, now)
    notes = [_note(row, note_id, themes, now) for row, note_id in zip(rows, ids, strict=True)]
    for index, row in enumerate(rows):
        root = place_of.get(row.get("merged_into"))
        if root is not None and root != index and not rows[root].get("merged_into") and rows[root]["kind"] == row["kind"]:
            notes[index]["merged_into"] = ids[root]
    _place(notes, clusters, members, there)
    top = max((each["z"] for each in there["note"]), default=0)
    for number, note in enumerate(notes, 1):
        note["z"] = top + number
    return {"theme": [each for each in themes.values() if each.pop("new", False)], "cluster": clusters, "note": notes,
            "answer": _answers(rows, ids, place_of, now), "translation": _translations(rows, notes, now),
            "round": _round(rows, ids, now, round_title)}


def _themes(rows: list[Record], there: list[Record]) -> dict[str, Record]:
    """By what rows say: ids of those that are there, and "+title" of new ones. "" is the first."""
    known = {each["id"]: each for each in there}
    by_title = {each["title"].casefold(): each for each in there}
    found = dict(known)
    last = max((each["order"] for each in there), default=0)
    for row in rows:
        wanted = row["theme"]
        if wanted in found:
            continue
        title = wanted[1:].strip()
        if wanted.startswith("+") and title.casefold() in by_title:
            found[wanted] = by_title[title.casefold()]
        elif wanted.startswith("+") and title:
            count = len(there) + sum(bool(each.get("new")) for each in found.values())
            made = TYPES["theme"].check_new({"id": new_id(), "title": title[:80].strip(), "color": COLORS[count % len(COLORS)],
                                             "sign": SIGNS[count % len(SIGNS)], "order": last + count + 1})
            found[wanted] = by_title[title.casefold()] = {**made, "new": True}
    if not found:
        raise Refused(Reason.INVALID, field="theme")
    first = min(found.values(), key=lambda each: (each["order"], each["id"]))
    for row in rows:
        found.setdefault(row["theme"], first)
    return found


def _clusters(rows: list[Record], themes: dict[str, Record], now: str) -> tuple[list[Record], dict[str, list[int]]]:
    """One for each title in each theme, and the places in `rows` of what it holds."""
    made: dict[tuple[str, str], Record] = {}
    members: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        title = row["cluster"].strip()[:80].strip()
        if not title:
            continue
        key = themes[row["theme"]]["id"], title
        if key not in made:
            made[key] = {"id": new_id(), "theme": key[0], "title": title, "x": 0, "y": 0, "w": 0, "h": 0, "collapsed": False,
                         "locked": False, "created_at": now}
        members.setdefault(made[key]["id"], []).append(index)
    return list(made.values()), members


def _note(row: Record, note_id: str, themes: dict[str, Record], now: str) -> Record:
    """Nobody on this board is known to have written it; its association is."""
    try:
        note = TYPES["note"].check_new({
            "id": note_id, "kind": row["kind"], "theme": themes[row["theme"]]["id"], "text": row["text"], "language": row["language"],
            "sdgs": row["sdgs"], "status": row["status"] or "open"})
        association = TYPES["seat"].fields["association"].check("association", row["association"])
    except Refused as refused:
        raise Refused(refused.reason, **{**refused.details, "field": f"rows[{row['row']}].{refused.details.get('field', '')}"}) from None
    note.update(text_rev=0, private=False, anonymous=row.get("anonymous") or "name", origin=row.get("origin"), seat="",
                association=association, created_at=now, edited_at=now, deleted_at=None, deleted_by=None)
    return note


def _place(notes: list[Record], clusters: list[Record], members: dict[str, list[int]], there: Mapping[str, Iterable[Record]]) -> None:
    """Clusters stand on shelves below everything that is there, loose notes where there is room."""
    shelves: dict[str, tuple[float, float, float]] = {}     # theme -> x and y of the next cluster, height of its shelf
    zones: dict[str, Occupancy] = {}

    def zone(theme: str) -> Occupancy:
        return zones.setdefault(theme, Occupancy())
    for name in ("note", "cluster"):
        for each in there[name]:
            zone(each["theme"]).cover(name, each)
            _, y, _, height = (each["x"], each["y"], NOTE, NOTE) if name == "note" else drawn(each)
            _, bottom, _ = shelves.get(each["theme"], (PAD, HEAD, 0))
            shelves[each["theme"]] = (PAD, max(bottom, y + height + GAP), 0)
    for cluster in clusters:
        inside = members[cluster["id"]]
        across = math.ceil(math.sqrt(1.5 * len(inside)))
        width = 2 * FRAME_PAD + across * PITCH - GAP
        height = FRAME_HEAD + math.ceil(len(inside) / across) * PITCH - GAP + FRAME_PAD
        x, y, shelf = shelves.get(cluster["theme"], (PAD, HEAD, 0))
        if x > PAD and x + width > PAD + SHELF * PITCH:
            x, y, shelf = PAD, y + shelf + GAP, 0
        shelves[cluster["theme"]] = (x + width + GAP, y, max(shelf, height))
        cluster.update(x=x, y=y, w=width, h=height)
        zone(cluster["theme"]).cover("cluster", cluster)
        for place, index in enumerate(inside):
            row, column = divmod(place, across)
            notes[index].update(cluster=cluster["id"], x=x + FRAME_PAD + column * PITCH, y=y + FRAME_HEAD + row * PITCH)
    loose: dict[str, list[Record]] = {}
    for note in notes:
        if not note["cluster"]:
            loose.setdefault(note["theme"], []).append(note)
    for theme, found in loose.items():
        for note, (x, y) in zip(found, zone(theme).free_places(len(found)), strict=False):
            note.update(x=x, y=y)


def _answers(rows: list[Record], ids: list[str], place_of: dict[int, int], now: str) -> list[Record]:
    pairs = {}
    for index, row in enumerate(rows):
        for other in row["answers"]:
            at = place_of.get(other)
            if at is not None and rows[at]["kind"] != row["kind"]:
                solution, challenge = (index, at) if row["kind"] == "solution" else (at, index)
                pairs[solution, challenge] = {"id": new_id(), "solution": ids[solution], "challenge": ids[challenge], "created_at": now}
    return list(pairs.values())


def _translations(rows: list[Record], notes: list[Record], now: str) -> list[Record]:
    """One for each language. Of those who wrote them nobody is known here."""
    found = []
    for row, note in zip(rows, notes, strict=True):
        for each in {each["language"]: each for each in reversed(row.get("translations", ()))}.values():
            source = sum_of(note["text"]) if each["source"] is None else each["source"]
            try:
                made = TYPES["translation"].check_new({**each, "id": new_id(), "note": note["id"], "source": source})
            except Refused as refused:
                raise Refused(refused.reason, **{**refused.details, "field": f"rows[{row['row']}].translations"}) from None
            found.append({**made, "seat": "", "anonymous": note["anonymous"], "created_at": now, "edited_at": now})
    return found


def _round(rows: list[Record], ids: list[str], now: str, title: str) -> list[Record]:
    """The votes of a file were cast elsewhere: a round that is closed and counted."""
    targets = [[note_id, row["votes"], 0, 0] for row, note_id in zip(rows, ids, strict=True) if row.get("votes")]
    if not targets:
        return []
    targets.sort(key=lambda each: (-each[1], each[0]))
    made = TYPES["round"].check_new({"id": new_id(), "title": title, "state": "closed"})
    results = {"voters": 0, "associations": 0, "targets": targets}
    return [{**made, "results": results, "opened_at": now, "closed_at": now, "created_at": now}]
