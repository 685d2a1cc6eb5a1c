"""Taking back: a whole moment of the history, or what one person did. Both are changes like any other, made inside the
commit, so that nothing done meanwhile is overlooked; each leaves a mark from which it can be taken back in turn.

A `Plan` says for records by type and id what they should be: the whole record as it was, the fields of it to set back
(None: all that are content), or that there should be none. What is private or hidden, now or then, is left alone.
"""
from __future__ import annotations

from dataclasses import dataclass
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
    "answer": (), "comment": ("text",), "reaction": (),
}
NOTHING = "nothing"     # the field named when there is nothing to take back


@dataclass(frozen=True)
class Wish:
    """`record` None: it should not be there. `fields` None: all of CONTENT."""
    record: Record | None
    fields: frozenset[str] | None = None


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
    touched: dict[Key, dict[str, bool]] = {}        # field -> was it the seat that set it last; "" stands for being there
    before: dict[Key, Record | None] = {}           # as the seat found it, field by field
    for change in changes:
        own = change["seat"] == seat_id and not change["quiet"]
        for step, tag in secrecy.true_tagged(change):
            if step[1] in CONTENT:
                key = step[1], step[2]["id"] if step[0] == "add" else step[2]
                mine = own and (tag is None or tag == secrecy.NOBODY)
                _follow(touched, before, tables, key, step, mine)
            history.apply_step(tables, step)
    plan: Plan = {}
    for key, then in before.items():
        fields = touched[key]
        content = {field: mine for field, mine in fields.items() if field in CONTENT[key[0]]}
        if fields.get("") and (then is not None or all(content.values())):
            plan[key] = Wish(then)
        elif not fields.get("") and then is not None and any(content.values()):
            plan[key] = Wish(then, frozenset(field for field, mine in content.items() if mine))
    return plan


def carry_out(context: Context, plan: Plan, mark: str, *, whole: bool) -> None:
    """Make the records what the plan says. `whole`: what it does not name should not be there. Raises Refused naming the
    field `nothing` when there is nothing to do."""
    if whole:
        for name in CONTENT:
            for record in context.work.live(name):
                plan.setdefault((name, record["id"]), Wish(None))
    for name in ("board", "theme", "cluster", "note", "answer", "comment", "reaction"):
        for key, wish in plan.items():
            if key[0] == name and wish.record is not None:
                _bring(context, name, key[1], wish)
    for name in ("reaction", "comment", "answer", "note", "cluster", "theme"):
        for key, wish in plan.items():
            if key[0] == name and wish.record is None:
                _take(context, plan, name, key[1])
    _mend_merges(context)
    if not context.steps:
        raise Refused(Reason.INVALID, field=NOTHING)
    context.mark = mark


def _follow(touched: dict[Key, dict[str, bool]], before: dict[Key, Record | None], tables: history.Tables, key: Key, step: Step,
            mine: bool) -> None:
    """Note who touches what, and how the seat found it."""
    fields, found = touched.setdefault(key, {}), tables[key[0]].get(key[1])
    if mine and key not in before:
        before[key] = found
    kept = before.get(key)
    for field in _fields_of(step):
        if mine and field not in fields and kept is not None and found is not None and field in found:
            kept = before[key] = {**kept, field: found[field]}
        fields[field] = mine


def _fields_of(step: Step) -> tuple[str, ...]:
    return tuple(step[3]) if step[0] == "set" else ("text",) if step[0] == "text" else ("",)


def _bring(context: Context, name: str, record_id: str, wish: Wish) -> None:
    """The record is there, and its fields are as they were. One that others took away stays away when only fields are
    wished for."""
    then, now = wish.record, context.work.get(name, record_id)
    assert then is not None  # noqa: S101  for the types
    if wish.fields is not None and (now is None or now.get("deleted_at") is not None):
        return
    if name == "note":
        _bring_note(context, now, then, wish.fields)
    elif name in ("answer", "comment", "reaction"):
        _bring_hanging(context, name, now, then)
    elif now is None:
        context.work.put(name, then)
        context.send(["add", name, TYPES[name].view(then)])
    else:
        _set(context, name, now, _differing(name, now, then, wish.fields))


def _bring_note(context: Context, now: Record | None, then: Record, fields: frozenset[str] | None) -> None:
    if now is None or now["private"] or now["hidden"] or then["private"] or then["hidden"]:
        return
    values = _differing("note", now, then, fields)
    text = values.pop("text", None)
    if context.work.get("theme", values.get("theme", now["theme"])) is None:
        values["theme"] = context.work.themes()[0]["id"]
    cluster = context.work.get("cluster", values.get("cluster", now["cluster"]) or "-")
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


def _bring_hanging(context: Context, name: str, now: Record | None, then: Record) -> None:
    if now is not None and now.get("deleted_at") is None:
        _set(context, name, now, _differing(name, now, then, None))
        return
    if name == "answer" and context.work.find("answer", solution=then["solution"], challenge=then["challenge"]):
        return
    if name == "reaction":
        if context.work.find("reaction", note=then["note"], sign=then["sign"], seat=then["seat"]):
            return
        then = {**then, "anonymous": "name"}      # whether it was, is not kept: nobody learns whose it is
    record = {**now, "deleted_at": None} if now is not None else then
    tag = hangers.audience(context.work, name, record)
    if tag is not None:
        return
    context.work.put(name, record)
    hangers.appear(context, name, record, None, new=True)


def _take(context: Context, plan: Plan, name: str, record_id: str) -> None:
    """The record goes, unless something that stays needs it or it is not for everybody's eyes."""
    work, now = context.work, context.work.get(name, record_id)
    if now is None or now.get("deleted_at") is not None:
        return
    if name == "note":
        if not now["private"] and not now["hidden"]:
            note.discard(context, now)
        return
    if name in ("answer", "comment", "reaction") and hangers.audience(work, name, now) is not None:
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

