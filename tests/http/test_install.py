"""What a browser needs to install the board: a manifest in each language, its pictures, the service worker."""
from __future__ import annotations

import json

import pytest

from board.i18n import direction


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_manifest_in_the_language_of_the_page(hall, language):
    http = hall.http()
    page = http.get(f"/?lang={language}").text
    assert f'<link rel="manifest" href="/manifest/{language}.webmanifest">' in page
    answer = http.get(f"/manifest/{language}.webmanifest")
    told = json.loads(answer.data)
    words = hall.parts.catalogues
    assert answer.mimetype == "application/manifest+json"
    assert (told["name"], told["short_name"]) == (words.text("app.name", language), words.text("app.short", language))
    assert (told["lang"], told["dir"], told["start_url"]) == (language, direction(language), "/")
    assert {"any", "maskable"} == {icon["purpose"] for icon in told["icons"]}
    for icon in told["icons"]:
        picture = http.get(icon["src"])
        assert picture.status_code == 200 and picture.mimetype == icon["type"]


@pytest.mark.parametrize("language", ["xx", "../en", "en/..", "EN"])
def test_no_manifest_in_an_unknown_language(hall, language):
    assert hall.http().get(f"/manifest/{language}.webmanifest").status_code == 404


def test_the_worker_is_asked_for_anew_and_may_serve_all_pages(hall):
    answer = hall.http().get("/sw.js")
    assert answer.mimetype == "text/javascript" and answer.headers["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
