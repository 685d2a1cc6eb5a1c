"""Backups: made while people write, verified, restored. What they hold besides the database is the key, if wanted."""
from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from shutil import copyfile
from typing import Any

import orjson
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from ..access import BOARDS
from ..db import make_engine, migrations
from ..protocol import now
from . import erased, postgres_copy, sqlite_copy
from .archive import KEY, BackupError, sync_folder, unpack, workplace, write, write_whole

LAST = "last-backup"        # in the data folder: `{at, bytes, seconds, file}`
ENDING = ".backup"
Manifest = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """The installation: its data folder and the address of its database."""
    data: Path
    database: str

    @property
    def sqlite(self) -> bool:
        return sa.make_url(self.database).get_backend_name() == "sqlite"


def make(place: Place, target: Path, *, version: str, with_key: bool = False, keep: int = 0) -> tuple[Path, Manifest]:
    """Write a backup to the file, or under a name with the time into the folder, where only the `keep` newest then stay (0: all).
    Raises BackupError."""
    began = time.monotonic()
    folder = target if target.is_dir() else target.parent
    if keep and folder is not target:
        raise BackupError("--keep needs a folder for the backups, not a file")
    if not folder.is_dir():
        raise BackupError(f"{folder} is no folder that is there")
    if folder is target:
        target = folder / f"board-{datetime.now(timezone.utc):%Y%m%d-%H%M%S}{ENDING}"
    with workplace(folder) as work:
        at = now()
        if place.sqlite:
            copied = sqlite_copy.copy(place.database, work)
            found = sqlite_copy.judge(copied)
        else:
            copied, found = postgres_copy.copy(place.database, work)
            postgres_copy.judge(copied)
        if not found["boards"]:
            raise BackupError(f"There is no board in {sa.make_url(place.database).render_as_string()}, so nothing was backed up. Boards "
                              "are elsewhere? Give this command the BOARD_DATABASE_URL and BOARD_DATA of the serving process.")
        parts = {copied.name: copied}
        if (place.data / erased.FILE).is_file():
            parts[erased.FILE] = copyfile(place.data / erased.FILE, work / erased.FILE)
        if with_key:
            parts[KEY] = _key(place.data)
        manifest = {"at": at, "board": version, "database": "sqlite" if place.sqlite else "postgresql", **found}
        size = write(target, work, parts, manifest)
    last = {"at": at, "bytes": size, "seconds": round(time.monotonic() - began, 2), "file": str(target.absolute())}
    write_whole(place.data / LAST, orjson.dumps(last) + b"\n")
    if keep:
        _prune(folder, keep)
    return target, {**manifest, **last}


def verify(file: Path) -> tuple[Manifest, str]:
    """The manifest of a backup that is whole, and what could not be looked at. Raises BackupError."""
    if not file.is_file():
        raise BackupError(f"{file} is no file that is there")
    with workplace(file.parent) as work:
        return _verified(file, work)


def restore(place: Place, file: Path, *, force: bool = False) -> Manifest:
    """Put the backup in the place of an installation that holds no boards yet, or with `force` whatever it holds. Raises
    BackupError; then everything is as it was."""
    if not file.is_file():
        raise BackupError(f"{file} is no file that is there")
    boards = _count_boards(place.database)
    if boards and not force:
        raise BackupError(f"There are {boards} boards here already. --force replaces them: make a backup of them first.")
    with workplace(place.data) as work:
        manifest, _ = _verified(file, work)
        if manifest["database"] != ("sqlite" if place.sqlite else "postgresql"):
            raise BackupError(f"This backup is of {manifest['database']}: set BOARD_DATABASE_URL to such a database")
        _require_known(manifest["revision"])
        if erased.FILE in manifest["parts"]:
            erased.merge(place.data, work / erased.FILE)
        if place.sqlite:
            sqlite_copy.put(place.database, work / sqlite_copy.NAME)
        else:
            postgres_copy.put(place.database, work / postgres_copy.NAME, _figures_of(manifest))
        if KEY in manifest["parts"]:
            write_whole(place.data / KEY, (work / KEY).read_bytes())
            sync_folder(place.data)
    return manifest


def _verified(file: Path, work: Path) -> tuple[Manifest, str]:
    manifest, remark = unpack(file, work), ""
    if manifest["database"] == "postgresql":
        return manifest, postgres_copy.judge(work / postgres_copy.NAME)
    if sqlite_copy.judge(work / sqlite_copy.NAME) != _figures_of(manifest):
        raise BackupError(f"{file}: the boards in it are not what its manifest says")
    return manifest, remark


def _require_known(revision: str) -> None:
    """There is no way back from a newer schema."""
    if revision not in {each.revision for each in ScriptDirectory.from_config(migrations()).walk_revisions()}:
        raise BackupError(f"This backup is of a newer version of the board (schema {revision})")


def _figures_of(manifest: Manifest) -> Manifest:
    return {name: manifest[name] for name in ("revision", "boards", "rows", "digest")}


def _count_boards(url: str) -> int:
    engine = make_engine(url, one_thread=True)
    try:
        with engine.connect() as connection:
            if not sa.inspect(connection).has_table(BOARDS.name):
                return 0
            return connection.execute(sa.select(sa.func.count()).select_from(BOARDS)).scalar_one()
    finally:
        engine.dispose()


def _key(data: Path) -> Path:
    path = data / KEY
    if not path.is_file():
        raise BackupError("There is no key file: the key is given in BOARD_SECRET_KEY, keep that where you keep your secrets")
    return path


def _prune(folder: Path, keep: int) -> None:
    """By name, which is by time."""
    for path in sorted(folder.glob(f"board-*{ENDING}"))[:-keep]:
        path.unlink()
