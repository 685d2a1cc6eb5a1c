"""The drill: a backup while twenty people write hard, restored elsewhere, is a moment of the board with everything in it that
was acknowledged before the backup began."""
from __future__ import annotations

import os
import subprocess
import sys

import pytest
import requests
import sqlalchemy as sa
from moments import CONTENT

from board import create_app, db
from board.keeping import backup, postgres_copy
from board.keeping.archive import BackupError
from board.keeping.backup import Place
from config import SettingError, Settings
from hall import Hall
from live.process import ROOT, LiveServer, until
from live.servers import Postgres
from live.writers import Room


def command(folder, database, *arguments):
    """`board …` as an operator types it; what it said."""
    environment = {**{name: value for name, value in os.environ.items() if not name.startswith("BOARD_")}, "BOARD_DATA": str(folder),
                   **({"BOARD_DATABASE_URL": database} if database else {})}
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "flask", "--app", "run:make_app", "board", *map(str, arguments)],
                          cwd=ROOT, env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def content(records):
    return {(name, each["id"]): {field: each[field] for field in fields} for name, fields in CONTENT.items() for each in records[name]}


def works(state):
    try:
        return state()
    except (AssertionError, requests.RequestException):
        return None


def is_refused(folder, body, why):
    """What a plain copy, or one that was cut off, comes to."""
    (folder / "bad.backup").write_bytes(body)
    with pytest.raises(BackupError, match=why):
        backup.verify(folder / "bad.backup")


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request, tmp_path):
    """The address of one for the board that is used, and one for where the backup goes; "" for SQLite's file."""
    if request.param == "sqlite":
        yield "", ""
        return
    with Postgres() as cluster:
        yield cluster.database("used"), cluster.database("fresh")


def test_a_backup_under_load_holds_what_was_acknowledged_before_it(tmp_path, databases):
    used, fresh = (tmp_path / "used"), (tmp_path / "fresh")
    for folder in (used, fresh):
        folder.mkdir()
    with LiveServer(used, **({"BOARD_DATABASE_URL": databases[0]} if databases[0] else {})) as server:
        room = Room(server, 20, seed=5)
        fatima = server.seats(room.board, "Fatima", "facilitator")
        until(lambda: room.count() > 300, "writers get through")
        before = [seq for writer in room.writers for seq in list(writer.acknowledged.values())]
        file = tmp_path / "drill.backup"
        status, said = command(used, databases[0], "backup", file)
        assert status == 0, said
        assert room.count() > len(before), "people went on writing meanwhile"
        is_refused(tmp_path, file.read_bytes()[:-2000], "no whole backup")
        if not databases[0]:
            is_refused(tmp_path, (used / "board.db").read_bytes(), "no whole backup")
        room.leave()
        status, said = command(fresh, databases[1], "restore", file)
        assert status == 0, said
        with LiveServer(fresh, **({"BOARD_DATABASE_URL": databases[1]} if databases[1] else {})) as restored:
            there = {**fatima, "url": restored.url}
            snapshot = restored.get(there, "snapshot")
            seq = snapshot["seq"]
            assert max(before) <= seq and len(before) > 300
            then = server.get(fatima, f"history/{seq}")["records"]
            assert content(snapshot["records"]) == content(then), "the board as it was at that number"
            assert len(restored.get(there, f"changes?since={max(0, seq - 900)}")["changes"]) == min(seq, 900)
            again = restored.seats(room.board, "Somebody new")
            assert until(lambda: works(lambda: restored.get(again, "snapshot"))["seq"] > seq, "work goes on there")


@pytest.fixture(scope="module")
def cluster():
    with Postgres() as cluster:
        yield cluster


