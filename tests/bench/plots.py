"""Curves of the bench's raw results as SVG: `plots.py test-results/bench.jsonl docs/`. The last run of each measurement counts."""
from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 300, 60, 48, 44, 130
COLORS = {"board": "#0b50bc", "y-websocket": "#765303", "bare": "#8f2c54"}
TEXT = "font-family='sans-serif' font-size='12' fill='#1b2330'"
CURVES = (
    ("performance-clients", "live", "clients", "cpuPerThousand", "Server CPU ms per 1,000 deliveries", "clients on one board"),
    ("performance-latency", "live", "clients", "p95", "p95 from an edit to its being seen, ms", "clients on one board"),
    ("performance-notes", "size", "notes", "cpuPerThousand", "Server CPU ms per 1,000 deliveries, 200 clients", "notes on the board"),
    ("performance-boards", "rooms", "boards", "cpuPerEdit", "Server CPU ms an edit, ten people a board", "boards in one process"),
)


def curves(results: list[dict], work: str, x: str, y: str) -> dict[str, list[tuple[float, float]]]:
    """Points by server, in order of `x`."""
    latest = {(each["server"], each[x]): each[y] for each in results if each["work"] == work and each.get(y) is not None}
    found: dict[str, list[tuple[float, float]]] = {}
    for (server, at), value in sorted(latest.items(), key=lambda item: item[0][1]):
        found.setdefault(server, []).append((at, value))
    return found


def picture(lines: dict[str, list[tuple[float, float]]], title: str, below: str) -> str:
    places = sorted({x for points in lines.values() for x, _ in points})
    top = max(y for points in lines.values() for _, y in points) * 1.1
    across = {x: LEFT + (WIDTH - LEFT - RIGHT) * (i / max(1, len(places) - 1)) for i, x in enumerate(places)}    # one step each

    def up(value: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top
    parts = [f"<text x='{LEFT}' y='20' {TEXT} font-weight='bold'>{escape(title)}</text>",
             f"<text x='{(LEFT + WIDTH - RIGHT) / 2:.0f}' y='{HEIGHT - 10}' text-anchor='middle' {TEXT}>{escape(below)}</text>"]
    for share in (0, 0.25, 0.5, 0.75, 1):
        y = up(top * share)
        parts.append(f"<line x1='{LEFT}' y1='{y:.1f}' x2='{WIDTH - RIGHT}' y2='{y:.1f}' stroke='#dde'/>"
                     f"<text x='{LEFT - 8}' y='{y + 4:.1f}' text-anchor='end' {TEXT}>{top * share:.3g}</text>")
    parts += [f"<text x='{x:.1f}' y='{HEIGHT - BOTTOM + 18}' text-anchor='middle' {TEXT}>{place:,}</text>" for place, x in across.items()]
    for server, points in lines.items():
        color = COLORS.get(server, "#555")
        drawn = " ".join(f"{across[x]:.1f},{up(y):.1f}" for x, y in points)
        parts.append(f"<polyline points='{drawn}' fill='none' stroke='{color}' stroke-width='2'/>")
        parts += [f"<circle cx='{across[x]:.1f}' cy='{up(y):.1f}' r='3' fill='{color}'/>" for x, y in points]
        last_x, last_y = points[-1]
        parts.append(f"<text x='{across[last_x] + 10:.1f}' y='{up(last_y) + 4:.1f}' {TEXT}>{escape(server)}</text>")
    return (f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' width='{WIDTH}' height='{HEIGHT}' role='img'>"
            f"<title>{escape(title)}</title><rect width='100%' height='100%' fill='#fff'/>{''.join(parts)}</svg>\n")


def main() -> None:
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    results = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    for name, work, x, y, title, below in CURVES:
        if lines := curves(results, work, x, y):
            (folder / f"{name}.svg").write_text(picture(lines, title, below), "utf-8")
            print(folder / f"{name}.svg")


if __name__ == "__main__":
    main()
