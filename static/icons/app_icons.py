"""The pictures a home screen shows, made from favicon.svg: run it after a change of that, with the board's Python."""
from __future__ import annotations

import re
from pathlib import Path

import typst

HERE = Path(__file__).parent
BLUE = "#0b50bc"


def draw(size: int, *, maskable: bool = False) -> bytes:
    """PNG. `maskable`: the ground fills the square, and the drawing stays within the circle that every system leaves."""
    svg = (HERE / "favicon.svg").read_text()
    if maskable:
        ground = re.compile(r'<rect width="32" height="32"[^>]*/>')
        inside = ground.sub("", svg)
        svg = inside.replace(">", f'><rect width="32" height="32" fill="{BLUE}"/><g transform="translate(16 16) scale(.78) translate(-16.3 -16.8)">', 1)
        svg = svg.replace("</svg>", "</g></svg>")
    quoted = svg.replace("\\", "\\\\").replace('"', '\\"')
    page = f'#set page(width: {size}pt, height: {size}pt, margin: 0pt, fill: none)\n#image(bytes("{quoted}"), format: "svg", width: {size}pt)'
    return typst.compile(page.encode(), format="png", ppi=72)


PICTURES = {"app-192.png": (192, False), "app-512.png": (512, False), "app-maskable-512.png": (512, True)}

if __name__ == "__main__":
    for name, (size, maskable) in PICTURES.items():
        (HERE / name).write_bytes(draw(size, maskable=maskable))
