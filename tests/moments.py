"""What happens in a session, and what is there at a moment of it: for tests of the history and of repairs."""
from __future__ import annotations

from board.repair import CONTENT

WORDS = ["budget", "datos", "البيانات", "तथ्याङ्क", "staff 👩‍🏫", "kommune", "délai"]


def content(person, records=None):
    """What a restore brings back, as this person sees it."""
    records = records or person.snapshot()["records"]
    found = {(name, each["id"]): {field: each[field] for field in fields} for name, fields in CONTENT.items() for each in records[name]}
    return found | {("board", ""): {"title": records["board"][0]["title"]}}


def moment(fatima, seq):
    answer = fatima.get(f"history/{seq}")
    assert answer.status_code == 200, answer.data
    return answer.json


def seq_of(person):
    return person.snapshot()["seq"]


def deed(chance, people, known):
    """Something somebody does; refusals are part of life."""
    who = chance.choice(people)
    notes = who.snapshot()["records"]["note"]
    clusters = who.snapshot()["records"]["cluster"]
    note, other = (chance.choice(notes)["id"] if notes else "none" for _ in range(2))
    cluster = chance.choice(clusters)["id"] if clusters else ""
    new = f"{chance.choice('nks')}{known}"
    theme = chance.choice(["data", "capacity"])
    return who, chance.choice([
        [["add", "note", {"id": new, "kind": chance.choice(["challenge", "solution"]), "theme": theme, "text": chance.choice(WORDS)}]],
        [["add", "note", {"id": new, "kind": "solution", "theme": theme, "text": chance.choice(WORDS)}],
         ["add", "answer", {"id": f"a{known}", "solution": new, "challenge": note}]],
        [["set", "note", note, {"x": chance.randrange(500), "y": chance.randrange(500), "theme": theme}]],
        [["set", "note", note, {"text": chance.choice(WORDS)}]],
        [["text", "note", note, 0, [chance.choice(WORDS)]]],
        [["set", "note", note, {"status": "solved", "sdgs": [4], "locked": chance.random() < 0.2}]],
        [["remove", "note", note]], [["add", "note", {"id": note}]],
        [["add", "cluster", {"id": f"c{known}", "theme": theme, "title": chance.choice(WORDS), "x": 0, "y": 0, "w": 200, "h": 200}]],
        [["set", "note", note, {"cluster": cluster}]], [["set", "cluster", cluster or "c", {"title": "New", "theme": theme}]],
        [["remove", "cluster", cluster or "c"]],
        [["set", "note", note, {"merged_into": other}]], [["set", "note", note, {"merged_into": ""}]],
        [["add", "comment", {"id": f"m{known}", "note": note, "text": chance.choice(WORDS)}]],
        [["add", "reaction", {"id": f"r{known}", "note": note, "sign": "like"}]],
        [["set", "theme", "data", {"title": chance.choice(WORDS)}]], [["add", "theme", {"id": f"t{known}", "title": "New"}]],
        [["set", "board", who.board.id, {"title": chance.choice(WORDS)}]],
    ])
