"""What bad clients do, in a process of their own so that it costs the others nothing but what it costs the server:
`python -m tests.faults.attackers <name> <port> <json>` runs until it is done or ended, and prints what it did as JSON."""
from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import socket
import sys
from collections import Counter
from typing import Any

from .line import WebSocket, device_cookie, request

ODD: list[Any] = [None, True, -1, 1e308, "", "\u0000", [], {}, [[]], {"__proto__": 1}, "x" * 500, 2**70, ["add"], {"steps": None}]
NOTE = {"id": "n", "kind": "challenge", "theme": "data"}
GOOD = [["change", {"change_id": "x", "steps": [["set", "note", "shared-0", {"x": 1}]]}], ["join", {"board": "b", "since": 0}],
        ["signal", {"cursor": [1, 2]}], ["change", {"change_id": "y", "steps": [["add", "note", NOTE]]}]]
BAD = [b"42", b"42[", b'42["nothing",{}]', b"9", b"4x", b"43", b'42{"a":1}', b"42[" + b"[" * 200, b'421["join"]']


async def begins(port: int, count: int) -> dict[str, Any]:
    """Requests that are begun and never finished."""
    held = []
    for _ in range(count):
        each = socket.create_connection(("127.0.0.1", port))
        each.send(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
        held.append(each)
        if len(held) % 10 == 0:
            await asyncio.sleep(0.01)
    await asyncio.sleep(600)
    return {}


async def floods(port: int, a_second: int) -> dict[str, Any]:
    """Connections that are opened and dropped."""
    async def one() -> None:
        with contextlib.suppress(OSError, EOFError):
            (await WebSocket.opened(port, "/socket.io/?EIO=4&transport=websocket")).abort()
    while True:
        await asyncio.gather(*(one() for _ in range(a_second // 10)), asyncio.sleep(0.1))


async def guesses(port: int, board: str, count: int) -> dict[str, Any]:
    """Wrong codes, half of them from a device that nobody knows, half from new devices, ten from each."""
    answers: Counter[int] = Counter()
    rng = random.Random(1)
    cookie = ""

    async def guess(cookie: str) -> None:
        code = "".join(rng.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=8))
        status, _ = await request(port, "POST", f"/api/boards/{board}/seats", cookie=cookie, body={"code": code, "name": "Guess"})
        answers[status] += 1
    while answers.total() < count:
        if answers.total() % 20 == 0:
            cookie = await device_cookie(port)
        await asyncio.gather(*(guess(cookie if n % 2 else "") for n in range(10)))
    return {"answers": {str(status): number for status, number in answers.items()}}


async def spoils(port: int, seat: dict[str, Any], count: int, connections: int = 25) -> dict[str, Any]:
    """Malformed frames from somebody who has joined; comes again whenever a connection is closed."""
    rng, sent, opened = random.Random(1), 0, 0

    async def one() -> None:
        nonlocal sent, opened
        while sent < count:
            with contextlib.suppress(OSError, EOFError):
                held = await WebSocket.opened(port, f"/socket.io/?EIO=4&transport=websocket&board={seat['board']}")
                opened += 1
                reading = asyncio.create_task(_reads(held))
                held.send("40" + json.dumps({"token": seat["token"]}))
                held.send("420" + json.dumps(["join", {"board": seat["board"]}]))
                while sent < count and not reading.done():
                    held.send(*rubbish(rng))
                    sent += 1
                    await held.drain()
                    await asyncio.sleep(0)
                held.abort()
                await reading
    await asyncio.gather(*(one() for _ in range(connections)))
    return {"frames": sent, "connections": opened}


async def _reads(held: WebSocket) -> None:
    with contextlib.suppress(OSError, EOFError):
        while True:
            await held.receive()


def rubbish(rng: random.Random) -> tuple[bytes, int]:
    """A frame that is nearly right, or not at all, and its kind."""
    way = rng.random()
    if way < 0.6:
        message = json.loads(json.dumps(rng.choice(GOOD)))
        _spoil(message, rng)
        return b"42" + json.dumps(message).encode(), 1
    if way < 0.8:
        whole = b"42" + json.dumps(rng.choice(GOOD)).encode()
        return whole[:rng.randrange(len(whole))] + rng.choice([b"", b"\x00", b"}", b"]"]), 1
    if way < 0.998:
        return rng.choice(BAD), 1
    return bytes(rng.randrange(256) for _ in range(20)), rng.choice([1, 2])


def _spoil(message: list[Any], rng: random.Random) -> None:
    payload = message[1]
    if "steps" in payload and rng.random() < 0.6:
        step = payload["steps"][0]
        step[rng.randrange(len(step))] = rng.choice(ODD)
        payload["steps"] = [step] if rng.random() < 0.9 else rng.choice(ODD)
        payload["change_id"] = rng.choice([*ODD, "x"])
    else:
        payload[rng.choice([*payload, "more"])] = rng.choice(ODD)


ATTACKS = {"begins": begins, "floods": floods, "guesses": guesses, "spoils": spoils}

if __name__ == "__main__":
    os.nice(5)
    print(json.dumps(asyncio.run(ATTACKS[sys.argv[1]](int(sys.argv[2]), **json.loads(sys.argv[3])))))
