"""Texts that would do harm, in every place and view of a board: nothing of them runs, and nothing asks for what the policy forbids."""

from __future__ import annotations

import html
import json
import time
from collections.abc import Iterator
from typing import Any

import payloads
import pytest
import spoiled
from browser.people import TOURED
from browser.server import Server
from browser.words import say
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

BOARDS = 4
LISTEN = """addEventListener("securitypolicyviolation", (event) =>
    tellTest(`policy: ${event.violatedDirective} ${event.sample} ${event.blockedURI} ${event.target?.outerHTML?.slice(0, 200)}`))"""
ODD = """() => {
    const odd = `iframe, object, embed, base, math, frameset, marquee, meta[http-equiv], [srcdoc], [style*="//evil"], [src^="//evil"],
        [href^="//evil"], a[href^="javascript:" i], a[href^="data:" i], [action^="javascript" i], script:not([src]):not([type$=json])`
    const handled = (each) => [...each.attributes].some(({ name }) => name.startsWith("on"))
    return [...document.querySelectorAll(odd), ...[...document.querySelectorAll("*")].filter(handled)]
        .map((each) => "element: " + each.outerHTML.slice(0, 200))
}"""


class Watched:
    """A browser that writes down what a text did: a dialog, a report of the policy, an element that is none of ours."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.told: list[str] = []
        self.context: BrowserContext = browser.new_context(
            service_workers="block", base_url=server.url, locale="en", reduced_motion="reduce", viewport={"width": 1600, "height": 1000})
        self.context.set_default_timeout(20_000)
        self.context.expose_binding("tellTest", lambda _, text: self.told.append(text))
        self.context.add_init_script(LISTEN)
        self.context.add_init_script(TOURED)
        self.page: Page = self.context.new_page()
        self.asked: set[Request] = set()
        self.page.on("request", lambda request: self.asked.add(request))
        for event in ("requestfinished", "requestfailed"):
            self.page.on(event, lambda request: self.asked.discard(request))
        self.page.on("dialog", self._dismiss)
        self.page.on("console", lambda message: self.told.append(message.text) if "Content Security Policy" in message.text else None)
        self.page.on("pageerror", lambda error: self.told.append(f"error: {error}"))

    def _dismiss(self, dialog: Any) -> None:
        self.told.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def opens(self, path: str) -> None:
        self.page.goto(path)
        self.looks()

    def has_all(self) -> None:
        """What was asked for is here, also what that asked for in turn: dialogs come over the line when they are first opened."""
        self.draws()
        latest = time.monotonic() + 20
        while self.asked:
            assert time.monotonic() < latest, f"not answered: {[each.url for each in self.asked]}"
            self.draws()

    def draws(self) -> None:
        self.page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")

    def looks(self) -> None:
        """Let the page draw, then look through it."""
        self.draws()
        self.told += self.page.evaluate(ODD)


@pytest.fixture
def watched(browser: Browser, server: Server) -> Iterator[Watched]:
    made = Watched(browser, server)
    yield made
    made.context.close()


def brings_in(watched: Watched, file: dict[str, Any]) -> dict[str, Any]:
    """The board, with a facilitator's seat in this browser."""
    made = watched.context.request.post("/api/boards/import", data=json.dumps(file), headers={"Content-Type": "application/json"})
    assert made.status == 201, made.text()
    board = made.json()
    key = board["links"]["facilitator"].split("#")[1]
    seat = watched.context.request.post(f"/api/boards/{board['board']}/seats", data={"key": key, "name": payloads.short(60)[0]})
    assert seat.ok, seat.text()
    return {**board, "token": seat.json()["token"]}


def test_nothing_that_people_write_runs_on_any_page(watched: Watched) -> None:
    page = watched.page
    for file in spoiled.boards(BOARDS):
        board = brings_in(watched, file)
        watched.opens(f"/board/{board['board']}")
        expect(page.locator("header .saved")).to_have_attribute("data-state", "saved")
        expect(page.locator("#outline .note-line")).to_have_count(len(file["notes"]))
        watched.looks()
        watched.opens(f"/board/{board['board']}/print?names=1")
        watched.opens(f"/board/{board['board']}/series")
    assert watched.told == []


