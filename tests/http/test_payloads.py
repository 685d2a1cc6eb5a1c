"""Texts that would do harm, in every place of a board: what the server gives out has no more to it than with harmless ones."""
from __future__ import annotations

import csv
import html.parser
import io
import json
import re
import shutil
import xml.etree.ElementTree as ET
import zipfile

import openpyxl
import payloads
import pytest
import spoiled

from board import create_app
from board.export.formats import FORMATS
from board.export.job import Job
from board.export.words import Words
from board.exporting import Made
from config import Settings
from hall import Hall

FORMULA = tuple("=+-@\t\r")
PAGES = ("print?names=1", "series", "")


class Shape(html.parser.HTMLParser):
    """What a page is made of: its tags with their attributes' names, and where its addresses lead."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.addresses, self.scripts, self._script = set(), set(), [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add((tag, *sorted(name for name, _ in attributes)))
        self.addresses |= {re.match(r"\s*([a-z]*:|//)?", value or "", re.IGNORECASE)[0].lower() for name, value in attributes
                           if name in ("href", "src", "action", "formaction", "srcset", "data", "poster")}
        self._script = tag == "script"

    def handle_endtag(self, tag):
        self._script = False

    def handle_data(self, data):
        if self._script:
            self.scripts.append(data)


class Wall:
    """The boards brought in, as their facilitator sees them."""

    def __init__(self, hall, *, plain=False):
        self.hall, self.people = hall, []
        for file in spoiled.boards(plain=plain):
            made = hall.http().post("/api/boards/import", json=file)
            assert made.status_code == 201, made.json
            board = made.json["board"]
            http = hall.http()
            key = made.json["links"]["facilitator"].split("#")[1]
            seat = http.post(f"/api/boards/{board}/seats", json={"key": key, "name": "Fatima"})
            assert seat.status_code == 201, seat.json
            self.people.append((board, http, file))

    def pages(self, path):
        """The board's own page holds only its title."""
        for board, http, _ in self.people if path else self.people[:4]:
            yield http.get(f"/board/{board}/{path}".rstrip("/")).text

    def files(self, name):
        for board, http, _ in self.people:
            answer = http.get(f"/api/boards/{board}/export/{name}?names=1&comments=1&series=1")
            assert answer.status_code == 200, answer.data
            yield answer.data


@pytest.fixture(scope="module")
def wall(walls):
    return walls[0]


@pytest.fixture(scope="module")
def plain(walls):
    return walls[1]


@pytest.fixture(scope="module")
def walls(migrated, tmp_path_factory):
    folder = tmp_path_factory.mktemp("spoiled")
    shutil.copy(migrated, folder / "board.db")
    app = create_app(Settings(data=folder, async_mode="inline", rate_changes=0, rate_notes=0))
    app.extensions["board"].exporting.make = make_here
    hall = Hall(app)
    yield Wall(hall), Wall(hall, plain=True)
    app.extensions["board"].database.dispose()


def make_here(content, wish):
    """The writers themselves, without a process for each file."""
    return Made(FORMATS[wish.format].write(Job(content, Words(wish.language), wish.scope, wish.options())), [])


def test_there_are_enough_of_them():
    assert len(set(payloads.ALL)) == len(payloads.ALL) >= 200
    files = spoiled.boards()
    for name, field in (("notes", "text"), ("comments", "text")):
        assert {each[field] for file in files for each in file[name]} == set(payloads.ALL)
    for name, field, most in (("themes", "title", 80), ("clusters", "title", 80), ("steps", "title", 80), ("steps", "task", 80),
                              ("rounds", "title", 80), ("seats", "name", 60), ("seats", "association", 60), ("seats", "role_title", 60)):
        assert {each[field] for file in files for each in file[name]} == set(payloads.short(most)), (name, field)


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_made_of_nothing_else(wall, plain, path):
    harmless = [Shape(page) for page in plain.pages(path)]
    tags, addresses = set().union(*(each.tags for each in harmless)), set().union(*(each.addresses for each in harmless))
    for page in wall.pages(path):
        found = Shape(page)
        assert found.tags - tags == set()
        assert found.addresses - addresses == set()
        for script in filter(str.strip, found.scripts):     # the page's own data
            assert "<" not in script and json.loads(script)


def test_a_page_that_does_not_escape_is_noticed(wall, plain):
    tags = set().union(*(Shape(page).tags for page in plain.pages("print")))
    for page in wall.pages("print"):
        raw = page.replace("&lt;", "<").replace("&#34;", '"').replace("&gt;", ">").replace("<!", "")
        assert Shape(raw).tags - tags


