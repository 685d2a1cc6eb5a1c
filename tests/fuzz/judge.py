"""What must hold when a run is over. Each fault is a sentence; none means that the run is good."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from board import checkpoints, secrecy, sync
from board.models import Note
from board.records import TYPES

from .eyes import Truth
from .journal import characters
from .records import Records, apply_step, index
from .world import World

NOTES: sa.Table = Note.__table__          # type: ignore[assignment]


def faults(world: World) -> list[str]:
    log = world.server.database.read(sync.read_changes, world.board, 0, 1_000_000)
    snapshots = {client.name: world.server.snapshot(world.board, client.token)[1] for client in world.clients}
    return [*_numbers(log), *_moments(world, log), *_replays(world, log, snapshots), *_clients(world, snapshots),
            *_journals(world, log), *_letters(world, log)]


def _numbers(log: list[Any]) -> Iterator[str]:
    if [change["seq"] for change in log] != list(range(1, len(log) + 1)):
        yield "S1: the numbers have a hole"
    names = [(change["seat"], change["change_id"]) for change in log]
    if len(set(names)) < len(names):
        yield "S4: a change took effect twice"


def _moments(world: World, log: list[Any]) -> Iterator[str]:
    """After every change each seat has been told what it may see then, neither less nor more."""
    truth = Truth(world.truth)
    told = {client.name: truth.seen_by(client.seat) for client in world.clients}
    for change in log[world.started:]:
        truth.happens([step for step, _tag in secrecy.true_tagged(change)])
        for client in world.clients:
            for step in _told(change, client.seat):
                _apply_mine(told[client.name], step, client.seat)
            may = truth.seen_by(client.seat)
            if told[client.name] != may:
                yield f"P: {client.name} was told {_difference(told[client.name], may)} at {change['seq']}"
                told[client.name] = may
        if broken := list(_rules(truth.state, change["seq"])):
            yield from broken
            return
    kept = Truth(world.server.database.read(checkpoints.read_truth, world.board))
    for name, kind in TYPES.items():
        if (known := _of_live_notes(truth.state, name, kind)) != (stored := _of_live_notes(kept.state, name, kind)):
            yield f"the {name} records are not what happened: {_difference({name: known}, {name: stored})}"


def _told(change: Any, seat: str) -> list[Any]:
    seen = secrecy.for_seat(change, seat)
    return seen["steps"] if seen else []


def _apply_mine(state: Records, step: Any, seat: str) -> None:
    """Rule P4: what comes without author and is held as one's own stays it."""
    if step[0] == "add" and step[2].get("seat") == "" and (held := state[step[1]].get(step[2]["id"])) and held["seat"] == seat:
        step = ["add", step[1], {**step[2], **{name: held[name] for name in ("seat", "association") if name in held}}]
    apply_step(state, step)


def _of_live_notes(state: Records, name: str, kind: Any) -> dict[str, Any]:
    """Answers, comments, reactions and translations of notes that are hidden or in the trash are left out: nobody misses them before they
    come back."""
    ends = {"answer": ("solution", "challenge"), "comment": ("note",), "reaction": ("note",), "translation": ("note",)}.get(name, ())
    return {key: {field: record[field] for field in kind.fields} for key, record in state[name].items()
            if all((note := state["note"].get(record[end])) and not note["hidden"] for end in ends)}


def _rules(state: Records, seq: int) -> Iterator[str]:
    board = next(iter(state["board"].values()))
    if not board["private"] and any(note["private"] for note in state["note"].values()):
        yield f"P2: a note is private at {seq} and the board is not"
    used = Counter((vote["round"], vote["seat"]) for vote in state["vote"].values() if not vote["proxy"])
    alike = Counter((vote["round"], vote["seat"], vote["target"]) for vote in state["vote"].values() if not vote["proxy"])
    rounds = state["round"]
    if any(count > rounds[key[0]]["votes"] for key, count in used.items()):
        yield f"somebody has more votes than the round gives at {seq}"
    if any(rounds[key[0]]["most"] and count > rounds[key[0]]["most"] for key, count in alike.items()):
        yield f"somebody gave one thing more votes than the round allows at {seq}"
    if sum(each["state"] == "open" for each in rounds.values()) > 1:
        yield f"two rounds are open at {seq}"
    for note in state["note"].values():
        cluster = state["cluster"].get(note["cluster"])
        if note["cluster"] and (cluster is None or cluster["theme"] != note["theme"]):
            yield f"{note['id']} is in a cluster of another theme, or of none, at {seq}"
        root = state["note"].get(note["merged_into"])
        if note["merged_into"] and (root is None or root["merged_into"]):
            yield f"{note['id']} is merged into what is none to merge into at {seq}"


