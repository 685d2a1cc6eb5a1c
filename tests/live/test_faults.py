"""The quickest of the faults, and one broken build that the checker must find out; `make faults` plays all of them."""
from __future__ import annotations

import asyncio
import contextlib
import re
from types import SimpleNamespace

import pytest

from faults import SCENARIOS, Impossible, Stage
from faults.crowd_faults import Attack
from faults.line import WebSocket
from faults.proxy import Direction, FaultProxy
from live.process import free_port


def play(name, folder):
    async def plays():
        async with Stage(folder, quick=True) as stage:
            await SCENARIOS[name].play(stage)
            return stage.figures
    try:
        return asyncio.run(plays())
    except Impossible as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("name", ["retransmitted", "disk-error"])
def test_a_fault_delays_and_loses_nothing(name, tmp_path):
    figures = play(name, tmp_path)
    assert figures["lost"] == figures["twice"] == 0 and figures["acknowledged"] == figures["sent"] > 20


def test_a_server_that_forgets_what_it_has_done_is_found_out(tmp_path):
    with pytest.raises(AssertionError, match=re.escape(SCENARIOS["no-dedup"].control)):
        play("no-dedup", tmp_path)


def test_every_scenario_says_what_it_does_and_asserts():
    assert len(SCENARIOS) > 40 and len([each for each in SCENARIOS.values() if each.control]) == 5
    for each in SCENARIOS.values():
        assert each.done and each.asserted and re.fullmatch(r"[a-z0-9-]+", each.name)


def test_an_attack_that_dies_is_noticed():
    async def attacks(port, ends, error=None):
        async with Attack("begins", SimpleNamespace(port=port), count=1) as attack:
            if error:
                raise error
            await ends(attack)

    async def dies(attack):
        await attack._process.wait()

    async def plays():
        nobody = free_port()
        with pytest.raises(AssertionError, match="ended by itself, with 1"):
            await attacks(nobody, dies)
        with pytest.raises(AssertionError, match="ended with 1"):
            await attacks(nobody, Attack.done)
        with pytest.raises(LookupError):
            await attacks(nobody, dies, LookupError("the scenario's own trouble comes first"))
        begun = asyncio.Event()

        async def hears(reader, writer):
            begun.set()
            with contextlib.suppress(OSError):
                await reader.read()
            writer.close()
        server = await asyncio.start_server(hears, "127.0.0.1", 0)
        await attacks(server.sockets[0].getsockname()[1], lambda _: begun.wait())
        server.close()
        await server.wait_closed()
    asyncio.run(plays())


@pytest.mark.parametrize(("calm", "attacked", "verdict"), [
    (20.0, 29.0, None), (100.0, 125.0, None), (20.0, 29.1, AssertionError), (20.0, 0.0, AssertionError), (0.0, 20.0, AssertionError),
    (0.0, 0.0, AssertionError), (257.3, 13.2, Impossible), (257.3, 900.0, Impossible), (257.3, 0.0, AssertionError)])
def test_others_are_well_only_where_that_could_be_seen(tmp_path, calm, attacked, verdict):
    stage = Stage(tmp_path, quick=False)
    stage.figures = {"p95_calm_ms": calm, "p95_fault_ms": attacked}
    with pytest.raises(verdict) if verdict else contextlib.nullcontext():
        stage.fair()


def test_the_proxy_delays_dribbles_cuts_and_forgets():
    async def echo(reader, writer):
        with contextlib.suppress(OSError):
            while piece := await reader.read(1000):
                writer.write(piece)
        writer.close()

    async def plays():
        server = await asyncio.start_server(echo, "127.0.0.1", 0)
        clock = asyncio.get_running_loop().time
        async with FaultProxy(server.sockets[0].getsockname()[1]) as proxy:
            reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)

            async def takes(words):
                began = clock()
                writer.write(words)
                assert await reader.readexactly(len(words)) == words
                return clock() - began
            assert min([await takes(b"straight") for _ in range(5)]) < 0.3     # the machine may be busy, but not each time
            proxy.up = Direction(delay=0.3)
            assert await takes(b"late") >= 0.3
            proxy.up, proxy.down = Direction(), Direction(rate=1000)
            assert await takes(b"x" * 300) >= 0.15
            proxy.down = Direction(dribble=1)
            assert await takes(b"x" * 50) >= 0.2
            proxy.heal()
            proxy.cut_after(lambda piece: piece == b"request")
            writer.write(b"request")
            with pytest.raises(OSError):
                assert await reader.read(10) == b"", "an answer came"
                raise ConnectionResetError
            assert proxy.cuts == 1
            reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
            assert min([await takes(b"again") for _ in range(5)]) < 0.3
            proxy.forget()
            writer.write(b"into the dark")
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(reader.read(10), 0.3)
            proxy.refuse = True
            with pytest.raises(OSError):
                await WebSocket.opened(proxy.port, "/")
            writer.close()
        server.close()
        await server.wait_closed()
    asyncio.run(plays())
