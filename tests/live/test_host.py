"""What the host sees on a real server with PostgreSQL and Redis: the same as on SQLite, and what is unsafe there."""
from __future__ import annotations

import pytest
import requests
import sqlalchemy as sa

from live.process import LiveServer
from live.servers import Postgres, Redis

KEY = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A"


@pytest.fixture(scope="module")
def database():
    with Postgres() as cluster:
        yield cluster.database("host")


def test_the_host_sees_boards_and_the_state_of_the_servers(database, tmp_path):
    def ask(method, path, **more):
        answer = requests.request(method, server.url + path, headers={"Authorization": f"Bearer {KEY}"}, timeout=30, **more)
        assert answer.ok, answer.text
        return answer.json()

    def checked():
        return {line["name"]: line for line in ask("GET", "/api/admin/checkup")["lines"]}
    with Redis() as redis, LiveServer(tmp_path, BOARD_DATABASE_URL=database, BOARD_OPERATOR_KEY=KEY,
                                      BOARD_REDIS_URL=f"redis://127.0.0.1:{redis.port}/0") as server:
        boards = [server.makes_board() for _ in range(3)]
        server.seats(boards[0], "Ana")
        for sort in ("used", "title", "created", "people", "notes", "bytes"):
            found = ask("GET", f"/api/admin/boards?q=live&sort={sort}")
            assert found["found"] == 3 and found["totals"]["database_bytes"] > 100_000
            assert found["totals"]["database"].startswith("PostgreSQL 1")
        assert ask("GET", "/api/admin/boards?sort=people")["boards"][0]["board"] == boards[0]["board"]
        assert ask("GET", f"/api/admin/boards/{boards[0]['board']}")["roles"]["participant"] == 1
        assert ask("POST", f"/api/admin/boards/{boards[0]['board']}/links", json={})["link"]
        assert ask("DELETE", f"/api/admin/boards/{boards[0]['board']}")["rows"] > 10
        lines = checked()
        assert {name for name, line in lines.items() if line["state"] == "bad"} == set()
        assert "fsync=on" in lines["database"]["found"] and lines["redis"]["state"] == "ok"
        assert "PostgreSQL 1" in lines["servers"]["found"] or "Redis" in lines["servers"]["found"]
        engine = sa.create_engine(database, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text("alter database host set synchronous_commit = off"))
            connection.execute(sa.text("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and "
                                       "datname = current_database()"))
        engine.dispose()
        redis.stop()
        lines = checked()
        assert lines["redis"]["state"] == "bad"
        assert lines["database"]["state"] == "bad" and "synchronous_commit=off" in lines["database"]["found"], \
            "a server that may lose what was seen as saved"
