"""What every record type has in common: the closed set of fields, and `set` of the fields one may set."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..protocol import Reason, Refused, Step
from ..rights import Right, require
from ..secrecy import Tag
from ..working_set import WorkingSet
from .fields import Field

Record = dict[str, Any]


@dataclass
class Context:
    """A change being applied: on which records, by whom, when. What it does is gathered in `steps`, with one tag for each
    (see `secrecy`). `quiet`: nobody is told who did it. `foreign_removals` counts notes of others taken away."""
    work: WorkingSet
    seat: Record
    now: str
    limits: dict[str, int]
    steps: list[Step] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    quiet: bool = False
    foreign_removals: int = 0
    mark: str = ""          # why the moment before deserves a name, where the steps do not say it themselves

    @property
    def board(self) -> Record:
        return self.work.board

    def send(self, step: Step, tag: Tag = None) -> None:
        self.steps.append(step)
        self.tags.append(tag)

    def require(self, right: Right, record: Record | None = None, *within: Record | None) -> None:
        require(right, self.seat, self.board, record, within=within, now=self.now)

    @property
    def facilitates(self) -> bool:
        return self.seat["role"] == "facilitator"


@dataclass(frozen=True)
class RecordType:
    """A type with its fields by name. Subclasses say what `add` and `remove` mean; by default neither is possible."""
    name: str
    fields: dict[str, Field] = field(default_factory=dict)

    def add(self, context: Context, given: Record) -> None:
        raise Refused(Reason.FORBIDDEN)

    def remove(self, context: Context, record_id: str) -> None:
        raise Refused(Reason.FORBIDDEN)

    def set(self, context: Context, record_id: str, values: Record) -> None:
        record = self.find(context, record_id)
        clean = {name: self.check(name, value) for name, value in values.items()}
        self.require_for(context, record, clean)
        self.changed(context, record, clean)

    def require_for(self, context: Context, record: Record, clean: Record) -> None:
        """Raise Refused unless the seat may set all of these fields."""
        for right in sorted({self.fields[name].right or "" for name in clean}):
            if not right:
                raise Refused(Reason.INVALID, field=next(n for n in clean if self.fields[n].right is None))
            context.require(Right(right), record, *self.within(context, record))

    def within(self, context: Context, record: Record) -> tuple[Record | None, ...]:
        """The records whose lock holds for this one too."""
        return ()

    def changed(self, context: Context, record: Record, clean: Record) -> None:
        """Store checked values that the seat may set, and send them."""
        context.work.put(self.name, {**record, **clean})
        context.send(["set", self.name, record["id"], clean])

    def find(self, context: Context, record_id: str) -> Record:
        record = context.work.get(self.name, record_id)
        if record is None:
            raise Refused(Reason.NOT_FOUND, record=[self.name, record_id])
        return record

    def require_new(self, context: Context, record_id: str, most: int) -> None:
        """Raise Refused when there is a record of this id, or already `most` of them."""
        if context.work.get(self.name, record_id) is not None:
            raise Refused(Reason.INVALID, field="id")
        if context.work.count(self.name) >= most:
            raise Refused(Reason.LIMIT, limit=most)

    def view(self, record: Record) -> Record:
        return {name: record[name] for name in self.fields}

    def check(self, name: str, value: Any) -> Any:
        if name not in self.fields:
            raise Refused(Reason.MALFORMED, field=name)
        return self.fields[name].check(name, value)

    def check_new(self, given: Record) -> Record:
        """Every field a client may give at `add`, checked, defaults filled in; the server's are left out."""
        for name in given:
            if name not in self.fields:
                raise Refused(Reason.MALFORMED, field=name)
            if name != "id" and self.fields[name].right is None:
                raise Refused(Reason.INVALID, field=name)
        clean = {}
        for name, each in self.fields.items():
            if name in given:
                clean[name] = each.check(name, given[name])
            elif each.required:
                raise Refused(Reason.INVALID, field=name)
            elif each.right is not None:
                clean[name] = each.default
        return clean