def _replays(world: World, log: list[Any], snapshots: dict[str, Any]) -> Iterator[str]:
    for client in world.clients:
        state, snapshot = index(world.starts[client.name]), snapshots[client.name]
        for change in log[world.starts[client.name]["seq"]:]:
            for step in _told(change, client.seat):
                _apply_mine(state, step, client.seat)
        truth = index(snapshot)
        if (snapshot["seq"], truth) != (len(log), state):
            yield f"S8: {client.name}: the snapshot is not what its changes make: {_difference(state, truth)}"


def _clients(world: World, snapshots: dict[str, Any]) -> Iterator[str]:
    for client in world.clients:
        snapshot = snapshots[client.name]
        if client.pending:
            yield f"{client.name}: {len(client.pending)} changes never delivered"
        if client.seq != snapshot["seq"]:
            yield f"{client.name}: stands at {client.seq}, not at {snapshot['seq']}"
        if client.confirmed != index(snapshot):
            yield f"{client.name}: sees something else than the server: {_difference(client.confirmed, index(snapshot))}"


def _journals(world: World, log: list[Any]) -> Iterator[str]:
    by_seq = {change["seq"]: change for change in log}
    for client in world.clients:
        journal, stored = client.journal, {c["change_id"]: c["seq"] for c in log if c["seat"] == client.seat}
        for change_id, seq in journal.acknowledged.items():
            if stored.get(change_id) != seq:
                yield f"{client.name}: {change_id} was acknowledged as number {seq} and is stored as {stored.get(change_id)}"
        for change_id in {*journal.refused, *journal.renamed} & set(stored):
            yield f"R1: {client.name}: {change_id} was refused and took effect"
        told = {*journal.acknowledged, *journal.refused, *journal.renamed}
        if missing := set(journal.made) - told:
            yield f"{client.name}: never told what became of {sorted(missing)}"
        for seq, (change, live) in journal.applied.items():
            mine = secrecy.for_seat(by_seq[seq], client.seat) if seq in by_seq else None
            if mine != change and (live or mine is None or not _is_told_later(mine, change)):
                yield f"{client.name}: number {seq} came otherwise than it is stored"
        order = [stored[name] for name in journal.made if name in stored]
        if world.tcp_like and order != sorted(order):
            yield f"S9: {client.name}: changes took effect in another order than they were sent"


def _is_told_later(stored: Any, came: Any) -> bool:
    """Who was away need not hear the texts of what has gone since."""
    def bare(steps: list[Any]) -> list[Any]:
        return [[*step[:-1], {**step[-1], **{key: type(step[-1][key])() for key in {"text", "source"} & set(step[-1])}}]
                if isinstance(step[-1], dict) else step for step in steps if step[0] != "text"]
    return {**stored, "steps": bare(stored["steps"])} == {**came, "steps": bare(came["steps"])}


def _letters(world: World, log: list[Any]) -> Iterator[str]:
    """Every character typed is there once, or somebody deleted it, or it was given back."""
    final = world.server.database.read(lambda c: c.execute(sa.select(NOTES.c.id, NOTES.c.text).where(
        NOTES.c.board_id == world.board)).all())
    standing = [letter for _, text in final for letter in text]
    if len(set(standing)) < len(standing):
        yield "a character stands twice"
    journals = [client.journal for client in world.clients]
    rewritten = _rewritten(world, log)
    gone = set().union(*(journal.rubbed_out | journal.given_back for journal in journals)) | rewritten
    stored = {letter for change in log for letter in characters([step for step, _tag in secrecy.true_tagged(change)])}
    typed = set().union(*(journal.typed for journal in journals))
    if lost := typed - set(standing) - gone:
        yield f"{len(lost)} characters typed are lost ({len(lost & stored)} of them after they were stored)"


def _rewritten(world: World, log: list[Any]) -> set[str]:
    """What stood in a text that somebody replaced as a whole."""
    replaced = {(client.seat, change_id) for client in world.clients for change_id in client.journal.rewrites}
    truth, gone = Truth(world.truth), set()
    for change in log[world.started:]:
        for step in [step for step, _tag in secrecy.true_tagged(change)]:
            before = truth.state["note"].get(step[2], {}).get("text", "") if step[0] == "text" else ""
            truth.happens([step])
            if step[0] == "text" and (change["seat"], change["change_id"]) in replaced:
                gone |= set(before) - set(truth.state["note"][step[2]]["text"])
    return gone


def _difference(told: Records, may: Records) -> str:
    """The first few records in which two views differ."""
    found = [(f"{name} {key}", told[name].get(key), may[name].get(key)) for name in may for key in sorted({*told[name], *may[name]})
             if told[name].get(key) != may[name].get(key)]
    return "; ".join(f"{what}: {_fields(one, other)}" for what, one, other in found[:3]) or "the number alone"


def _fields(told: dict[str, Any] | None, may: dict[str, Any] | None) -> str:
    if told is None or may is None:
        return "is told" if may is None else "is not told"
    return ", ".join(f"{field} {told.get(field)!r} for {may[field]!r}" for field in may if told.get(field) != may[field])
