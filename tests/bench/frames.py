"""Measures the canvas: what a frame costs while a scripted hand pans, zooms and drags, and what it holds in memory.

    python tests/bench/frames.py [--notes 1000,5000,10000] [--turns 3] [--scenes …] [--beside] [--reading]

`--beside`: Excalidraw takes turns with the board, with the same notes and the same events (needs npm, once). `--reading`: also with the
accessibility tree on, as for a screen reader. Computing time, not frames a second: it is steadier on a machine that does other work. Of
the main thread by /proc, of all processes of the browser by CDP; divided by animation frames.
"""

import argparse
import functools
import http.server
import itertools
import pathlib
import re
import statistics
import subprocess
import threading

from playwright.sync_api import Browser, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "bench" / "frames"
BUILT = ROOT / "test-results" / "excalidraw"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
READING = "--force-renderer-accessibility"
SCENES = ["panNear", "panFar", "panFit", "zoom", "dragOne"]
MORE = ["dragFree", "drag200"]      # of the board alone
KINDS = ("renderer", "GPU")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the pages, static/ and, when given, the sample workshop."""

    sample = None

    def translate_path(self, path):
        path = path.split("?")[0]
        if path == "/sample.json" and self.sample:
            return str(self.sample)
        if path.startswith("/static/"):
            return str(ROOT / path.lstrip("/"))
        if path.startswith("/excalidraw/built/"):
            return str(BUILT / path.removeprefix("/excalidraw/built/"))
        if path.endswith("/"):
            path += "index.html"
        return str(HERE / path.removeprefix("/frames").lstrip("/"))

    def send_head(self):
        """What the build has compressed goes out compressed."""
        path = pathlib.Path(self.translate_path(self.path))
        packed = path.with_name(path.name + ".br")
        if "br" not in self.headers.get("Accept-Encoding", "") or not packed.exists():
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(packed.stat().st_size))
        self.end_headers()
        return packed.open("rb")

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


def build():
    """The peer's page, made anew when its packages are there."""
    place = HERE / "excalidraw"
    if not (place / "node_modules").exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=place, check=True)
    subprocess.run(["node", "build.mjs"], cwd=place, check=True)


class Meter:
    """Of one page in a browser of its own: computing and memory of its processes."""

    def __init__(self, browser: Browser, page):
        self.whole = browser.new_browser_cdp_session()
        self.own = page.context.new_cdp_session(page)
        self.own.send("Performance.enable")
        # The page's own process is the one that works when the page does: the browser keeps others in reserve.
        idle = {process["id"]: process["cpuTime"] for process in self.processes("renderer")}
        page.evaluate("for (const began = performance.now(); performance.now() - began < 300; );")
        busy = {process["id"]: process["cpuTime"] - idle.get(process["id"], 0) for process in self.processes("renderer")}
        self.renderer = max(busy, key=busy.__getitem__)

    def processes(self, *kinds):
        found = self.whole.send("SystemInfo.getProcessInfo")["processInfo"]
        return [process for process in found if process["type"] in kinds] if kinds else found

    def drawing(self) -> float:
        """Milliseconds so far of the processes that draw."""
        return sum(process["cpuTime"] for process in self.processes(*KINDS)) * 1000

    def everything(self) -> float:
        return sum(process["cpuTime"] for process in self.processes()) * 1000

    def main_thread(self) -> float:
        """Milliseconds so far of the page's main thread."""
        return int(pathlib.Path(f"/proc/{self.renderer}/task/{self.renderer}/schedstat").read_text().split()[0]) / 1e6

    def now(self) -> tuple[float, float, float]:
        return self.main_thread(), self.drawing(), self.everything()

    def holds(self) -> dict[str, float]:
        """After collecting what is no longer needed: heap and private memory of the page's process in MB, nodes, listeners."""
        for _ in range(2):
            self.own.send("HeapProfiler.collectGarbage")
        metrics = {entry["name"]: entry["value"] for entry in self.own.send("Performance.getMetrics")["metrics"]}
        counters = self.own.send("Memory.getDOMCounters")
        rolled = pathlib.Path(f"/proc/{self.renderer}/smaps_rollup").read_text()
        private = sum(int(size) for size in re.findall(r"^Private_\w+:\s+(\d+) kB", rolled, re.M))
        return {"heap": metrics["JSHeapUsedSize"] / 1e6, "nodes": counters["nodes"], "listeners": counters["jsEventListeners"],
                "memory": private / 1024}


def turn(launch, url: str, scenes: list[str], frames: int, reading: bool) -> dict:
    """One board in a fresh browser: (main thread, drawing, all processes) ms a frame by scene, and what it holds then."""
    browser = launch(reading)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(300_000)
    page.goto(url)
    page.wait_for_function("window.ready === true")
    meter, found = Meter(browser, page), {}
    for scene in scenes:
        page.evaluate(f"scenes.{scene}.before()")
        page.wait_for_timeout(900)
        page.evaluate(f"scenes.{scene}.run(10)")
        before = meter.now()
        page.evaluate(f"scenes.{scene}.run({frames})")
        found[scene] = [(after - start) / frames for start, after in zip(before, meter.now(), strict=True)]
    page.wait_for_timeout(900)
    found["holds"] = meter.holds()
    small = page.evaluate("window.small")
    if small:
        print(f"        the small board is drawn in {small:.1f} ms", flush=True)
    browser.close()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", default="1000,5000,10000")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--frames", type=int, default=80)
    parser.add_argument("--scenes", default=",".join(SCENES), help=f"also {', '.join(MORE)}")
    parser.add_argument("--beside", action="store_true", help="Excalidraw in turn with the board")
    parser.add_argument("--reading", action="store_true", help="also with the accessibility tree on")
    parser.add_argument("--busy", action="store_true", help="with clusters, links, comments and reactions")
    parser.add_argument("--small", action="store_true", help="with the small board in the corner")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    args = parser.parse_args()
    if args.beside:
        build()
    server = serve(args.port)
    root = f"http://127.0.0.1:{server.server_port}/"
    more = "&busy" * args.busy + "&small" * args.small
    boards = {"board": root, **({"Excalidraw": root + "excalidraw/"} if args.beside else {})}
    scenes = args.scenes.split(",")
    print(f"CPU ms a frame, medians of {args.turns}: main thread / drawing / all processes\n")
    print(f"| Notes | Tree | Board | {' | '.join(scenes)} | heap MB | memory MB | nodes | listeners |")
    print(f"| ---: | --- | --- |{' ---: |' * (len(scenes) + 4)}", flush=True)
    with sync_playwright() as playwright:
        def launch(reading):
            return playwright.chromium.launch(executable_path=args.chromium, args=[*FLAGS, *([READING] if reading else [])])
        for notes, reading in itertools.product(args.notes.split(","), (False, True) if args.reading else (False,)):
            found: dict[str, list] = {name: [] for name in boards}
            for _ in range(args.turns):
                for name, address in boards.items():
                    found[name].append(turn(launch, f"{address}?notes={notes}{more}", scenes, args.frames, reading))
            for name, turns in found.items():
                cells = [" / ".join(f"{statistics.median(each[scene][part] for each in turns):.1f}" for part in range(3))
                         for scene in scenes]
                held = {key: statistics.median(each["holds"][key] for each in turns) for key in turns[0]["holds"]}
                print(f"| {notes} | {'on' if reading else 'off'} | {name} | {' | '.join(cells)} | {held['heap']:.1f} "
                      f"| {held['memory']:.0f} | {held['nodes']:,.0f} | {held['listeners']:,.0f} |", flush=True)
    server.shutdown()


if __name__ == "__main__":
    main()
