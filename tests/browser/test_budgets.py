"""What comes over the line until a page is there: every request, compressed, fonts included; from a bundle, as a release has it."""

from __future__ import annotations

import pytest
from browser.people import BoardOnline
from browser.server import bundle
from browser.words import say
from playwright.sync_api import BrowserContext, Page, expect

KB = 1000
TEXTS = ["No census for years", "Data without owners", "Small teams, many tasks"]

pytestmark = pytest.mark.skipif(not bundle(), reason="no bundle that fits, no esbuild: npm ci in static/vendor")


class Received:
    """Bytes of every answer by its address, as Chromium counted them."""

    def __init__(self, context: BrowserContext, page: Page) -> None:
        self.bytes: dict[str, float] = {}
        asked: dict[str, str] = {}
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
        network.on("Network.loadingFinished", lambda event: self._add(asked.get(event["requestId"], "?"), event["encodedDataLength"]))

    def _add(self, url: str, size: float) -> None:
        self.bytes[url] = self.bytes.get(url, 0) + size

    def within(self, budget: int) -> None:
        told = "\n".join(f"{size:9,.0f} {url}" for url, size in sorted(self.bytes.items(), key=lambda each: -each[1]))
        assert 0 < sum(self.bytes.values()) <= budget, f"{sum(self.bytes.values()):,.0f} of {budget:,} bytes\n{told}"

    def fonts(self) -> list[str]:
        return sorted(url.rsplit("/", 1)[1] for url in self.bytes if url.endswith(".woff2"))


def opens(board: BoardOnline, *, phone: bool, language: str = "en", path: str = "") -> tuple[Page, Received]:
    context = board.context(phone=phone, language=language)
    if not path:
        answer = context.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("participant"), "name": "Ana"})
        assert answer.ok
    page = context.new_page()
    received = Received(context, page)
    page.goto(path or f"/board/{board.id}")
    if not path:
        expect(page.locator(".saved").first).to_have_attribute("data-state", "saved")
        expect(page.get_by_text(TEXTS[0]).first).to_be_attached()
    page.wait_for_load_state("networkidle")
    return page, received


def test_the_join_page(board: BoardOnline) -> None:
    page, received = opens(board, phone=True, path=f"/join/{board.id}#{board.code}")
    expect(page.get_by_label(say("join.name"), exact=True)).to_be_visible()
    received.within(40 * KB)


def test_the_board_on_a_phone(board: BoardOnline) -> None:
    board.has_notes(*TEXTS)
    opens(board, phone=True)[1].within(120 * KB)


@pytest.mark.parametrize(("language", "texts", "most"), [
    ("en", [], 200), ("ar", ["لا إحصاء منذ سنوات", "بيانات بلا أصحاب"], 220), ("ne", ["तथ्याङ्क छैन"], 265)])
def test_the_full_board(board: BoardOnline, language: str, texts: list[str], most: int) -> None:
    """With the fonts of its language; more than 200 KB where the letters weigh more."""
    board.has_notes(*TEXTS, *texts)
    page, received = opens(board, phone=False, language=language)
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    assert len(received.fonts()) == (1 if language == "en" else 2)
    received.within(most * KB)


def test_fonts_come_with_the_characters_that_need_them(board: BoardOnline) -> None:
    board.has_notes(*TEXTS)
    page, received = opens(board, phone=False)
    assert received.fonts() == ["noto-sans-latin.woff2"]
    board.has_notes("तथ्याङ्क छैन")
    expect(page.get_by_role("option", name="तथ्याङ्क")).to_be_visible()
    page.wait_for_function("""document.fonts.status === 'loaded'
        && [...document.fonts].some((face) => face.status === 'loaded' && face.unicodeRange.includes('U+900'))""")
    assert received.fonts() == ["noto-sans-devanagari.woff2", "noto-sans-latin.woff2"]


@pytest.mark.parametrize(("text", "more"), [
    ("“L’œuvre” – às 5 €, ¿Qué?, Blåbær…", []), ("Łódź, Çağlar, Țară", ["latin-ext"]), ("Nguyễn Thị Ánh, Ẹ̀kọ́", ["vietnamese"]),
    ("Ɛdziban, ɓarna", ["latin-ext"]), ("ɰ", ["latin-rest"]), ("तथ्याङ्क", ["devanagari"]),
    ("لا إحصاءَ منذ ٥ سنوات؟", ["arabic"]), ("سرشماری از پنج سال پیش", ["arabic"]),
    ("پاکستان میں مردم شماری نہیں ہوئی ٹھیک ہے", ["arabic", "arabic-rest"])])
def test_all_letters_are_of_one_face_and_only_those_in_use_come(board: BoardOnline, text: str, more: list[str]) -> None:
    board.has_notes(*TEXTS, text)
    page, received = opens(board, phone=False)
    words = page.locator(".note-text", has_text=text).first
    expect(words).to_be_visible()
    page.wait_for_function("""faces => document.fonts.status === 'loaded'
        && [...document.fonts].filter((face) => face.status !== 'unloaded').length >= faces""", arg=1 + len(more))
    words.evaluate("words => words.setAttribute('data-looked-at', '')")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "[data-looked-at]"})["nodeId"]
    used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert used and {(font["familyName"].removesuffix(" Arabic"), font["isCustomFont"]) for font in used} == {("Noto Sans", True)}
    page.wait_for_load_state("networkidle")
    assert received.fonts() == sorted(f"noto-sans-{script}.woff2" for script in ["latin", *more])


def test_a_font_that_does_not_come_changes_nothing_but_the_look(board: BoardOnline) -> None:
    board.has_notes("No census for years", "لا إحصاء منذ سنوات", "तथ्याङ्क छैन")
    context = board.context()
    context.route("**/*.woff2", lambda route: route.abort())
    answer = context.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("participant"), "name": "Ana"})
    assert answer.ok
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"/board/{board.id}")
    for text in ("No census for years", "لا إحصاء منذ سنوات", "तथ्याङ्क छैन"):
        expect(page.get_by_role("listbox").get_by_role("option", name=text)).to_be_visible()
    page.get_by_role("toolbar").get_by_role("button", name=say("add.note")).click()
    page.keyboard.type("Written in another face")
    page.keyboard.press("Escape")
    expect(page.locator("header .saved")).to_have_attribute("data-state", "saved")
    assert "Written in another face" in [note["text"] for note in board.notes()] and not faults
