"""A part of a board's content: the wanted notes with all that hangs on them, and nothing that names what is left out."""
from __future__ import annotations

from typing import Any

from .model import Content, Scope, chosen_by


def narrowed(content: Content, scope: Scope) -> Content:
    """What was merged into a wanted note comes along; links and results to notes outside do not. Themes, people and the
    agenda stay, for a note needs them."""
    if scope.kind == "board":
        return content
    merged: dict[str, list[str]] = {}
    for note in content["notes"]:
        if note["merged_into"]:
            merged.setdefault(note["merged_into"], []).append(note["id"])
    by_id = {note["id"]: note for note in content["notes"]}
    wanted = chosen_by(scope)
    kept: set[str] = set()
    for note in content["notes"]:
        if not note["merged_into"] and wanted({**note, "merged": [by_id[i] for i in merged.get(note["id"], ())]}):
            kept |= {note["id"], *merged.get(note["id"], ())}
    notes = [note for note in content["notes"] if note["id"] in kept]
    clusters = {note["cluster"] for note in notes} | {
        each["id"] for each in content["clusters"] if scope.kind == "theme" and each["theme"] == scope.value}
    known = kept | clusters
    return {
        **content, "notes": notes, "clusters": [each for each in content["clusters"] if each["id"] in clusters],
        "answers": [each for each in content["answers"] if each["solution"] in kept and each["challenge"] in kept],
        "comments": [each for each in content["comments"] if each["note"] in kept],
        "reactions": [each for each in content["reactions"] if each["note"] in kept],
        "translations": [each for each in content.get("translations", ()) if each["note"] in kept],
        "rounds": [each if each["results"] is None else {**each, "results": {
            **each["results"], "targets": [target for target in each["results"]["targets"] if target[0] in known]}}
            for each in content["rounds"]]}


def counted(content: Content, scope: Scope) -> dict[str, Any]:
    """What would be in a file, before it is made: numbers, and the beginning of the notes."""
    part = narrowed(content, scope)
    standing = [note for note in part["notes"] if not note["merged_into"]]
    root = {note["id"]: note["merged_into"] or note["id"] for note in content["notes"]}
    answered = {root[each["challenge"]] for each in content["answers"]}
    kinds = {kind: [note for note in standing if note["kind"] == kind] for kind in ("challenge", "solution")}
    return {
        "notes": len(standing), "merged": len(part["notes"]) - len(standing), "challenges": len(kinds["challenge"]),
        "solutions": len(kinds["solution"]), "unanswered": sum(note["id"] not in answered for note in kinds["challenge"]),
        "clusters": len(part["clusters"]), "comments": len(part["comments"]),
        "rounds": sum(each["state"] == "closed" for each in part["rounds"]),
        "associations": sorted({note["association"] for note in part["notes"] if note["association"]}, key=str.casefold),
        "themes": [{"id": theme["id"], "title": theme["title"],
                    **{kind + "s": sum(note["theme"] == theme["id"] for note in found) for kind, found in kinds.items()}}
                   for theme in part["themes"]],
        "first": [{name: note[name] for name in ("id", "kind", "text", "language", "association")} for note in standing[:5]]}
