"""A board with something of everything on it, for tests that look at every screen; and axe, put into a page once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from browser.people import BoardOnline
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK = """async ([where, tags]) => {
    const found = await axe.run(where ?? document, { runOnly: tags, resultTypes: ['violations'] })
    return found.violations.flatMap(({id, nodes}) => nodes.map(({html, any, all}) =>
        id + ': ' + html.slice(0, 200) + ' ' + [...any, ...all].map(({message}) => message).join('; ')))
}"""
LONG_NAME = "Asociación" * 6


def violations(page: Page, where: str | None = None) -> list[str]:
    """What axe finds on the page, or in a part of it when the rest cannot be reached anyway."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE}; 0")
    return page.evaluate(ASK, [where, TAGS])


class FullBoard:
    """Notes in three scripts, clusters, answers, talk, an agenda, votes, what is hidden and deleted, a form, a tray, the next board."""

    def __init__(self, board: BoardOnline) -> None:
        self.board = board
        self.made: dict[str, Any] = {}

    def fill(self) -> FullBoard:
        board = self.board
        self.texts = ("We need data", "Nous avons besoin de données", "نحتاج إلى بيانات", "हामीलाई तथ्याङ्क चाहिन्छ")
        self.challenges = board.has_notes(*self.texts)
        self.solutions = board.has_notes("A desk for data", "Share what there is", theme="capacity", kind="solution")
        self.hidden, self.removed, self.locked = board.has_notes("It names a person", "Gone", "Stays where it is")
        first, second, third, fourth = self.challenges
        board.changes(
            ["add", "cluster", {"id": "gaps", "theme": "data", "title": "Gaps", "x": 40, "y": 300, "w": 400, "h": 300}],
            ["add", "cluster", {"id": "money", "theme": "data", "title": "Money", "x": 40, "y": 700, "w": 400, "h": 300}],
            ["set", "note", second, {"cluster": "gaps"}], ["set", "note", third, {"cluster": "gaps"}],
            ["set", "note", fourth, {"cluster": "money"}], ["set", "note", first, {"sdgs": [5, 11]}],
            ["add", "answer", {"id": "answer-1", "solution": self.solutions[0], "challenge": first}],
            ["add", "comment", {"id": "comment-1", "note": first, "text": "Which data?"}],
            ["add", "step", {"id": "welcome", "title": "Welcome", "task": "Look around", "may": ["challenge", "solution"], "minutes": 5}],
            ["add", "step", {"id": "vote", "title": "Vote", "may": ["vote"]}],
            ["set", "board", board.id, {"step": "welcome", "collecting": True, "question": "What is hard?"}],
            ["add", "round", {"id": "round-first", "title": "First choice", "votes": 3, "most": 0, "state": "open", "live": True}],
            ["set", "note", self.hidden, {"hidden": "It names a person"}], ["set", "note", self.locked, {"locked": True}],
            ["remove", "note", self.removed],
        )
        board.changes(["add", "vote", {"id": "vote-1", "round": "round-first", "target": first}])
        board.changes(["add", "round", {"id": "round-second", "title": "Second choice", "votes": 2, "state": "draft"}])
        return self

    def has_a_form(self) -> str:
        """A link to it; two notes wait in the tray."""
        board = self.board
        answer = board.helper.post(f"/api/boards/{board.id}/links/form", headers={"Authorization": f"Bearer {board.token}"})
        link = answer.json()["link"]
        notes = [{"kind": "challenge", "theme": "data", "text": text} for text in ("No census", "No roads")]
        board._post(f"/api/boards/{board.id}/form/notes", {"key": link.split("#")[1], "notes": notes, "association": LONG_NAME})
        return link

    def is_followed(self) -> FullBoard:
        """By the next workshop, which carries the open challenges on; the full board there is this one's earlier board."""
        self.made = self.board._post(f"/api/boards/{self.board.id}/next", {"title": "May", "carry": {"unanswered": True}},
                                     token=self.board.token)
        return self
