"""Pictures of the figures as SVG, without any library: bars of how soon all were alike, and a curve of who is back when."""
from __future__ import annotations

from html import escape
from typing import Any

from .stage import CONVERGED

WIDTH, LEFT, ROW = 760, 190, 20
STYLE = "font-family='sans-serif' font-size='12' fill='#333'"


def plots(results: list[dict[str, Any]]) -> dict[str, str]:
    """By name; only what there are results for."""
    made = {}
    if timed := [(each["name"], each["converged_s"]) for each in results if each.get("converged_s") is not None]:
        made["faults-converged"] = _bars(timed)
    if curve := next((each["back"] for each in results if each["name"] == "restart" and each.get("back")), None):
        made["faults-back"] = _curve(curve)
    return made


def _bars(timed: list[tuple[str, float]]) -> str:
    longest = max(CONVERGED, *(seconds for _, seconds in timed))
    scale = (WIDTH - LEFT - 60) / longest
    bound = LEFT + CONVERGED * scale
    parts = [f"<text x='{LEFT}' y='16' {STYLE}>Seconds from the healing until all are alike; the line: {CONVERGED:g} s</text>"]
    for number, (name, seconds) in enumerate(timed):
        y = 28 + number * ROW
        parts.append(f"<text x='{LEFT - 8}' y='{y + 12}' text-anchor='end' {STYLE}>{escape(name)}</text>"
                     f"<rect x='{LEFT}' y='{y + 2}' width='{max(1, seconds * scale):.1f}' height='{ROW - 7}' fill='#4a7fb5'/>"
                     f"<text x='{LEFT + seconds * scale + 5:.1f}' y='{y + 12}' {STYLE}>{seconds:g}</text>")
    height = 34 + len(timed) * ROW
    parts.append(f"<line x1='{bound:.1f}' y1='24' x2='{bound:.1f}' y2='{height}' stroke='#b54a4a' stroke-dasharray='4'/>")
    return _picture(height, parts)


def _curve(seconds: list[float]) -> str:
    height, bottom, longest = 260, 220, max(30.0, *seconds)
    scale = (WIDTH - 100) / longest
    points = [(60 + each * scale, bottom - (number + 1) / len(seconds) * 180) for number, each in enumerate(sorted(seconds))]
    parts = [f"<text x='60' y='16' {STYLE}>Share of people who are back, by seconds after SIGTERM</text>",
             f"<polyline fill='none' stroke='#4a7fb5' stroke-width='2' points='{' '.join(f'{x:.1f},{y:.1f}' for x, y in points)}'/>"]
    for mark in range(0, int(longest) + 1, 5):
        parts.append(f"<text x='{60 + mark * scale:.1f}' y='{bottom + 18}' text-anchor='middle' {STYLE}>{mark}</text>")
    for share in (0, 50, 95, 100):
        y = bottom - share * 1.8
        parts.append(f"<text x='52' y='{y + 4:.1f}' text-anchor='end' {STYLE}>{share} %</text>"
                     f"<line x1='60' y1='{y:.1f}' x2='{WIDTH - 40}' y2='{y:.1f}' stroke='#ddd'/>")
    return _picture(height, parts)


def _picture(height: int, parts: list[str]) -> str:
    return (f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' width='{WIDTH}' height='{height}'>"
            f"<rect width='100%' height='100%' fill='#fff'/>{''.join(parts)}</svg>\n")
