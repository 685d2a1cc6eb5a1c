"""What the reports say, before any format: cleaned texts, figures, groups, results, as one plain dict that fits into JSON.

`title`, `purpose`, `date` (written out), `language`, `rtl`, `scope` `{kind, title}`, `comments` (are they wanted), `named` (are
people named), `people` `[{name, role_title, association}]`, `countries` `[name]`, `associations` `[{name, country, people,
challenges, solutions}]`;
`notes` by id in reading order, only those that stand for themselves `{id, number, kind, theme, cluster, text, original, association,
author, country, sdgs, language, status, x, y, created_at, votes, proxy, vote_associations, linked: [id], linked_elsewhere:
[{text, association}], merged: [{id, text, language, association}], comments: [{text, association, author}], origin}`; `votes` has the proxy
votes in it; `text` has the translation in it where the format tells both, `original` has not;
`themes` `[{id, title, color, sign, challenges, solutions, groups: [{cluster, challenges: [id], solutions: [id]}]}]` where counts
are of the theme, and `cluster` is None for the notes in none, or `{id, title, votes, proxy, associations}`;
`clusters` the same with `theme, x, y, w, h, collapsed, notes: [id]`; `unanswered` `[id]`;
`matrix` `{themes: [id], rows: [{association, cells: [{challenges, solutions}]}]}`;
`rounds` (closed ones) `[{title, on, voters, associations, rows: [{target, text, votes, proxy, associations}]}]`;
`series`, None unless earlier boards are asked for: see `threads`, with the `date` of each board written out;
`figures` counts by name.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .clean import clean
from .outline import outline
from .threads import threads
from .translated import both, by_note
from .words import Words

Content = dict[str, Any]
Record = dict[str, Any]
Model = dict[str, Any]
SCOPES = ("board", "theme", "association", "notes")


@dataclass(frozen=True)
class Scope:
    """What of the board: `value` is a theme's id, an association, or the ids of the notes that a filter leaves."""
    kind: str = "board"
    value: Any = ""


def build(content: Content, words: Words, scope: Scope | None = None, *, comments: bool = False, bilingual: bool = False) -> Model:
    """The model of a board or a part of it; see above."""
    scope = scope or Scope()
    seats = {each["id"]: each for each in content["seats"]}
    groups = outline(content)
    standing = {note["id"]: note for theme in groups for group in theme["groups"]
                for kind in ("challenges", "solutions") for note in group[kind]}
    inside = chosen_by(scope)
    chosen = {note_id for note_id, note in standing.items() if inside(note)}
    votes = last_votes(content)
    translations = by_note(content) if bilingual else {}

    def said(note: Record) -> str:
        return both(note, translations, words)
    notes: dict[str, Record] = {}
    for number, (note_id, note) in enumerate(((i, n) for i, n in standing.items() if i in chosen), 1):
        notes[note_id] = _note(note, number, seats, votes.get(note_id, (0, 0, 0)), chosen, said)
    _attach_talk(content, notes, seats)
    themes = [_theme(each, chosen, votes) for each in groups if scope.kind != "theme" or each["theme"]["id"] == scope.value]
    if scope.kind in ("association", "notes"):
        themes = [each for each in themes if each["challenges"] or each["solutions"]]
    clusters = _clusters(content, notes, votes)
    unanswered = [i for i, note in notes.items() if note["kind"] == "challenge" and not standing[i]["linked"]]
    associations = _associations(notes, content, words, whole=scope.kind == "board")
    rounds = _rounds(content, {**{i: n["original"] for i, n in notes.items()}, **{each["id"]: each["title"] for each in clusters}})
    challenges = sum(note["kind"] == "challenge" for note in notes.values())
    countries = sorted({each["country"] for each in associations if each["country"]})
    return {
        "title": clean(content["board"]["title"]), "purpose": clean(content["board"].get("purpose", "")),
        "language": words.language, "rtl": words.rtl, "comments": comments,
        "date": words.date(max((each["created_at"] for each in content["notes"]), default="")),
        "scope": {"kind": scope.kind, "title": _scope_title(content, scope)},
        "named": any(each["name"] for each in content["seats"]), "people": _people(content, associations),
        "series": _series(content, words), "themes": themes, "notes": notes, "clusters": clusters, "associations": associations,
        "countries": countries, "matrix": _matrix(notes, themes), "rounds": rounds, "unanswered": unanswered,
        "figures": {"notes": len(notes), "challenges": challenges, "solutions": len(notes) - challenges, "clusters": len(clusters),
                    "associations": len(associations), "countries": len(countries), "answered": challenges - len(unanswered),
                    "unanswered": len(unanswered), "comments": sum(len(note["comments"]) for note in notes.values()),
                    "rounds": len(rounds)}}


