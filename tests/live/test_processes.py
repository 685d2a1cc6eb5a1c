"""Several processes serve one board, on PostgreSQL with Redis between them and nginx in front: what one commits all see in
order, once, without a hole, also while Redis is in trouble and while the processes are replaced."""
from __future__ import annotations

import json
import signal
import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
import sqlalchemy as sa
import websocket

from live.process import PATIENCE, ROOT, LiveServer, until
from live.servers import Nginx, Postgres, Redis
from live.sockets import Socket
from live.writers import Room

SECRET = "canaryprivate7x"


@dataclass
class Pair:
    """Two processes on one database; `redis` is None where there is none."""
    one: LiveServer
    other: LiveServer
    database: str
    redis: Redis | None = None

    def enters(self, board, name, server=None, role="participant"):
        """Somebody who has a seat and is connected to that process (the one that knows them or the other)."""
        server = server or self.one
        client = Listener({**self.one.seats(board, name, role), "url": server.url})
        client.joins()
        return client

    def stored(self, board):
        engine = sa.create_engine(self.database)
        with engine.connect() as connection:
            rows = connection.execute(sa.text("select seq, seat_id, change_id from changes where board_id = :b order by seq"),
                                      {"b": board["board"]})
            found = [tuple(row) for row in rows]
        engine.dispose()
        return found


