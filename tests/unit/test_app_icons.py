"""The pictures of the home screen are those that favicon.svg gives."""
from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

ICONS = Path(__file__).parents[2] / "static/icons"
spec = importlib.util.spec_from_file_location("app_icons", ICONS / "app_icons.py")
app_icons = importlib.util.module_from_spec(spec)
spec.loader.exec_module(app_icons)


@pytest.mark.parametrize("name", app_icons.PICTURES)
def test_a_picture_is_what_the_drawing_gives(name):
    size, maskable = app_icons.PICTURES[name]
    kept = Image.open(ICONS / name).convert("RGBA")
    drawn = Image.open(io.BytesIO(app_icons.draw(size, maskable=maskable))).convert("RGBA")
    assert kept.size == (size, size) == drawn.size
    assert max(high for _, high in ImageChops.difference(kept, drawn).getextrema()) < 16, "run static/icons/app_icons.py"


def test_a_mask_cuts_only_the_ground():
    picture = Image.open(ICONS / "app-maskable-512.png").convert("RGB")
    for x in range(0, 512, 3):
        for y in range(0, 512, 3):
            if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2:
                assert picture.getpixel((x, y)) == (11, 80, 188)
