"""What all Python tests share: a migrated database copied for each test, and a hall on it."""
from __future__ import annotations

import functools
import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import once
import pytest
from werkzeug.routing import Rule

from board import create_app, db
from board.assets import Assets
from config import Settings
from hall import BoardInHall, Hall, Person


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "board.db"
    db.migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session", autouse=True)
def read_static_files_once() -> Iterator[None]:
    """Every hall would hash all of them anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("board.Assets", functools.cache(Assets))
        yield


@pytest.fixture(scope="session", autouse=True)
def make_the_same_once() -> Iterator[None]:
    """And what is there before the first test is no rubbish: it is not looked through again and again."""
    gc.collect()
    gc.freeze()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "_compile_builder", once.route)
        patch.setattr(db, "make_engine", once.engine)
        yield


@pytest.fixture
def open_hall(tmp_path: Path, migrated: Path) -> Iterator[Callable[..., Hall]]:
    """Open a hall with settings of one's own."""
    opened: list[Any] = []

    def make(**settings: Any) -> Hall:
        folder = tmp_path / f"data{len(opened)}"
        folder.mkdir()
        shutil.copy(migrated, folder / "board.db")
        app = create_app(Settings(data=folder, **{"async_mode": "inline", "rate_changes": 0, "rate_notes": 0, "rate_boards": 0,
                                              **settings}))
        app.testing = True
        opened.append(app)
        return Hall(app)
    yield make
    for app in opened:
        app.extensions["board"].database.dispose()


@pytest.fixture
def hall(open_hall: Callable[..., Hall]) -> Hall:
    return open_hall()


@pytest.fixture
def board(hall: Hall) -> BoardInHall:
    return hall.makes_board()


@pytest.fixture
def ana(board: BoardInHall) -> Person:
    return board.seats("Ana", "UNGL")


@pytest.fixture
def olga(board: BoardInHall) -> Person:
    return board.seats("Olga", "KS")


@pytest.fixture
def fatima(board: BoardInHall) -> Person:
    """The facilitator."""
    return board.seats("Fatima", "UCLG", role="facilitator")
