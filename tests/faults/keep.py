"""For a release: keeps its database, what its people see and which files its tabs may load, for the upgrade scenarios of
the next: `python -m tests.faults.keep path/to/that/release`. `previous/messages.json` is written by hand."""
from __future__ import annotations

import asyncio
import gzip
import json
import os
import re
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from live.process import free_port

from .line import request
from .upgrade_faults import PREVIOUS

SEATS = 6


async def keep(release: Path, folder: Path) -> None:
    port = free_port()
    plain = {name: value for name, value in os.environ.items() if not name.startswith("BOARD_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-W", "ignore", str(release / "run.py"), "--demo", cwd=release, stdout=asyncio.subprocess.PIPE,
        env={**plain, "HOST": "127.0.0.1", "PORT": str(port), "BOARD_DATA": str(folder)})
    assert process.stdout
    try:
        said = ""
        while not (found := re.search(r"/join/(\w+)#(\S+)\nDemo board, to participate: \S+#(\S+)", said)):
            said += (await process.stdout.readline()).decode()
        board, _, key = found.groups()
        seats = []
        for number in range(SEATS):
            status, made = await request(port, "POST", f"/api/boards/{board}/seats", body={"key": key, "name": f"Keeper {number}"})
            assert status == 201, made
            seats.append(made)
        _, snapshot = await request(port, "GET", f"/api/boards/{board}/snapshot", seats[0]["token"])
        _, page = await request(port, "GET", "/")
    finally:
        process.terminate()
        await process.wait()
    version = re.search(r"/static/(v\w+)/", page.decode())
    assert version
    suffixes = (".js", ".css", ".json", ".woff2")
    files = [f"/static/{version[1]}/{path.relative_to(release / 'static').as_posix()}"
             for path in sorted((release / "static").rglob("*"))
             if path.suffix in suffixes and "node_modules" not in path.parts]
    PREVIOUS.mkdir(exist_ok=True)
    with closing(sqlite3.connect(folder / "board.db")) as database:
        (PREVIOUS / "board.sql.gz").write_bytes(gzip.compress("\n".join(database.iterdump()).encode(), 9, mtime=0))
    (PREVIOUS / "seats.json").write_text(json.dumps({"board": board, "seats": seats}, indent=1) + "\n")
    (PREVIOUS / "snapshot.json.gz").write_bytes(gzip.compress(json.dumps(snapshot).encode(), 9, mtime=0))
    (PREVIOUS / "files.json").write_text(json.dumps(files, indent=1) + "\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        asyncio.run(keep(Path(sys.argv[1]).absolute(), Path(place)))
