"""Every main screen with the demo workshop, in all languages, at two sizes, light and dark.

`make screens` puts them under test-results/screens, `make gallery` under docs/screens with the page docs/screens.md.
Each picture holds one screen in all languages side by side, so that what overflows in one of them is seen at once.
"""
from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from browser.demo import Demo  # noqa: E402
from browser.words import CATALOGUES, say  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright  # noqa: E402

FOLDER = ROOT / "test-results" / "screens"
DOCS = ROOT / "docs"
LANGUAGES = ["en", *sorted(path.stem for path in CATALOGUES.glob("*.json") if path.stem != "en")]
SCHEMES = ("light", "dark")
GAP, TABLE, QUALITY = 10, "#8a8f98", 48


@dataclass(frozen=True)
class Size:
    name: str
    viewport: tuple[int, int]
    width: int          # of one screen in the picture, pixels
    across: int         # screens beside each other
    phone: bool = False


DESK = Size("desk", (1440, 900), 560, 3)
PHONE = Size("phone", (390, 844), 260, 7, phone=True)
Play = Callable[[Page, Demo, str], None]


@dataclass(frozen=True)
class Scene:
    """`play` brings the page there; `key` says who opens the board: "facilitator", "participant", or "" for nobody yet."""
    name: str
    title: str
    size: Size
    key: str
    play: Play
    voting: bool = False    # while a round is open


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("scenes", nargs="*", help="names; none means all")
    given.add_argument("--languages", default=",".join(LANGUAGES))
    given.add_argument("--schemes", default=",".join(SCHEMES))
    given.add_argument("--out", type=Path, default=FOLDER)
    given.add_argument("--docs", action="store_true", help="the pictures of docs/screens.md")
    asked = given.parse_args()
    if asked.docs:
        asked.out = DOCS / "screens"
    if asked.docs and not asked.scenes or asked.out == FOLDER:
        shutil.rmtree(asked.out, ignore_errors=True)
    asked.out.mkdir(parents=True, exist_ok=True)
    chosen = [scene for scene in SCENES if not asked.scenes or scene.name in asked.scenes]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        with Demo(Path(folder)) as demo:
            for scheme in asked.schemes.split(","):
                taken: dict[str, list[Image.Image]] = {scene.name: [] for scene in chosen}
                for language in asked.languages.split(","):
                    demo.speaks(language)
                    for scene in chosen:
                        taken[scene.name].append(screen(browser, demo, scene, language, scheme))
                for scene in chosen:
                    sheet(taken[scene.name], scene.size).save(asked.out / f"{scene.name}-{scheme}.webp", quality=QUALITY, method=6)
    if asked.docs:
        (DOCS / "screens.md").write_text(page(), "utf-8")
    total = sum(each.stat().st_size for each in asked.out.glob("*.webp"))
    print(f"{len(list(asked.out.glob('*.webp')))} pictures, {total / 1e6:.1f} MB")


@contextmanager
def device(browser: Browser, demo: Demo, scene: Scene, language: str, scheme: str) -> Iterator[BrowserContext]:
    width, height = scene.size.viewport
    context = browser.new_context(base_url=demo.server.url, viewport={"width": width, "height": height}, locale=language,
                                  color_scheme=scheme, reduced_motion="reduce", is_mobile=scene.size.phone, has_touch=scene.size.phone,
                                  service_workers="block")
    context.set_default_timeout(15_000)
    context.add_init_script("localStorage.setItem('tour', 'skipped')")
    try:
        yield context
    finally:
        context.close()


def screen(browser: Browser, demo: Demo, scene: Scene, language: str, scheme: str) -> Image.Image:
    with device(browser, demo, scene, language, scheme) as context, demo.voting() if scene.voting else nullcontext():
        if scene.key:
            demo.sits(context, scene.key, language)
        shown = context.new_page()
        scene.play(shown, demo, language)
        shown.evaluate("document.fonts.ready")
        shown.wait_for_load_state("networkidle") if not scene.key else shown.wait_for_timeout(400)  # what is drawn comes to rest
        return Image.open(BytesIO(shown.screenshot())).convert("RGB")


def sheet(screens: list[Image.Image], size: Size) -> Image.Image:
    height = round(size.width * size.viewport[1] / size.viewport[0])
    rows = [screens[start:start + size.across] for start in range(0, len(screens), size.across)]
    table = Image.new("RGB", (GAP + min(size.across, len(screens)) * (size.width + GAP), GAP + len(rows) * (height + GAP)), TABLE)
    for down, row in enumerate(rows):
        for place, each in enumerate(row):
            small = each.resize((size.width, height), Image.Resampling.LANCZOS)
            table.paste(small, (GAP + place * (size.width + GAP), GAP + down * (height + GAP)))
    return table


