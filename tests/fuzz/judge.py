"""What must hold when a run is over. Each fault is a sentence; none means that the run is good."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import sqlalchemy as sa

from board.models import Change, Note

from .journal import characters
from .records import apply_step, index
from .world import World

CHANGES: sa.Table = Change.__table__      # type: ignore[assignment]
NOTES: sa.Table = Note.__table__          # type: ignore[assignment]


def faults(world: World) -> list[str]:
    log = world.server.database.read(_log, world.board)
    snapshot = world.server.snapshot(world.board, world.clients[0].token)[1]
    return [*_numbers(log), *_replay(world, log, snapshot), *_clients(world, snapshot), *_journals(world, log), *_letters(world, log)]


def _log(connection: Any, board: str) -> list[dict[str, Any]]:
    rows = connection.execute(sa.select(CHANGES).where(CHANGES.c.board_id == board).order_by(CHANGES.c.seq)).mappings()
    return [{"seq": row["seq"], "change_id": row["change_id"], "seat": row["seat_id"], "at": row["at"],
             "steps": orjson.loads(row["steps"])} for row in rows]


def _numbers(log: list[Any]) -> Iterator[str]:
    if [change["seq"] for change in log] != list(range(1, len(log) + 1)):
        yield "S1: the numbers have a hole"
    names = [(change["seat"], change["change_id"]) for change in log]
    if len(set(names)) < len(names):
        yield "S4: a change took effect twice"


def _replay(world: World, log: list[Any], snapshot: Any) -> Iterator[str]:
    state = index(world.start["records"])
    for change in log[world.start["seq"]:]:
        for step in change["steps"]:
            apply_step(state, step)
    if (snapshot["seq"], index(snapshot["records"])) != (len(log), state):
        yield "S8: the snapshot is not what its changes make"


def _clients(world: World, snapshot: Any) -> Iterator[str]:
    truth = index(snapshot["records"])
    for client in world.clients:
        if client.pending:
            yield f"{client.name}: {len(client.pending)} changes never delivered"
        if client.seq != snapshot["seq"]:
            yield f"{client.name}: stands at {client.seq}, not at {snapshot['seq']}"
        if client.confirmed != truth:
            yield f"{client.name}: sees something else than the server"


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
        for seq, change in journal.applied.items():
            if by_seq.get(seq) != change:
                yield f"{client.name}: number {seq} came otherwise than it is stored"
        order = [stored[name] for name in journal.made if name in stored]
        if world.tcp_like and order != sorted(order):
            yield f"S9: {client.name}: changes took effect in another order than they were sent"


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
    stored = {letter for change in log for letter in characters([s for s in change["steps"] if s[1] == "note"])}
    typed = set().union(*(journal.typed for journal in journals))
    if lost := typed - set(standing) - gone:
        yield f"{len(lost)} characters typed are lost ({len(lost & stored)} of them after they were stored)"


def _rewritten(world: World, log: list[Any]) -> set[str]:
    """What stood in a text that somebody replaced as a whole."""
    replaced = {(client.seat, change_id) for client in world.clients for change_id in client.journal.rewrites}
    state, gone = index(world.start["records"]), set()
    for change in log[world.start["seq"]:]:
        for step in change["steps"]:
            before = state["note"].get(step[2], {}).get("text", "") if step[0] == "text" else ""
            apply_step(state, step)
            if step[0] == "text" and (change["seat"], change["change_id"]) in replaced:
                gone |= set(before) - set(state["note"][step[2]]["text"])
    return gone
