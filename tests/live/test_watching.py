"""A real process under people who mean no good, watched by its operator."""
from __future__ import annotations

import json
import re
import socket
import time

import requests

from live.process import LiveServer, until
from live.sockets import Socket

RUBBISH = ["4", "42", "42[", '42["change"', "42{}", "4" * 500, "9", "b" * 30, "43", "5probe", '42["change",NaN]', "\x00\x01", "451-[]",
           "40/x,", "6"]


def counted(server, name):
    """The sum of a figure over its labels."""
    text = requests.get(server.url + "/metrics", timeout=10).text
    return sum(float(each) for each in re.findall(rf"^{name}(?:\{{[^}}]*\}})? ([0-9.e+]+)$", text, re.MULTILINE))


def test_bad_frames_and_requests_cannot_fill_the_log(tmp_path):
    with LiveServer(tmp_path, BOARD_LOG_FORMAT="json", BOARD_RATE_GUESSES="1000000") as server:
        seat = server.seats(server.makes_board(), "Ana")
        began, before = time.monotonic(), len(server.log.read_text().splitlines())
        for _ in range(20):
            bad = Socket(seat)
            try:
                for number in range(300):
                    bad._send(RUBBISH[number % len(RUBBISH)])
            except OSError:
                pass            # closed by the server
            finally:
                bad.close()
        for _ in range(100):
            for raw in (b"GET /?secret-query HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n", b"\x16\x03\x01\x02\x00\r\n\r\n",
                        b"POST /api/door HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nsecret-query\r\n",
                        b"GET /socket.io/?EIO=4&transport=polling&sid=nobodys&x=secret-query HTTP/1.1\r\nHost: x\r\n\r\n"):
                with socket.create_connection(("127.0.0.1", server.port)) as line:
                    line.sendall(raw)
        good = Socket(seat)
        good.join()
        good.change("c1", ["add", "note", {"id": "n1", "kind": "challenge", "theme": "data"}])
        assert good.hears("c1")["ok"]
        good.close()
        seconds = time.monotonic() - began
        lines = server.log.read_text().splitlines()[before:]
        sorts = {}
        for line in lines:
            found = json.loads(line)        # nothing else is written there
            sorts.setdefault((found["logger"], found["message"], found.get("trace")), []).append(line)
        assert all(len(each) <= seconds + 2 for each in sorts.values()), lines[:5]
        assert "secret-query" not in "\n".join(lines) and seat["token"] not in "\n".join(lines)


def test_processes_that_share_a_folder_answer_for_each_other(tmp_path):
    shared = tmp_path / "figures"
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in (shared, *folders):
        folder.mkdir()
    with LiveServer(folders[0], PROMETHEUS_MULTIPROC_DIR=shared) as one, LiveServer(folders[1], PROMETHEUS_MULTIPROC_DIR=shared) as two:
        people = []
        for server in (one, two):
            seat = server.seats(server.makes_board(), "Ana")
            person = Socket(seat)
            person.join()
            person.change("c", ["add", "note", {"id": "n", "kind": "challenge", "theme": "data"}])
            person.hears("c")
            people.append(person)
        until(lambda: counted(one, "board_connections") == 2, "each tells of both people")
        for server in (one, two):
            assert counted(server, "board_boards_in_use") == 2 and counted(server, "board_joins_total") == 2
            assert counted(server, "board_changes_total") == 4 and counted(server, "board_hub_lateness_seconds_count") > 2
            assert counted(server, "board_resident_bytes") > 40_000_000
        for person in people:
            person.close()
        until(lambda: counted(two, "board_connections") == 0, "nobody is left")
