"""Taking back: a whole moment of the history, or what one person did. Both are changes like any other, made inside the
commit, so that nothing done meanwhile is overlooked; each leaves a mark from which it can be taken back in turn.

A `Plan` says for records by type and id what they should be: the whole record as it was, the fields of it to set back
(None: all that are content), or that there should be none. What is private or hidden, now or then, is left alone.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.engine import Connection

from . import history, secrecy
from .protocol import Reason, Refused, Step
from .records import TYPES, Context, hangers, note, note_text
from .sync import read_changes

Record = dict[str, Any]
Key = tuple[str, str]
CONTENT = {
    "theme": ("title", "color", "sign", "order", "locked"),
    "cluster": ("theme", "title", "x", "y", "w", "h", "collapsed", "locked"),
    "note": ("kind", "theme", "cluster", "x", "y", "z", "sdgs", "language", "status", "merged_into", "locked", "text"),
    "answer": (), "comment": ("text",), "reaction": (), "translation": ("text", "machine", "source"),
}
HANGING = ("answer", "comment", "reaction", "translation")
NOTHING = "nothing"     # the field named when there is nothing to take back


@dataclass(frozen=True)
class Wish:
    """`record` None: it should not be there. `fields` None: all of CONTENT. `guarded`: only where the record is still as it
    was `seen` (None: not there) when the wish was made."""
    record: Record | None
    fields: frozenset[str] | None = None
    guarded: bool = False
    seen: Record | None = None


Plan = dict[Key, Wish]


def plan_moment(connection: Connection, board_id: str, seq: int) -> Plan:
    """Everything as it was at that number; what is there now and was not then is found when the plan is carried out."""
    then = history.read_moment(connection, board_id, seq)
    plan = {(name, i): Wish(record) for name in CONTENT for i, record in then[name].items()}
    plan["board", board_id] = Wish(then["board"][board_id], frozenset({"title"}))
    return plan


def plan_undo(connection: Connection, board_id: str, seat_id: str, since: str) -> Plan:
    """What the seat did from that time on and nobody has changed after it. Changes that tell nobody their author, and what
    only the seat itself sees, stay: taking them back would tell whose they are."""
    first, last = history.bounds(connection, board_id)
    changes = [each for each in read_changes(connection, board_id, first, last) if each["at"] >= since]
    if not changes:
        return {}
    tables = history.read_moment(connection, board_id, changes[0]["seq"] - 1)
    deeds: dict[Key, _Deeds] = {}
    for change in changes:
        own = change["seat"] == seat_id and not change["quiet"]
        for step, tag in secrecy.true_tagged(change):
            if step[1] in CONTENT:
                key = step[1], step[2]["id"] if step[0] == "add" else step[2]
                mine = own and (tag is None or tag == secrecy.NOBODY)
                deeds.setdefault(key, _Deeds(key[0])).follow(step, tables[key[0]].get(key[1]), mine=mine)
            history.apply_step(tables, step, tag)
    wishes = {key: each.wish(tables[key[0]].get(key[1])) for key, each in deeds.items()}
    return {key: wish for key, wish in wishes.items() if wish is not None}


@dataclass
class _Deeds:
    """What is left of what a seat did to a record. `found`: the fields that it was the last to set, as it found them.
    `there`: the record as the seat found it when it added it (None) or removed it, if nobody did either after it."""
    name: str
    found: Record = field(default_factory=dict)
    changed: bool = False
    there: Record | None = None
    edited: bool = False        # by others, since the seat added it

    def follow(self, step: Step, now: Record | None, *, mine: bool) -> None:
        if step[0] in ("add", "remove"):
            if mine and not self.changed:
                self.there = now
            self.changed, self.edited = mine, self.edited and not mine
            return
        for each in step[3] if step[0] == "set" else ("text",):
            if each not in CONTENT[self.name]:
                continue
            if not mine:
                self.found.pop(each, None)
                self.edited = True
            elif now is not None:
                self.found.setdefault(each, now[each])

    def wish(self, end: Record | None) -> Wish | None:
        """What takes it back, from what it came to in the `end`."""
        if self.changed and self.there is None:
            return Wish(None, guarded=True, seen=end) if end is not None and not self.edited else None
        if end is not None:
            return Wish({**end, **self.found}, frozenset(self.found), guarded=True, seen=end) if self.found else None
        return Wish({**self.there, **self.found}, guarded=True) if self.changed and self.there is not None else None


def carry_out(context: Context, plan: Plan, mark: str, *, whole: bool) -> None:
    """Make the records what the plan says. `whole`: what it does not name should not be there. Raises Refused naming the
    field `nothing` when there is nothing to do."""
    if whole:
        for name in CONTENT:
            for record in context.work.live(name):
                plan.setdefault((name, record["id"]), Wish(None))
    for name in ("board", "theme", "cluster", "note", "answer", "comment", "reaction", "translation"):
        for key, wish in plan.items():
            if key[0] == name and wish.record is not None:
                _bring(context, name, key[1], wish)
    for name in ("translation", "reaction", "comment", "answer", "note", "cluster", "theme"):
        for key, wish in plan.items():
            if key[0] == name and wish.record is None:
                _take(context, name, key[1], wish)
    _mend_merges(context)
    if not context.steps:
        raise Refused(Reason.INVALID, field=NOTHING)
    context.mark = mark


def _bring(context: Context, name: str, record_id: str, wish: Wish) -> None:
    """The record is there, and its fields are as they were."""
    then, now, fields = wish.record, context.work.get(name, record_id), wish.fields
    there = now is not None and now.get("deleted_at") is None
    if then is None or wish.guarded and there != (wish.seen is not None):
        return
    if wish.guarded and there:
        fields = frozenset(each for each in fields or () if now[each] == wish.seen[each])   # type: ignore[index]
    if name == "note":
        _bring_note(context, now, then, fields)
    elif name in HANGING:
        _bring_hanging(context, name, now, then, fields)
    elif now is None:
        context.work.put(name, then)
        context.send(["add", name, TYPES[name].view(then)])
    else:
        values = _differing(name, now, then, fields)
        _set(context, name, now, values)
        if name == "cluster" and "theme" in values:
            _take_hidden_along(context, record_id, values["theme"])


def _take_hidden_along(context: Context, cluster_id: str, theme: str) -> None:
    """What is left alone in a cluster goes with it to its theme all the same."""
    for each in context.work.find("note", cluster=cluster_id):
        if not secrecy.is_open(each):
            context.work.put("note", {**each, "theme": theme})
            if each["deleted_at"] is None:
                context.send(["set", "note", each["id"], {"theme": theme}], note.audience(each))


def _bring_note(context: Context, now: Record | None, then: Record, fields: frozenset[str] | None) -> None:
    if now is None or now["private"] or now["hidden"] or then["private"] or then["hidden"]:
        return
    values = _differing("note", now, then, fields)
    text = values.pop("text", None)
    if context.work.get("theme", values.get("theme", now["theme"])) is None:
        values["theme"] = context.work.themes()[0]["id"]
    cluster = context.work.get("cluster", values.get("cluster", now["cluster"]))
    if cluster is None or cluster["theme"] != values.get("theme", now["theme"]):
        values["cluster"] = ""
    if now["deleted_at"] is not None:
        hanging = hangers.seen(context.work, now)
        now = {**now, **values, "deleted_at": None, "deleted_by": None}
        context.work.put("note", now)
        note.appear(context, now, touched=False)
        hangers.tell(context, hanging)
    else:
        values = {field: value for field, value in values.items() if now[field] != value}
        _set(context, "note", now, values)
        now = {**now, **values}
    if text is not None:
        note_text.put(context, now, note_text.splice(now["text"], text), text)


def _bring_hanging(context: Context, name: str, now: Record | None, then: Record, fields: frozenset[str] | None) -> None:
    if now is not None and now.get("deleted_at") is None:
        if hangers.audience(context.work, name, now) is None:
            _set(context, name, now, _differing(name, now, then, fields))
        return
    if name == "answer" and context.work.find("answer", solution=then["solution"], challenge=then["challenge"]):
        return
    if name == "reaction" and context.work.find("reaction", note=then["note"], sign=then["sign"], seat=then["seat"]):
        return
    if name == "translation" and context.work.find("translation", note=then["note"], language=then["language"]):
        return
    if now is None and then.get("seat") and context.work.get("seat", then["seat"]) is None:
        return          # whose it was has been erased since
    record = {**now, **_differing(name, now, then, fields), "deleted_at": None} if now is not None else then
    if hangers.audience(context.work, name, record) is not None:
        return
    context.work.put(name, record)
    hangers.appear(context, name, record, None, new=True)


def _take(context: Context, name: str, record_id: str, wish: Wish) -> None:
    """The record goes, unless something that stays needs it or it is not for everybody's eyes."""
    work, now = context.work, context.work.get(name, record_id)
    if now is None or now.get("deleted_at") is not None:
        return
    if wish.guarded and wish.seen is not None and _differing(name, now, wish.seen, None):
        return
    if name == "note":
        if not now["private"] and not now["hidden"]:
            note.discard(context, now)
        return
    if name in HANGING and hangers.audience(work, name, now) is not None:
        return
    if name == "theme" and (len(work.themes()) == 1 or work.live("note", theme=record_id) or work.find("cluster", theme=record_id)):
        return
    if name == "cluster":
        for each in work.find("note", cluster=record_id):
            work.put("note", {**each, "cluster": ""})
            if each["deleted_at"] is None:
                context.send(["set", "note", each["id"], {"cluster": ""}], note.audience(each))
    if name == "comment":
        work.put("comment", {**now, "deleted_at": context.now})
    else:
        work.drop(name, record_id)
    context.send(["remove", name, record_id])


def _mend_merges(context: Context) -> None:
    """A note merged into one that is gone, or is merged itself, stands for itself."""
    changed = {step[2]["id"] if step[0] == "add" else step[2] for step in context.steps if step[1] == "note"}
    for each in [each for i in sorted(changed) for each in (context.work.get("note", i), *context.work.find("note", merged_into=i))]:
        if each is None or not each["merged_into"] or each["deleted_at"] is not None:
            continue
        root = context.work.get("note", each["merged_into"])
        if not secrecy.is_open(root) or root["merged_into"]:   # type: ignore[index]
            _set(context, "note", each, {"merged_into": ""})


def _differing(name: str, now: Record, then: Record, fields: frozenset[str] | None) -> Record:
    wanted = fields if fields is not None else CONTENT.get(name, ())
    return {field: then[field] for field in wanted if now[field] != then[field]}


def _set(context: Context, name: str, now: Record, values: Record) -> None:
    if values:
        context.work.put(name, {**now, **values})
        context.send(["set", name, now["id"], values], note.audience(now) if name == "note" else None)

