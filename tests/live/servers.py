"""The servers a board leans on, each a temporary one of the test's own: PostgreSQL, Redis (or Valkey), nginx. A test that
needs one that is not installed is skipped."""
from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
from pathlib import Path
from typing import Any

import leftovers
import pytest
import redis
import sqlalchemy as sa

from live.process import ROOT, free_port, until


class Server:
    """A process with a port. As root it runs as `user`, where the program wants that."""

    def __init__(self) -> None:
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        raise NotImplementedError

    def stop(self) -> None:
        raise NotImplementedError

    def remove(self) -> None:
        """Stop it and leave nothing behind."""
        self.stop()

    def __enter__(self) -> Any:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.remove()


class Postgres(Server):
    """`stop` is a crash: nobody is let finish. As root it runs as the user `postgres`: it refuses to be root."""

    def __init__(self, *options: str) -> None:
        super().__init__()
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
        if not found:
            pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
        self._programs, self._options = found[-1].parent, options
        self._user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        self._folder = leftovers.folder("postgres", "/tmp")      # where the user postgres can get to
        if self._user:
            os.chown(self._folder, self._user.pw_uid, self._user.pw_gid)
        self.url = f"postgresql+psycopg2://board@127.0.0.1:{self.port}/postgres"
        self.running = False
        self._do("initdb", "-U", "board", "-A", "trust", "-E", "UTF8", "--no-locale")

    def start(self) -> None:
        more = " ".join(f"-c {option}" for option in self._options)
        self._do("pg_ctl", "-w", "-l", str(self._folder / "log"), "-o", f"-p {self.port} -k {self._folder} -h 127.0.0.1 {more}", "start")
        self.running = True

    def stop(self, mode: str = "immediate") -> None:
        if self.running:
            self._do("pg_ctl", "-m", mode, "-w", "stop")
        self.running = False

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self._folder)

    @property
    def pid(self) -> int:
        return int((self._folder / "data" / "postmaster.pid").read_text("ascii").split()[0])

    def database(self, name: str) -> str:
        """A new, empty database; its address."""
        name = re.sub(r"\W", "_", name.lower())[-50:]
        engine = sa.create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text(f'create database "{name}"'))
        engine.dispose()
        return self.url.removesuffix("/postgres") + f"/{name}"

    def _do(self, program: str, *arguments: str) -> None:
        who = {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []} if self._user else {}
        with (self._folder / "said").open("ab") as said:       # not a pipe: the server would keep it open
            done = subprocess.run([str(self._programs / program), "-D", str(self._folder / "data"), *arguments],
                                  cwd=self._folder, stdout=said, stderr=said, **who)
        assert done.returncode == 0, (self._folder / "said").read_text()


class Redis(Server):
    """Keeps nothing on disk: what it is for does not need that."""

    def __init__(self) -> None:
        super().__init__()
        self._program = _program("redis-server", "valkey-server")
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self.process = subprocess.Popen(
            [self._program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/tmp")
        until(self.is_up, "Redis answers")

    def is_up(self) -> bool:
        try:
            return bool(self.ask("PING"))
        except redis.RedisError:
            return False

    def stop(self) -> None:
        """As a crash."""
        if self.process and self.process.poll() is None:
            self.go_on()
            self.process.kill()
            self.process.wait()

    def hang(self) -> None:
        """It takes connections and never answers."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self.process
        self.process.send_signal(signal.SIGCONT)

    def ask(self, *command: Any) -> Any:
        """Such as `ask("FLUSHALL")`, `ask("CLIENT", "PAUSE", 2000)`."""
        with redis.Redis.from_url(self.url, socket_timeout=5) as client:
            return client.execute_command(*command)


class Nginx(Server):
    """nginx with the file hosts are given (`deploy/`): only ports and folders are other ones."""

    def __init__(self, ports: list[int]) -> None:
        super().__init__()
        self._program = _program("nginx", "/usr/sbin/nginx")
        self.folder = leftovers.folder("nginx", "/tmp")
        self.folder.chmod(0o755)
        self.url = f"http://127.0.0.1:{self.port}"
        self._write(ports)

    def start(self) -> None:
        self.check()
        self.process = subprocess.Popen([*self._command(), "-g", "daemon off;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(self.is_up, "nginx runs")

    def is_up(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def check(self) -> None:
        """What `nginx -t` says of the file."""
        done = subprocess.run([*self._command(), "-t"], capture_output=True, text=True)
        assert done.returncode == 0 and "warn" not in done.stderr, done.stderr

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def _command(self) -> list[str]:
        return [self._program, "-c", str(self.folder / "nginx.conf"), "-p", str(self.folder), "-e", str(self.folder / "error.log")]

    def _write(self, ports: list[int]) -> None:
        (self.folder / "nginx.conf").write_text(nginx_conf(self.folder, self.port))
        servers = "".join(f"server 127.0.0.1:{port} max_fails=1 fail_timeout=2s;\n" for port in ports)
        (self.folder / "upstream.conf").write_text("hash $affinity consistent;\n" + servers + "keepalive 64;\n")


def nginx_conf(folder: Path, port: int) -> str:
    """`deploy/nginx.conf` with the test's folder for its own and the test's port."""
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    for theirs, ours in (("listen 8080;", f"listen 127.0.0.1:{port};"), ("/tmp/nginx", str(folder)),
                         ("/etc/nginx/upstream.conf", str(folder / "upstream.conf")), ("/dev/stdout", str(folder / "access.log")),
                         ("/dev/stderr", str(folder / "error.log"))):
        assert theirs in text, theirs
        text = text.replace(theirs, ours)
    return text


def _program(*names: str) -> str:
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    pytest.skip(f"{names[0]} is not installed")
