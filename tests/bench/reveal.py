"""A reveal: private notes become visible to a full room at once. `python tests/bench/reveal.py --help`.

The server keeps to the first core, the room (one process with a socket for each person) to another. Prints a line of
Markdown: how long until everybody has the notes, how much of the server's time that took, bytes a person.
"""

import argparse
import base64
import gzip
import json
import os
import random
import selectors
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import requests  # noqa: E402
from websocket import create_connection  # noqa: E402

from run import CORES, serving, settle  # noqa: E402

WORDS = ["ministry", "figures", "nobody", "municipality", "deadline", "provincia", "datos", "presupuesto", "conseil", "formation", "rural",
         "capacidade", "território", "pessoal", "البلدية", "البيانات", "ميزانية", "नगरपालिका", "तथ्याङ्क", "कर्मचारी", "kommune", "tall"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--anonymous", action="store_true", help="authors stay unknown after the reveal")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--port", type=int, default=7999)
    parser.add_argument("--first", action="store_true", help="go before everything else on the machine (root)")
    chosen = parser.parse_args()
    print("| People | Notes | p50 ms | p95 ms | last ms | server CPU ms | KB a person |\n|---|---|---|---|---|---|---|")
    for _ in range(chosen.runs):
        with serving("board", chosen.port, chosen.first) as pid:
            settle(CORES[1:] or CORES, chosen.first)
            show(chosen, *measure(chosen, pid))


def measure(chosen: argparse.Namespace, pid: int) -> tuple[list[float], float, int]:
    """Milliseconds until each person had the notes, CPU milliseconds of the server, bytes of the largest message."""
    url = f"http://127.0.0.1:{chosen.port}"
    board = requests.post(url + "/api/boards", json={"title": "Reveal"}, timeout=30).json()
    leader = sit(url, board, "facilitator", 0)
    people = [sit(url, board, "participant", number + 1) for number in range(chosen.people)]
    settings = {"private": True, **({"authors": "nobody"} if chosen.anonymous else {})}
    change(leader, "private", [["set", "board", board["board"], settings]])
    heard = [None] * len(people)
    sockets = [join(url, board, person) for person in people]
    for number in range(chosen.notes):
        person = people[number % len(people)]
        note = {"id": f"n{number}", "kind": "challenge", "theme": "data", "text": sentence(number)}
        change(person, f"n{number}", [["add", "note", note]])
        if number % 50 == 49:
            drain(sockets, 0)
    selector = selectors.DefaultSelector()
    for index, connection in enumerate(sockets):
        selector.register(connection.sock, selectors.EVENT_READ, index)
    drain(sockets)
    before, started = cpu(pid), time.perf_counter()
    change(leader, "reveal", [["set", "board", board["board"], {"private": False}]])
    size = 0
    while any(each is None for each in heard):
        for key, _ in selector.select(10):
            message = sockets[key.data].recv()
            if message == "2":
                sockets[key.data].send("3")
            elif heard[key.data] is None and len(message) > 10_000:
                heard[key.data] = (time.perf_counter() - started) * 1000
                size = max(size, len(message))
                last = message
    took = cpu(pid) - before
    assert revealed(last) == chosen.notes, "everybody has them all"
    for connection in sockets:
        connection.shutdown()
    return heard, took, size


def revealed(message: str) -> int:
    """How many notes a message brings."""
    payload = json.loads(message[2:])[1]
    changes = json.loads(gzip.decompress(base64.b64decode(payload["packed"]))) if "packed" in payload else payload["changes"]
    return sum(step[0] == "add" and step[1] == "note" for each in changes for step in each["steps"])


def sentence(number: int) -> str:
    """About 110 characters, different for every note."""
    return " ".join(random.Random(number).choices(WORDS, k=14))


def sit(url: str, board: dict, role: str, number: int) -> dict:
    key = board["links"][role].split("#")[1]
    made = requests.post(f"{url}/api/boards/{board['board']}/seats", json={"key": key, "name": f"P{number}"}, timeout=30).json()
    return {"url": f"{url}/api/boards/{board['board']}", "token": made["token"]}


def change(seat: dict, change_id: str, steps: list) -> None:
    answer = requests.post(seat["url"] + "/changes", json={"change_id": change_id, "steps": steps}, timeout=30,
                           headers={"Authorization": f"Bearer {seat['token']}"})
    assert answer.ok, answer.text


def join(url: str, board: dict, seat: dict):
    connection = create_connection(f"{url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket&board={board['board']}", timeout=30,
                                   skip_utf8_validation=True)      # in Python it takes longer than the message
    connection.recv()
    connection.send("40" + json.dumps({"token": seat["token"]}))
    while not connection.recv().startswith("40"):
        pass
    connection.send("420" + json.dumps(["join", {"board": board["board"]}]))
    while not connection.recv().startswith("43"):
        pass
    return connection


def drain(sockets: list, quiet: float = 0.6) -> None:
    """Read what the writing brings, until nothing comes for so many seconds."""
    selector = selectors.DefaultSelector()
    for index, connection in enumerate(sockets):
        selector.register(connection.sock, selectors.EVENT_READ, index)
    while ready := selector.select(quiet):
        for key, _ in ready:
            if sockets[key.data].recv() == "2":
                sockets[key.data].send("3")


def cpu(pid: int) -> float:
    """Milliseconds of processor time the process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def show(chosen: argparse.Namespace, heard: list[float], took: float, size: int) -> None:
    at = sorted(heard)
    print(f"| {chosen.people} | {chosen.notes} | {statistics.median(at):.0f} | {at[int(len(at) * 0.95) - 1]:.0f} | {at[-1]:.0f} "
          f"| {took:.0f} | {size / 1000:.0f} |", flush=True)


if __name__ == "__main__":
    main()
