"""Shapes, tables and arrows of a slide as the markup they are stored in (ECMA-376, DrawingML), and the template in our look.
Measures are pixels of a slide 1,280 wide and 720 high. The library's own way to add a shape takes ten times as long."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .slides_text import COMPLEX, INK, LATIN, MUTED, WHITE, Line, attribute, paragraph

PIXEL = 9525
PAPER, RULE, BLUE = "F4F5F2", "D9DDE2", "0B50BC"
COLORS = {"blue": ("D8E7FE", BLUE), "amber": ("F4E0A0", "765303"), "green": ("C2FCE7", "014D25"),
          "rose": ("F9BAC3", "8F2C54"), "violet": ("D9BEF4", "581087")}     # tint, accent
SIGNS = {"circle": "ellipse", "triangle": "triangle", "square": "rect", "diamond": "diamond", "star": "star5", "hexagon": "hexagon",
         "cross": "mathPlus", "ring": "donut"}
_FORMATS = "http://schemas.openxmlformats.org"
SPACES = (f'xmlns:a="{_FORMATS}/drawingml/2006/main" xmlns:p="{_FORMATS}/presentationml/2006/main" '
          f'xmlns:r="{_FORMATS}/officeDocument/2006/relationships"')
BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
_DECORATIVE = ('<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
               'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>')
_TABLE = f"{_FORMATS}/drawingml/2006/table"
_NOTHING = "<a:p><a:endParaRPr/></a:p>"
_LEFT, _RIGHT = 1, 3            # the places of a rectangle that arrows hold on to


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Look:
    """`line` is a colour and how wide; `round` how round the corners are; `pad` the room beside the text, and above it."""
    fill: str = ""
    line: tuple[str, float] | None = None
    round: float = 0
    form: str = "rect"
    pad: tuple[float, float] = (0, 0)
    anchor: str = "t"


@dataclass(frozen=True)
class Shape:
    """`alt` is what it says to those who do not see it; without a text and that, it is for show."""
    box: Box
    lines: Sequence[Line]
    look: Look
    name: str
    alt: str = ""


@dataclass(frozen=True)
class Cell:
    lines: Sequence[Line]
    fill: str = ""
    rule: bool = True           # below it


def shape(number: int, given: Shape) -> str:
    look, box = given.look, given.box
    form, adjust = look.form, ""
    if look.round:
        form, adjust = "roundRect", f'<a:gd name="adj" fmla="val {min(50_000, round(look.round / min(box.w, box.h) * 100_000))}"/>'
    outline = f'<a:ln w="{round(look.line[1] * PIXEL)}">{_solid(look.line[0])}</a:ln>' if look.line else "<a:ln><a:noFill/></a:ln>"
    side, above = (round(each * PIXEL) for each in look.pad)
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(given.name)} descr={attribute(given.alt)}>'
            f'{"" if given.alt or given.lines else _DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr><a:xfrm>{_frame(box)}</a:xfrm><a:prstGeom prst="{form}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
            f'{_fill(look.fill)}{outline}</p:spPr>'
            f'<p:txBody><a:bodyPr wrap="square" lIns="{side}" tIns="{above}" rIns="{side}" bIns="{above}" anchor="{look.anchor}">'
            f'<a:normAutofit/></a:bodyPr><a:lstStyle/>{"".join(map(paragraph, given.lines)) or _NOTHING}</p:txBody></p:sp>')


def group(number: int, box: Box, name: str, inside: str) -> str:
    """Shapes that move together."""
    frame = _frame(box)
    return (f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name={attribute(name)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
            f'<a:xfrm>{frame}{frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>')


def arrow(number: int, start: tuple[int, Box], end: tuple[int, Box], given: Shape) -> str:
    """From the side of one shape to the facing side of another; it stays on them when they are moved. The colour is the look's
    fill."""
    (one, here), (other, there) = start, end
    leftwards = there.x < here.x
    x, to_x = (here.x, there.x + there.w) if leftwards else (here.x + here.w, there.x)
    y, to_y = here.y + here.h / 2, there.y + there.h / 2
    frame = _frame(Box(min(x, to_x), min(y, to_y), abs(x - to_x), abs(y - to_y)))
    return (f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name={attribute(given.name)} descr={attribute(given.alt)}/><p:cNvCxnSpPr>'
            f'<a:stCxn id="{one}" idx="{_LEFT if leftwards else _RIGHT}"/><a:endCxn id="{other}" idx="{_RIGHT if leftwards else _LEFT}"/>'
            f'</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm flipH="{int(to_x < x)}" flipV="{int(to_y < y)}">{frame}</a:xfrm>'
            f'<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom><a:ln w="19050">{_solid(given.look.fill)}'
            f'<a:tailEnd type="triangle"/></a:ln></p:spPr></p:cxnSp>')


def table(number: int, box: Box, name: str, widths: Sequence[float], rows: Sequence[tuple[float, Sequence[Cell]]]) -> str:
    """Rows are `(height, cells)`, the first one is the head."""
    columns = "".join(f'<a:gridCol w="{round(each * PIXEL)}"/>' for each in widths)
    body = "".join(f'<a:tr h="{round(height * PIXEL)}">{"".join(map(_cell, cells))}</a:tr>' for height, cells in rows)
    return (f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={attribute(name)} descr={attribute(name)}/>'
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f'<p:xfrm>{_frame(box)}</p:xfrm><a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr firstRow="1"/>'
            f'<a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>')


def holder(number: int, kind: str, place: str, name: str, text: str) -> str:
    """What fills a place that the layout has: `kind` and `place` say which."""
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            f'<p:ph type="{kind}" {place}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>')


def page_number(size: float, rtl: bool) -> str:
    return (f'<a:p><a:pPr algn="{"l" if rtl else "r"}" rtl="0"/><a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">'
            f'<a:rPr lang="en-GB" sz="{round(size * 75)}">{_solid(MUTED)}</a:rPr><a:t>‹#›</a:t></a:fld></a:p>')


def spaced(markup: str) -> str:
    """With what its prefixes mean, to be parsed by itself."""
    return re.sub(r"^<([\w:]+)", rf"<\1 {SPACES}", markup, count=1)


def themed(template: str) -> str:
    """The template's theme in our colours and typefaces, so that what people add looks like what is there."""
    colors = {"dk1": INK, "lt1": WHITE, "dk2": MUTED, "lt2": PAPER, "hlink": BLUE, "folHlink": COLORS["violet"][1],
              **{f"accent{index}": accent for index, (_, accent) in enumerate(COLORS.values(), 1)}, "accent6": MUTED}
    for name, color in colors.items():
        template = _inside(template, name, f'<a:srgbClr val="{color}"/>')
    fonts = f'<a:latin typeface="{LATIN}"/><a:ea typeface=""/><a:cs typeface=""/>' + "".join(
        f'<a:font script="{script[:4].title()}" typeface="{face}"/>' for script, face in
        (("Arab", COMPLEX["arabic"]), ("Deva", COMPLEX["devanagari"]), ("Hebr", COMPLEX["hebrew"])))
    for name in ("majorFont", "minorFont"):
        template = _inside(template, name, fonts)
    return template


def _inside(template: str, name: str, content: str) -> str:
    return re.sub(rf"<a:{name}>.*?</a:{name}>", f"<a:{name}>{content}</a:{name}>", template, flags=re.DOTALL)


def _cell(cell: Cell) -> str:
    lines = "".join(f"<a:ln{side}><a:noFill/></a:ln{side}>" for side in ("LRT" if cell.rule else "LRTB"))
    lines += f'<a:lnB w="9525">{_solid(RULE)}</a:lnB>' if cell.rule else ""
    return (f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{"".join(map(paragraph, cell.lines)) or _NOTHING}</a:txBody>'
            f'<a:tcPr marL="76200" marR="76200" marT="38100" marB="38100" anchor="ctr">{lines}{_fill(cell.fill)}</a:tcPr></a:tc>')


def _solid(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def _fill(color: str) -> str:
    return _solid(color) if color else "<a:noFill/>"


def _frame(box: Box) -> str:
    x, y, w, h = (round(each * PIXEL) for each in (box.x, box.y, box.w, box.h))
    return f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'
