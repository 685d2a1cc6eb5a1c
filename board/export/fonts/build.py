"""Makes the fonts beside it from their packages; for development, nothing here runs when the board does.

    python build.py           writes them, their licences, FONTS.json and coverage.json
    python build.py --check   compares byte by byte; exit status 1 when something differs

Needs fontTools (`pip install fonttools`), npm, and Debian's fonts-noto-core in the version below. That one is old on purpose:
since 2021 the Arabic faces draw the dots as glyphs of their own, and words copied from a PDF, or searched in it, come out broken.
"""
from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
NPM = {"@expo-google-fonts/noto-sans": "0.4.2", "@expo-google-fonts/noto-sans-devanagari": "0.4.1",
       "@expo-google-fonts/noto-color-emoji": "0.4.6"}
DEBIAN, DEBIAN_VERSION = "fonts-noto-core", "20201225-1"
DEBIAN_FOLDER = Path("/usr/share/fonts/truetype/noto")
# Latin with its extensions, also African and Vietnamese; Greek; Cyrillic; punctuation, currencies, letter-like signs.
LETTERS = ((0x20, 0x52F), (0x1AB0, 0x1AFF), (0x1D00, 0x20CF), (0x2100, 0x218F), (0x2C60, 0x2C7F), (0x2DE0, 0x2E5D), (0xA640, 0xA69F),
           (0xA700, 0xA7FF), (0xAB30, 0xAB6F), (0xFB00, 0xFB06), (0xFE20, 0xFE2F), (0xFFFC, 0xFFFD))
ARROWS = ((0x2190, 0x22FF), (0x27C0, 0x27FF), (0x2900, 0x29FF), (0x2B00, 0x2B11))
SIGNS = ((0x2300, 0x23FF), (0x2500, 0x27BF), (0x2B12, 0x2BFF))
CIRCLED = ((0x2460, 0x24FF), (0x2600, 0x26FF))


@dataclass(frozen=True)
class Face:
    """`ranges`: what of it is kept; all when empty. `licence`: the file with its text."""
    file: str
    package: str
    path: str
    licence: str
    ranges: tuple[tuple[int, int], ...] = ()


FACES = (
    Face("NotoSans-Regular.ttf", "@expo-google-fonts/noto-sans", "400Regular/NotoSans_400Regular.ttf", "NotoSans-OFL.txt", LETTERS),
    Face("NotoSans-Bold.ttf", "@expo-google-fonts/noto-sans", "700Bold/NotoSans_700Bold.ttf", "NotoSans-OFL.txt", LETTERS),
    Face("NotoSansDevanagari-Regular.ttf", "@expo-google-fonts/noto-sans-devanagari", "400Regular/NotoSansDevanagari_400Regular.ttf",
         "NotoSansDevanagari-OFL.txt"),
    Face("NotoSansDevanagari-Bold.ttf", "@expo-google-fonts/noto-sans-devanagari", "700Bold/NotoSansDevanagari_700Bold.ttf",
         "NotoSansDevanagari-OFL.txt"),
    Face("NotoNaskhArabic-Regular.ttf", DEBIAN, "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-OFL.txt"),
    Face("NotoNaskhArabic-Bold.ttf", DEBIAN, "NotoNaskhArabic-Bold.ttf", "NotoNaskhArabic-OFL.txt"),
    Face("NotoSansMath-Regular.ttf", DEBIAN, "NotoSansMath-Regular.ttf", "NotoSansMath-OFL.txt", ARROWS),
    Face("NotoSansSymbols2-Regular.ttf", DEBIAN, "NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-OFL.txt", SIGNS),
    Face("NotoSansSymbols-Regular.ttf", DEBIAN, "NotoSansSymbols-Regular.ttf", "NotoSansSymbols-OFL.txt", CIRCLED),
    Face("NotoColorEmoji.ttf", "@expo-google-fonts/noto-color-emoji", "400Regular/NotoColorEmoji_400Regular.ttf", "NotoColorEmoji-OFL.txt"))


