"""Which characters there are glyphs for: of our fonts from a list made with them, of a host's from their tables (OpenType
`cmap`)."""
from __future__ import annotations

import json
import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import typst

FONTS = Path(__file__).parent / "fonts"
# What leaves no mark needs no glyph: joiners, selectors, tags (Unicode, Default_Ignorable_Code_Point), and breaks of lines.
_UNSEEN = ((0x09, 0x0D), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
           (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
           (0xFFA0, 0xFFA0), (0xE0000, 0xE0FFF))


def without_glyph(texts: Iterable[str], folders: Sequence[Path]) -> str:
    """The characters in the texts that no font draws, ours or one in the folders, each once, in order."""
    points = {ord(each) for each in set().union(*map(set, texts))}
    left = {point for point in points if not _drawn_by_ours(point)}
    for path, index in _faces(folders) if left else ():
        try:
            left = {point for point in left if not _drawn_in(path, index, point)}
        except (OSError, struct.error, IndexError):
            continue        # typst passes over a broken font as well
        if not left:
            break
    return "".join(map(chr, sorted(left)))


def _drawn_by_ours(point: int) -> bool:
    return any(first <= point <= last for first, last in _UNSEEN) or any(_inside(point, spans) for spans in _ours())


@cache
def _ours() -> tuple[list[int], ...]:
    return tuple(json.loads((FONTS / "coverage.json").read_bytes()).values())


def _inside(point: int, spans: list[int]) -> bool:
    """Spans are first, last, first, last, …"""
    at = bisect_right(spans, point)
    return at % 2 == 1 or at > 0 and spans[at - 1] == point


def _faces(folders: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    if folders:
        found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))
        yield from ((Path(each.path), each.index) for each in found.fonts() if each.path)


def _drawn_in(path: Path, index: int, point: int) -> bool:
    return any(_glyph(table, point) for table in _tables(path, index))


@cache
def _tables(path: Path, index: int) -> tuple[bytes, ...]:
    """The Unicode tables of a face that have a format in use: 4 for 16 bits, 12 for more."""
    with path.open("rb") as file:
        start = 0
        if file.read(4) == b"ttcf":     # several faces in one file
            file.seek(12 + 4 * index)
            start = struct.unpack(">I", file.read(4))[0]
        file.seek(start + 4)
        count = struct.unpack(">H6x", file.read(8))[0]
        entries = (struct.unpack(">4s4xII", file.read(16)) for _ in range(count))
        offset, length = next(((offset, length) for tag, offset, length in entries if tag == b"cmap"), (0, 0))
        file.seek(offset)
        cmap = file.read(length)
    records = [struct.unpack_from(">HHI", cmap, 4 + 8 * each) for each in range(struct.unpack_from(">H", cmap, 2)[0] if cmap else 0)]
    tables = [cmap[offset:] for platform, encoding, offset in records
              if platform == 0 and encoding != 5 or platform == 3 and encoding in (1, 10)]
    return tuple(each for each in tables if each[:2] in (b"\x00\x04", b"\x00\x0c"))


def _glyph(table: bytes, point: int) -> int:
    """The number of the glyph; 0 is none."""
    return _glyph_of_groups(table, point) if table[1] == 12 else _glyph_of_segments(table, point)


def _glyph_of_groups(table: bytes, point: int) -> int:
    low, high = 0, struct.unpack_from(">I", table, 12)[0]
    while low < high:
        middle = (low + high) // 2
        first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * middle)
        if point < first:
            high = middle
        elif point > last:
            low = middle + 1
        else:
            return int(glyph + point - first)
    return 0


def _glyph_of_segments(table: bytes, point: int) -> int:
    if point > 0xFFFF:
        return 0
    twice = struct.unpack_from(">H", table, 6)[0]
    for at in range(14, 14 + twice, 2):
        if struct.unpack_from(">H", table, at)[0] >= point:     # the first segment that ends there or later
            first, delta, offset = (struct.unpack_from(">H", table, at + 2 + each * twice)[0] for each in (1, 2, 3))
            if point < first:
                return 0
            if offset == 0:
                return int(point + delta) & 0xFFFF
            glyph = struct.unpack_from(">H", table, at + 2 + 3 * twice + offset + 2 * (point - first))[0]
            return int(glyph + delta) & 0xFFFF if glyph else 0
    return 0
