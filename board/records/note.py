"""Notes: challenges and solutions. Adding finds a place, removing goes to the trash, duplicates are merged.

What may be seen of a note is decided here at every change: a note that becomes visible comes as a whole, with what hangs
on it, and one that is hidden goes.
"""
from __future__ import annotations

from ..protocol import Reason, Refused
from ..rights import Right, at_least
from ..secrecy import NOBODY, OTHERS, UNKNOWN, Tag, blank, is_open, only
from . import fields, hangers, note_text
from .fields import Field
from .type import Context, Record, RecordType

MAX_TEXT = note_text.MAX_TEXT
MAX_FOREIGN_REMOVALS = 10
STATUSES = ("open", "in_progress", "solved", "key_message")
_EDIT, _MOVE, _MERGE = Right.NOTE_EDIT.value, Right.NOTE_MOVE.value, Right.NOTE_MERGE.value
_LATER = ("merged_into", "locked", "hidden")      # nothing that a new note could have


class NoteType(RecordType):
    def add(self, context: Context, given: Record) -> None:
        stored = context.work.get("note", given["id"])
        if stored is not None:
            _restore(context, stored, given)
            return
        if not at_least(context.seat["role"], "participant"):
            raise Refused(Reason.FORBIDDEN)
        record = self.check_new(given)
        for name in _LATER:
            if record[name] != self.fields[name].default:
                raise Refused(Reason.INVALID, field=name)
        record.update(text_rev=0, private=context.board["private"], anonymous=UNKNOWN[context.board["authors"]], origin=None,
                      seat=context.seat["id"], association=context.seat["association"],
                      created_at=context.now, edited_at=context.now, deleted_at=None, deleted_by=None)
        _check_place(context, record, record)
        context.require(Right.NOTE_ADD, record, *self.within(context, record))
        _require_room(context)
        _find_place(context, record)
        if record["z"] is None:
            record["z"] = context.work.top_z() + 1
        context.work.put("note", record)
        appear(context, record)

    def set(self, context: Context, record_id: str, values: Record) -> None:
        record = self.find(context, record_id, moderating=set(values) == {"hidden"})
        clean = {name: self.check(name, value) for name, value in values.items()}
        self.require_for(context, record, clean)
        _check_place(context, record, clean)
        _check_kind(context, record, clean)
        touch(context, record)
        new_text = clean.pop("text", None)
        if {self.fields[name].right for name in clean} & {_EDIT}:
            clean["edited_at"] = context.now
        if clean.get("merged_into"):
            _check_merge(context, record, clean["merged_into"])
        if clean:
            _store(context, record, clean)
        record = {**record, **clean}
        if new_text is not None and new_text != record["text"]:
            note_text.put(context, record, note_text.splice(record["text"], new_text), new_text)
        elif not clean:      # the text that is there already: accepted, and nothing to do
            context.send(["set", "note", record_id, {"edited_at": record["edited_at"]}], audience(record))
        if clean.get("merged_into"):
            for child in context.work.find("note", merged_into=record_id):
                _set(context, child, {"merged_into": clean["merged_into"]})

    def remove(self, context: Context, record_id: str) -> None:
        record = self.find(context, record_id, moderating=True)
        context.require(Right.NOTE_REMOVE, record, *self.within(context, record))
        if record["seat"] != context.seat["id"] and not context.facilitates:
            context.foreign_removals += 1
            if context.foreign_removals > MAX_FOREIGN_REMOVALS:
                raise Refused(Reason.FORBIDDEN, limit=MAX_FOREIGN_REMOVALS)
        touch(context, record)
        discard(context, record)

    def within(self, context: Context, record: Record) -> tuple[Record | None, ...]:
        return record, context.work.get("theme", record["theme"]), context.work.get("cluster", record["cluster"])

    def find(self, context: Context, record_id: str, *, moderating: bool = False) -> Record:
        """The note if the seat may see it. `moderating`: a facilitator may act on what is hidden from facilitators too,
        if the board says so, or a facilitator hid it."""
        record = context.work.get("note", record_id)
        if record is None or not _is_known(context, record, moderating):
            raise Refused(Reason.NOT_FOUND, record=["note", record_id])
        if record["deleted_at"] is not None:
            raise Refused(Reason.GONE, record=["note", record_id])
        return record