def asks(watched: Watched, board: str, path: str, body: Any = None) -> Any:
    answer = watched.context.request.post(f"/api/boards/{board}/{path}", data={} if body is None else body)
    assert answer.ok, answer.text()
    return answer.json()


def collects(watched: Watched, board: str) -> str:
    """What people wrote on the form lies in the tray; the form's key."""
    asks(watched, board, "changes", {"change_id": "form", "steps": [["set", "board", board, {"collecting": True}]]})
    key = asks(watched, board, "links/form")["link"].split("#")[1]
    texts = [text for text in payloads.ALL[::3] if text.strip()]
    for start in range(0, len(texts), 50):
        notes = [{"kind": "challenge", "theme": "z0", "text": text} for text in texts[start:start + 50]]
        asks(watched, board, "form/notes", {"key": key, "notes": notes, "association": payloads.short(60)[start]})
    return key


def closes(page: Page) -> None:
    """What the last click opened, one dialog after the other."""
    dialogs = page.locator("dialog[open]")
    page.keyboard.press("Escape")
    while left := dialogs.count():
        page.keyboard.press("Escape")
        expect(dialogs).not_to_have_count(left)


def test_nothing_runs_on_the_pages_of_a_link(watched: Watched) -> None:
    """Who comes with a link or to the form, and who reads an earlier board beside the next."""
    page, board = watched.page, brings_in(watched, spoiled.boards(BOARDS)[1])
    key = collects(watched, board["board"])
    watched.opens(f"/form/{board['board']}#{key}")
    expect(page.locator(".form-note").first).to_be_visible()
    watched.looks()
    watched.opens(f"/join/{board['board']}#{board['links']['participant'].split('#')[1]}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("alert(1)")
    watched.looks()
    for title in payloads.short(80)[:3]:
        after = asks(watched, board["board"], "next", {"title": title, "carry": {"everything": True}, "readable": True})
    key = after["links"]["facilitator"].split("#")[1]
    asks(watched, after["board"], "seats", {"key": key, "name": "Fatima"})
    watched.opens(f"/board/{after['board']}/series")
    watched.opens(f"/board/{after['board']}")
    page.get_by_role("button", name=say("menu.open")).click()
    page.get_by_role("menuitem", name=say("panel.earlier"), exact=True).click()
    expect(page.locator(".panel")).to_contain_text("alert(1)")
    watched.looks()
    assert watched.told == []


def test_nothing_runs_in_any_panel_or_dialog(watched: Watched) -> None:
    page, board = watched.page, brings_in(watched, spoiled.boards(BOARDS)[0])
    collects(watched, board["board"])
    watched.opens(f"/board/{board['board']}")
    expect(page.locator("header .saved")).to_have_attribute("data-state", "saved")
    page.locator("#outline .note-line").first.click()
    watched.looks()
    menu = page.get_by_role("button", name=say("menu.open"))
    menu.click()
    expect(page.get_by_role("menuitem").first).to_be_visible()
    entries = page.get_by_role("menuitem").count()
    assert entries > 12
    page.keyboard.press("Escape")
    for entry in range(entries):
        menu.click()
        item = page.get_by_role("menuitem").nth(entry)
        if item.get_attribute("href"):
            page.keyboard.press("Escape")
            continue
        item.click()
        watched.has_all()
        watched.looks()
        closes(page)
    assert watched.told == []


@pytest.mark.parametrize("policy", [True, False], ids=["with a policy", "without one"])
def test_a_page_that_does_not_escape_is_noticed(watched: Watched, policy: bool) -> None:
    board = brings_in(watched, spoiled.boards(BOARDS)[0])

    def unescaped(route: Route) -> None:
        answer = route.fetch()
        headers = {name: value for name, value in answer.headers.items() if policy or name != "content-security-policy"}
        route.fulfill(response=answer, headers=headers, body=html.unescape(answer.text()))
    watched.page.route("**/print", unescaped)
    watched.page.goto(f"/board/{board['board']}/print", wait_until="commit")
    with pytest.raises(AssertionError):
        expect(watched.page.locator("body")).to_have_text("never", timeout=1_500)
    assert any(each.startswith("policy: script-src" if policy else "dialog: 1") for each in watched.told), watched.told[:5]
