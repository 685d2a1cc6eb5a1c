"""A Word document as a file: its parts, written from nothing, so that no template's author, styles or picture are in it."""
from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from html import escape

from .docx_styles import DECLARATION, NAMESPACE, styles
from .docx_text import Piece, Typing, one_line, region
from .words import Words

WIDTH, WIDE = 9412, 14344       # of the text on an upright page and on one that lies, in twentieths of a point
_LONG, _SHORT, _MARGIN = 16838, 11906, 1247
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_IN_FOOTER = 70                 # characters of the title
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PARTS = ("styles", "settings", "footer")      # beside the text, with relationships rId1, rId2 …


class WordFile:
    """What is added comes one below the other. The headings are collected for the contents."""

    def __init__(self, words: Words, title: str) -> None:
        self.typing = Typing(words.language, rtl=words.rtl)
        self._title = one_line(title)
        self._body: list[str] = []
        self._headings: list[tuple[int, str, str]] = []
        self._contents: tuple[int, str, int] | None = None

    def add(self, *blocks: str) -> None:
        self._body += blocks

    def say(self, style: str, *pieces: Piece) -> None:
        self.add(self.typing.paragraph(style, *pieces))

    def heading(self, level: int, text: str, language: str | None = None) -> None:
        number = len(self._headings) + 1
        anchor = f"_Toc{number:08}"
        runs = self.typing.runs((Piece(one_line(text), language=language),))
        self._headings.append((level, anchor, runs))
        marked = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
        self.add(_with(self.typing.paragraph(f"Heading{level}"), marked))

    def contents(self, title: str, levels: int = 2) -> None:
        """Here, for all headings of the first levels, also those to come."""
        self._contents = len(self._body), title, levels
        self.add("")

    def turn_page(self, *, lies: bool) -> None:
        """What was added since the last call, or the beginning, is on pages that lie, or stand; a new page follows."""
        self.add(f"<w:p><w:pPr>{self._section(lies=lies)}</w:pPr></w:p>")

    def body(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in self._files().items():
                archive.writestr(name, text)
        return out.getvalue()

    def _files(self) -> dict[str, str]:
        typing = self.typing
        tag = region(typing.language)
        parts = {f"rId{at}": (f"{_OFFICE}/{part}", f"{part}.xml") for at, part in enumerate(_PARTS, 1)}
        return {
            "[Content_Types].xml": _types(), "_rels/.rels": _relationships({
                "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")}),
            "docProps/core.xml": _properties(self._title, tag),
            "word/_rels/document.xml.rels": _relationships(parts),
            "word/document.xml": self._document(), "word/styles.xml": styles(tag, typing.language, rtl=typing.rtl),
            "word/settings.xml": _settings(tag), "word/footer.xml": self._footer()}

    def _document(self) -> str:
        body = list(self._body)
        if self._contents:
            at, title, levels = self._contents
            body[at] = self._table_of_contents(title, levels)
        if body and body[-1].endswith("</w:tbl>"):
            body.append(self.typing.paragraph("Normal"))
        return (f'{DECLARATION}<w:document {NAMESPACE} xmlns:r="{_OFFICE}"><w:body>{"".join(body)}{self._section(lies=False)}</w:body>'
                "</w:document>")

    def _section(self, *, lies: bool) -> str:
        size = f'w:w="{_LONG}" w:h="{_SHORT}" w:orient="landscape"' if lies else f'w:w="{_SHORT}" w:h="{_LONG}"'
        edges = "".join(f' w:{edge}="{_MARGIN}"' for edge in ("top", "right", "bottom", "left"))
        return (f'<w:sectPr><w:footerReference w:type="default" r:id="rId{_PARTS.index("footer") + 1}"/><w:pgSz {size}/>'
                f'<w:pgMar{edges} w:header="624" w:footer="624" w:gutter="0"/>{"<w:bidi/>" if self.typing.rtl else ""}</w:sectPr>')

    def _table_of_contents(self, title: str, levels: int) -> str:
        """The field as Word would fill it, but for the page numbers: those come when Word is asked to update it."""
        start = _field(f'TOC \\o "1-{levels}" \\h \\z \\u')
        entries = []
        for level, anchor, runs in self._headings:
            if level <= levels:
                link = f'{start}<w:hyperlink w:anchor="{anchor}" w:history="1">{runs}</w:hyperlink>'
                entries.append(_with(self.typing.paragraph(f"TOC{level}"), link))
                start = ""
        last = _with(self.typing.paragraph("Normal"), start + _END)
        return ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
                f'<w:sdtContent>{self.typing.paragraph("TOCHeading", Piece(title))}{"".join(entries)}{last}</w:sdtContent></w:sdt>')

    def _footer(self) -> str:
        title = self._title if len(self._title) <= _IN_FOOTER else self._title[:_IN_FOOTER - 1].rstrip() + "…"
        page = f'{_field("PAGE")}<w:r><w:t>1</w:t></w:r>{_END}'
        line = _with(self.typing.paragraph("Footer", Piece(title, language=""), Piece("  ·  ")), page)
        return f"{DECLARATION}<w:ftr {NAMESPACE}>{line}</w:ftr>"


def _with(paragraph: str, more: str) -> str:
    """The paragraph with more at its end."""
    return f'{paragraph.removesuffix("</w:p>")}{more}</w:p>'


def _field(instruction: str) -> str:
    """The beginning of a field; what it shows and `_END` follow."""
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>')


def _types() -> str:
    parts = {"document": "document.main", **{part: part for part in _PARTS}}
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}{kind}+xml"/>' for part, kind in parts.items())
    return (f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            f"{overrides}</Types>")


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    links = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in targets.items())
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _properties(title: str, tag: str) -> str:
    now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    times = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{now}</dcterms:{name}>' for name in ("created", "modified"))
    return (f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(title)}</dc:title><dc:language>{escape(tag)}</dc:language>{times}</cp:coreProperties>")


def _settings(tag: str) -> str:
    """The mode of Word 2013 and later: in older ones it lays out as it did then."""
    return (f'{DECLARATION}<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:compat><w:compatSetting '
            'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            f'<w:themeFontLang w:val="{escape(tag)}" w:bidi="{escape(tag)}"/></w:settings>')