class Listener(Socket):
    """Takes nothing on trust: what it hears has to follow on what it has heard, to the number."""

    def __init__(self, seat):
        self.heard, self.holes, self.raw_text = [], [], []
        self.seq, self._settled, self.here = 0, False, set()
        super().__init__(seat)

    def joins(self):
        answer = self.join()
        assert answer["ok"]
        self.seq, self.here = answer["seq"], set(answer["here"])

    def _take(self, packet):
        self.raw_text.append(packet)
        before = len(self.came)
        super()._take(packet)
        for event, message in self.came[before:]:
            if event == "changes" and self.seq:
                self._follows(message)
            elif event == "people":
                self.here = (self.here | set(message["come"])) - set(message["gone"])

    def _follows(self, message):
        if message["after"] > self.seq or self._settled and message["after"] < self.seq:
            self.holes.append((self.seq, message["after"], message["seq"]))
        self._settled = self._settled or message["after"] == self.seq      # what was committed as it joined comes twice
        self.heard += [(each["seq"], each["change_id"]) for each in message["changes"] if each["seq"] > self.seq]
        self.seq = max(self.seq, message["seq"])

    def reaches(self, seq, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while self.seq < seq:
            assert time.monotonic() < end, f"at {self.seq}, not yet at {seq}"
            self.listen(0.2)

    def sees(self, *seats):
        def look():
            self.listen(0.1)
            return self.here == set(seats)
        until(look, f"{seats} are here, not {self.here}")

    def is_put_out(self):
        with pytest.raises((ConnectionError, OSError, websocket.WebSocketException)):
            while True:
                self.hears_event("notice", 20)
                self.listen(5)
        assert ["notice", {"kind": "put_out"}] in self.came
        self.close()


def note(note_id, text=""):
    return ["add", "note", {"id": note_id, "kind": "challenge", "theme": "data", "text": text}]


@pytest.fixture(scope="module")
def postgres():
    with Postgres() as postgres:
        yield postgres


@pytest.fixture(scope="module")
def pair(postgres, tmp_path_factory):
    folder, database = tmp_path_factory.mktemp("pair"), postgres.database("pair")
    with Redis() as redis:
        given = {"BOARD_DATABASE_URL": database, "BOARD_REDIS_URL": redis.url}
        with LiveServer(folder, **given) as one, LiveServer(folder, **given) as other:
            yield Pair(one, other, database, redis)


@pytest.fixture
def board(pair):
    return pair.one.makes_board()


def test_what_one_process_commits_all_see_in_one_order(pair, board):
    ana, olga = pair.enters(board, "Ana"), pair.enters(board, "Olga", pair.other)
    for number in range(20):
        ana.change(f"a{number}", note(f"a{number}"))
        olga.change(f"o{number}", note(f"o{number}"))
    for each in (ana, olga):
        each.reaches(42)        # two seats and forty notes
        assert not each.holes
    assert ana.heard[-40:] == olga.heard[-40:] == [(seq, change_id) for seq, _, change_id in pair.stored(board)[2:]]
    assert pair.one.notes(ana.seat) == pair.other.notes({**olga.seat, "url": pair.other.url})
    took = []
    for number in range(5):
        started = time.monotonic()
        ana.change(f"quick{number}", ["set", "note", "a1", {"x": number}])
        assert olga.hears(f"quick{number}")["ok"]
        took.append(time.monotonic() - started)
    # Looks come every two seconds, and each of these but the first is sent just after one.
    assert min(took[1:]) < 1.0, "a hint came, not the look into the database"
    ana.close()
    olga.close()


def test_people_and_cursors_are_seen_across_processes_and_go_with_them(pair, board):
    ana, olga = pair.enters(board, "Ana"), pair.enters(board, "Olga", pair.other)
    both = (ana.seat["seat"], olga.seat["seat"])
    ana.sees(*both)
    olga.sees(*both)
    ivo = pair.enters(board, "Ivo")         # by now the processes know of each other
    assert ivo.here == {*both, ivo.seat["seat"]}
    olga.emit("signal", {"cursor": [3, 4], "typing": "n1"})
    assert ana.hears_event("signals") == {olga.seat["seat"]: {"cursor": [3, 4], "typing": "n1"}}
    olga.close()
    for each in (ana, ivo):
        each.sees(ana.seat["seat"], ivo.seat["seat"])
        each.close()


def test_whoever_is_blocked_or_removed_on_one_process_is_put_out_on_the_other(pair, board):
    olga = pair.enters(board, "Olga", role="facilitator")
    ana, ivo, eve = (pair.enters(board, name, pair.other) for name in ("Ana", "Ivo", "Eve"))
    olga.change("block", ["set", "seat", ana.seat["seat"], {"blocked": True}])
    ana.is_put_out()

    def removes(client):
        answer = requests.post(f"{pair.one.url}/api/boards/{board['board']}/seats/{client.seat['seat']}/remove", timeout=20,
                               headers={"Authorization": f"Bearer {olga.seat['token']}"})
        assert answer.ok, answer.text
    removes(ivo)
    ivo.is_put_out()
    pair.redis.stop()       # nobody tells; the seats are looked at
    try:
        removes(eve)
        eve.is_put_out()
    finally:
        pair.redis.start()
    olga.close()


def test_p1_p8_what_is_private_on_one_process_is_not_told_by_the_other(pair, board):
    olga = pair.enters(board, "Olga", role="facilitator")
    ana, ivo = pair.enters(board, "Ana"), pair.enters(board, "Ivo", pair.other)
    olga.change("private", ["set", "board", board["board"], {"private": True}])
    assert ivo.hears("private")["ok"]
    ana.change("mine", note("n1", SECRET))
    assert ana.hears("mine")["ok"]
    ana.change("typed", ["text", "note", "n1", 0, [len(SECRET), " more"]])
    assert ana.hears("typed")["ok"]
    ana.emit("signal", {"typing": "n1"})
    ivo.emit("signal", {"cursor": [1, 1]})
    assert ivo.hears_event("counts")["private"] == {"data": 1}
    olga.change("after", ["set", "board", board["board"], {"purpose": "So far"}])
    for each in (ivo, olga):
        assert each.hears("after")["ok"] and not each.holes
        assert not [text for text in each.raw_text if SECRET in text or "signals" in text or '"mine"' in text]
    assert SECRET not in json.dumps(pair.other.get({**ivo.seat}, "snapshot")) + json.dumps(pair.other.get({**ivo.seat}, "changes?since=1"))
    olga.change("reveal", ["set", "board", board["board"], {"private": False}])
    assert f"{SECRET} more" in json.dumps(ivo.hears("reveal"))
    ivo.emit("signal", {"cursor": [2, 2]})
    assert until(lambda: _signal_of(ana, ivo.seat["seat"]), "the cursor crosses") == {"cursor": [2, 2]}
    for each in (ana, ivo, olga):
        each.close()


def _signal_of(person, seat):
    """What the person has heard of the seat's cursor, among others' signals."""
    person.listen(0.1)
    return next((message[seat] for event, message in person.came if event == "signals" and seat in message), None)


def test_redis_in_trouble_delays_and_loses_nothing(pair):
    room = Room(pair.one, 6, seed=7, urls=(pair.one.url, pair.other.url))
    ana, olga = pair.enters(room.board, "Ana"), pair.enters(room.board, "Olga", pair.other)
    crowd = [Follower(each) for each in (ana, olga)]
    quiet = pair.one.makes_board()      # where the other process commits nothing of its own that would make it look
    eve, ivo = pair.enters(quiet, "Eve"), pair.enters(quiet, "Ivo", pair.other)

    def through():
        before, name = pair.stored(room.board)[-1][0], f"n{len(pair.stored(quiet))}"
        eve.change(name, note(name))
        assert eve.hears(name)["ok"]
        ivo.reaches(eve.seq)
        until(lambda: all(each.client.seq > before for each in crowd), "both processes tell it")
        assert all(requests.get(each.url + "/readyz", timeout=5).ok for each in (pair.one, pair.other))
    through()
    pair.redis.ask("FLUSHALL")
    pair.redis.ask("CLIENT", "PAUSE", 1500)
    through()
    pair.redis.hang()
    through()
    through()
    pair.redis.go_on()
    pair.redis.stop()
    through()
    through()
    pair.redis.start()
    through()
    room.leave()
    rows = pair.stored(room.board)
    room.check(rows)
    for each in (eve, ivo):
        assert not each.holes
        each.close()
    for each in crowd:
        until(lambda each=each: each.client.seq >= rows[-1][0], "everybody has all of it", PATIENCE)
        each.leaves()
        assert not each.client.holes
    common = max(crowd[0].client.heard[0][0], crowd[1].client.heard[0][0])
    told = [[pair_ for pair_ in each.client.heard if pair_[0] >= common] for each in crowd]
    assert told[0] == told[1] == [(seq, change_id) for seq, _, change_id in rows if seq >= common]


class Follower(threading.Thread):
    """Listens all the time."""

    def __init__(self, client):
        super().__init__(daemon=True)
        self.client, self._leaving = client, threading.Event()
        self.start()

    def run(self):
        while not self._leaving.is_set():
            self.client.listen(0.2)

    def leaves(self):
        self._leaving.set()
        self.join()
        self.client.close()


def test_two_processes_on_one_sqlite_file_lose_nothing(tmp_path):
    with LiveServer(tmp_path) as one, LiveServer(tmp_path) as other:
        room = Room(one, 6, seed=8, urls=(one.url, other.url))
        pair = Pair(one, other, f"sqlite:///{tmp_path}/board.db")
        ana, olga = pair.enters(room.board, "Ana"), pair.enters(room.board, "Olga", other)
        until(lambda: room.count() > 150, "writers get through")
        room.leave()
        with closing(sqlite3.connect(tmp_path / "board.db")) as database:
            rows = list(database.execute("select seq, seat_id, change_id from changes where board_id = ? order by seq",
                                         [room.board["board"]]))
        room.check(rows)
        for each in (ana, olga):
            each.reaches(rows[-1][0])
            assert not each.holes
            each.close()


def test_that_all_this_finds_out_a_process_that_follows_no_other(pair, board, tmp_path):
    """The negative control: hints and looks are ignored, and own changes are sent whatever came before them."""
    broken = tmp_path / "broken.py"
    broken.write_text(f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
source = open({str(ROOT / "run.py")!r}).read()
patch = '''
from board.feed import Feed
Feed.poll = lambda self: None
Feed.hint = lambda self, board_id, seq: None
Feed.own = lambda self, board_id, changes: self._publish(board_id, changes)
'''
exec(compile(source.replace('log = logging.getLogger("board")', patch + 'log = logging.getLogger("board")'), "run.py", "exec"))
""")
    with LiveServer(tmp_path, broken, BOARD_DATABASE_URL=pair.database) as other:
        ana, olga = pair.enters(board, "Ana"), pair.enters(board, "Olga", other)
        ana.change("a", note("a"))
        assert ana.hears("a")["ok"]
        with pytest.raises(AssertionError):
            olga.reaches(ana.seq, 10)         # looks come every two seconds
        olga.change("o", note("o"))
        assert olga.hears("o")["ok"] and olga.holes
        ana.close()
        olga.close()


@pytest.fixture(scope="module")
def site(postgres, tmp_path_factory):
    """Two processes under one supervisor, nginx in front of them."""
    with Redis() as redis, LiveServer(tmp_path_factory.mktemp("site"), workers=2, BOARD_DATABASE_URL=postgres.database("site"),
                                      BOARD_REDIS_URL=redis.url, BOARD_PROXIES=1) as server:
        ports = [server.port, server.port + 1]
        until(lambda: all(_ready(port) for port in ports), "both are ready")
        with Nginx(ports) as nginx:
            server.url, server.nginx, server.ports = nginx.url, nginx, ports
            yield server


def _ready(port):
    try:
        return requests.get(f"http://127.0.0.1:{port}/readyz", timeout=2).ok
    except requests.RequestException:
        return False


def test_nginx_brings_a_boards_people_to_one_process(site):
    boards = [site.makes_board() for _ in range(12)]
    for board in boards:
        seat = site.seats(board, "Ana")
        site.notes(seat)
        requests.get(f"{site.url}/board/{board['board']}", timeout=20)
        requests.get(f"{site.url}/socket.io/?EIO=4&transport=polling&board={board['board']}", timeout=20)
        with closing(Socket(seat)) as ana:
            assert ana.join()["ok"]
    script = requests.get(site.url, timeout=20).text.split('src="/static/')[1].split('"')[0]
    for _ in range(2):
        answer = requests.get(f"{site.url}/static/{script}", timeout=20)
        assert answer.ok and "immutable" in answer.headers["Cache-Control"]

    def lines():
        return [json.loads(line) for line in (site.nginx.folder / "access.log").read_text().splitlines()]
    until(lambda: [line["cache"] for line in lines() if line["path"].endswith(script)] == ["MISS", "HIT"], "it is kept")
    went = {board["board"]: {line["upstream"] for line in lines() if line["board"] == board["board"]} for board in boards}
    assert all(len(upstreams) == 1 for upstreams in went.values()), went
    assert set.union(*went.values()) == {f"127.0.0.1:{port}" for port in site.ports}


def test_processes_are_replaced_one_by_one_under_people_who_stay_in(site):
    room = Room(site, 6, seed=9)
    guests = [Guest(site.seats(room.board, f"Guest {n}")) for n in range(4)]
    before = _children(site)
    seen = set()
    site.process.send_signal(signal.SIGHUP)

    def replaced():
        ready = [_ready(port) for port in site.ports]
        seen.add(tuple(ready))
        return all(ready) and len(_children(site)) == 2 and not _children(site) & before
    until(replaced, "both are new", 90)
    assert (False, False) not in seen, "at each time one of them serves"
    count = room.count()
    until(lambda: room.count() > count + 30, "writers get through")
    room.leave()
    for guest in guests:
        guest.leaves(len(rows := Pair(site, site, site._environment["BOARD_DATABASE_URL"]).stored(room.board)))
    room.check(rows)


def _children(server):
    return set(Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split())


class Guest(threading.Thread):
    """Comes back by itself when the line is cut, with the same token and its number, as browsers do."""

    def __init__(self, seat):
        super().__init__(daemon=True)
        self.seat, self.seq = seat, 0
        self._until = None
        self.start()

    def run(self):
        while True:
            try:
                with closing(Socket(self.seat)) as line:
                    answer = line.join(self.seq or None)
                    assert answer["ok"], answer
                    assert not self.seq or "reload" not in answer, "nobody has to begin anew"
                    self.seq = max(self.seq, answer["seq"])
                    while self._until is None or self.seq < self._until:
                        line.listen(0.2)
                        self.seq = max([self.seq, *(message["seq"] for event, message in line.came if event == "changes")])
                        line.came.clear()
                    return
            except (OSError, websocket.WebSocketException):
                threading.Event().wait(0.1)

    def leaves(self, seq):
        """Once they have all of it."""
        self._until = seq
        self.join(40)
        assert not self.is_alive() and self.seq >= seq
