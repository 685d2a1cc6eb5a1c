"""Measures the board layer: CPU milliseconds a frame of renderer and compositor, on boards of invented notes.

CPU time by CDP SystemInfo.getProcessInfo before and after a gesture, divided by animation frames. It is steadier than
frames per second on a loaded machine. Usage: python tests/bench/frames.py [--notes 1000,5000] [--runs 3] [--scenes …]
"""

import argparse
import functools
import http.server
import pathlib
import statistics
import threading

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "bench" / "frames"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SCENES = ["panNear", "panFar", "panFit", "zoom", "dragOne", "dragFree", "drag200"]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the page, static/ and, when given, the sample workshop."""

    sample = None

    def translate_path(self, path):
        path = path.split("?")[0]
        if path == "/sample.json" and self.sample:
            return str(self.sample)
        if path.startswith("/static/"):
            return str(ROOT / path.lstrip("/"))
        return str(HERE / (path.removeprefix("/frames").lstrip("/") or "index.html"))

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_):
        pass


def serve(port=0, sample=None):
    """A server in a thread; `server.server_port` tells where."""
    handler = functools.partial(type("Here", (Handler,), {"sample": sample}))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def cpu(browser_cdp, kinds=("renderer", "GPU")):
    """CPU seconds used so far by the processes that draw."""
    processes = browser_cdp.send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(process["cpuTime"] for process in processes if process["type"] in kinds)


def measure(browser, url, notes, scene, frames, more=""):
    """CPU milliseconds a frame for one gesture on a fresh page."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{url}?notes={notes}{more}")
    page.wait_for_function("window.ready === true")
    page.evaluate(f"scenes.{scene}.before()")
    page.wait_for_timeout(900)
    cdp = browser.new_browser_cdp_session()
    page.evaluate(f"scenes.{scene}.run(10)")
    before = cpu(cdp)
    page.evaluate(f"scenes.{scene}.run({frames})")
    used = cpu(cdp) - before
    small = page.evaluate("window.small")
    if small:
        print(f"        the small board is drawn in {small:.1f} ms", flush=True)
    cdp.detach()
    page.close()
    return used * 1000 / frames


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", default="1000,5000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--frames", type=int, default=120)
    parser.add_argument("--scenes", default=",".join(SCENES))
    parser.add_argument("--busy", action="store_true", help="with clusters, links, comments and reactions")
    parser.add_argument("--small", action="store_true", help="with the small board in the corner")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    args = parser.parse_args()
    server = serve(args.port)
    more = "&busy" * args.busy + "&small" * args.small
    url = f"http://127.0.0.1:{server.server_port}/"
    print("notes   scene      min  median   (CPU ms a frame)")
    with sync_playwright() as playwright:
        for notes in args.notes.split(","):
            for scene in args.scenes.split(","):
                browser = playwright.chromium.launch(executable_path=args.chromium, args=FLAGS)
                figures = [measure(browser, url, notes, scene, args.frames, more) for _ in range(args.runs)]
                browser.close()
                print(f"{notes:>5}   {scene:<8} {min(figures):6.1f}  {statistics.median(figures):6.1f}", flush=True)
    server.shutdown()


if __name__ == "__main__":
    main()