def page() -> str:
    names = ", ".join(say("language.name", language) for language in LANGUAGES)
    lines = ["# Screens", "", f"The demo workshop on screen, in {names}, light and dark. `make gallery` makes these pictures anew."]
    for size, title in ((DESK, "On a computer"), (PHONE, "On a phone")):
        lines += ["", f"## {title}"]
        for scene in SCENES:
            if scene.size is size:
                lines += ["", f"### {scene.title}", ""]
                lines += [f"![{scene.title}, {scheme}](screens/{scene.name}-{scheme}.webp)" for scheme in SCHEMES]
    return "\n".join(lines) + "\n"


# --- what is shown

def home(page: Page, demo: Demo, language: str) -> None:
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", language)


def join(page: Page, demo: Demo, language: str) -> None:
    page.goto(f"/join/{demo.board}#{demo.participant}")
    expect(page.get_by_label(say("join.name", language), exact=True)).to_be_visible()


def board(page: Page, demo: Demo, language: str) -> None:
    page.goto(f"/board/{demo.board}")
    expect(page.locator("header .saved").first).to_have_attribute("data-state", "saved", timeout=30_000)


def outline(page: Page, demo: Demo, language: str) -> None:
    board(page, demo, language)
    page.get_by_role("banner").get_by_role("button", name=say("view.outline", language), exact=True).click()
    expect(page.locator("#outline")).to_be_visible()


def writing(page: Page, demo: Demo, language: str) -> None:
    board(page, demo, language)
    page.get_by_role("toolbar").get_by_role("button", name=say("add.note", language)).click()
    expect(page.get_by_role("textbox", name=say("note.text", language))).to_be_focused()
    page.keyboard.type("…")


def menu_entry(*keys: str) -> Play:
    """Opens an entry of the board's menu."""
    def play(page: Page, demo: Demo, language: str) -> None:
        board(page, demo, language)
        page.get_by_role("button", name=say("menu.open", language), exact=True).click()
        for key in keys:
            page.get_by_role("menuitem", name=say(key, language), exact=True).click()
    return play


def exporting(page: Page, demo: Demo, language: str) -> None:
    menu_entry("export.open")(page, demo, language)
    page.wait_for_load_state("networkidle")


def tab(*buttons: tuple[str, bool]) -> Play:
    """Touches one button of the phone view after the other: the words' key, and whether they are the whole name."""
    def play(page: Page, demo: Demo, language: str) -> None:
        board(page, demo, language)
        for key, exact in buttons:
            page.locator(".phone-bar").get_by_role("button", name=say(key, language), exact=exact).tap()
    return play


def reading(page: Page, demo: Demo, language: str) -> None:
    board(page, demo, language)
    page.locator(".phone-card").first.tap()
    expect(page.get_by_role("dialog")).to_be_visible()


SCENES = [
    Scene("home", "The way in: a code, or a new board", DESK, "", home),
    Scene("join", "Joining with a link", DESK, "", join),
    Scene("board", "The board", DESK, "participant", board),
    Scene("votes", "A vote", DESK, "participant", menu_entry("panel.votes"), voting=True),
    Scene("outline", "The outline, for a keyboard or a screen reader", DESK, "participant", outline),
    Scene("agenda", "Running the agenda", DESK, "facilitator", menu_entry("agenda.title")),
    Scene("matrix", "Who said what about which theme", DESK, "facilitator", menu_entry("panel.matrix")),
    Scene("export", "Taking it home", DESK, "facilitator", exporting),
    Scene("palette", "Everything by its name: Ctrl+K", DESK, "facilitator", menu_entry("palette.open")),
    Scene("reading", "Which language to read in", DESK, "participant", menu_entry("reading.title")),
    Scene("settings", "Settings", DESK, "facilitator", menu_entry("settings.open")),
    Scene("phone-home", "The way in", PHONE, "", home),
    Scene("phone-join", "Joining with a link", PHONE, "", join),
    Scene("phone-board", "A theme", PHONE, "participant", board),
    Scene("phone-note", "Reading a note", PHONE, "participant", reading),
    Scene("phone-write", "Writing one", PHONE, "participant", tab(("add.note", True))),
    Scene("phone-votes", "Votes", PHONE, "participant", tab(("panel.votes", False)), voting=True),
    Scene("phone-more", "More", PHONE, "participant", tab(("phone.more", True))),
]

if __name__ == "__main__":
    main()
