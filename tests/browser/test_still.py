"""Nothing jumps while a page loads: Chromium's own count of what moved without anybody asking (cumulative layout shift)."""

from __future__ import annotations

import pytest
from browser.people import BoardOnline
from browser.words import say
from playwright.sync_api import expect

MOST = 0.02             # 0.1 counts as good, and is easily seen
TEXTS = ["No census for years", "Data without owners", "Small teams, many tasks"]
WATCH = """window.shifts = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput)
    window.shifts.push([entry.value, Math.round(entry.startTime), entry.sources.map(({ node, previousRect: a, currentRect: b }) => {
        const at = node?.nodeType === 1 ? node : node?.parentElement;
        const [from, to] = [a, b].map(({ x, y, width, height }) => `${x},${y} ${width}x${height}`);
        return `${at?.tagName}.${at?.className?.baseVal ?? at?.className} ${from} to ${to}`;
    })]); }).observe({ type: 'layout-shift', buffered: true });"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("page_of", ["board", "outline", "phone", "join"])
def test_nothing_jumps_while_it_loads(board: BoardOnline, page_of: str, language: str) -> None:
    board.has_notes(*TEXTS)
    context = board.context(phone=page_of in ("phone", "join"), language=language)
    if page_of != "join":
        assert context.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("participant"), "name": "Ana"}).ok
    context.add_init_script(WATCH + ("localStorage.setItem('view', 'outline');" if page_of == "outline" else ""))
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844} if page_of in ("phone", "join") else {"width": 1440, "height": 900})
    network = context.new_cdp_session(page)         # parts come one after the other, as they do on a line
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions",
                 {"offline": False, "latency": 60, "downloadThroughput": 200_000, "uploadThroughput": 200_000})
    page.goto(f"/join/{board.id}#{board.code}" if page_of == "join" else f"/board/{board.id}")
    if page_of == "join":
        expect(page.get_by_label(say("join.name", language=language), exact=True)).to_be_visible()
    else:
        expect(page.locator(".saved").first).to_have_attribute("data-state", "saved")
        expect(page.get_by_text(TEXTS[0]).first).to_be_attached()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    shifts = page.evaluate("window.shifts")
    assert sum(value for value, _, _ in shifts) < MOST, "\n".join(map(str, shifts))


def test_less_motion_is_none_at_all(board: BoardOnline) -> None:
    """A change of style shows at once. With a duration for everything, however short, it shows a frame late."""
    board.has_notes(*TEXTS)
    ana = board.joins("Ana", role="facilitator")
    ana.page.evaluate("window.moved = []; for (const of of ['transitionrun', 'animationiteration']) "
                      "addEventListener(of, event => moved.push([of, event.target.className, event.propertyName]))")
    ana.page.locator(".board-viewport").hover(position={"x": 400, "y": 500})
    ana.page.mouse.wheel(0, 300)
    ana.adds_note("More sensors")
    ana.button("menu.open").click()
    ana.page.keyboard.press("Escape")
    ana.is_saved()
    now, later = ana.page.evaluate("""async () => {
        const world = document.querySelector('.board-world'), where = () => getComputedStyle(world).transform
        world.style.transform = 'translate(7px, 9px)'
        const now = where()
        await new Promise(requestAnimationFrame)
        return [now, where()]
    }""")
    assert now == later == "matrix(1, 0, 0, 1, 7, 9)"
    assert ana.page.evaluate("moved") == []
