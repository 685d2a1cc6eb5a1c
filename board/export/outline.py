"""The board as a text to read: theme by theme, cluster by cluster; with each note what was merged into it and what
answers it."""
from __future__ import annotations

from typing import Any

Content = dict[str, Any]
Record = dict[str, Any]


def outline(content: Content, theme: str | None = None) -> list[Record]:
    """`[{theme, groups: [{cluster, challenges, solutions}]}]` in the themes' order, only one when `theme` is given. The last
    group has no cluster (None): the notes in none. Notes have `merged` and `linked` besides, lists of notes."""
    notes = _with_relations(content)
    return [{"theme": each, "groups": _groups(content, notes, each["id"])}
            for each in content["themes"] if theme is None or each["id"] == theme]


def results(content: Content) -> list[Record]:
    """`[{title, associations, rows: [{text, language, votes, proxy, associations}]}]` of closed rounds; a cluster's text is
    its title."""
    texts = {each["id"]: (each["text"], each["language"]) for each in content["notes"]}
    texts |= {each["id"]: (each["title"], "") for each in content["clusters"]}
    return [{"title": each["title"], "associations": each["results"]["associations"],
             "rows": [{"text": texts[target][0], "language": texts[target][1], "votes": votes, "proxy": proxy, "associations": associations}
                      for target, votes, proxy, associations in each["results"]["targets"]]}
            for each in content["rounds"] if each["state"] == "closed"]


def _with_relations(content: Content) -> list[Record]:
    """The notes that stand for themselves. A link to what was merged into a note is one to that note."""
    merged: dict[str, list[Record]] = {}
    root = {}
    for note in content["notes"]:
        root[note["id"]] = note["merged_into"] or note["id"]
        if note["merged_into"]:
            merged.setdefault(note["merged_into"], []).append(note)
    linked: dict[str, set[str]] = {}
    for answer in content["answers"]:
        one, other = root[answer["solution"]], root[answer["challenge"]]
        linked.setdefault(one, set()).add(other)
        linked.setdefault(other, set()).add(one)
    standing = {note["id"]: note for note in content["notes"] if not note["merged_into"]}
    place = {note_id: index for index, note_id in enumerate(standing)}
    return [{**note, "merged": merged.get(note["id"], []),
             "linked": [standing[each] for each in sorted(linked.get(note["id"], ()), key=place.__getitem__)]}
            for note in standing.values()]


def _groups(content: Content, notes: list[Record], theme: str) -> list[Record]:
    found = []
    for cluster in [*(each for each in content["clusters"] if each["theme"] == theme), None]:
        inside = [each for each in notes if each["theme"] == theme and each["cluster"] == (cluster["id"] if cluster else "")]
        if inside or cluster is None and not found:
            found.append({"cluster": cluster, **{kind + "s": [each for each in inside if each["kind"] == kind]
                                                 for kind in ("challenge", "solution")}})
    return found