TYPE = NoteType("note", {
    "id": Field(fields.identifier, required=True),
    "kind": Field(fields.one_of("challenge", "solution"), _EDIT, required=True),
    "theme": Field(fields.identifier, _MOVE, required=True),
    "cluster": Field(fields.identifier_or_none, _MOVE, default=""),
    "x": Field(fields.number(1_000_000), _MOVE),
    "y": Field(fields.number(1_000_000), _MOVE),
    "z": Field(fields.whole(1_000_000_000), _MOVE),
    "text": Field(note_text.TEXT, _EDIT, default=""),
    "text_rev": Field(fields.theirs),
    "sdgs": Field(fields.sdgs, _EDIT, default=[]),
    "language": Field(fields.language, _EDIT, default=""),
    "status": Field(fields.one_of(*STATUSES), _EDIT, default="open"),
    "merged_into": Field(fields.identifier_or_none, _MERGE, default=""),
    "locked": Field(fields.boolean, Right.NOTE_LOCK.value, default=False),
    "hidden": Field(fields.line(0, 200), Right.NOTE_HIDE.value, default=""),
    "private": Field(fields.theirs),
    "anonymous": Field(fields.theirs),
    "origin": Field(fields.theirs),
    "seat": Field(fields.theirs),
    "association": Field(fields.theirs),
    "created_at": Field(fields.theirs),
    "edited_at": Field(fields.theirs),
})


def touch(context: Context, note: Record) -> None:
    """A change that touches an anonymous note has no author: who may, or would, change it might be its author."""
    if note["anonymous"]:
        context.quiet = True


def audience(note: Record) -> Tag:
    return None if is_open(note) else only(note["seat"])


def reveal(context: Context) -> None:
    """Every private note becomes visible to all. Nothing but answers hangs on private notes, so these are looked through
    once: there may be a thousand notes."""
    hanging = hangers.seen_answers(context.work)
    for note in context.work.live("note", private=True):
        _turn(context, note, {**note, "private": False}, {"private": False})
    hangers.tell(context, hanging)


def discard(context: Context, note: Record) -> None:
    """To the trash; what was merged into it stands for itself again."""
    hanging = hangers.seen(context.work, note)
    told = note["anonymous"] or not context.quiet       # who deletes an anonymous note is blanked when the trash is read
    context.work.put("note", {**note, "deleted_at": context.now, "deleted_by": context.seat["id"] if told else ""})
    context.send(["remove", "note", note["id"]], audience(note))
    hangers.tell(context, hanging)
    _let_go(context, note)


def appear(context: Context, note: Record, *, touched: bool = True) -> None:
    """Send a note that is new to those who may see it. `touched`: by somebody who could be its author."""
    view = TYPE.view(note)
    if not is_open(note):
        context.send(["add", "note", view], only(note["seat"]))
    elif note["anonymous"]:
        context.quiet = context.quiet or touched
        context.send(["add", "note", view], only(note["seat"]))
        context.send(["add", "note", TYPE.view(blank(note))], OTHERS)
    else:
        context.send(["add", "note", view])


def _store(context: Context, before: Record, values: Record) -> None:
    """Change a note and tell everybody what becomes of what they see: it changes, goes or comes."""
    after = {**before, **values}
    turns = {"private", "hidden"} & set(values)
    hanging = hangers.seen(context.work, before) if turns else []
    _turn(context, before, after, values)
    hangers.tell(context, hanging)
    if turns and not is_open(after):
        _let_go(context, before)


def _turn(context: Context, before: Record, after: Record, values: Record) -> None:
    context.work.put("note", after)
    step = ["set", "note", before["id"], values]
    if is_open(before) == is_open(after):
        context.send(step, audience(after))
    elif is_open(after):      # the same for all, so that a reveal is one message: its author knows it for its own
        context.send(step, NOBODY)
        context.send(["add", "note", TYPE.view(blank(after))], OTHERS)
    else:
        context.send(step, only(before["seat"]))
        context.send(["remove", "note", before["id"]], OTHERS)


def _set(context: Context, note: Record, values: Record) -> None:
    context.work.put("note", {**note, **values})
    if note["deleted_at"] is None:
        touch(context, note)
        context.send(["set", "note", note["id"], values], audience(note))


def _let_go(context: Context, note: Record) -> None:
    for child in context.work.find("note", merged_into=note["id"]):
        _set(context, child, {"merged_into": ""})


