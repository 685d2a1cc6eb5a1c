"""People in front of real pages, in the words of the product: `ana.adds_note(…)`, `bea.sees(…)`."""

from __future__ import annotations

import itertools
import re
from typing import Any

from browser.server import Server
from browser.words import say
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

DESK = {"viewport": {"width": 1600, "height": 1000}}
PHONE = {"viewport": {"width": 390, "height": 800}, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
BLOCKED = """window.WebSocket = class { // what a browser tells when a proxy answers the upgrade with an error
    static CLOSING = 2; static CLOSED = 3
    constructor() { setTimeout(() => { this.onerror?.(new Event('error')); this.onclose?.(new Event('close')) }) }
    send() {}
    close() {}
}"""
HIDE = """hidden => {
    Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden})
    document.dispatchEvent(new Event('visibilitychange'))
}"""
TOURED = "try { localStorage.setItem('tour', 'done') } catch { /* a page without storage has no tour */ }"
_numbers = itertools.count(1)


class BoardOnline:
    """A board on a real server and the people who open it; everything about it that is no page goes over HTTP."""

    def __init__(self, server: Server, browser: Browser, *, themes: tuple[str, ...] = ("Data", "Capacity")) -> None:
        self.server, self.browser = server, browser
        self.people: list[Person] = []
        self.helper = browser.new_context(base_url=server.url).request
        given = [{"id": theme.lower(), "title": theme} for theme in themes]
        made = self._post("/api/boards", {"title": "Getting our reviews ready", "themes": given})
        self.id, self.code, self.links = made["board"], made["code"], made["links"]
        self.token = self._post(f"/api/boards/{self.id}/seats", {"key": self.key("facilitator"), "name": "Host"})["token"]

    def key(self, purpose: str) -> str:
        return self.links[purpose].split("#")[1]

    def joins(self, name: str, association: str = "UNGL", *, role: str = "participant", phone: bool = False, full: bool = False,
              language: str = "en", websockets: bool = True, **more: Any) -> Person:
        """Somebody who has a seat already and opens the board; `full`: the full board, also on a phone."""
        context = self.context(phone=phone, language=language, **more)
        if full:
            context.add_init_script("localStorage.setItem('shape', 'full')")
        answer = context.request.post(f"/api/boards/{self.id}/seats",
                                      data={"key": self.key(role), "name": name, "association": association})
        assert answer.ok, answer.text()
        if not websockets:
            context.add_init_script(BLOCKED)
        person = Person(self, context, name)
        self.people.append(person)
        person.opens()
        return person

    def context(self, *, phone: bool = False, language: str = "en", tour: bool = False,
                service_workers: str = "block", through: str = "") -> BrowserContext:
        """Without service workers: they would answer before routes of the test do. `through`: another address than the server's."""
        context = self.browser.new_context(base_url=through or self.server.url, locale=language, reduced_motion="reduce",
                                           service_workers=service_workers, **(PHONE if phone else DESK))
        if not tour:
            context.add_init_script(TOURED)
        context.set_default_timeout(30_000)
        return context

    def changes(self, *steps: Any) -> None:
        """What the host does meanwhile."""
        change = {"change_id": f"host-{next(_numbers)}", "steps": list(steps)}
        self._post(f"/api/boards/{self.id}/changes", change, token=self.token)

    def lets_everybody_edit(self) -> None:
        self.changes(["set", "board", self.id, {"edit_right": "everyone"}])

    def has_notes(self, *texts: str, theme: str = "data", kind: str = "challenge") -> list[str]:
        ids = [f"note-{next(_numbers)}" for _ in texts]
        self.changes(*(["add", "note", {"id": note, "kind": kind, "theme": theme, "text": text}]
                       for note, text in zip(ids, texts, strict=True)))
        return ids

    def notes(self) -> list[dict[str, Any]]:
        """What is stored."""
        answer = self.helper.get(f"/api/boards/{self.id}/snapshot", headers={"Authorization": f"Bearer {self.token}"})
        return answer.json()["records"]["note"]

    def _post(self, path: str, body: Any, token: str = "") -> Any:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = self.helper.post(path, data=body, headers=headers)
        assert answer.ok, answer.text()
        return answer.json()


class Person:
    """One device. `canvas` is the board as a picture, `outline` the same as a list."""

    def __init__(self, board: BoardOnline, context: BrowserContext, name: str) -> None:
        self.board, self.context, self.name = board, context, name
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page: Page = None  # type: ignore[assignment]

    def opens(self) -> None:
        self.page = self.context.new_page()
        watch(self.page, self.faults)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(f"/board/{self.board.id}")
        expect(self.saved).to_have_attribute("data-state", "saved")

    @property
    def saved(self) -> Locator:
        return self.page.locator("header .saved")

    @property
    def outline(self) -> Locator:
        return self.page.locator("#outline")

    @property
    def thumb(self) -> Thumb:
        return Thumb(self)

    @property
    def canvas(self) -> Locator:
        return self.page.get_by_role("listbox")

    def button(self, key: str, **values: object) -> Locator:
        return self.page.get_by_role("button", name=say(key, **values), exact=True)

    def note(self, text: str) -> Locator:
        """A note on the canvas."""
        return self.canvas.get_by_role("option", name=text)

    def line(self, text: str) -> Locator:
        """A note in the outline."""
        return self.outline.locator(".note-line").filter(has_text=text)

    def theme(self, title: str) -> Locator:
        return self.outline.locator("details.theme").filter(has=self.page.get_by_role("heading", name=title, exact=True))

    @property
    def writing(self) -> Locator:
        """The field of the note that is being written on the canvas."""
        return self.canvas.page.get_by_role("textbox", name=say("note.text"))

    def adds_note(self, text: str) -> None:
        self.starts_note()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Escape")

    def starts_note(self) -> None:
        self.page.get_by_role("toolbar").get_by_role("button", name=say("add.note")).click()
        expect(self.writing).to_be_focused()

    def edits(self, text: str) -> Locator:
        """Opens the note for writing."""
        self.note(text).dblclick()
        expect(self.writing).to_be_focused()
        return self.writing

    def sees(self, text: str) -> None:
        expect(self.note(text)).to_be_visible()

    def sees_no(self, text: str) -> None:
        expect(self.note(text)).to_have_count(0)

    def sees_notes_in(self, theme: str, count: int) -> None:
        expect(self.theme(theme).locator("summary .visually-hidden")).to_have_text(say("theme.notes", count=count))

    def is_saved(self) -> None:
        expect(self.saved).to_have_attribute("data-state", "saved", timeout=20_000)

    def is_offline(self, waiting: int = 0) -> None:
        expect(self.saved).to_have_attribute("data-state", "offline", timeout=20_000)
        if waiting:
            expect(self.saved).to_contain_text(re.compile(rf"\b{waiting}\b"))

    def loses_the_line(self) -> None:
        self.context.set_offline(True)
        self.is_offline()

    def finds_the_line(self) -> None:
        self.context.set_offline(False)

    def drags(self, note: Locator, to: Locator) -> None:
        start, goal = middle(note), middle(to)
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move(start[0] + 12, start[1] + 12)
        mouse.move(*goal, steps=8)
        mouse.up()


class Thumb:
    """The same person with the board made for the thumb."""

    def __init__(self, person: Person) -> None:
        self.person, self.page = person, person.page

    def opens(self, tab: str) -> None:
        """`tab`: phone.themes, phone.mine, panel.votes or phone.more"""
        self.page.locator(".phone-bar").get_by_role("button", name=re.compile(re.escape(say(tab)) + "$")).tap()

    def card(self, text: str) -> Locator:
        return self.page.locator(".phone-note").filter(has_text=text)

    def says_of(self, text: str, state: str, *, within: float | None = None) -> None:
        """What *Mine* says of a note: `waiting` or `saved`."""
        expect(self.card(text).locator(".phone-state")).to_have_attribute("data-state", state, timeout=within)

    def opens_note(self, text: str) -> Locator:
        self.card(text).locator(".phone-card").tap()
        return self.sheet

    @property
    def sheet(self) -> Locator:
        return self.page.locator("dialog.sheet[open]").last

    def begins(self, language: str = "en") -> Locator:
        """One tap: the field has the focus."""
        self.page.get_by_role("button", name=say("add.note", language), exact=True).tap()
        field = self.sheet.get_by_role("textbox")
        expect(field).to_be_focused()
        return field

    def sends(self, language: str = "en") -> None:
        self.sheet.get_by_role("button", name=say("phone.send", language), exact=True).tap()

    def writes(self, text: str) -> None:
        self.begins()
        self.page.keyboard.insert_text(text)
        self.sends()
        expect(self.sheet.get_by_role("textbox")).to_have_value("")
        self.shuts()

    def shuts(self, language: str = "en") -> None:
        """Closes the sheet on top."""
        count = self.page.locator("dialog.sheet[open]").count()
        self.sheet.get_by_role("button", name=say("action.close", language), exact=True).tap()
        expect(self.page.locator("dialog.sheet[open]")).to_have_count(count - 1)


def watch(page: Page, faults: list[str]) -> None:
    """Collects what must not happen on any page: errors nobody caught, and what the content policy forbids."""
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if any(
        sign in message.text for sign in ("Content Security Policy", "in no part that is loaded", "no word \"")) else None)


def middle(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box, "not on the page"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
