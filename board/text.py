"""Deltas of a text, counted in code points: apply, compose, transform. The browser's twin is static/js/core/text.js.
Besides, the sum by which a translation knows its text again.

A delta is a list of: positive integer (keep so many), negative integer (delete so many), string (insert). Server-ordered
operational transform after Ellis and Gibbs (1989), in the retain/insert/delete form that Wave made common.
"""
from __future__ import annotations

from typing import Any
from zlib import crc32

MOST_SUM = 2**31 - 1
Delta = list[Any]


class BadDelta(ValueError):
    """The delta is not well formed or does not fit the text."""


def sum_of(text: str) -> int:
    """Tells whether a text is still the one that was translated. The browser's twin is in static/js/core/reading.js."""
    return crc32(text.encode("utf-8", "surrogatepass")) & MOST_SUM


def check(delta: Any) -> Delta:
    """The delta if it is well formed. Raises BadDelta."""
    previous = None
    for part in delta if isinstance(delta, list) else [None]:
        if isinstance(part, str):
            sort = "insert"
        elif isinstance(part, int) and not isinstance(part, bool) and part:
            sort = "keep" if part > 0 else "delete"
        else:
            raise BadDelta("a component is neither a number nor a string")
        if not part or sort == previous:
            raise BadDelta("an empty component, or two of the same sort in a row")
        previous = sort
    return delta


def apply(text: str, delta: Delta) -> str:
    """The text after the delta. Raises BadDelta when it reaches beyond the end."""
    parts, at = [], 0
    for part in delta:
        if isinstance(part, str):
            parts.append(part)
            continue
        if at + abs(part) > len(text):
            raise BadDelta("the delta reaches beyond the text")
        if part > 0:
            parts.append(text[at:at + part])
        at += abs(part)
    parts.append(text[at:])
    return "".join(parts)


def reach(delta: Delta) -> int:
    """How many characters of a text it goes over: the text must have as many."""
    return sum(abs(part) for part in delta if not isinstance(part, str))


def growth(delta: Delta) -> int:
    """By how many characters it makes a text longer."""
    return sum(len(part) if isinstance(part, str) else min(part, 0) for part in delta)


def compose(first: Delta, second: Delta) -> Delta:
    """One delta with the effect of `first`, then `second`."""
    result, a, b = _Builder(), _Reader(first), _Reader(second)
    while a.left or b.left:
        if isinstance(b.head, str):
            result.add(b.take())
        elif isinstance(a.head, int) and a.head < 0 or not b.left:
            result.add(a.take())
        elif not a.left:
            result.add(b.take())
        else:
            size = min(a.size, b.size)
            was, then = a.take(size), b.take(size)
            if then > 0:
                result.add(was)
            elif isinstance(was, int):
                result.add(then)
    return result.done()


def transform(delta: Delta, over: Delta, side: str) -> Delta:
    """`delta` as it reads after `over`, both made on the same text. `side` "left": at one place its insert stands first."""
    result, a, b = _Builder(), _Reader(delta), _Reader(over)
    while a.left:
        if isinstance(a.head, str) and (side == "left" or not isinstance(b.head, str)):
            result.add(a.take())
        elif isinstance(b.head, str):
            result.add(len(b.take()))
        elif not b.left:
            result.add(a.take())
        else:
            size = min(a.size, b.size)
            mine, theirs = a.take(size), b.take(size)
            if theirs > 0:
                result.add(mine)
    return result.done()


def splice(before: str, after: str) -> Delta:
    """The delta of a plain replacement: what the two share at both ends is kept."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    result = _Builder()
    for part in (start, after[start:len(after) - end], -(len(before) - end - start)):
        result.add(part)
    return result.done()


class _Reader:
    """A delta read piece by piece."""

    def __init__(self, delta: Delta) -> None:
        self._delta, self._index, self._offset = delta, 0, 0

    @property
    def left(self) -> bool:
        return self._index < len(self._delta)

    @property
    def head(self) -> Any:
        return self._delta[self._index] if self.left else None

    @property
    def size(self) -> int:
        return (len(self.head) if isinstance(self.head, str) else abs(self.head)) - self._offset

    def take(self, size: int | None = None) -> Any:
        part, size = self.head, self.size if size is None else size
        if isinstance(part, str):
            piece: Any = part[self._offset:self._offset + size]
        else:
            piece = size if part > 0 else -size
        if size == self.size:
            self._index, self._offset = self._index + 1, 0
        else:
            self._offset += size
        return piece


class _Builder:
    """Collects components: joins neighbours of one sort, puts an insert before a delete, drops a closing keep."""

    def __init__(self) -> None:
        self._parts: Delta = []

    def add(self, part: Any) -> None:
        if not part:
            return
        parts = self._parts
        if isinstance(part, str):
            at = len(parts)
            if parts and isinstance(parts[-1], int) and parts[-1] < 0:
                at -= 1
            if at and isinstance(parts[at - 1], str):
                parts[at - 1] += part
            else:
                parts.insert(at, part)
        elif parts and isinstance(parts[-1], int) and (parts[-1] > 0) == (part > 0):
            parts[-1] += part
        else:
            parts.append(part)

    def done(self) -> Delta:
        if self._parts and isinstance(self._parts[-1], int) and self._parts[-1] > 0:
            self._parts.pop()
        return self._parts
