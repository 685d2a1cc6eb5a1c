"""The styles of a Word document, neutral so that they fit into anybody's: who edits it changes a style, not each paragraph."""
from __future__ import annotations

from html import escape

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
INK, MUTED, BLUE, LINE, SHADE = "1B2330", "4A5565", "0B50BC", "D9DDE2", "F1F3F0"
THEMES = {"blue": ("D8E7FE", "0B50BC"), "amber": ("F4E0A0", "765303"), "green": ("C2FCE7", "014D25"), "rose": ("F9BAC3", "8F2C54"),
          "violet": ("D9BEF4", "581087")}
SIGNS = {"circle": "●", "triangle": "▲", "square": "■", "diamond": "◆", "star": "★", "hexagon": "⬢", "cross": "✚", "ring": "○"}
INDENTS = {"SolutionLabel": 567, "Solution": 567, "SolutionDetail": 567}
_LATIN = "Calibri"
_COMPLEX = {"devanagari": "Nirmala UI", "ne": "Nirmala UI"}     # faces that come with Windows; others fall back on their own

# Paragraph styles: id, name, based on, next, paragraph properties, run properties; heights in half points.
_PARAGRAPHS = (
    ("Title", "Title", "Normal", "Subtitle", '<w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/>', ("b", INK, 52)),
    ("Subtitle", "Subtitle", "Normal", "Normal", '<w:spacing w:before="0" w:after="160"/>', ("", MUTED, 24)),
    ("Heading1", "heading 1", "Normal", "Normal",
     f'<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="3" w:color="{LINE}"/></w:pBdr>'
     '<w:spacing w:before="480" w:after="160" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/>', ("b", INK, 36)),
    ("Heading2", "heading 2", "Normal", "Normal",
     '<w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="100" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="1"/>',
     ("b", BLUE, 28)),
    ("Heading3", "heading 3", "Normal", "Normal",
     '<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="80" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="2"/>',
     ("b", INK, 24)),
    ("TOCHeading", "TOC Heading", "Normal", "Normal", '<w:keepNext/><w:spacing w:before="480" w:after="120"/>', ("b", INK, 28)),
    ("TOC1", "toc 1", "Normal", "Normal", '<w:spacing w:before="80" w:after="20"/>', ("b", "", 0)),
    ("TOC2", "toc 2", "Normal", "Normal", '<w:spacing w:before="0" w:after="20"/><w:ind w:left="284"/>', ("", "", 0)),
    ("Caption", "caption", "Normal", "Normal", '<w:keepNext/><w:spacing w:before="200" w:after="80"/>', ("", MUTED, 20)),
    ("Footer", "footer", "Normal", "Footer", '<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>', ("", MUTED, 18)),
    ("Lead", "Lead", "Normal", "Normal", '<w:keepNext/><w:spacing w:before="0" w:after="120"/>', ("", MUTED, 21)),
    ("Quiet", "Quiet", "Normal", "Normal", '<w:spacing w:before="40" w:after="120"/>', ("i", MUTED, 21)),
    ("ChallengeLabel", "Challenge Label", "Normal", "Challenge",
     f'<w:keepNext/><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/><w:spacing w:before="200" w:after="0"/>', ("", MUTED, 19)),
    ("Challenge", "Challenge", "Normal", "SolutionLabel",
     f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/><w:spacing w:before="0" w:after="80"/>', ("", "", 0)),
    ("SolutionLabel", "Solution Label", "Normal", "Solution",
     f'<w:keepNext/><w:spacing w:before="80" w:after="0"/><w:ind w:left="{INDENTS["SolutionLabel"]}"/>', ("", MUTED, 19)),
    ("Solution", "Solution", "Normal", "SolutionLabel",
     f'<w:spacing w:before="0" w:after="80"/><w:ind w:left="{INDENTS["Solution"]}"/>', ("", "", 0)),
    ("Subhead", "Subhead", "Normal", "Normal", '<w:keepNext/><w:spacing w:before="200" w:after="60"/>', ("b", INK, 21)),
    ("NoteDetail", "Note Detail", "Normal", "NoteDetail", '<w:spacing w:before="0" w:after="60"/>', ("", MUTED, 19)),
    ("SolutionDetail", "Solution Detail", "NoteDetail", "SolutionDetail", f'<w:ind w:left="{INDENTS["SolutionDetail"]}"/>', ("", "", 0)),
    ("TableText", "Table Text", "Normal", "TableText",
     '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>', ("", "", 19)),
    ("TableDetail", "Table Detail", "TableText", "TableText", "", ("", MUTED, 17)),
    ("TableHeading", "Table Heading", "TableText", "TableText", "<w:keepNext/>", ("b", INK, 0)),
    ("TableNumber", "Table Number", "TableText", "TableText", '<w:jc w:val="center"/>', ("", "", 0)),
    ("TableNumberHeading", "Table Number Heading", "TableHeading", "TableText", '<w:jc w:val="center"/>', ("", "", 0)),
    ("TableFigure", "Table Figure", "TableNumber", "TableText", "", ("b", BLUE, 36)),
)
# Character styles: id, name, run properties.
_CHARACTERS = (("ChallengeWord", "Challenge Word", ("b", INK, 0)), ("SolutionWord", "Solution Word", ("b", BLUE, 0)),
               ("Strong", "Strong", ("b", "", 0)), ("Faint", "Faint", ("i", MUTED, 0)),
               *((f"Sign{name.capitalize()}", f"Sign {name}", ("", accent, 0)) for name, (_, accent) in THEMES.items()))


def complex_font(script_or_language: str) -> str:
    return _COMPLEX.get(script_or_language, "Arial")


def styles(tag: str, language: str, *, rtl: bool) -> str:
    """The part `styles.xml`. `tag` is the language with its country."""
    tag, bidi = escape(tag), "<w:bidi/>" if rtl else ""
    fonts = f'<w:rFonts w:ascii="{_LATIN}" w:hAnsi="{_LATIN}" w:eastAsia="{_LATIN}" w:cs="{complex_font(language)}"/>'
    return (
        f'{DECLARATION}<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="{INK}"/><w:sz w:val="22"/>'
        f'<w:szCs w:val="22"/><w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'{f"<w:pPr>{bidi}</w:pPr>" if rtl else ""}</w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        f'<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108)}</w:tblPr></w:style>'
        f'{"".join(_paragraph(*each) for each in _PARAGRAPHS)}{"".join(_character(*each) for each in _CHARACTERS)}{_table()}</w:styles>')


def _paragraph(style_id: str, name: str, based_on: str, follower: str, about: str, run: tuple[str, str, int]) -> str:
    return (f'<w:style w:type="paragraph"{_ours(name)} w:styleId="{style_id}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>'
            f'<w:next w:val="{follower}"/><w:qFormat/>{f"<w:pPr>{about}</w:pPr>" if about else ""}{_run(*run)}</w:style>')


def _character(style_id: str, name: str, run: tuple[str, str, int]) -> str:
    return (f'<w:style w:type="character"{_ours(name)} w:styleId="{style_id}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>{_run(*run)}</w:style>')


def _ours(name: str) -> str:
    """Word knows its own styles by name and translates them; ours are marked as such."""
    known = name in ("Title", "Subtitle", "TOC Heading", "caption", "footer", "Strong") or name.startswith(("heading ", "toc "))
    return "" if known else ' w:customStyle="1"'


def _run(face: str, color: str, height: int) -> str:
    """Each property twice, for Word's complex scripts too."""
    inside = (f"<w:{face}/><w:{face}Cs/>" if face else "") + (f'<w:color w:val="{color}"/>' if color else "") + (
        f'<w:sz w:val="{height}"/><w:szCs w:val="{height}"/>' if height else "")
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _margins(high: int, wide: int) -> str:
    edges = {"top": high, "left": wide, "bottom": high, "right": wide}
    return f'<w:tblCellMar>{"".join(f"""<w:{edge} w:w="{width}" w:type="dxa"/>""" for edge, width in edges.items())}</w:tblCellMar>'


def _table() -> str:
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for edge in ("top", "bottom", "insideH"))
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="BoardTable"><w:name w:val="Board Table"/><w:basedOn w:val="TableNormal"/>'
        f'<w:qFormat/><w:tblPr><w:tblBorders>{edges}</w:tblBorders>{_margins(40, 85)}</w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" '
        f'w:color="{INK}"/></w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>')
