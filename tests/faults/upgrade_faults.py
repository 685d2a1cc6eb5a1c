"""The previous release: its database under this server, and its open tab."""
from __future__ import annotations

import asyncio
import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from mirror import index

from .checker import canonical
from .line import WebSocket, request
from .registry import KEPT, scenario
from .stage import Stage
from .swarm import take_seats, until

GROUP = "Upgrade"
PREVIOUS = Path(__file__).with_name("previous")     # made by the release before this one: a database and what its clients send


@scenario("previous-database", GROUP, "this server starts on the previous release's database",
          f"everything on the board is as it was, its people are in with their old tokens and go on working: {KEPT}")
async def previous_database(stage: Stage) -> None:
    folder = stage.folder / "old"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "board.db")) as database:
        database.executescript(gzip.decompress((PREVIOUS / "board.sql.gz").read_bytes()).decode())
        (schema,) = database.execute("select version_num from alembic_version").fetchone()
    held = json.loads((PREVIOUS / "seats.json").read_text())
    before = json.loads(gzip.decompress((PREVIOUS / "snapshot.json.gz").read_bytes()))
    server = await stage.serves(folder=folder)
    status, now = await request(server.port, "GET", f"/api/boards/{held['board']}/snapshot", held["seats"][0]["token"])
    assert status == 200, now
    old, new = index(before["records"], before["own"]), index(now["records"], now["own"])
    for name, table in old.items():
        for key, record in table.items():     # a record may have more fields now, none with another value
            kept = {field: new[name][key].get(field) for field in record}
            assert canonical({name: kept}) == canonical({name: record}), (name, key)
    stage.figures |= {"schema": schema, "records": sum(map(len, old.values()))}
    seats = [{**seat, "board": held["board"], "url": server.url} for seat in held["seats"]]
    swarm = await stage.gathers(server, board={"board": held["board"], "links": {}}, seats=seats)

    async def nothing() -> None:
        await asyncio.sleep(3)
    await stage.endures(swarm, nothing)


@scenario("previous-tab", GROUP, "a tab of the previous release stays open: it asks for its own version's files and speaks its messages",
          "every file it may still load is there, every message gets an answer it understands")
async def previous_tab(stage: Stage) -> None:
    server = await stage.serves()
    swarm = await stage.gathers(server, 2)
    files: list[str] = json.loads((PREVIOUS / "files.json").read_text())
    missing = [name for name in files if (await request(server.port, "GET", name))[0] != 200]
    board = swarm.board["board"]
    (seat,) = await take_seats(server, swarm.board, 1)
    held = await WebSocket.opened(server.port, f"/socket.io/?EIO=4&transport=websocket&board={board}")
    heard: list[Any] = []

    async def listen() -> None:
        while True:
            packet = (await held.receive()).decode()
            heard.append([packet[:3], json.loads(packet[packet.index("["):])] if packet.startswith("4") and "[" in packet else packet)
    listening = asyncio.create_task(listen())
    held.send("40" + json.dumps({"token": seat["token"]}))
    for message in json.loads((PREVIOUS / "messages.json").read_text()):
        packet = message["send"].replace("BOARD", board)
        held.send(packet)
        if message["answer"]:
            await until(lambda message=message: any(_answers(each, message["answer"]) for each in heard),
                        lambda packet=packet: f"an answer to {packet}; heard {heard[-4:]}", 10)
    listening.cancel()
    held.abort()
    await stage.judges(swarm)      # the others saw all of it
    stage.figures["files"] = len(files)
    assert not missing, f"files an old tab may load are gone: {missing[:5]}"


def _answers(heard: Any, wanted: dict[str, Any]) -> bool:
    """`wanted`: the packet's kind or the event, and fields of the message (for changes, of one change)."""
    if isinstance(heard, str) or not heard[1]:
        return False
    kind, body = heard
    name, message = (kind, body[0]) if kind.startswith("43") else (body[0], body[1])
    if name != wanted["is"]:
        return False
    found = message.get("changes", []) if name == "changes" else [message]
    return any(all(each.get(field) == value for field, value in wanted.get("with", {}).items()) for each in found)
