"""The board as a picture: where everything lies, and the files."""
from __future__ import annotations

import io
import itertools
import re

import pypdfium2
import pytest
from lxml import etree
from PIL import Image

from board.export import picture
from board.export.job import Job
from board.export.model import Scope
from board.export.wall import NOTE, PAD, ZONE_LIMIT, connector, wall
from board.export.words import Words, languages
from board.layout import GAP, HEAD, PITCH
from printed import ARABIC, count_of, is_standard, said, tags
from workshop import HOSTILE, content, empty, hostile, note, write

FORMATS = ("board-pdf", "board-svg", "board-png")


def laid(given, scope=None):
    return wall(Job(given, Words("en"), scope or Scope()).model)


def board_of(notes, clusters=()):
    return {**content(), "notes": notes, "clusters": list(clusters), "answers": [], "comments": [], "rounds": []}


def spread(given):
    """With its notes beside each other."""
    return {**given, "notes": [{**each, "x": PAD + PITCH * at, "y": 110} for at, each in enumerate(given["notes"])]}


def cluster(cluster_id="c1", theme="data", **more):
    return {"id": cluster_id, "theme": theme, "title": "C", "x": 0, "y": 0, "w": 100, "h": 100, "collapsed": False, **more}


def overlap(one, other):
    return abs(one[0] - other[0]) < NOTE and abs(one[1] - other[1]) < NOTE


def inside(area, outer):
    x, y, width, height = area
    return outer[0] <= x and outer[1] <= y and x + width <= outer[0] + outer[2] and y + height <= outer[1] + outer[3]


def test_zones_stand_in_rows_as_on_the_screen():
    given = content()
    given["themes"] = [{"id": f"t{i}", "title": "T", "color": "blue", "sign": "star"} for i in range(5)]
    given["notes"], given["clusters"] = [note("n1", "challenge", "t1", "x", x=700, y=56)], []
    found = laid({**given, "answers": [], "rounds": [], "comments": []})
    assert [found.zones[f"t{i}"][:2] for i in range(5)] == [(0, 0), (768, 0), (1688, 0), (0, 452), (768, 452)]
    assert found.zones["t1"][2] == 700 + NOTE + PAD and (found.width, found.height) == (2416, 864)
    assert found.places["n1"] == (768 + 700, 56)


def test_a_frame_is_as_drawn_and_large_enough_for_its_notes():
    given = board_of([note("n1", "challenge", "data", "x", x=40, y=110, cluster="c1")], [cluster(x=20, y=56, w=600, h=100)])
    assert laid(given).frames["c1"] == (20, 56, 600, 226)


def test_a_part_of_the_board_moves_together():
    notes = [note("n1", "challenge", "data", "x", x=20, y=56, cluster="c1"),
             note("n2", "challenge", "data", "x", x=1000, y=900, cluster="c1")]
    given = board_of(notes, [cluster(w=2000, h=2000)])
    assert laid(given).frames["c1"][2] == 2000
    found = laid(given, Scope("notes", ["n1"]))
    assert found.frames["c1"][2:] == (184, 220) and found.zones["data"][2:] == (552, 296)


def test_what_lies_far_out_is_brought_near_and_keeps_its_side():
    found = laid(board_of([note("n1", "challenge", "data", "x", x=-1_000_000, y=0), note("n2", "challenge", "data", "x", x=0, y=10),
                           note("n3", "challenge", "data", "x", x=1_000_000, y=999_999.5)]))
    (x1, y1), (x2, y2), (x3, y3) = (found.places[f"n{i}"] for i in (1, 2, 3))
    assert (x1, y1) == (PAD, HEAD) and x1 < x2 < x3 and y1 < y2 < y3
    assert found.width < 6 * 40 * PITCH and all(inside((x, y, NOTE, NOTE), found.zones["data"]) for x, y in found.places.values())


def test_a_zone_that_would_be_larger_than_the_screen_has_them_is_laid_out_anew():
    notes = [note(f"n{i}", "challenge", "data", "x", x=900 * i, y=900 * i, cluster="c1" if i < 5 else "") for i in range(40)]
    found = laid(board_of(notes, [cluster()]))
    assert max(found.zones["data"][2:]) < ZONE_LIMIT / 5
    assert not any(overlap(one, other) for one, other in itertools.combinations(found.places.values(), 2))
    assert all(inside((*found.places[f"n{i}"], NOTE, NOTE), found.frames["c1"]) for i in range(5))


def test_a_closed_cluster_is_open_where_it_was_and_elsewhere_when_something_lies_there():
    notes = [note(f"n{i}", "challenge", "data", "x", x=32 + PITCH * i, y=104, cluster="c1") for i in range(3)]
    found = laid(board_of(notes, [cluster(x=20, y=56, collapsed=True)]))
    assert found.places["n2"] == (32 + 2 * PITCH, 104)
    found = laid(board_of([*notes, note("n9", "challenge", "data", "x", x=210, y=120)], [cluster(x=20, y=56, collapsed=True)]))
    assert found.places["n9"] == (210, 120) and found.frames["c1"][1] == 120 + NOTE + GAP
    assert not any(overlap(one, other) for one, other in itertools.combinations(found.places.values(), 2))


def test_a_line_goes_from_edge_to_edge():
    assert connector((0, 0), (400, 0)) == [160, 80, 280, 123.2, 400, 80]
    assert connector((0, 0), (0, 0)) == [80, 80, 80, 80, 80, 80]


@pytest.mark.parametrize("language", languages())
def test_the_pdf_is_of_the_standard_and_can_be_searched(language):
    given = spread(content())
    given["notes"][1]["text"] = ARABIC
    body, job = write("board-pdf", given, language)
    assert is_standard(body) and job.remarks == [] and len(pypdfium2.PdfDocument(body)) == 1
    assert all(count_of(body, word) for word in (*ARABIC.split(), "Census", "घरघुरी"))


