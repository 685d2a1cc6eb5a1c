"""Takes the picture for the README from the demo workshop: `make screenshot`."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.people import TOURED  # noqa: E402
from browser.server import ROOT, Server  # noqa: E402
from browser.words import say  # noqa: E402
from playwright.sync_api import expect, sync_playwright  # noqa: E402

OUT = ROOT / "docs" / "screenshot.png"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder), "--demo").start()
        try:
            found = re.search(r"to participate: \S+(/join/(\w+)#(\S+))", server.log())
            assert found, server.log()
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
            context = browser.new_context(base_url=server.url, viewport={"width": 1600, "height": 960}, locale="en",
                                          reduced_motion="reduce")
            context.add_init_script(TOURED)
            seat = context.request.post(f"/api/boards/{found[2]}/seats", data={"key": found[3], "name": "Zanele", "association": "SALGA"})
            assert seat.ok, seat.text()
            page = context.new_page()
            page.goto(f"/board/{found[2]}")
            expect(page.locator("header .saved")).to_have_attribute("data-state", "saved")
            page.evaluate("document.fonts.ready")
            page.get_by_role("button", name=say("panel.close"), exact=True).click()
            page.locator(".zone", has_text="Data availability").get_by_role("button").first.click()
            page.get_by_role("option").nth(3).click()
            page.keyboard.press("Escape")
            page.wait_for_timeout(600)  # the camera comes to rest
            page.screenshot(path=OUT)
            browser.close()
        finally:
            server.stop()
    print(OUT)


if __name__ == "__main__":
    main()
