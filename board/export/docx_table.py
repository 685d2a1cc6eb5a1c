"""Tables of a Word document as XML: columns of fixed width, for programs compute the others from every cell, and a header that
comes again on each page."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from .docx_text import Piece, Typing

_SHORT = 2_500      # characters of XML: a row of some lines, which is not broken over two pages


@dataclass(frozen=True)
class Cell:
    """`body` is paragraphs."""
    body: str
    fill: str = ""


def table(typing: Typing, columns: list[tuple[Piece, int]], rows: Iterable[list[Cell]], *, centered: int = 0, description: str = "") -> str:
    """`columns`: what stands above each and its width in twentieths of a point. The last `centered` ones are of numbers.
    `description` is for those who do not see it."""
    widths = [width for _, width in columns]
    styles = ["TableHeading"] * (len(columns) - centered) + ["TableNumberHeading"] * centered
    head = [Cell(typing.paragraph(style, piece)) for (piece, _), style in zip(columns, styles, strict=True)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BoardTable"/>{"<w:bidiVisual/>" if typing.rtl else ""}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'{f"""<w:tblDescription w:val="{escape(description)}"/>""" if description else ""}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f'{_row(head, widths, header=True)}{"".join(_row(row, widths) for row in rows)}</w:tbl>')


def _row(cells: list[Cell], widths: list[int], *, header: bool = False) -> str:
    about = "<w:cantSplit/>" if header or sum(len(cell.body) for cell in cells) < _SHORT else ""
    about += "<w:tblHeader/>" if header else ""
    return (f"<w:tr>{f'<w:trPr>{about}</w:trPr>' if about else ''}"
            + "".join(_cell(cell, width) for cell, width in zip(cells, widths, strict=True)) + "</w:tr>")


def _cell(cell: Cell, width: int) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{cell.body}</w:tc>'
