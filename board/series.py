"""Boards that follow one another: what comes along to the next workshop, who may read the earlier boards, and copies of a board.

`readable` is said of a board as the next one is made: its content, without names, may be read by people of the later boards.
"""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import access
from .export import Content, read_content
from .export.model import last_votes
from .models_beside import Series, SeriesBoard
from .protocol import Reason, Refused, is_whole, now
from .records import origin
from .records.note import STATUSES
from .rows import TABLES

SERIES: sa.Table = Series.__table__                 # type: ignore[assignment]
PLACES: sa.Table = SeriesBoard.__table__            # type: ignore[assignment]
BOARDS: sa.Table = TABLES["board"]
CARRIES = {"everything", "unanswered", "clusters", "statuses", "top"}
MOST_TOP = 500
Record = dict[str, Any]


def check_carry(given: Any) -> Record:
    """What comes along, `{everything?, unanswered?, clusters?, statuses?: [status], top?: number}`. Raises Refused."""
    if not isinstance(given, dict) or set(given) - CARRIES:
        raise Refused(Reason.MALFORMED, field="carry")
    for name in ("everything", "unanswered", "clusters"):
        if not isinstance(given.get(name, False), bool):
            raise Refused(Reason.INVALID, field=f"carry.{name}")
    statuses, top = given.get("statuses", []), given.get("top", 0)
    if not isinstance(statuses, list) or any(each not in STATUSES for each in statuses):
        raise Refused(Reason.INVALID, field="carry.statuses")
    if not is_whole(top) or not 0 <= top <= MOST_TOP:
        raise Refused(Reason.INVALID, field="carry.top", limit=MOST_TOP)
    return {"everything": False, "unanswered": False, "clusters": False, **given, "statuses": statuses, "top": top}


def carried(content: Content, carry: Record, mapping: dict[str, str]) -> list[Record]:
    """The rows (see `imports.plan`) of the notes that come along, each with where it was. What was merged into one comes too,
    a solution with the challenge that it answers, and what notes were translated into. `mapping`: the new theme for each old one."""
    notes = content["notes"]
    root = {note["id"]: note["merged_into"] or note["id"] for note in notes}
    answers = [(root[each["solution"]], root[each["challenge"]]) for each in content["answers"]]
    chosen = _chosen(content, carry, root, answers)
    numbers = {note["id"]: number for number, note in enumerate(notes, 1)}
    titles, votes = {each["id"]: each["title"] for each in content["clusters"]}, last_votes(content)
    translations: dict[str, list[Record]] = {}
    for each in content["translations"]:
        translations.setdefault(each["note"], []).append({name: each[name] for name in ("language", "text", "machine", "source")})
    linked: dict[str, list[int]] = {}
    for solution, challenge in answers:
        linked.setdefault(solution, []).append(numbers[challenge])
    return [{
        "row": numbers[note["id"]], "text": note["text"], "kind": note["kind"], "theme": mapping.get(note["theme"], ""),
        "cluster": titles.get(note["cluster"], ""), "association": note["association"], "language": note["language"], "sdgs": note["sdgs"],
        "status": note["status"], "answers": linked.get(note["id"], []) if note["kind"] == "solution" else [], "votes": 0, "skip": "",
        "merged_into": numbers[note["merged_into"]] if note["merged_into"] else None,
        "anonymous": note["anonymous"], "translations": translations.get(note["id"], []),
        "origin": origin.of(note, content["board"], sum(votes.get(note["id"], (0, 0, 0))[:2])),
    } for note in notes if root[note["id"]] in chosen]


def _chosen(content: Content, carry: Record, root: dict[str, str], answers: list[tuple[str, str]]) -> set[str]:
    standing = [note for note in content["notes"] if not note["merged_into"]]
    if carry["everything"]:
        return {note["id"] for note in standing}
    answered = {challenge for _, challenge in answers}
    chosen = {note["id"] for note in standing
              if carry["unanswered"] and note["kind"] == "challenge" and note["id"] not in answered
              or carry["clusters"] and note["cluster"] or note["status"] in carry["statuses"]}
    votes = last_votes(content)
    by_votes = sorted((note["id"] for note in standing if sum(votes.get(note["id"], (0, 0, 0))[:2])),
                      key=lambda i: (-sum(votes[i][:2]), i))
    chosen |= set(by_votes[:carry["top"]])
    return chosen | {solution for solution, challenge in answers if challenge in chosen}


def continue_series(connection: Connection, board_id: str, next_id: str, title: str, *, readable: bool) -> None:
    """The next board takes the place after all others of the series, which begins with this one if it was in none."""
    here = connection.execute(sa.select(PLACES).where(PLACES.c.board_id == board_id)).mappings().one_or_none()
    if here is None:
        made = access.new_id()
        connection.execute(SERIES.insert(), [{"id": made, "title": title, "created_at": now()}])
        connection.execute(PLACES.insert(), [{"board_id": board_id, "series_id": made, "place": 1, "readable": readable}])
        series_id, last = made, 1
    else:
        series_id = here["series_id"]
        connection.execute(PLACES.update().where(PLACES.c.board_id == board_id).values(readable=readable))
        last = connection.execute(sa.select(sa.func.max(PLACES.c.place)).where(PLACES.c.series_id == series_id)).scalar_one()
    connection.execute(PLACES.insert(), [{"board_id": next_id, "series_id": series_id, "place": last + 1, "readable": False}])


def read_series(connection: Connection, board_id: str) -> list[Record]:
    """`[{board, title, created_at, place, readable, here}]` in order; empty for a board in none."""
    here = sa.select(PLACES.c.series_id).where(PLACES.c.board_id == board_id).scalar_subquery()
    query = sa.select(PLACES, BOARDS.c.title, BOARDS.c.created_at).join(BOARDS, BOARDS.c.id == PLACES.c.board_id).where(
        PLACES.c.series_id == here).order_by(PLACES.c.place)
    return [{"board": row["board_id"], "title": row["title"], "created_at": row["created_at"], "place": row["place"],
             "readable": row["readable"], "here": row["board_id"] == board_id} for row in connection.execute(query).mappings()]


def read_earlier(connection: Connection, board_id: str, role: str) -> list[Content]:
    """The contents, without names, of the earlier boards that this one's people may read; facilitators may read all."""
    boards = read_series(connection, board_id)
    place = next((each["place"] for each in boards if each["here"]), 0)
    return [read_content(connection, each["board"], names=False) for each in boards
            if each["place"] < place and (each["readable"] or role == "facilitator")]


def require_earlier(connection: Connection, board_id: str, other_id: str, role: str) -> Content:
    """The content of one of them. Raises Refused `not_found` for any other board."""
    for content in read_earlier(connection, board_id, role):
        if content["board"]["id"] == other_id:
            return content
    raise Refused(Reason.NOT_FOUND)


def set_readable(connection: Connection, board_id: str, *, readable: bool) -> None:
    done = connection.execute(PLACES.update().where(PLACES.c.board_id == board_id).values(readable=readable))
    if not done.rowcount:
        raise Refused(Reason.NOT_FOUND)