def _is_known(context: Context, record: Record, moderating: bool) -> bool:
    if record["seat"] == context.seat["id"] or not record["private"] and not record["hidden"]:
        return True
    if not moderating or not context.facilitates:
        return False
    return not record["private"] or context.board["moderate"]


def _right_to_restore(context: Context, record: Record) -> Right:
    """Who removed a note takes that back by the right to remove it; anybody else's trash is its author's."""
    if record["deleted_at"] is None:
        return Right.NOTE_ADD
    return Right.NOTE_REMOVE if record["deleted_by"] == context.seat["id"] else Right.NOTE_RESTORE


def _restore(context: Context, record: Record, given: Record) -> None:
    if not _is_known(context, record, True):
        raise Refused(Reason.INVALID, field="id")
    context.require(_right_to_restore(context, record), record, *TYPE.within(context, record))
    if record["deleted_at"] is None:
        raise Refused(Reason.INVALID, field="id")
    for name, value in given.items():       # has no effect, but must be of the protocol
        TYPE.check(name, value)
    _require_room(context)
    record = {**record, "deleted_at": None, "deleted_by": None, "private": record["private"] and context.board["private"]}
    if context.work.get("theme", record["theme"]) is None:
        record["theme"] = context.work.themes()[0]["id"]
        record["x"], record["y"] = context.work.free_place(record["theme"])
    cluster = context.work.get("cluster", record["cluster"])
    if cluster is None or cluster["theme"] != record["theme"]:
        record["cluster"] = ""
    root = context.work.get("note", record["merged_into"])
    if not is_open(root) or root["merged_into"]:      # type: ignore[index]
        record["merged_into"] = ""
    hanging = hangers.seen(context.work, record)
    context.work.put("note", record)
    touch(context, record)
    appear(context, record)
    hangers.tell(context, hanging)


def _require_room(context: Context) -> None:
    if context.work.count("note") >= context.limits["notes"]:
        raise Refused(Reason.LIMIT, limit=context.limits["notes"])


def _find_place(context: Context, record: Record) -> None:
    """A new note without a place gets a free one; so does a private one whose place is taken, perhaps by a note that its
    author cannot see."""
    taken = record["private"] and record["x"] is not None and record["y"] is not None and \
        context.work.is_taken(record["theme"], record["x"], record["y"])
    if record["x"] is None or record["y"] is None or taken:
        record["x"], record["y"] = context.work.free_place(record["theme"])


def _check_place(context: Context, record: Record, clean: Record) -> None:
    """Theme and cluster as they will be: there, belonging together, not locked. A note that changes its theme leaves its
    cluster."""
    theme_id = clean.get("theme", record["theme"])
    theme = context.work.get("theme", theme_id)
    if theme is None:
        raise Refused(Reason.INVALID, field="theme")
    if theme_id != record["theme"] and record["cluster"] and "cluster" not in clean:
        clean["cluster"] = ""
    cluster = None
    if clean.get("cluster"):
        cluster = context.work.get("cluster", clean["cluster"])
        if cluster is None:
            raise Refused(Reason.GONE, record=["cluster", clean["cluster"]])
        if cluster["theme"] != theme_id or record["private"]:
            raise Refused(Reason.INVALID, field="cluster")
    locked = theme["locked"] and theme_id != record["theme"] or cluster is not None and cluster["locked"]
    if locked and not context.facilitates:
        raise Refused(Reason.LOCKED)


def _check_kind(context: Context, record: Record, clean: Record) -> None:
    """What is linked or merged keeps its kind: a solution answers challenges, and only alike notes are one."""
    if clean.get("kind", record["kind"]) == record["kind"]:
        return
    work, note_id = context.work, record["id"]
    if record["merged_into"] or work.find("note", merged_into=note_id) or work.find("answer", solution=note_id) \
            or work.find("answer", challenge=note_id):
        raise Refused(Reason.INVALID, field="kind")


def _check_merge(context: Context, record: Record, into: str) -> None:
    root = TYPE.find(context, into)
    apart = root["id"] == record["id"] or root["kind"] != record["kind"] or root["merged_into"]
    if apart or record["private"] or root["private"] or not is_open(record) or not is_open(root):
        raise Refused(Reason.INVALID, field="merged_into")
    context.require(Right.NOTE_MERGE, root, *TYPE.within(context, root))
