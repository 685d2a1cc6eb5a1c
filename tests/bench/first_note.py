"""When a phone on a bad line shows the first note: 400 kbit/s, 300 ms, a processor four times slower; from a bundle and from modules.

    .venv/bin/python tests/bench/first_note.py [--beside]

`--beside`: also Excalidraw with forty notes from a page of nothing else, built and compressed as for a release (needs npm, once).
"""
from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from browser.conftest import QUIET, WITHOUT
from browser.people import PHONE, BoardOnline
from browser.server import Server, bundle
from frames import build, serve
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

TEXTS = [f"Challenge number {number}: no census for years" for number in range(40)]
RUNS = 3


def seconds(browser: Browser, server: Server, *, phone: bool) -> tuple[float, float]:
    """Until the first note is in sight; kilobytes by then."""
    board = BoardOnline(server, browser)
    board.has_notes(*TEXTS)
    context = board.context(phone=phone)
    context.set_default_timeout(180_000)
    context.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("participant"), "name": "Ana"})
    page, received = slow(context)
    page.goto(f"/board/{board.id}", wait_until="commit")
    page.get_by_text("no census for years").first.wait_for()
    return told(page, received)


def slow(context: BrowserContext) -> tuple[Page, list[float]]:
    """A page on the bad line, and the bytes that it has received."""
    page, received = context.new_page(), [0.0]
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    network.send("Network.emulateNetworkConditions",
                 {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 50_000})
    network.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return page, received


def told(page: Page, received: list[float]) -> tuple[float, float]:
    taken = page.evaluate("performance.now()") / 1000
    page.context.close()
    return taken, sum(received) / 1000


def peer(browser: Browser, url: str) -> tuple[float, float]:
    context = browser.new_context(**PHONE)
    context.set_default_timeout(180_000)
    page, received = slow(context)
    page.goto(f"{url}/excalidraw/?notes={len(TEXTS)}", wait_until="commit")
    page.wait_for_function("window.ready && window.painted()")
    return told(page, received)


def main() -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium",
                                             args=[*QUIET, "--no-sandbox", f"--disable-features={','.join(WITHOUT)}"])
        for name, made in (("bundle", bundle()), ("modules", "")):
            data = Path(folder, name)
            (data / "none").mkdir(parents=True)
            server = Server(data, BOARD_BUNDLE=made or str(data / "none")).start()
            try:
                for phone in (True, False):
                    runs = sorted(seconds(browser, server, phone=phone) for _ in range(RUNS))
                    taken, size = runs[len(runs) // 2]
                    print(f"{name} {'phone view' if phone else 'full board'}: first note after {taken:.1f} s, {size:.0f} KB", flush=True)
            finally:
                server.stop()
        if "--beside" in sys.argv:
            build()
            files = serve()
            runs = sorted(peer(browser, f"http://localhost:{files.server_port}") for _ in range(RUNS))
            taken, size = runs[len(runs) // 2]
            print(f"Excalidraw: first note after {taken:.1f} s, {size:.0f} KB", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
