"""A light Socket.IO client over one raw WebSocket, and one that may only poll. Both are used from one thread each."""
from __future__ import annotations

import json
import time
from typing import Any

import requests
import websocket

from hall import unpacked
from live.process import PATIENCE


class Told:
    """What both have in common: `[event, message]` pairs that came, in order."""

    def __init__(self, seat: dict[str, Any]) -> None:
        self.seat = seat
        self.came: list[list[Any]] = []
        self._acks: list[Any] = []

    def _send(self, packet: str) -> None:
        raise NotImplementedError

    def listen(self, seconds: float) -> None:
        """Take in what comes within that time, at most one batch."""
        raise NotImplementedError

    def emit(self, event: str, payload: Any) -> None:
        self._send("42" + json.dumps([event, payload]))

    def join(self, since: int | None = None) -> Any:
        self._send("420" + json.dumps(["join", {"board": self.seat["board"], **({} if since is None else {"since": since})}]))
        end = time.monotonic() + PATIENCE
        while not self._acks:
            assert time.monotonic() < end, "no answer to join"
            self.listen(1)
        return self._acks.pop()

    def change(self, change_id: str, *steps: Any) -> None:
        self.emit("change", {"change_id": change_id, "steps": list(steps)})

    def hears(self, change_id: str, seconds: float = PATIENCE) -> dict[str, Any]:
        """How a change was decided: the numbered change itself, or the author's outcome."""
        end = time.monotonic() + seconds
        while True:
            for event, message in self.came:
                if event == "outcome" and message["change_id"] == change_id:
                    self.came.remove([event, message])
                    return message
                if event == "changes":
                    for change in message["changes"]:
                        if change["change_id"] == change_id:
                            return {"ok": True, **change}
            assert time.monotonic() < end, f"{change_id} was not heard of; came: {self.came[-3:]}"
            self.listen(0.2)

    def hears_event(self, wanted: str, seconds: float = PATIENCE) -> Any:
        end = time.monotonic() + seconds
        while True:
            for event, message in self.came:
                if event == wanted:
                    return message
            assert time.monotonic() < end, f"{wanted} did not come"
            self.listen(0.2)

    def _take(self, packet: str) -> None:
        if packet == "2":
            self._send("3")
        elif packet.startswith("43"):
            self._acks.append(json.loads(packet[packet.index("["):])[0])
        elif packet.startswith("42"):
            event, message = json.loads(packet[2:])
            self.came.append([event, unpacked(message)])
        elif packet[:1] == "1" or packet.startswith("41"):
            raise ConnectionError("closed by the server")


class Socket(Told):
    def __init__(self, seat: dict[str, Any], origin: str | None = None) -> None:
        super().__init__(seat)
        address = seat["url"].replace("http", "ws") + f"/socket.io/?EIO=4&transport=websocket&board={seat['board']}"
        self.raw = websocket.create_connection(address, timeout=PATIENCE, origin=origin, suppress_origin=origin is None)
        try:
            assert self._receive()[0] == "0"
            self._send("40" + json.dumps({"token": seat["token"]}))
            while not (packet := self._receive()).startswith("40"):
                self._take(packet)
        except BaseException:
            self.close()
            raise

    def listen(self, seconds: float) -> None:
        self.raw.settimeout(seconds)
        try:
            self._take(self._receive())
        except websocket.WebSocketTimeoutException:
            pass
        finally:
            if self.raw.connected:
                self.raw.settimeout(PATIENCE)

    def close(self) -> None:
        self.raw.shutdown()

    def _receive(self) -> str:
        packet = self.raw.recv()
        if not packet:
            raise ConnectionError("closed")
        return packet if isinstance(packet, str) else packet.decode()

    def _send(self, packet: str) -> None:
        self.raw.send(packet)


class Polling(Told):
    def __init__(self, seat: dict[str, Any]) -> None:
        super().__init__(seat)
        self._http = requests.Session()
        self._address = seat["url"] + f"/socket.io/?EIO=4&transport=polling&board={seat['board']}"
        opened = self._http.get(self._address, timeout=PATIENCE).text
        self._address += "&sid=" + json.loads(opened[1:])["sid"]
        self._send("40" + json.dumps({"token": seat["token"]}))
        assert any(packet.startswith("40") for packet in self._poll())

    def listen(self, seconds: float) -> None:
        for packet in self._poll():
            self._take(packet)

    def close(self) -> None:
        self._http.close()

    def _poll(self) -> list[str]:
        answer = self._http.get(self._address, timeout=PATIENCE)
        if not answer.ok:
            raise ConnectionError("closed")
        return answer.content.decode().split("\x1e")

    def _send(self, packet: str) -> None:
        answer = self._http.post(self._address, data=packet.encode(), timeout=PATIENCE,
                                 headers={"Content-Type": "text/plain;charset=UTF-8"})
        if not answer.ok:
            raise ConnectionError("closed")
