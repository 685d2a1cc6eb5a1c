"""The pictures of docs/gallery.md: what the demo workshop looks like in the formats that are looked at, in three languages.

`make gallery`. Programs that are not ours draw them: LibreOffice the office files, PDFium the PDFs, Chromium the page.
"""
from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "tests"), str(ROOT)]

import pypdfium2  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from samples import workshop  # noqa: E402

import office  # noqa: E402
from board.export.formats import FORMATS  # noqa: E402
from board.export.job import Job  # noqa: E402
from board.export.words import Words  # noqa: E402

DOCS = ROOT / "docs"
FOLDER = DOCS / "gallery"
LANGUAGES = {"en": "English", "ar": "Arabic", "ne": "Nepali"}
WIDTH, MOST = 900, 120_000      # pixels, bytes
GAP, TABLE = 12, "#8a8f98"      # between pages, and what they lie on


@dataclass(frozen=True)
class Shown:
    """`pages`: by number, from the end if negative, or the first with these words; `across` of them lie beside each other.
    `closer`: the part of a wide page to be seen in the width of the whole, too."""
    name: str
    sight: str
    pages: tuple[int | str, ...] = (0,)
    across: int = 1
    closer: tuple[float, float, float, float] | None = None


_SOLUTION = "Contar la emergencia como"
SHOWN = {
    "pdf": Shown("Report, PDF", "first page, and a theme with its challenges and solutions", (0, _SOLUTION), 2),
    "docx": Shown("Report, Word", "first page, and a theme with its challenges and solutions", (0, _SOLUTION), 2),
    "html": Shown("Report, web page", "the beginning of the page"),
    "vsr-docx": Shown("Input for a Voluntary Subnational Review, Word", "first page, and a chapter", (0, 2), 2),
    "pptx": Shown("Slides, PowerPoint", "title, a cluster with its answers, results of a vote, associations and themes", (0, 4, -5, -2), 2),
    "xlsx": Shown("Workbook, Excel", "solutions and what they answer, associations and themes", (4, -1)),
    "board-pdf": Shown("The board as a picture, PDF", "the whole board, and a theme", closer=(0, 0.08, 0.37, 0.6)),
}


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as name:
        made = write_all(Path(name))
        for (format_, language), sheet in sheets(made, Path(name)).items():
            keep(sheet, FOLDER / f"{format_}-{language}.png")
    (DOCS / "gallery.md").write_text(page(), "utf-8")
    total = sum(each.stat().st_size for each in FOLDER.iterdir())
    print(f"{len(list(FOLDER.iterdir()))} pictures, {total / 1e6:.1f} MB")


def write_all(folder: Path) -> dict[tuple[str, str], Path]:
    made = {}
    for format_ in SHOWN:
        for language in LANGUAGES:
            path = made[format_, language] = folder / f"{format_}-{language}.{FORMATS[format_].ending}"
            path.write_bytes(FORMATS[format_].write(Job(workshop(), Words(language))))
    return made


def sheets(made: dict[tuple[str, str], Path], folder: Path) -> dict[tuple[str, str], Image.Image]:
    """What is shown of each, in full size and colour."""
    read = {key: path for key, path in made.items() if FORMATS[key[0]].ending not in ("pdf", "html")}
    pdfs = dict(zip(read, office.to_pdf(list(read.values()), folder / "read"), strict=True))
    pages = {key: path for key, path in made.items() if path.suffix == ".html"}
    drawn = {key: laid(pdfs.get(key, path), SHOWN[key[0]]) for key, path in made.items() if key not in pages}
    return drawn | screenshots(pages, folder)


def laid(pdf: Path, shown: Shown) -> Image.Image:
    """The chosen pages on a table, beside and below each other."""
    document = pypdfium2.PdfDocument(pdf)
    width = (WIDTH - GAP * (shown.across + 1)) // shown.across
    drawn = [drawing(document[number_of(each, document)], width) for each in shown.pages]
    if shown.closer:
        left, top, right, bottom = shown.closer
        large = drawing(document[0], round(width / (right - left)))
        drawn.append(large.crop((round(left * large.width), round(top * large.height), round(left * large.width) + width,
                                 round(bottom * large.height))))
    rows = [drawn[start:start + shown.across] for start in range(0, len(drawn), shown.across)]
    table = Image.new("RGB", (WIDTH, GAP + sum(max(each.height for each in row) + GAP for row in rows)), TABLE)
    down = GAP
    for row in rows:
        for place, each in enumerate(row):
            table.paste(each, (GAP + place * (width + GAP), down))
        down += max(each.height for each in row) + GAP
    return table


def drawing(page: pypdfium2.PdfPage, width: int) -> Image.Image:
    return page.render(scale=width / page.get_width()).to_pil().convert("RGB")


def number_of(wanted: int | str, document: pypdfium2.PdfDocument) -> int:
    count = len(document)
    if isinstance(wanted, int):
        return wanted % count if wanted < 0 else min(wanted, count - 1)
    return next(number for number in range(count) if document[number].get_textpage().search(wanted).get_next())


def screenshots(pages: dict[tuple[str, str], Path], folder: Path) -> dict[tuple[str, str], Image.Image]:
    taken = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        screen = browser.new_page(viewport={"width": 1000, "height": 1100})
        for key, path in pages.items():
            picture = folder / f"{path.stem}.png"
            screen.goto(path.as_uri())
            screen.screenshot(path=picture)
            taken[key] = Image.open(picture).convert("RGB")
        browser.close()
    return taken


def keep(picture: Image.Image, path: Path) -> None:
    """With as many colours as its file may have: half of them those that cover most of it, half what tells the small things apart."""
    small = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    common = [colour for _, colour in sorted(small.getcolors(small.width * small.height), reverse=True)]
    for half in (128, 64, 32):
        apart = small.quantize(half, Image.Quantize.MAXCOVERAGE).getpalette()
        palette = Image.new("P", (1, 1))
        palette.putpalette([part for colour in common[:half] for part in colour] + apart)
        small.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= MOST:
            return


def page() -> str:
    lines = ["# Gallery", "", "The demo workshop, taken home. `make gallery` makes these pictures anew: LibreOffice draws the office",
             "files, PDFium the PDFs, Chromium the page. What each format holds: [formats.md](formats.md).", "",
             "| | " + " | ".join(LANGUAGES.values()) + " |", "| --- |" + " --- |" * len(LANGUAGES)]
    for format_, shown in SHOWN.items():
        cells = [f"[![{shown.name}, in {name}: {shown.sight}](gallery/{format_}-{language}.png)](gallery/{format_}-{language}.png)"
                 for language, name in LANGUAGES.items()]
        lines.append(f"| **{shown.name}**: {shown.sight} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
