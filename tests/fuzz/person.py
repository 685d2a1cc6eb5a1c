"""What a simulated person does at the board: adds, moves, types, deletes, restores, undoes, and asks for what is forbidden;
more in `deeds` and `leading`."""
from __future__ import annotations

import functools
import random
from collections.abc import Iterator
from typing import Any

from board import text as texts

from . import deeds, leading
from .client import Client

KINDS = ("challenge", "solution")
_LETTERS = [*map(chr, range(0x61, 0x7B)), *map(chr, range(0x627, 0x63B)), *map(chr, range(0x905, 0x93A)),
            *map(chr, range(0x1F300, 0x1F5FF)), *map(chr, range(0x4E00, 0x5600))]


def letters(rng: random.Random) -> Iterator[str]:
    """Characters of several scripts, each only once in a run, so that one that is lost or doubled shows."""
    return iter(rng.sample(_LETTERS, len(_LETTERS)))


class Person:
    def __init__(self, client: Client, rng: random.Random, fresh: Iterator[str], *, facilitator: bool) -> None:
        self.client, self.rng, self._fresh, self.facilitator = client, rng, fresh, facilitator
        self.removed: list[str] = []        # comments, perhaps
        self.hidden: list[str] = []         # notes, perhaps
        self._undo: list[list[Any]] = []
        self._count = self._notes = 0
        self._deeds = [(self._adds, 14), (self._types, 30), (self._moves, 14), (self._removes, 7), (self._restores, 4),
                       (self._marks, 5), (self._rewrites, 3), (self._undoes, 9), (self._errs, 3), (self._renames_seat, 2)]
        more = [*deeds.DEEDS, *(leading.DEEDS if facilitator else [])]
        self._deeds += [(functools.partial(deed, self), weight) for deed, weight in more]
        if facilitator:
            self._deeds += [(self._rules, 6), (self._changes_themes, 6)]

    def acts(self) -> None:
        if self.client.seq < 0:
            return
        seen = self.client.view()
        deeds, weights = zip(*self._deeds, strict=True)
        self.rng.choices(deeds, weights)[0](seen)

    def new_note(self) -> dict[str, Any]:
        self._notes += 1
        return {"id": f"{self.client.name}-{self._notes}", "text": self._words(self.rng.randrange(4))}

    def names(self, what: str) -> str:
        """An id for something new."""
        self._count += 1
        return f"{self.client.name}-{what}-{self._count}"

    def some(self, seen: Any, name: str) -> str | None:
        """The id of one that I see."""
        return self.rng.choice(sorted(seen[name])) if seen[name] else None

    def somewhere(self) -> str:
        """The id of a note that somebody may have written, whether I see it or not."""
        return f"p{self.rng.randrange(4)}-{self.rng.randrange(1, 30)}"

    def _adds(self, seen: Any) -> None:
        steps = []
        for _ in range(self.rng.choice((1, 1, 1, 3))):
            note = {**self.new_note(), "kind": self.rng.choice(KINDS), "theme": self.rng.choice(list(seen["theme"]))}
            if self.rng.random() < 0.4:
                note.update(x=self.rng.randrange(900), y=self.rng.randrange(900))
            steps.append(["add", "note", note])
        self.client.change(*steps)
        self._undo.append([["remove", "note", step[2]["id"]] for step in steps])

    def _types(self, seen: Any) -> None:
        note = self._a_note(seen, typing=True)
        if note is None:
            return
        text = note["text"]
        at = self.rng.randint(0, len(text))
        gone = self.rng.choice((0, 0, 0, 1, 3))
        gone = min(gone, len(text) - at)
        new = self._words(self.rng.choice((1, 1, 2, 4)) if not gone or self.rng.random() < 0.5 else 0)
        delta = texts.splice(text, text[:at] + new + text[at + gone:])
        if delta:
            self.client.journal.rubbed_out |= set(text[at:at + gone])
            self.client.type(note["id"], delta)
            self._undo.append([["typed", note["id"], new]])

    def _moves(self, seen: Any) -> None:
        chosen = {note["id"]: note for note in (self._a_note(seen) for _ in range(self.rng.choice((1, 1, 4)))) if note}
        steps, back = [], []
        for note_id, note in chosen.items():
            fields: dict[str, Any] = {"x": self.rng.randrange(900), "y": self.rng.randrange(900)}
            if self.rng.random() < 0.3:
                fields["theme"] = self.rng.choice(list(seen["theme"]))
            steps.append(["set", "note", note_id, fields])
            back.append(["back", "note", note_id, {name: note.get(name) for name in fields}, fields])
        if steps:
            self.client.change(*steps)
            self._undo.append(back)

    def _removes(self, seen: Any) -> None:
        note = self._a_note(seen)
        if note:
            self.client.change(["remove", "note", note["id"]])
            self._undo.append([["add", "note", {"id": note["id"]}]])

    def _restores(self, seen: Any) -> None:
        gone = [note for note in self.client.kept_texts if note not in seen["note"]]
        if gone:
            self.client.change(["add", "note", {"id": self.rng.choice(sorted(gone))}])

    def _marks(self, seen: Any) -> None:
        note = self._a_note(seen)
        if note:
            fields = self.rng.choice((
                {"sdgs": sorted(self.rng.sample(range(1, 18), 2))}, {"kind": self.rng.choice(KINDS)}, {"language": "es"},
                {"status": self.rng.choice(("open", "solved", "key_message"))}))
            self.client.change(["set", "note", note["id"], fields])
            self._undo.append([["back", "note", note["id"], {name: note.get(name, []) for name in fields}, fields]])

    def _rewrites(self, seen: Any) -> None:
        note = self._a_note(seen, typing=True)
        if note and not self.client.typing(note["id"]):
            self.client.change(["set", "note", note["id"], {"text": self._words(2)}])

    def _rules(self, seen: Any) -> None:
        board_id = self.client.board
        others = [seat for seat in seen["seat"] if seat != self.client.seat]
        self.client.change(self.rng.choice((
            ["set", "board", board_id, {"edit_right": self.rng.choice(("own", "association", "everyone", "everyone"))}],
            ["set", "board", board_id, {"locked": self.rng.random() < 0.3}],
            ["set", "board", board_id, {"title": self._words(3)}],
            ["set", "seat", self.rng.choice(others), {"role": self.rng.choice(("viewer", "participant", "participant"))}])))

    def _changes_themes(self, seen: Any) -> None:
        self._count += 1
        theme = self.rng.choice(list(seen["theme"]))
        self.client.change(self.rng.choice((
            ["add", "theme", {"id": f"theme-{self._count}", "title": "Another"}],
            ["set", "theme", theme, {"title": self._words(2), "order": self.rng.randrange(9)}],
            ["remove", "theme", theme])))

    def _renames_seat(self, seen: Any) -> None:
        self.client.change(["set", "seat", self.client.seat, {"name": self._words(2)}])

    def _errs(self, seen: Any) -> None:
        self.client.change(self.rng.choice((
            ["set", "note", "nowhere", {"x": 1}], ["set", "board", self.client.board, {"title": ""}],
            ["remove", "theme", "nowhere"], ["set", "seat", self.client.seat, {"role": "facilitator"}])))

    def _undoes(self, seen: Any) -> None:
        """Set back only what still has my value; of my typing, what still stands."""
        while self._undo:
            steps = []
            for atom in reversed(self._undo.pop()):
                record = seen["note"].get(atom[2]["id"] if atom[0] == "add" else atom[1] if atom[0] == "typed" else atom[2])
                if atom[0] == "typed":
                    if record and set(atom[2]) & set(record["text"]) and self._may_type(atom[1]):
                        self._untypes(atom[1], record["text"], set(atom[2]))
                        return
                elif atom[0] == "back":
                    fields = {name: value for name, value in atom[3].items() if record and record.get(name) == atom[4][name]}
                    if fields and None not in fields.values() and fields.get("theme") in (None, *seen["theme"]):
                        steps.append(["set", atom[1], atom[2], fields])
                elif (record is None) == (atom[0] == "add"):
                    steps.append(atom)
            if steps:
                self.client.change(*steps)
                return

    def _untypes(self, note: str, text: str, mine: set[str]) -> None:
        delta: list[Any] = []
        for letter in text:
            part = -1 if letter in mine else 1
            if delta and (delta[-1] > 0) == (part > 0):
                delta[-1] += part
            else:
                delta.append(part)
        if delta[-1] > 0:
            delta.pop()
        self.client.journal.rubbed_out |= mine
        self.client.type(note, delta)

    def _a_note(self, seen: Any, *, typing: bool = False) -> Any:
        notes = [note for note in seen["note"].values() if not typing or self._may_type(note["id"])]
        if not notes:
            return None
        mine = [note for note in notes if note["id"].startswith(self.client.name)]
        return self.rng.choice(mine if mine and not self.facilitator and self.rng.random() < 0.4 else notes)

    def _may_type(self, note: str) -> bool:
        """On a text I see, not on one that a change of mine is about to bring."""
        known = note in self.client.confirmed["note"]
        return all(entry.typing_on() or not entry.shapes(note) or not known and "kind" in entry.steps[0][2]
                   for entry in self.client.pending)

    def _words(self, count: int) -> str:
        return "".join(next(self._fresh) for _ in range(count))