def main() -> int:
    made = build()
    if "--check" in sys.argv:
        wrong = [name for name, body in made.items() if not (HERE / name).exists() or (HERE / name).read_bytes() != body]
        print("\n".join(f"differs: {name}" for name in wrong) or f"{len(made)} files are as their packages make them")
        return bool(wrong)
    for name, body in made.items():
        (HERE / name).write_bytes(body)
    print(f"{len(made)} files, {sum(map(len, made.values())):,} bytes")
    return 0


def build() -> dict[str, bytes]:
    """All files by name."""
    made: dict[str, bytes] = {}
    record, covered = [], {}
    with tempfile.TemporaryDirectory() as folder:
        sources = {name: unpacked(name, version, Path(folder)) for name, version in NPM.items()}
        sources[DEBIAN] = debian()
        terms = (sources["@expo-google-fonts/noto-sans"] / "LICENSE_FONT").read_text("utf-8").split("\n", 1)[1]
        for face in FACES:
            source = sources[face.package] / face.path
            made[face.file], points = drawn(source, face.ranges)
            made[face.licence] = licence(face, source, sources[face.package], terms)
            covered[face.file] = spans(points)
            record.append({"file": face.file, "sha256": sha256(made[face.file]), "package": face.package,
                           "version": NPM.get(face.package, DEBIAN_VERSION), "source": face.path,
                           "source_sha256": sha256(source.read_bytes()), "licence": "OFL-1.1", "text": face.licence})
    made["FONTS.json"] = (json.dumps(record, indent=1) + "\n").encode()
    made["coverage.json"] = (json.dumps(covered, separators=(",", ":")).replace('],"', '],\n"') + "\n").encode()
    return made


def unpacked(name: str, version: str, folder: Path) -> Path:
    archive = said_by("npm", "pack", "--silent", f"{name}@{version}", "--pack-destination", str(folder)).strip()
    target = folder / name.replace("/", "-")
    with tarfile.open(folder / archive) as packed:
        packed.extractall(target, filter="data")
    return target / "package"


def debian() -> Path:
    found = said_by("dpkg-query", "-W", "-f", "${Version}", DEBIAN)
    if found != DEBIAN_VERSION:
        raise SystemExit(f"{DEBIAN} is {found}, not {DEBIAN_VERSION}: its Arabic cannot be searched in a PDF")
    return DEBIAN_FOLDER


def drawn(source: Path, ranges: tuple[tuple[int, int], ...]) -> tuple[bytes, Iterable[int]]:
    """The font with what is kept of it, and the code points it draws. The emoji are in it twice; typst takes the layers."""
    font = TTFont(source, recalcTimestamp=False)
    if "SVG " in font:
        del font["SVG "]
    if ranges:
        options = subset.Options(layout_features=["*"], hinting=False, name_IDs=["*"], name_languages=["*"], notdef_outline=True,
                                 glyph_names=False, recalc_timestamp=False)
        chooser = subset.Subsetter(options)
        chooser.populate(unicodes=[point for first, last in ranges for point in range(first, last + 1)])
        chooser.subset(font)
    body = io.BytesIO()
    font.save(body, reorderTables=False)
    return body.getvalue(), font.getBestCmap()


def licence(face: Face, source: Path, package: Path, terms: str) -> bytes:
    """Its own text; the old package has one for all, without the terms as they are printed elsewhere."""
    own = package / "LICENSE_FONT"
    if own.exists():
        return own.read_bytes()
    copyright_line = TTFont(source, lazy=True)["name"].getDebugName(0)
    return f"{copyright_line}\n{terms}".encode()


def spans(points: Iterable[int]) -> list[int]:
    """First and last of each run: `[32, 126, 160, 591]`."""
    found: list[int] = []
    for point in sorted(points):
        if found and found[-1] == point - 1:
            found[-1] = point
        else:
            found += [point, point]
    return found


def said_by(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout     # noqa: S603  # nosec B603  # run by hand, with commands of ours


def sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
