"""What every record type has in common: the closed set of fields, and `set` of the fields one may set."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..protocol import Reason, Refused, Step
from ..rights import Right, require
from ..working_set import WorkingSet
from .fields import Field

Record = dict[str, Any]


@dataclass
class Context:
    """A change being applied: on which records, by whom, when. `foreign_removals` counts notes of others taken away."""
    work: WorkingSet
    seat: Record
    now: str
    limits: dict[str, int]
    foreign_removals: int = 0

    @property
    def board(self) -> Record:
        return self.work.board


@dataclass(frozen=True)
class RecordType:
    """A type with its fields by name. Subclasses say what `add` and `remove` mean; by default neither is possible."""
    name: str
    fields: dict[str, Field] = field(default_factory=dict)

    def add(self, context: Context, given: Record) -> list[Step]:
        raise Refused(Reason.FORBIDDEN)

    def remove(self, context: Context, record_id: str) -> list[Step]:
        raise Refused(Reason.FORBIDDEN)

    def set(self, context: Context, record_id: str, values: Record) -> list[Step]:
        record = self.find(context, record_id)
        clean = {name: self.check(name, value) for name, value in values.items()}
        for right in {self.fields[name].right for name in clean}:
            if right is None:
                raise Refused(Reason.INVALID, field=next(n for n in clean if self.fields[n].right is None))
            require(Right(right), context.seat, context.board, record)
        return self.changed(context, record, clean)

    def changed(self, context: Context, record: Record, clean: Record) -> list[Step]:
        """Store checked values that the seat may set; what is sent out."""
        context.work.put(self.name, {**record, **clean})
        return [["set", self.name, record["id"], clean]]

    def find(self, context: Context, record_id: str) -> Record:
        record = context.work.get(self.name, record_id)
        if record is None:
            raise Refused(Reason.NOT_FOUND, record=[self.name, record_id])
        return record

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