def chosen_by(scope: Scope) -> Callable[[Record], bool]:
    """A merged note stands for all the associations that wrote it."""
    if scope.kind == "theme":
        return lambda note: note["theme"] == scope.value
    if scope.kind == "association":
        return lambda note: scope.value in {note["association"], *(each["association"] for each in note["merged"])}
    if scope.kind == "notes":
        wanted = set(scope.value)
        return lambda note: note["id"] in wanted or any(each["id"] in wanted for each in note["merged"])
    return lambda note: True


def _scope_title(content: Content, scope: Scope) -> str:
    if scope.kind == "theme":
        return next((clean(each["title"]) for each in content["themes"] if each["id"] == scope.value), "")
    return clean(scope.value) if scope.kind == "association" else ""


def _note(note: Record, number: int, seats: dict[str, Record], votes: tuple[int, int, int], chosen: set[str],
          said: Callable[[Record], str]) -> Record:
    seat = seats.get(note["seat"], {})
    return {**{name: note[name] for name in ("id", "kind", "theme", "cluster", "sdgs", "language", "status", "x", "y", "created_at")},
            "number": number, "text": said(note), "original": clean(note["text"]), "association": clean(note["association"]),
            "author": clean(seat.get("name", "")), "country": seat.get("country", ""),
            "votes": votes[0] + votes[1], "proxy": votes[1], "vote_associations": votes[2],
            "linked": [each["id"] for each in note["linked"] if each["id"] in chosen],
            "linked_elsewhere": [{"text": said(each), "association": clean(each["association"])}
                                 for each in note["linked"] if each["id"] not in chosen],
            "origin": _origin(note.get("origin")),
            "merged": [{"id": each["id"], "text": said(each), "language": each["language"], "association": clean(each["association"])}
                       for each in note["merged"]],
            "comments": []}


def _origin(origin: Record | None) -> Record | None:
    """Where a note came from that was carried over from an earlier board."""
    return origin and {**origin, "title": clean(origin["title"])}


def _people(content: Content, associations: list[Record]) -> list[Record]:
    """Those who may be named, of the associations in the report."""
    known = {each["name"] for each in associations} | {""}
    found = [{name: clean(each[name]) for name in ("name", "role_title", "association")} for each in content["seats"] if each["name"]]
    return sorted((each for each in found if each["association"] in known), key=lambda each: (each["association"].casefold(), each["name"]))


def _attach_talk(content: Content, notes: dict[str, Record], seats: dict[str, Record]) -> None:
    for each in content["comments"]:
        if each["note"] in notes:
            notes[each["note"]]["comments"].append({
                "text": clean(each["text"]), "association": clean(each["association"]),
                "author": clean(seats.get(each["seat"], {}).get("name", ""))})


def last_votes(content: Content) -> dict[str, tuple[int, int, int]]:
    """Votes, proxy votes and associations that voted, of the last closed round in which the target had any."""
    found = {}
    for each in content["rounds"]:
        if each["state"] == "closed":
            for target, votes, proxy, associations in each["results"]["targets"]:
                found[target] = (votes, proxy, associations)
    return found


