"""The Word, PowerPoint and Excel files as somebody else's program reads them: LibreOffice, printing to PDF."""
from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pypdf
import pypdfium2
import pytest
from pptx import Presentation

import office
from board.export.formats import FORMATS
from printed import count_of
from workshop import content, write

LANGUAGES = ("en", "ar", "ne")
# In the notes. LibreOffice's PDF gives them back whole; a lam-alef it does not, so there is none in them.
WORDS = ("جدول", "قديم", "घरघुरी", "सर्वेक्षण", "registros", "No census since 2010.")
THEMES = ("Data and quality", "Capacities", "Water")
SAID = {    # the chapters of a review stand for the themes they are known for; one that no chapter knows has its own
    "docx": THEMES, "pptx": THEMES, "xlsx": THEMES, "vsr-docx": ("Water",)}
PAGES = {"docx": range(3, 9), "vsr-docx": range(2, 6)}
DRAWN = {"NotoNaskhArabic", "NotoSansDevanagari", "NotoSans"}


@pytest.mark.skipif(bool(office.missing()), reason=office.missing())
def test_libreoffice_reads_every_office_file_in_three_languages(tmp_path: Path) -> None:
    made = {(name, language): tmp_path / f"{name}-{language}.{FORMATS[name].ending}" for name in SAID for language in LANGUAGES}
    for (name, language), path in made.items():
        path.write_bytes(write(name, content(), language)[0])
    faults = []
    for (name, language), pdf in zip(made, office.to_pdf(list(made.values()), tmp_path / "read"), strict=True):
        body = pdf.read_bytes()
        found = [f"no {word}" for word in (*WORDS, *SAID[name]) if not count_of(body, word)]
        if not right_number_of_pages(name, made[name, language], body):
            found.append(f"{len(pypdfium2.PdfDocument(body))} pages")
        found += [f"no letters of {font}" for font in DRAWN - fonts(body)]
        if begins_on_the_right(body, "Water") != (language == "ar"):
            found.append("the wrong side first")
        if not 0.02 < inked(body) < 0.6:
            found.append(f"{inked(body):.1%} of the first page is drawn")
        faults += [f"{pdf.name}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def right_number_of_pages(name: str, path: Path, body: bytes) -> bool:
    pages = len(pypdfium2.PdfDocument(body))
    if name == "pptx":
        return pages == len(Presentation(str(path)).slides)
    if name == "xlsx":
        return pages == len(openpyxl.load_workbook(path).sheetnames)
    return pages in PAGES[name]


def fonts(body: bytes) -> set[str]:
    """The families of the letters in it, whatever their weight."""
    pages = pypdf.PdfReader(io.BytesIO(body)).pages
    return {font.get_object()["/BaseFont"].split("+")[-1].split("-")[0]
            for page in pages for font in page["/Resources"].get("/Font", {}).values()}


def begins_on_the_right(body: bytes, word: str) -> bool:
    """Whether the word, where it is first said, begins in the right half of its page."""
    for page in pypdfium2.PdfDocument(body):
        text = page.get_textpage()
        if at := text.search(word).get_next():
            return text.get_charbox(at[0])[0] > page.get_width() / 2
    raise AssertionError(word)


def inked(body: bytes) -> float:
    """The share of the first page that is not paper."""
    shades = pypdfium2.PdfDocument(body)[0].render(scale=0.5, grayscale=True).to_pil().histogram()
    return 1 - max(shades) / sum(shades)