def test_the_report_as_a_page_is_made_of_nothing_else(wall, plain):
    tags = set().union(*(Shape(page.decode()).tags for page in plain.files("html")))
    for page in wall.files("html"):
        found = Shape(page.decode())
        assert {tag[0] for tag in found.tags} - {tag[0] for tag in tags} <= {"br", "bdi", "span"}
        assert not {name for tag in found.tags for name in tag[1:]} - {name for tag in tags for name in tag[1:]}
        assert found.addresses <= {"", "https:"} and not any(map(str.strip, found.scripts))


def test_the_picture_is_made_of_nothing_else(wall, plain):
    def shape(picture):
        return {(each.tag, *sorted(each.attrib)) for each in ET.fromstring(picture).iter()}
    names = set().union(*map(shape, plain.files("board-svg")))
    for picture in wall.files("board-svg"):
        found = shape(picture)
        assert {tag[0] for tag in found} <= {tag[0] for tag in names} | {"{http://www.w3.org/2000/svg}image"}
        assert not {name for tag in found for name in tag[1:] if name.lower().startswith("on")}
        assert b"javascript:" not in re.sub(rb">[^<]*<", b"><", picture)


@pytest.mark.parametrize("name", ["csv", "mural"])
def test_no_cell_of_a_table_begins_like_a_formula(wall, name):
    for file in wall.files(name):
        rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig"))))
        cells = [cell for row in rows for cell in row]
        assert len({len(row) for row in rows}) == 1, "no cell has broken out"
        assert [cell for cell in cells if cell.startswith(FORMULA) and not re.fullmatch(r"-?[0-9.]+", cell)] == []


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(wall):
    for file in wall.files("xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(file))
        for sheet in book:
            for row in sheet.iter_rows():
                assert [each.value for each in row if each.data_type == "f"] == []
                assert [each.hyperlink.target for each in row if each.hyperlink and each.hyperlink.target] == []
        assert not book.vba_archive


@pytest.mark.parametrize("name", ["md", "vsr-md"])
def test_markdown_holds_no_tags_and_leads_nowhere(wall, name):
    for file in wall.files(name):
        text = file.decode()
        bare = re.sub(r"\\.", "", text)
        assert not re.search(r"(?<![&\\])<\s*[a-z!/?]", bare, re.IGNORECASE)
        assert not re.search(r"\]\(\s*(javascript|data|vbscript|//)", bare, re.IGNORECASE)


def test_json_gives_every_text_back_as_it_was(wall):
    for file, (_, _, given) in zip(wall.files("json"), wall.people, strict=True):
        found = {each["id"]: each["text"] for each in json.loads(file)["notes"]}
        assert found == {each["id"]: each["text"] for each in given["notes"]}


@pytest.mark.parametrize("name", ["docx", "pptx"])
def test_office_files_are_whole(wall, name):
    """They open, and every part of them is XML that names nothing outside."""
    board, http, _ = wall.people[0]
    body = http.get(f"/api/boards/{board}/export/{name}?names=1&comments=1").data
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                tree = ET.fromstring(package.read(part))
                assert not [each for each in tree.iter() if each.get("TargetMode") == "External"], part


def test_titles_of_boards_are_text_on_their_pages(wall, plain):
    tags = set().union(*(Shape(page).tags for path in ("", "print") for page in plain.pages(path)))
    board, http, _ = wall.people[0]
    for number, title in enumerate(payloads.short(120)[::12]):
        step = ["set", "board", board, dict.fromkeys(("title", "purpose", "question"), title)]
        answer = http.post(f"/api/boards/{board}/changes", json={"change_id": f"title-{number}", "steps": [step]})
        assert answer.status_code == 200, title
        for path in ("", "/print"):
            assert Shape(http.get(f"/board/{board}{path}").text).tags - tags == set()


@pytest.mark.parametrize("path", ["/join/", "/board/", "/form/", "/nowhere/"])
def test_addresses_are_not_repeated(wall, path):
    http = wall.hall.http()
    tags = set().union(*(Shape(http.get(each, follow_redirects=True).text).tags for each in (path + "harmless", "/nowhere/x/y")))
    for text in payloads.ALL:
        answer = http.get(path + text.replace("#", "%23").replace("?", "%3F").replace("\n", "%0A"))
        assert answer.status_code in (200, 302, 308, 404)
        if answer.status_code in (200, 404):
            found = Shape(answer.text)
            assert found.tags - tags == set() and not any("<" in script for script in found.scripts)