def _theme(group: Record, chosen: set[str], votes: dict[str, tuple[int, int, int]]) -> Record:
    theme, groups = group["theme"], []
    for each in group["groups"]:
        inside = {kind: [note["id"] for note in each[kind] if note["id"] in chosen] for kind in ("challenges", "solutions")}
        cluster = each["cluster"] and _cluster(each["cluster"], votes)
        if any(inside.values()):
            groups.append({"cluster": cluster, **inside})
    groups.sort(key=lambda each: (each["cluster"] is None, -each["cluster"]["votes"] if each["cluster"] else 0))
    return {"id": theme["id"], "title": clean(theme["title"]), "color": theme["color"], "sign": theme["sign"], "groups": groups,
            **{kind: sum(len(each[kind]) for each in groups) for kind in ("challenges", "solutions")}}


def _cluster(cluster: Record, votes: dict[str, tuple[int, int, int]]) -> Record:
    own, proxy, associations = votes.get(cluster["id"], (0, 0, 0))
    return {"id": cluster["id"], "title": clean(cluster["title"]), "votes": own + proxy, "proxy": proxy, "associations": associations}


def _clusters(content: Content, notes: dict[str, Record], votes: dict[str, tuple[int, int, int]]) -> list[Record]:
    inside: dict[str, list[str]] = {}
    for note_id, note in notes.items():
        inside.setdefault(note["cluster"], []).append(note_id)
    frame = ("theme", "x", "y", "w", "h", "collapsed")
    return [{**_cluster(each, votes), **{name: each[name] for name in frame}, "notes": inside[each["id"]]}
            for each in content["clusters"] if each["id"] in inside]


def _associations(notes: dict[str, Record], content: Content, words: Words, *, whole: bool) -> list[Record]:
    """Those who wrote, and in a report on everything also those who were there."""
    found: dict[str, Record] = {}

    def entry(name: str) -> Record:
        return found.setdefault(name, {"name": name, "country": "", "people": 0, "challenges": 0, "solutions": 0})
    for note in notes.values():
        for name in dict.fromkeys([note["association"], *(each["association"] for each in note["merged"])]):
            if name:
                entry(name)[note["kind"] + "s"] += 1
    for seat in content["seats"]:
        name = clean(seat["association"])
        if name and (whole or name in found):
            entry(name)["people"] += 1
            if seat["country"]:
                entry(name)["country"] = words.country(seat["country"])
    return sorted(found.values(), key=lambda each: each["name"].casefold())


def _series(content: Content, words: Words) -> Record | None:
    if not content.get("earlier"):
        return None
    found = threads([*content["earlier"], content])
    return {**found, "boards": [{**each, "date": words.date(each["at"])} for each in found["boards"]]}


def _matrix(notes: dict[str, Record], themes: list[Record]) -> Record:
    place = {each["id"]: index for index, each in enumerate(themes)}
    rows: dict[str, list[Record]] = {}
    for note in notes.values():
        for name in dict.fromkeys([note["association"], *(each["association"] for each in note["merged"])]):
            cells = rows.setdefault(name, [{"challenges": 0, "solutions": 0} for _ in themes])
            if name and note["theme"] in place:
                cells[place[note["theme"]]][note["kind"] + "s"] += 1
    rows.pop("", None)
    return {"themes": list(place), "rows": [{"association": name, "cells": rows[name]} for name in sorted(rows, key=str.casefold)]}


def _rounds(content: Content, texts: dict[str, str]) -> list[Record]:
    return [{"title": clean(each["title"]), "on": each["on"], "voters": each["results"]["voters"],
             "associations": each["results"]["associations"],
             "rows": [{"target": target, "text": texts[target], "votes": votes, "proxy": proxy, "associations": associations}
                      for target, votes, proxy, associations in each["results"]["targets"] if target in texts]}
            for each in content["rounds"] if each["state"] == "closed"]
