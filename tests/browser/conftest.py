"""A real server and real Chromium. The board here shadows the one that other tests use in memory."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.people import BoardOnline
from browser.server import Server
from playwright.sync_api import Browser, expect

expect.set_options(timeout=30_000)       # how long to wait for a state; on a busy machine a page takes long to open
# The first that is here: the shell is the same engine without the windows around it, at an eighth less computing.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
# Chromium takes the last such list only, so Playwright's is repeated. Ours are the two first: they draw the suggestions of an
# address bar nobody sees, in a process of their own for every window, at 0.6 s of computing each.
WITHOUT = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose",
           "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding",
           "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying",
           "AimEnabled", "PreconnectToSearch"]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's Chromium, or the one that BOARD_TEST_CHROMIUM names; where there is none, Playwright's own."""
    named = os.environ.get("BOARD_TEST_CHROMIUM")
    path = next(filter(None, map(shutil.which, [named] if named else BROWSERS)), named)
    own = {"executable_path": path} if path else {}     # Playwright says what to do when its own is not there either
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**own, "args": [*QUIET, *root, f"--disable-features={','.join(WITHOUT)}"], "headless": True}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("served")).start()
    yield running
    running.stop()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """One that the test may kill."""
    running = Server(tmp_path).start()
    yield running
    running.stop()


@pytest.fixture
def open_board(browser: Browser) -> Iterator[Callable[..., BoardOnline]]:
    boards: list[BoardOnline] = []

    def make(server: Server, **more: Any) -> BoardOnline:
        boards.append(BoardOnline(server, browser, **more))
        return boards[-1]

    yield make
    faults = [f"{person.name}: {fault}" for board in boards for person in board.people for fault in person.faults]
    for context in browser.contexts:
        for page in context.pages:
            page.unroute_all(behavior="ignoreErrors")       # what a page asked for last may still be on its way through one
        context.close()
    assert not faults


@pytest.fixture
def board(server: Server, open_board: Callable[..., BoardOnline]) -> BoardOnline:
    return open_board(server)
