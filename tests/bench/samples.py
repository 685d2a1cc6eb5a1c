"""The demo workshop as the exporters get it, with votes that were counted; and the same many times over."""
from __future__ import annotations

import random
from typing import Any

from board import demo

Content = dict[str, Any]
Record = dict[str, Any]
PURPOSE = "Prepare the five reviews together: share what is hard, propose what helps."
CLOSED = "2024-03-21T16:00:00.000Z"
APART = 200     # pixels from one further note to the next
ACROSS = 40


def workshop() -> Content:
    """As somebody takes it home who may not name people."""
    file = demo.load()
    content = {name: file[name] for name in ("themes", "clusters", "answers", "comments", "reactions", "steps")}
    chance = random.Random(4)
    notes = [{**each, "origin": None} for each in file["notes"]]
    first = [each["id"] for each in notes if each["kind"] == "challenge"][:15]
    return {
        **content, "notes": notes,
        "board": {**file["board"], "id": "workshop", "purpose": PURPOSE},
        "seats": [{**each, "name": "", "role_title": ""} for each in file["seats"]],
        "rounds": [_round("What first?", "notes", first, chance),
                   _round("Which clusters matter most?", "clusters", [each["id"] for each in content["clusters"]], chance)]}


def multiplied(count: int) -> Content:
    """So many notes: those of the workshop first, then again and again in no cluster, each a little different, for a typesetter
    remembers what it has set. Every further solution answers a further challenge."""
    content = workshop()
    own = content["notes"]
    further = [_again(own[number % len(own)], number - len(own)) for number in range(len(own), count)]
    notes = [*own, *further][:count]
    there = {each["id"] for each in notes}
    kinds = {kind: [each["id"] for each in further if each["kind"] == kind] for kind in ("challenge", "solution")}
    links = [{"id": f"again-{solution}", "solution": solution, "challenge": challenge, "created_at": CLOSED}
             for solution, challenge in zip(kinds["solution"], kinds["challenge"], strict=False)]
    return {
        **content, "notes": notes,
        "answers": [each for each in content["answers"] if each["solution"] in there and each["challenge"] in there] + links,
        **{part: [each for each in content[part] if each["note"] in there] for part in ("comments", "reactions")},
        "rounds": [{**each, "results": {**each["results"], "targets": [
            target for target in each["results"]["targets"] if each["on"] == "clusters" or target[0] in there]}}
            for each in content["rounds"]]}


def _again(note: Record, number: int) -> Record:
    down, across = divmod(number, ACROSS)
    return {**note, "id": f"again-{number}", "cluster": "", "text": f"{note['text']} ({number + 2})",
            "x": 20 + APART * across, "y": 2_000 + APART * down}


def _round(title: str, on: str, targets: list[str], chance: random.Random) -> Record:
    """Closed, with its targets from the most votes to the fewest: `[id, votes, proxy votes, associations]`."""
    counted = [[target, chance.randint(1, 20), chance.choice((0, 0, 1)), chance.randint(1, 6)] for target in targets]
    counted.sort(key=lambda each: -each[1] - each[2])
    return {"id": f"round-{on}", "title": title, "question": "", "votes": 3, "most": 0, "on": on, "kinds": [], "themes": [], "live": False,
            "state": "closed", "results": {"voters": 23, "associations": 6, "targets": counted},
            "opened_at": CLOSED, "closed_at": CLOSED, "created_at": CLOSED}
