"""One seeded run: people at a board for some dozen moments in bad weather, then calm until all is delivered."""
from __future__ import annotations

import functools
import random
from collections.abc import Callable
from typing import Any

import orjson

from board import checkpoints

from . import deeds
from .client import Client
from .network import CALM, Network, Weather
from .person import Person, letters
from .server import Crash, Faults, Server

MOMENTS = 80
HEALING = 600


class World:
    """`way` for its clients. Everything that is left to chance comes from `seed`."""

    def __init__(self, server: Server, seed: int, broken: frozenset[str] = frozenset()) -> None:
        self.server, self.seed = server, seed
        self.rng = random.Random(seed)
        self.tcp_like = seed % 2 == 0           # orderly connections that break, or messages that go each its own way
        rough = not self.tcp_like
        self.network = Network(self.rng, Weather(
            loss=rough * self.rng.choice((0, 0.05, 0.15)), twice=rough * self.rng.choice((0, 0.1)), slowest=self.rng.choice((2, 5, 12)),
            in_order=self.tcp_like, cut=self.rng.choice((0.01, 0.04))))
        self.open: dict[str, Client] = {}
        self._held: dict[str, list[tuple[str, bytes]]] = {}
        self._connections = 0
        server.deliver, server.rng, server.faults = self._deliver, self.rng, Faults()
        self.board, self.people = self._opens(broken)
        self.clients = [person.client for person in self.people]
        self.starts = {client.name: server.snapshot(self.board, client.token)[1] for client in self.clients}
        self.started = self.starts[self.clients[0].name]["seq"]
        self.truth = server.database.read(checkpoints.read_truth, self.board)
        share = self.rng.choice((0, 0.04, 0.1))
        server.faults = Faults(fails=share, lost_outcome=share / 2, dies_before=share / 3, dies_after=share / 3)

    @property
    def now(self) -> int:
        return self.network.now

    def runs(self) -> None:
        for _ in range(MOMENTS):
            for person in self.people:
                if self.rng.random() < 0.25:
                    person.acts()
            self._moment(self.network.weather.cut, busy=0.3)
        self.server.faults, self.network.weather = Faults(), CALM
        for moment in range(HEALING):
            if moment % 20 == 0:
                self._serve(self.server.sockets.heartbeat)
            self._moment(0, busy=0)
            if self._healed():
                return

    def _healed(self) -> bool:
        numbers = {client.seq for client in self.clients}
        return (self.network.quiet and not self.server.waiting.tasks and len(numbers) == 1
                and not any(client.pending or not client.joined for client in self.clients))

    def _moment(self, cut: float, busy: float) -> None:
        self.network.tick()
        for client in self.clients:
            if client.connection and self.rng.random() < cut:
                self.disconnect(client)
            elif not client.connection and self.rng.random() < (0.15 if cut else 1):
                self.connect(client)
            client.tick()
        if self.rng.random() >= busy:
            self._serve(self.server.waiting.run)
        if cut and self.rng.random() < 0.02:
            self._serve(self.server.sockets.heartbeat)

    def _serve(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Let the server work; when it dies, every connection breaks and another process comes up."""
        try:
            answer = work(*arguments)
            for connection in list(self._held):
                self._carry(connection)
            return answer
        except Crash:
            self._held.clear()
            for client in list(self.open.values()):
                self._cut(client)
            self.server.dies()
            return None

    # --- what clients use

    def connect(self, client: Client) -> None:
        self._connections += 1
        connection = f"connection-{self._connections}"
        self.open[connection] = client
        self.server.connect(connection, client.token)
        client.connected(connection)

    def disconnect(self, client: Client) -> None:
        connection = client.connection
        self._cut(client)
        self.server.disconnect(connection)

    def _cut(self, client: Client) -> None:
        self.open.pop(client.connection, None)
        client.disconnected()

    def send(self, client: Client, event: str, payload: Any) -> None:
        connection = client.connection
        self.network.carry((connection, "up"), functools.partial(self.open.__contains__, connection), self._arrives,
                           connection, event, orjson.dumps(payload))

    def get(self, client: Client, what: str, arrive: Any) -> None:
        since = client.seq

        def asked() -> None:
            if what == "changes":
                answer = self._serve(self.server.changes, self.board, since, client.seat)
            else:
                answer = self._serve(self.server.snapshot, self.board, client.token)
            if answer is not None:
                self.network.carry(object(), is_open, lambda: arrive(*answer))
        connection = client.connection
        is_open = functools.partial(self.open.__contains__, connection)
        self.network.carry(object(), is_open, asked)

    def _arrives(self, connection: str, event: str, message: bytes) -> None:
        answer = self._serve(self.server.hear, connection, event, message)
        if event == "join" and answer is not None:
            self._deliver(connection, "join", orjson.dumps(answer), False)

    def _deliver(self, connection: str, event: str, message: bytes, to_seat: bool) -> None:
        """What is for one seat alone travels with the message for everybody that comes behind it: no connection there is
        delivers the later one only, and it would be taken for all that there is (S5)."""
        self._held.setdefault(connection, []).append((event, message))
        if not to_seat:
            self._carry(connection)

    def _carry(self, connection: str) -> None:
        messages, client = self._held.pop(connection), self.open.get(connection)
        if client is None:
            return

        def arrive() -> None:
            for event, message in messages:
                client.hear(event, orjson.loads(message))
        self.network.carry((connection, "down"), functools.partial(self.open.__contains__, connection), arrive)

    # --- the beginning

    def _opens(self, broken: frozenset[str]) -> tuple[str, list[Person]]:
        http = self.server.app.test_client()
        made = http.post("/api/boards", json={"title": "Seeded"}).json
        board, fresh, people = made["board"], letters(self.rng), []
        for number in range(self.rng.randint(2, 6)):
            role = "participant" if number else "facilitator"
            seat = self.server.app.test_client().post(f"/api/boards/{board}/seats", json={
                "key": made["links"][role].split("#")[1], "name": f"P{number}", "association": f"A{number % 2}"}).json
            client = Client(f"p{number}", seat["seat"], seat["token"], board, self, self.rng, broken)
            people.append(Person(client, self.rng, fresh, facilitator=not number))
        self._begins(people)
        return board, people

    def _begins(self, people: list[Person]) -> None:
        """Boards that are private or anonymous from the start, next to such as become it or never are; some things on each."""
        settings = ({}, {}, {"private": True}, {"authors": "nobody"}, {"authors": "association", "private": True, "moderate": True})
        leader = people[0].client
        for name, value in settings[self.seed % len(settings)].items():
            self._does(leader, ["set", "board", leader.board, {name: value}])
        for person in people:
            for kind in ("challenge", "solution"):
                self._does(person.client, ["add", "note", {**person.new_note(), "kind": kind, "theme": "data"}])
        self._does(leader, ["add", "cluster", {"id": "c1", "theme": "data", **deeds.frame(people[0])}])
        self._does(leader, ["add", "round", {"id": "r1", "title": "First", "votes": 2, "state": "open", "live": self.seed % 2 == 0}])
        self._does(leader, ["add", "answer", {"id": "a1", "solution": "p0-2", "challenge": "p0-1"}])

    def _does(self, client: Client, step: list[Any]) -> None:
        self._connections += 1
        answer = self.server.app.test_client().post(
            f"/api/boards/{client.board}/changes", headers={"Authorization": f"Bearer {client.token}"},
            json={"change_id": f"begin-{self._connections}", "steps": [step]})
        assert answer.status_code == 200, answer.json
