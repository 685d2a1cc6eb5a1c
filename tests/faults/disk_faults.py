"""The disk under SQLite: full, read-only, broken, slow; and whether what is acknowledged has been made durable."""
from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
from pathlib import Path

import requests

from live.process import LiveServer

from .registry import scenario
from .stage import Impossible, Stage
from .swarm import Swarm, until

GROUP = "Disk and clock"
HERE = Path(__file__).parent
TOLD = "told `storage`, reading goes on; lost 0, twice 0, all alike within 5 s, without a restart"


@scenario("disk-full", GROUP, "a disk of 8 MB is filled to the last byte for 10 s, then there is space again", TOLD)
async def disk_full(stage: Stage) -> None:
    folder = stage.folder / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        raise Impossible("needs the right to mount a small disk")
    stage.later(asyncio.to_thread, subprocess.run, ["umount", "--lazy", str(folder)])
    server = await stage.serves(folder=folder)
    swarm = await stage.gathers(server, pace=60)

    async def fault() -> None:
        _fill(folder / "ballast")
        await swarm.is_told()
        await _reading_goes_on(server, swarm)
        await asyncio.sleep(stage.times(10, 2))
        (folder / "ballast").unlink()
    await stage.endures(swarm, fault)


def _enter(name: str, word: str, done: str) -> None:
    @scenario(name, GROUP, done, TOLD)
    async def play(stage: Stage) -> None:
        fault_file = stage.folder / "fault"
        fault_file.write_text("")
        server = await stage.serves(LD_PRELOAD=shim(stage, "disk"), FAULT_FILE=fault_file)
        swarm = await stage.gathers(server)

        async def fault() -> None:
            fault_file.write_text(word)
            await swarm.is_told()
            await _reading_goes_on(server, swarm)
            await asyncio.sleep(stage.times(10, 2))
            fault_file.write_text("")
        await stage.endures(swarm, fault)


_enter("disk-read-only", "EROFS", "writing to the database fails as on a disk that became read-only, for 10 s")
_enter("disk-error", "EIO", "writing to the database fails with an I/O error, for 10 s")
_enter("disk-quota", "ENOSPC", "writing to the database fails as for want of space, for 10 s")


@scenario("disk-slow", GROUP, "each sync takes 150 ms more, for 10 s")
async def disk_slow(stage: Stage) -> None:
    fault_file = stage.folder / "fault"
    fault_file.write_text("")
    server = await stage.serves(LD_PRELOAD=shim(stage, "disk"), FAULT_FILE=fault_file)
    swarm = await stage.gathers(server)

    async def fault() -> None:
        fault_file.write_text("SLOW")
        await asyncio.sleep(stage.times(10, 3))
        fault_file.write_text("")
    await stage.endures(swarm, fault)
    assert not any(person.troubles for person in swarm.people), "slow is not broken"


@scenario("durable", GROUP, "the system calls of the server are traced while people write",
          "at least one fdatasync for each acknowledged group")
async def durable(stage: Stage) -> None:
    await _syncs(stage, await stage.serves())


@scenario("not-durable", "Controls", "the same with synchronous=OFF", "the count gives it away", control="syncs for")
async def not_durable(stage: Stage) -> None:
    await _syncs(stage, await stage.serves(script=HERE / "broken.py", BOARD_TEST_BREAK="not durable"))


async def _syncs(stage: Stage, server: LiveServer) -> None:
    """One person makes one change after the other, so that each is a group of its own."""
    if not shutil.which("strace"):
        raise Impossible("needs strace")
    swarm = await stage.gathers(server, 2)
    assert server.process
    trace = stage.folder / "trace"
    strace = subprocess.Popen(["strace", "-f", "-e", "trace=fdatasync,fsync", "-o", str(trace), "-p", str(server.process.pid)],
                              stderr=subprocess.PIPE)
    try:
        assert strace.stderr
        line = await asyncio.to_thread(strace.stderr.readline)
        if b"attached" not in line:
            raise Impossible(f"strace: {line.decode().strip()}")
        groups, person = stage.times(200, 50), swarm.people[0]
        for number in range(groups):
            person.change(["set", "note", "shared-0", {"x": number}])
            await until(lambda: not person.outbox, "it is acknowledged", 10)
    finally:
        strace.terminate()
        strace.wait()
    syncs = len(re.findall(r"(?:fdatasync|fsync)\(", trace.read_text()))
    stage.figures |= {"groups": groups, "syncs": syncs}
    await stage.judges(swarm)
    assert syncs >= groups, f"{syncs} syncs for {groups} acknowledged groups"


def shim(stage: Stage, name: str) -> Path:
    """A library to be loaded before all others, made from `name`.c."""
    made = stage.folder / f"{name}.so"
    compiler = shutil.which("cc")
    if not compiler:
        raise Impossible("needs a C compiler")
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", str(made), str(HERE / f"{name}.c"), "-ldl"], check=True)
    return made


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 512, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


async def _reading_goes_on(server: LiveServer, swarm: Swarm) -> None:
    person = swarm.people[-1]
    notes = await asyncio.to_thread(server.notes, person.seat)
    assert len(notes) >= 5
    assert (await asyncio.to_thread(requests.get, server.url + "/healthz", timeout=5)).ok
    before = person.joins
    person.begin_again()
    await until(lambda: person.joined and person.joins > before, "people can come in while nothing is stored", 10)
