"""A simulated person's browser: confirmed records, pending changes on top, one line of numbers in, changes of mine out.

`broken` takes out one of the things that make it safe: "gap" (applies what comes, whatever it comes `after`), "resend" (what
was under way when the connection broke is thought delivered), "catch-up" (believes it missed nothing), "repeats" (applies a
number twice), "own" (takes a note of its own that comes without its author for somebody else's).
"""
from __future__ import annotations

import base64
import copy
import functools
import gzip
import random
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

from board import text as texts

from .entry import Entry
from .journal import Journal, characters
from .records import Records, apply_step, guess_step, index

PATIENCE = 40       # ticks without an answer, then send again
RETRY_AFTER = 25    # more than the slowest way to the server and back
AGAIN = {"too_fast", "storage", "unavailable"}


class Way(Protocol):
    """The world around a client. `get` fetches "changes" or "snapshot" and calls `arrive(status, answer)`, if it arrives."""
    now: int

    def send(self, client: Client, event: str, payload: Any) -> None: ...
    def get(self, client: Client, what: str, arrive: Any) -> None: ...
    def connect(self, client: Client) -> None: ...
    def disconnect(self, client: Client) -> None: ...


@dataclass
class Client:
    name: str
    seat: str
    token: str
    board: str
    way: Way
    rng: random.Random
    broken: frozenset[str] = frozenset()
    confirmed: Records = field(default_factory=dict)
    seq: int = -1
    pending: list[Entry] = field(default_factory=list)
    journal: Journal = field(default_factory=Journal)
    connection: str = ""            # "" while there is none
    joined: bool = False
    asked_at: int = 0
    fetching: int | None = None
    high: int = 0
    paused_until: int = 0
    asks_again_at: int = 0
    kept_texts: dict[str, str] = field(default_factory=dict)
    _names: int = 0

    # --- what is seen

    def view(self) -> Records:
        seen = {name: dict(table) for name, table in self.confirmed.items()}
        for entry in self.pending:
            for step in entry.steps:
                guess_step(seen, step)
        return seen

    def base_text(self, note: str) -> str:
        """The text below my typing."""
        if note in self.confirmed["note"]:
            return self.confirmed["note"][note]["text"]
        added = [step[2].get("text", "") for entry in self.pending for step in entry.steps
                 if step[0] == "add" and step[2]["id"] == note and "kind" in step[2]]
        return added[0] if added else self.kept_texts.get(note, "")

    def typing(self, note: str) -> list[Entry]:
        return [entry for entry in self.pending if entry.typing_on() == note]

    # --- what I do

    def change(self, *steps: Any) -> None:
        self.pending.append(Entry(self._name(), [copy.deepcopy(step) for step in steps]))
        self.journal.typed |= characters(list(steps))
        self.pump()

    def type(self, note: str, delta: list[Any]) -> None:
        """One delta under way and one that gathers what is typed meanwhile."""
        self.journal.typed |= characters([["text", "note", note, 0, delta]])
        mine = self.typing(note)
        if mine and mine[-1].sent is None and mine[-1] is self.pending[-1]:
            mine[-1].steps[0][4] = texts.compose(mine[-1].steps[0][4], delta)
        else:
            self.pending.append(Entry(self._name(), [["text", "note", note, 0, delta]]))
        self.pump()

    # --- sending

    def pump(self) -> None:
        if not self.joined or self.way.now < self.paused_until:
            return
        for entry in list(self.pending):
            if entry.flying or entry.seq is not None or entry not in self.pending:
                continue
            note = entry.typing_on()
            if note is not None and entry.sent is None and not self._may_type(entry, note):
                break
            if entry.sent is None:
                self._freeze(entry)
            entry.flying, entry.sent_at = True, self.way.now
            self.way.send(self, "change", {"change_id": entry.change_id, "steps": entry.sent})

    def _may_type(self, entry: Entry, note: str) -> bool:
        earlier = self.pending[:self.pending.index(entry)]
        if any(each.shapes(note) for each in earlier):
            return False
        known = self.confirmed["note"].get(note)
        if known is None:          # somebody deleted it: my words come back to me
            self._give_back(entry)
            self.journal.abandoned.add(entry.change_id)
            return False
        return known["text_rev"] >= entry.not_before_rev

    def _freeze(self, entry: Entry) -> None:
        for step in entry.steps:
            if step[0] == "text":
                step[3] = self.confirmed["note"][step[2]]["text_rev"]
        entry.sent = copy.deepcopy(entry.steps)
        self.journal.made.append(entry.change_id)
        if any(step[0] == "set" and "text" in step[3] for step in entry.steps):
            self.journal.rewrites.add(entry.change_id)

    def tick(self) -> None:
        if not self.connection:
            return
        if not self.joined:
            if self.asked_at + PATIENCE < self.way.now:
                self.way.disconnect(self)
            return
        if "resend" not in self.broken:
            for entry in self.pending:
                if entry.flying and entry.sent_at + PATIENCE < self.way.now:
                    self._send_all_again()
                    break
        if self.high > self.seq:
            self._catch_up()
        self.pump()

    def _send_all_again(self) -> None:
        for entry in self.pending:
            entry.flying = False

    # --- the connection

    def connected(self, connection: str) -> None:
        self.connection, self.joined, self.asked_at = connection, False, self.way.now
        if self.seq < 0:
            self._reload()
        else:
            self._join()

    def disconnected(self) -> None:
        self.connection, self.joined, self.fetching = "", False, None
        if "resend" in self.broken:
            for entry in [each for each in self.pending if each.flying]:
                self._settle(entry)
                self.journal.acknowledged.setdefault(entry.change_id, 0)

    def _join(self) -> None:
        self.asked_at = self.way.now
        self.way.send(self, "join", {"board": self.board, "since": self.seq})

    def hear(self, event: str, message: Any) -> None:
        if event == "join":
            if not message["ok"]:
                self.way.disconnect(self)
            elif not self.joined:
                self._joined(message)
        elif event == "changes" and self.joined:
            self._take(message, live=True)
        elif event == "outcome":
            self._answered(message)

    def _joined(self, answer: Any) -> None:
        self.joined = True
        self._send_all_again()
        if "catch-up" in self.broken:
            self.seq = answer["seq"]
        elif answer.get("reload"):
            self.high = max(self.high, answer["seq"])
            self._reload()
        else:
            self._take(answer)
        self.pump()

    # --- numbers

    def _take(self, message: Any, *, live: bool = False) -> None:
        """Rule S5: what the message does not contain of its numbers is nothing to me."""
        if message.get("after", self.seq) <= self.seq or "gap" in self.broken:
            for change in _unpacked(message):
                if change["seq"] > self.seq or "repeats" in self.broken:
                    self.journal.applied[change["seq"]] = (change, live)
                    self._confirm(change)
            self.seq = max(self.seq, message["seq"])
        self._reach(message["seq"])

    def _reach(self, seq: int) -> None:
        self.high = max(self.high, seq)
        if self.high > self.seq:
            self._catch_up()
        for entry in [each for each in self.pending if each.seq is not None and each.seq <= self.seq]:
            self._settle(entry)
        self.pump()

    def _catch_up(self) -> None:
        if self.broken & {"catch-up", "gap"} or self._is_fetching() or self.way.now < self.asks_again_at:
            return
        self.asks_again_at = self.way.now + 5
        self.fetching = self.way.now
        self.way.get(self, "changes", functools.partial(self._caught_up, self.seq))

    def _caught_up(self, since: int, status: int, answer: Any) -> None:
        self.fetching = None
        if status == 410:
            self._reload()
        elif status == 200:
            self._take({"after": since, **answer})

    def _reload(self) -> None:
        if self._is_fetching():
            return
        self.fetching = self.way.now
        self.way.get(self, "snapshot", self._loaded)

    def _is_fetching(self) -> bool:
        return self.fetching is not None and self.fetching + PATIENCE > self.way.now

    def _loaded(self, status: int, snapshot: Any) -> None:
        self.fetching = None
        if status == 200 and snapshot["seq"] > self.seq:
            notes = {entry.typing_on() for entry in self.pending} - {None}
            before = {note: self.base_text(note) for note in notes}       # type: ignore[arg-type]
            self.kept_texts |= {note: record["text"] for note, record in self.confirmed.get("note", {}).items()}
            self.confirmed, self.seq = index(snapshot), snapshot["seq"]
            for note, text in before.items():
                if note in self.confirmed["note"]:
                    self._move(self.typing(note), texts.splice(text, self.base_text(note)))     # type: ignore[arg-type]
        if self.connection and not self.joined:
            self._join()
        elif self.joined:
            self._reach(0)

    def _confirm(self, change: Any) -> None:
        mine = next((each for each in self.pending if change["seat"] == self.seat and each.change_id == change["change_id"]), None)
        if mine is not None:
            self.journal.acknowledged[mine.change_id] = change["seq"]
            self._settle(mine, change["steps"])
            return
        for step in change["steps"]:
            if step[0] == "text":
                self._move(self.typing(step[2]), step[4])
                self._apply(step)
            elif step[:2] == ["add", "note"] and self.typing(step[2]["id"]):      # it was hidden, and comes back with another text
                note = step[2]["id"]
                before = self.base_text(note)
                self._apply(step)
                self._move(self.typing(note), texts.splice(before, self.base_text(note)))
            else:
                self._apply(step)

    def _apply(self, step: Any) -> None:
        if step[0] == "remove" and step[1] == "note":
            self.kept_texts[step[2]] = self.confirmed["note"][step[2]]["text"]
        if step[0] == "add" and "own" not in self.broken:
            step = ["add", step[1], self._still_mine(step[1], step[2])]
        apply_step(self.confirmed, step)

    def _still_mine(self, name: str, record: Any) -> Any:
        """Rule P4: an `add` without author does not take from me what I hold as mine."""
        held = self.confirmed[name].get(record["id"])
        if held is None or record.get("seat") != "" or held["seat"] != self.seat:
            return record
        return {**record, **{field: held[field] for field in ("seat", "association") if field in held}}

    # --- answers

    def _answered(self, outcome: Any) -> None:
        entry = next((each for each in self.pending if each.change_id == outcome["change_id"]), None)
        if entry is None:
            return
        reason = outcome.get("reason")
        if outcome["ok"]:
            entry.seq = outcome["seq"]
            self.journal.acknowledged[entry.change_id] = outcome["seq"]
            self._reach(outcome["seq"])
        elif reason in AGAIN or reason == "not_found" and "record" not in outcome:       # "record": not joined, says rule E2
            self.paused_until = self.way.now + RETRY_AFTER
            for each in self.pending[self.pending.index(entry):]:      # what went out behind it is answered alike (S9)
                each.flying = False
        elif reason == "stale" or self._came_too_early(entry, outcome):
            self.journal.renamed.add(entry.change_id)
            entry.change_id, entry.sent, entry.flying = self._name(), None, False
            entry.tries, entry.not_before_rev = entry.tries + 1, outcome.get("text_rev", 0)
            self._catch_up()
        else:
            self.journal.refused[entry.change_id] = reason
            self._give_back(entry)
        self.pump()

    def _came_too_early(self, entry: Entry, outcome: Any) -> bool:
        """Refused because what it is about is on its way still, sent by me."""
        if outcome.get("reason") not in ("gone", "not_found") or entry.tries > 3:
            return False
        note = outcome["record"][1]
        earlier = self.pending[:self.pending.index(entry)]
        return any(step[0] == "add" and step[2]["id"] == note for each in earlier for step in each.steps)

    def _give_back(self, entry: Entry) -> None:
        self.journal.given_back |= characters(entry.steps)
        self._settle(entry)

    def _settle(self, entry: Entry, steps: list[Any] = []) -> None:
        """Take the change off (confirming it with `steps`) and move my later typing onto what is left."""
        at = self.pending.index(entry)
        notes = {step[2]["id"] if step[0] == "add" else step[2] for step in entry.steps if step[1] == "note"}
        later = {note: [each for each in self.typing(note) if self.pending.index(each) > at] for note in notes}
        before = {note: self._text_below(note, at + 1) for note in notes if later[note]}
        self.pending.remove(entry)
        for step in steps:
            self._apply(step)
        for note, text in before.items():
            self._move(later[note], texts.splice(text, self._text_below(note, at)))

    def _text_below(self, note: str, end: int) -> str:
        text = self.base_text(note)
        for entry in self.pending[:end]:
            if entry.typing_on() == note:
                text = texts.apply(text, entry.steps[0][4])
        return text

    @staticmethod
    def _move(entries: list[Entry], delta: list[Any]) -> None:
        for entry in entries:
            step = entry.steps[0]
            step[4], delta = texts.transform(step[4], delta, "right"), texts.transform(delta, step[4], "left")

    def _name(self) -> str:
        self._names += 1
        return f"{self.name}.{self._names}"


def _unpacked(message: Any) -> list[Any]:
    """Rule S10."""
    return orjson.loads(gzip.decompress(base64.b64decode(message["packed"]))) if "packed" in message else message["changes"]
