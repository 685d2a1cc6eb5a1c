"""What an exporter is given: the board's content, the reader's words, what of it is wanted and how."""
from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .model import Content, Model, Scope, build
from .words import Words


@dataclass
class Job:
    """`options`: `comments` (are they in the report), `separator` of CSV, `fonts` (further folders of fonts), and what one
    format alone knows. `remarks` are for the person who asked: `[key of a word, values]` of what the file does not hold.
    `bilingual`: under a note stands what was made of it in the reader's language."""
    content: Content
    words: Words
    scope: Scope = field(default_factory=Scope)
    options: dict[str, Any] = field(default_factory=dict)
    remarks: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    bilingual: bool = False

    @cached_property
    def model(self) -> Model:
        return build(self.content, self.words, self.scope, comments=bool(self.options.get("comments")), bilingual=self.bilingual)

    def remark(self, key: str, **values: Any) -> None:
        self.remarks.append((key, values))