@pytest.fixture
def on_postgres(cluster, tmp_path, request):
    """An installation on PostgreSQL with a board on it, nobody connected."""
    url = cluster.database(request.node.name)
    db.migrate(url)
    app = create_app(Settings(data=tmp_path, database_url=url, async_mode="inline", rate_changes=0, rate_notes=0))
    board = Hall(app).makes_board()
    ana = board.seats("Ana")
    for note in ("B", "a", "C", "d"):
        ana.adds_note("one", id=note)
    app.extensions["board"].database.dispose()
    return Place(tmp_path, url)


def asked(url, *statements):
    """What the database answers to the last."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        return [connection.execute(sa.text(each)) for each in statements][-1].scalar_one_or_none() if statements else None


def test_the_address_of_an_empty_database_is_told_without_its_password(cluster, tmp_path):
    url = cluster.database("nothing").replace("board@", "board:secret@")
    db.migrate(url)
    with pytest.raises(BackupError, match="no board in postgresql") as refused:
        backup.make(Place(tmp_path, url), tmp_path / "b.backup", version="1")
    assert "/nothing" in str(refused.value) and "secret" not in str(refused.value) and list(tmp_path.iterdir()) == []


def test_postgresql_is_not_replaced_while_a_board_is_connected(on_postgres, tmp_path, monkeypatch):
    monkeypatch.setattr(postgres_copy, "GONE_WITHIN", 0.5)
    made, _ = backup.make(on_postgres, tmp_path / "b.backup", version="1")
    held = sa.create_engine(on_postgres.database).connect()
    with pytest.raises(BackupError, match="running"):
        backup.restore(on_postgres, made, force=True)
    held.close()
    held.engine.dispose()
    backup.restore(on_postgres, made, force=True)


KILLED = """
import os, signal, sys
from pathlib import Path
from board.keeping import backup, postgres_copy
run = postgres_copy._run
def killed(url, program, *arguments):
    if "--single-transaction" in arguments:
        os.kill(os.getpid(), signal.SIGKILL)
    run(url, program, *arguments)
postgres_copy._run = killed
backup.restore(backup.Place(Path(sys.argv[1]), sys.argv[2]), Path(sys.argv[3]), force=True)
"""


def test_after_a_killed_restore_nothing_is_overwritten_or_begun_anew_and_there_is_a_way_back(on_postgres, tmp_path):
    made, _ = backup.make(on_postgres, tmp_path / "b.backup", version="1")
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), on_postgres.database, str(made)], cwd=ROOT, check=False)
    with pytest.raises(SettingError, match="board_before_restore"):
        db.migrate(on_postgres.database)
    with pytest.raises(BackupError, match="board_before_restore") as refused:
        backup.restore(on_postgres, made, force=True)
    assert asked(on_postgres.database, "select count(*) from board_before_restore.boards") == 1
    way_back = str(refused.value).split("'")[1::2]
    assert len(way_back) == 2
    engine = sa.create_engine(on_postgres.database, poolclass=sa.NullPool)
    with engine.begin() as connection:
        for statement in way_back:
            connection.execute(sa.text(statement))
    db.migrate(on_postgres.database)
    backup.restore(on_postgres, made, force=True)
    assert asked(on_postgres.database, "select count(*) from notes") == 4


def test_a_backup_fits_a_database_that_sorts_otherwise(cluster, on_postgres, tmp_path):
    """Mixed-case ids: byte by byte B comes before a, as people sort after it."""
    if asked(cluster.url, "select current_setting('server_version_num')::int < 150000"):
        pytest.skip("PostgreSQL sorts by ICU from version 15 on")
    engine = sa.create_engine(cluster.url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.execute(sa.text("create database sorted template template0 locale_provider icu icu_locale 'en-US'"))
    other = Place(tmp_path, cluster.url.replace("/postgres", "/sorted"))
    db.migrate(other.database)
    made, manifest = backup.make(on_postgres, tmp_path / "b.backup", version="1")
    backup.restore(other, made)
    assert backup.make(other, tmp_path / "again.backup", version="1")[1]["digest"] == manifest["digest"]
