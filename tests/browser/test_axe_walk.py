"""Every panel, dialog, menu and small window of the board, in two languages at two sizes: one board, one walk. At each stop axe,
Escape, the size of targets and what moves; on a phone also 400 % zoom: 320 by 256 pixels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from browser.full_board import FullBoard, violations
from browser.measures import OURS, moving, out_of_reach, small
from browser.people import BoardOnline, Person
from browser.server import ROOT
from browser.words import say
from playwright.sync_api import Locator, expect

UI = ROOT / "static" / "js" / "ui"
Stop = Callable[["Walk"], None]

PANELS: dict[str, Stop] = {
    "outline": lambda walk: walk.opens_tab("outline"),
    "note": lambda walk: walk.opens_note_panel(),
    "people": lambda walk: walk.person.page.locator(".bar-end .button").filter(has_text=re.compile(".")).first.click(),
    "agenda": lambda walk: walk.chooses("agenda.title"),
    "moderation": lambda walk: walk.chooses("moderation.open"),
    "votes": lambda walk: walk.chooses("panel.votes"),
    "unanswered": lambda walk: walk.chooses("panel.unanswered"),
    "matrix": lambda walk: walk.chooses("panel.matrix"),
    "interpreter": lambda walk: walk.chooses("panel.interpreter"),
    "participation": lambda walk: walk.chooses("panel.participation"),
    "tray": lambda walk: walk.chooses("tray.title"),
    "earlier": lambda walk: walk.chooses("panel.earlier"),
    "trash": lambda walk: walk.chooses("trash.open"),
}
DIALOGS: dict[str, Stop] = {
    "export": lambda walk: walk.chooses("export.open"),
    "suggest": lambda walk: walk.chooses("suggest.open"),
    "history": lambda walk: walk.chooses("history.open"),
    "next": lambda walk: walk.chooses("next.open"),
    "audit": lambda walk: walk.chooses("audit.title"),
    "mine": lambda walk: walk.chooses("mine.title"),
    "reading": lambda walk: walk.chooses("reading.title"),
    "bring": lambda walk: walk.chooses("import.open"),
    "settings": lambda walk: walk.chooses("settings.open"),
    "help": lambda walk: walk.chooses("help.open"),
    "invite": lambda walk: walk.opens_invite(),
    "paste": lambda walk: walk.opens_paste(),
    "link": lambda walk: walk.at_note("We need data", "answer.link_solution"),
    "group": lambda walk: walk.at_note("We need data", "cluster.put"),
    "hide": lambda walk: walk.at_note("We need data", "hide.open"),
    "split": lambda walk: walk.at_cluster("Gaps", "cluster.split", chosen="Nous avons"),
    "join-clusters": lambda walk: walk.at_cluster("Gaps", "cluster.merge"),
    "palette": lambda walk: walk.page.keyboard.press("Control+k"),
    "reveal": lambda walk: walk.ends_private_writing(),
}


class Walk:
    """Somebody who leads, opens one thing after another, and has axe look at each."""

    def __init__(self, full: FullBoard, *, language: str, phone: bool, dark: bool) -> None:
        self.full, self.language, self.phone = full, language, phone
        self.person: Person = full.board.joins("Host", role="facilitator", language=language, phone=phone, full=True)
        self.page = self.person.page
        if dark:
            self.page.emulate_media(color_scheme="dark")
        expect(self.person.line("We need data")).to_be_visible()
        self.found: list[str] = []

    def word(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def button(self, key: str) -> Locator:
        return self.page.get_by_role("button", name=self.word(key), exact=True)

    def judges(self, name: str, where: str | None = None) -> None:
        expect(self.page.locator(where or "body").first).to_be_visible()
        found = violations(self.page, where) + small(self.page, where) + moving(self.page, where)
        if self.phone:
            found += [f"for a thumb: {each}" for each in small(self.page, where, least=OURS)]
        self.found += [f"{name}: {each}" for each in found]

    def judges_magnified(self, name: str, where: str) -> None:
        """As at 400 % zoom, on a phone only: there nothing is laid out anew but what the width and the height ask for."""
        if not self.phone:
            return
        before = self.page.viewport_size
        assert before
        self.page.set_viewport_size({"width": 320, "height": 256})
        self.found += [f"{name} at 400 %: {each}" for each in out_of_reach(self.page, where)]
        self.page.set_viewport_size(before)

    def chooses(self, key: str) -> None:
        self.button("menu.open").click()
        self.page.get_by_role("menuitem", name=self.word(key), exact=True).click()

    def opens_tab(self, name: str) -> None:
        if self.phone:
            return
        self.page.locator("#panel .tab").filter(has_text=self.word(f"panel.{name}")).click()

    def opens_note_panel(self) -> None:
        if self.phone:
            self.button("view.board").click()
            self.person.canvas.focus()
            self.page.keyboard.press("Home")
            expect(self.person.canvas.locator("[role=option]:focus")).to_have_count(1)
            self.page.keyboard.press("Shift+F10")
        else:
            self.person.note("We need data").click(button="right")
        self.judges("menu of a note", ":popover-open")
        self.page.get_by_role("menuitem", name=self.word("action.details"), exact=True).click()

    def opens_invite(self) -> None:
        if self.phone:
            self.chooses("invite.open")
        else:
            self.button("invite.open").first.click()

    def opens_paste(self) -> None:
        if self.phone:
            self.page.locator("#dock").get_by_role("button", name=self.word("dock.more"), exact=True).click()
            self.page.get_by_role("menuitem", name=self.word("paste.open"), exact=True).click()
        else:
            self.button("paste.open").click()

    def row(self, text: str) -> Locator:
        return self.person.outline.locator(".note-row").filter(has=self.page.locator(".note-line", has_text=text))

    def at_note(self, text: str, key: str) -> None:
        row = self.row(text)
        if row.locator(".note-open").count() == 0:
            row.locator(".note-line").click()
        row.get_by_role("button", name=self.word(key), exact=True).click()

    def at_cluster(self, title: str, key: str, chosen: str = "") -> None:
        if chosen:
            self.row(chosen).locator(".note-line").focus()
            self.page.keyboard.press("Control+Enter")
        self.button_of_cluster(title).click()
        self.judges("menu of a cluster", ":popover-open")
        self.page.get_by_role("menuitem", name=self.word(key, count=1), exact=True).click()

    def button_of_cluster(self, title: str) -> Locator:
        return self.person.outline.get_by_role("button", name=self.word("cluster.menu", title=title), exact=True)

    def ends_private_writing(self) -> None:
        board = self.full.board
        board.changes(["set", "board", board.id, {"step": "", "private": True}])
        context = board.context()
        seat = context.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("participant"), "name": "Zoe"}).json()
        note = {"id": f"private-{self.language}-{self.phone}", "kind": "challenge", "theme": "data", "text": "Not yet"}
        board._post(f"/api/boards/{board.id}/changes", {"change_id": note["id"], "steps": [["add", "note", note]]}, token=seat["token"])
        expect(self.page.locator(".banner-count")).to_be_visible()
        self.judges("private writing")
        self.page.locator(".banner-private button").click()

    def leaves(self, name: str) -> None:
        """Escape closes it, and the focus goes where one can go on."""
        self.page.keyboard.press("Escape")
        self.focus_is_somewhere(name)

    def focus_is_somewhere(self, name: str) -> None:
        expect(self.page.locator(":focus"), f"after {name}").to_have_count(1)


# Every language with every size, and each of both in light and in dark.
WALKS = [("en", "desk", "light"), ("ar", "desk", "dark"), ("en", "phone", "dark"), ("ar", "phone", "light")]


@pytest.fixture(params=WALKS, ids="-".join)
def walk(request: pytest.FixtureRequest, board: BoardOnline) -> Iterator[Walk]:
    full = FullBoard(board).fill()
    full.has_a_form()
    full.is_followed()
    language, size, colours = request.param
    yield Walk(full, language=language, phone=size == "phone", dark=colours == "dark")


def test_axe_finds_nothing_anywhere_on_the_board(walk: Walk) -> None:
    page = walk.page
    walk.judges("the page as it opens")
    for name, opens in PANELS.items():
        opens(walk)
        if not (walk.phone and name == "outline"):
            expect(page.locator("#panel .empty", has_text=walk.word("state.loading"))).to_have_count(0)
            expect(page.locator("#panel")).to_be_visible()
            walk.judges(f"panel {name}", "#panel" if name != "note" else None)
            walk.judges_magnified(f"panel {name}", "#panel")
        if walk.phone and name != "outline":
            walk.leaves(name)
            expect(page.locator("#panel")).to_have_count(0)
        if walk.phone and name == "note":
            walk.judges("the board on a phone")
            walk.button("view.outline").click()
    if not walk.phone:
        walk.opens_tab("outline")
    for name, opens in DIALOGS.items():
        opens(walk)
        dialog = page.locator("dialog[open]")
        expect(dialog).to_have_accessible_name(re.compile("."))
        expect(dialog.locator("h2, input[autofocus]").first).not_to_have_text(walk.word("state.loading"))
        walk.judges(f"dialog {name}", "dialog[open]")
        walk.judges_magnified(f"dialog {name}", "dialog[open]")
        walk.leaves(name)
        expect(dialog).to_have_count(0)
    for button in page.locator("[aria-haspopup=menu], [aria-haspopup=dialog]").all():
        if not button.is_visible():
            continue
        button.click()
        walk.judges(f"opened by {button.get_attribute('aria-label')}", ":popover-open")
        walk.leaves("a menu")
        expect(page.locator(":popover-open")).to_have_count(0)
        expect(button).to_be_focused()
    assert not walk.found, "\n".join(sorted(set(walk.found)))


def sources() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(UI.glob("*.js")) + sorted((UI.parent / "pages").glob("board*.js")))


def test_the_walk_leaves_no_dialog_out() -> None:
    text = sources()
    opened = set(re.findall(r'dialog\.value = \{ name: "([\w-]+)"', text)) | set(re.findall(r'\bdialog\(\{? ?(?:name: )?"([\w-]+)"', text))
    assert opened and opened - set(DIALOGS) == set()


def test_the_walk_leaves_no_panel_out() -> None:
    text = sources()
    listed = (UI / "panel.js").read_text("utf-8")
    known = set(re.findall(r"^  (\w+): \(\) =>", listed, re.M)) | {"outline", "note", "people"}
    opened = set(re.findall(r'panel\.value = "([\w-]+)"', text)) | set(re.findall(r'\bpanel\("([\w-]+)"', text))
    assert len(known) > 3 and (known | opened) - set(PANELS) == set()