def test_what_stands_on_the_wall():
    text = said(write("board-pdf", content())[0])
    for words in ("March workshop", "March 21, 2026", "Data and quality", "No census since 2010.", "Key message", "+1",
                  "6 votes · supported by 3 of 3 associations", "Note without text", "MuAN"):
        assert words in text, words
    found = tags(write("board-pdf", content())[0])
    assert (found["Title"], found["H1"], found["H2"]) == (1, 3, 1)
    assert "Ana" not in text and "Bina" not in text and "Here too" not in text


def test_a_text_that_is_too_long_is_cut_and_nothing_leaves_its_note():
    given = board_of([note("n1", "challenge", "data", "word " * 400, x=20, y=56), note("n2", "solution", "data", "Q" * 2000, x=20, y=300)])
    body, _ = write("board-pdf", given)
    page = pypdfium2.PdfDocument(body)[0]
    text = page.get_textpage()
    assert said(body).count("…") == 2 and 50 < said(body).count("word") < 128
    right = max(text.get_charbox(index)[2] for index, letter in enumerate(text.get_text_range()) if letter == "Q")
    assert right < (40 + 20 + NOTE) * picture.POINTS


def test_a_word_that_is_wider_than_its_box_at_every_size_is_broken():
    given = board_of([note("n1", "challenge", "data", "x", x=32, y=104, cluster="c1")], [cluster(x=20, y=56, title="Ǽ" * 80)])
    text = pypdfium2.PdfDocument(write("board-pdf", given)[0])[0].get_textpage()
    right = max(text.get_charbox(index)[2] for index, letter in enumerate(text.get_text_range()) if letter == "Ǽ")
    assert right < (40 + 20 + 184 - 12) * picture.POINTS


def test_the_svg_is_well_formed_without_script_or_anything_from_elsewhere():
    body, _ = write("board-svg", hostile("<script>alert(1)</script>"))
    tree = etree.fromstring(body, etree.XMLParser(huge_tree=True, resolve_entities=False))
    names = {etree.QName(each).localname for each in tree.iter(etree.Element)}
    assert "script" not in names and "foreignObject" not in names
    links = [value for each in tree.iter(etree.Element) for name, value in each.attrib.items() if name.endswith("href")]
    assert all(value.startswith(("#", "data:image/")) for value in links)
    assert not any(name.startswith("on") for each in tree.iter(etree.Element) for name in each.attrib)
    assert not re.search(rb"url\((?!['\"]?#)", body)


def test_a_png_is_not_blank_and_not_larger_than_allowed():
    body, _ = write("board-png", content())
    image = Image.open(io.BytesIO(body))
    assert image.width > 1_000 and image.width * image.height <= 40_000_000
    assert len(set(image.convert("RGB").resize((60, 40)).get_flattened_data())) > 20


def test_a_png_of_a_great_wall_has_fewer_dots(monkeypatch):
    asked = []
    monkeypatch.setattr(picture, "picture", lambda template, data, job, ppi: asked.append((data, ppi)) or b"")
    write("board-png", board_of([note(f"n{i}", "challenge", "data", "x", x=700 * i, y=700 * i) for i in range(25)]))
    data, ppi = asked[0]
    pixels = data["width"] * data["height"] * (data["unit"] * ppi / 72) ** 2
    assert ppi < picture.MOST_DENSE and 39_000_000 < pixels < 40_000_000


def test_a_page_is_never_longer_than_readers_open():
    """Three zones side by side, each as wide as may be."""
    clusters = [cluster(f"c{i}", theme, w=19_000) for i, theme in enumerate(("data", "capacity", "water"))]
    notes = [note(f"n{i}", "challenge", each["theme"], "x", x=20, y=90, cluster=each["id"]) for i, each in enumerate(clusters)]
    width, height = pypdfium2.PdfDocument(write("board-pdf", board_of(notes, clusters))[0])[0].get_size()
    assert 13_900 < width <= 14_400 and height < 14_400


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("scope", [Scope("theme", "capacity"), Scope("association", "UNGL"), Scope("notes", ["n5"]), Scope("notes", ["x"])],
                         ids=["theme", "association", "notes", "nothing"])
def test_a_part_of_the_board(format_, scope):
    body, job = write(format_, content(), scope=scope)
    assert len(body) > 4_000 and job.remarks == []
    if format_ == "board-pdf" and scope.kind == "theme":
        assert "Theme: Capacities" in said(body) and "No census" not in said(body) and "Water" not in said(body)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("given", [empty(content()), {**empty(content()), "themes": []}], ids=["no notes", "no themes"])
def test_an_empty_board(format_, given):
    body, _ = write(format_, given)
    assert len(body) > 4_000
    if format_ == "board-pdf":
        assert "There are no notes yet." in said(body)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_written_anywhere_is_drawn(text):
    given = hostile(text)
    assert is_standard(write("board-pdf", given)[0])
    assert write("board-svg", given)[0].startswith(b"<svg")


def test_a_character_without_a_glyph_is_remarked_on():
    given = content()
    given["themes"][0]["title"] = "数据"
    for format_, remark in (("board-pdf", "remark.no_glyph"), ("board-svg", "remark.no_glyph_picture")):
        assert write(format_, given)[1].remarks == [(remark, {"characters": "据 数"})]


def test_a_great_svg_is_remarked_on(monkeypatch):
    monkeypatch.setattr(picture, "MOST_NOTES_SVG", 6)
    assert write("board-svg", content())[1].remarks == [("remark.large_svg", {"count": 7})]
