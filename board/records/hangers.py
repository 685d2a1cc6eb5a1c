"""What hangs on a note and is seen only with it: its answers, comments, reactions and translations."""
from __future__ import annotations

from typing import Any

from ..secrecy import OTHERS, Tag, blank, is_open, only, sees
from ..working_set import WorkingSet

Record = dict[str, Any]
NOBODY = ""
Seen = list[tuple[str, Record, Tag]]


def seen(work: WorkingSet, note: Record) -> Seen:
    """What hangs on the note, and who sees each now."""
    found = [("answer", each) for end in ("solution", "challenge") for each in work.find("answer", **{end: note["id"]})]
    found += [("comment", each) for each in work.find("comment", note=note["id"]) if each["deleted_at"] is None]
    found += [(name, each) for name in ("reaction", "translation") for each in work.find(name, note=note["id"])]
    return [(name, record, audience(work, name, record)) for name, record in found]


def seen_answers(work: WorkingSet) -> Seen:
    """All answers of the board, and who sees each now."""
    return [("answer", record, audience(work, "answer", record)) for record in work.find("answer")]


def drop_with(work: WorkingSet, note: Record) -> None:
    """A note goes from the tables for good, with all that hangs on it."""
    for name, ends in (("answer", ("solution", "challenge")), ("comment", ("note",)), ("reaction", ("note",)),
                       ("translation", ("note",))):
        for end in ends:
            for each in work.find(name, **{end: note["id"]}):
                work.drop(name, each["id"])
    work.drop("note", note["id"])


def tell(context: Any, before: Seen) -> None:
    """Send what hangs on a note to those who see it now and did not `before`, and take it from the others. All of it is
    kept in any case, so that it can come back."""
    for name, record, was in before:
        now = audience(context.work, name, record)
        if now == was:
            continue
        if was != NOBODY and now is not None:
            context.send(["remove", name, record["id"]], OTHERS if was is None else was)
        if now != NOBODY:
            # What nobody saw counts as made anew: that it went may stand in the history as if it were for good.
            appear(context, name, record, now, new=was == NOBODY)


def appear(context: Any, name: str, record: Record, tag: Tag, *, new: bool = False) -> None:
    """Send the whole record to its audience. `new`: it has only now been made."""
    from . import TYPES
    view = TYPES[name].view(record)
    if tag is not None:
        context.send(["add", name, view], tag)
    elif record.get("anonymous"):
        context.send(["add", name, view], only(record["seat"]))
        context.send(["add", name, TYPES[name].view(blank(record))], OTHERS)
    else:
        context.send(["add", name, view], None if new else OTHERS)


def audience(work: WorkingSet, name: str, record: Record) -> Tag:
    """Who sees a record that hangs on notes: everybody (None), one seat, or nobody ("")."""
    notes = [work.get("note", record[end]) for end in (("solution", "challenge") if name == "answer" else ("note",))]
    if all(is_open(note) for note in notes):
        return None
    if name != "answer" or any(note is None or note["hidden"] for note in notes):
        return NOBODY
    writer = next(note["seat"] for note in notes if not is_open(note))      # type: ignore[index]
    return only(writer) if all(sees(note, writer) for note in notes) else NOBODY
