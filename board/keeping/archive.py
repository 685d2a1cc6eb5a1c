"""The file of a backup: a ZIP with a manifest, the database and, if wanted, the key. Written under another name, brought to the
disk, then renamed, so that a file that is there is whole."""
from __future__ import annotations

import hashlib
import lzma
import os
import secrets
import struct
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj, rmtree
from typing import Any

import orjson

MANIFEST, KEY = "manifest.json", "key"
FORMAT, VERSION = "board backup", 1
BLOCK = 1 << 20
LEFT_BEHIND = 86_400        # seconds after which an unfinished folder is nobody's any more
# What comes of a file that is none of ours or is no longer whole. A damaged ZIP may ask for a password, a newer version or another
# way of packing (RuntimeError, of which NotImplementedError is one; struct.error, lzma.LZMAError).
UNREADABLE = (OSError, KeyError, TypeError, AttributeError, ValueError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error,
              lzma.LZMAError, struct.error)


class BackupError(Exception):
    """A backup that cannot be made, or is none to rely on; the text says why."""


@contextmanager
def workplace(beside: Path) -> Iterator[Path]:
    """A folder on the same file system for what is not finished; only its owner can look into it."""
    for left in beside.glob(".board-*.part"):       # plain copies of every board, from commands that were killed
        if left.is_dir() and not left.is_symlink() and left.stat().st_mtime < time.time() - LEFT_BEHIND:
            rmtree(left, ignore_errors=True)
    folder = beside / f".board-{secrets.token_hex(6)}.part"
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


def write(target: Path, place: Path, parts: dict[str, Path], manifest: dict[str, Any]) -> int:
    """Pack the parts and put the file in its place; its bytes. The manifest gets the size and SHA-256 of each."""
    sums = {name: {"bytes": path.stat().st_size, "sha256": sum_of(path)} for name, path in parts.items()}
    made = place / "backup"
    with os.fdopen(os.open(made, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            packed.writestr(MANIFEST, orjson.dumps({"format": FORMAT, "version": VERSION, **manifest, "parts": sums},
                                                   option=orjson.OPT_INDENT_2))
            for name, path in parts.items():
                packed.write(path, name)
        file.flush()
        os.fsync(file.fileno())
    os.replace(made, target)
    sync_folder(target.parent)
    return target.stat().st_size


def unpack(file: Path, place: Path) -> dict[str, Any]:
    """Unpack into the folder what the manifest names, and return that. Raises BackupError unless every byte is as it was."""
    try:
        with zipfile.ZipFile(file) as packed:
            manifest = orjson.loads(packed.read(MANIFEST))
            if manifest.get("format") != FORMAT or manifest.get("version") != VERSION:
                raise BackupError(f"{file} is no backup of this kind")
            for name in manifest["parts"]:
                if Path(name).name != name:
                    raise BackupError(f"{file}: a part is called {name!r}")
                with packed.open(name) as source, (place / name).open("xb") as out:
                    os.fchmod(out.fileno(), 0o600)
                    copyfileobj(source, out, BLOCK)
    except UNREADABLE as error:
        raise BackupError(f"{file} is no whole backup made by `board backup`: {error}") from None
    for name, known in manifest["parts"].items():
        if sum_of(place / name) != known["sha256"]:
            raise BackupError(f"{file}: {name} is not as it was")
    return manifest     # type: ignore[no-any-return]


def sum_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """So that the new name is there after a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def write_whole(path: Path, body: bytes) -> None:
    """A small file, replaced as a whole, for its owner only."""
    part = path.with_name(f".{path.name}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)
