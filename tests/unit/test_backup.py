"""Backups made, looked through and restored; and every way in which a file can be none to rely on."""
from __future__ import annotations

import itertools
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
import zipfile

import pytest
from earlier import fill, older

from board.keeping import backup, erased
from board.keeping.archive import BackupError
from board.keeping.backup import Place
from board.protocol import Reason, Refused
from live.process import ROOT


@pytest.fixture
def place(hall, board, ana, fatima):
    note = ana.adds_note("one")
    ana.changes(["remove", "note", note["id"]])
    ana.adds_note("two")
    return Place(hall.parts.settings.data, hall.parts.settings.database)


@pytest.fixture
def made(place, tmp_path):
    return backup.make(place, tmp_path / "b.backup", version="1", with_key=True)[0]


@pytest.fixture
def fresh(tmp_path, migrated):
    folder = tmp_path / "fresh"
    folder.mkdir()
    shutil.copy(migrated, folder / "board.db")
    return Place(folder, f"sqlite:///{folder / 'board.db'}")


def figures(place):
    from board.keeping.sqlite_copy import judge, path_of
    return judge(path_of(place.database))


def test_what_comes_out_is_what_went_in(place, made, fresh):
    manifest, remark = backup.verify(made)
    assert not remark and stat.S_IMODE(made.stat().st_mode) == 0o600 and manifest["database"] == "sqlite"
    backup.restore(fresh, made)
    assert figures(fresh) == figures(place) and manifest["digest"] == figures(place)["digest"]
    assert (fresh.data / "key").read_text() == (place.data / "key").read_text()
    assert stat.S_IMODE((fresh.data / "key").stat().st_mode) == stat.S_IMODE((fresh.data / "board.db").stat().st_mode) == 0o600
    assert [path for path in made.parent.iterdir() if ".part" in path.name] == []


def test_the_host_is_told_when_the_last_one_was_made(place, made):
    last = json.loads((place.data / "last-backup").read_text())
    assert set(last) == {"at", "bytes", "seconds", "file"} and last["bytes"] == made.stat().st_size and last["file"] == str(made)


def test_a_backup_of_nothing_is_refused_and_says_where_to_look(fresh, tmp_path, monkeypatch):
    with pytest.raises(BackupError, match="no board") as refused:
        backup.make(fresh, tmp_path / "b.backup", version="1")
    assert all(word in str(refused.value) for word in (str(fresh.data / "board.db"), "BOARD_DATABASE_URL", "BOARD_DATA"))
    assert not (tmp_path / "b.backup").exists() and not (fresh.data / "last-backup").exists()


def test_what_a_killed_command_left_goes_with_the_next(place, tmp_path):
    for name, age in ((".board-0123456789ab.part", 90_000), (".board-ba9876543210.part", 3_600), ("board-old.part", 90_000)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "board.db").write_bytes(b"everything")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    backup.make(place, tmp_path / "b.backup", version="1")
    assert sorted(path.name for path in tmp_path.glob("*.part")) == [".board-ba9876543210.part", "board-old.part"]


TOLD_TO_STOP = """
import os, signal
from board.keeping import sqlite_copy
from run import make_app
sqlite_copy.judge = lambda file: os.kill(os.getpid(), signal.{signal})
raise SystemExit(make_app().test_cli_runner().invoke(args=["board", "backup", "{target}"]).exit_code)
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_command_that_is_told_to_stop_leaves_no_copy(place, tmp_path, name):
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", TOLD_TO_STOP.format(signal=name, target=tmp_path / "b.backup")], cwd=ROOT,
                          env={**os.environ, "BOARD_DATA": str(place.data)}, capture_output=True, text=True)
    assert done.returncode > 128, done.stderr
    assert list(tmp_path.glob("*.part")) == [] and not (tmp_path / "b.backup").exists()


def test_boards_that_are_there_are_not_replaced_unasked(place, made, hall, board, fatima):
    fatima.changes(["set", "board", board.id, {"title": "Later"}])
    hall.parts.database.dispose()
    with pytest.raises(BackupError, match="--force"):
        backup.restore(place, made)
    assert fatima.snapshot()["records"]["board"][0]["title"] == "Later"
    hall.parts.database.dispose()
    backup.restore(place, made, force=True)
    assert fatima.snapshot()["records"]["board"][0]["title"] != "Later"


def test_a_board_that_runs_is_not_replaced_under_its_people(place, made, fresh):
    held = sqlite3.connect(fresh.data / "board.db")
    held.execute("select count(*) from boards").fetchone()
    with pytest.raises(BackupError, match="running"):
        backup.restore(fresh, made)
    held.close()
    backup.restore(fresh, made)


def broken(made, how):
    body = bytearray(made.read_bytes())
    if how == "torn":
        del body[len(body) // 2:]
    elif how == "flipped":
        body[len(body) // 3] ^= 0x40
    elif how == "empty":
        body.clear()
    made.write_bytes(body)
    return made


@pytest.mark.parametrize("how", ["torn", "flipped", "empty"])
def test_a_broken_file_is_refused(made, fresh, how):
    before = figures(fresh)
    broken(made, how)
    for work in (lambda: backup.verify(made), lambda: backup.restore(fresh, made)):
        with pytest.raises(BackupError):
            work()
    assert figures(fresh) == before and not (fresh.data / "key").exists()


def test_every_single_flipped_byte_is_noticed(made):
    whole = made.read_bytes()
    missed = []
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        body = bytearray(whole)
        body[at] ^= 0xFF
        made.write_bytes(body)
        try:
            manifest, _ = backup.verify(made)
        except BackupError:
            continue
        made.write_bytes(whole)
        if manifest != backup.verify(made)[0]:
            missed.append(at)
    assert missed == []


def test_every_flipped_bit_of_a_small_one_is_told_as_a_backup_that_is_not_whole(tmp_path):
    """Of the ZIP's own records too: what they ask for is then more than a program can do, a password for example."""
    from board.keeping import archive
    part, file = tmp_path / "part", tmp_path / "small"
    part.write_bytes(b"what was kept" * 9)
    with archive.workplace(tmp_path) as work:
        archive.write(file, work, {"part": part}, {})
    whole = file.read_bytes()
    for at, bit in itertools.product(range(len(whole)), range(8)):
        body = bytearray(whole)
        body[at] ^= 1 << bit
        file.write_bytes(body)
        with archive.workplace(tmp_path) as work:
            try:
                manifest = archive.unpack(file, work)
            except BackupError:
                continue
            assert (work / "part").read_bytes() == part.read_bytes() and set(manifest["parts"]) == {"part"}, (at, bit)


def repacked(made, database):
    """A file whose sums are right, around another database."""
    from board.keeping import archive
    with zipfile.ZipFile(made) as packed:
        manifest = json.loads(packed.read("manifest.json"))
    with archive.workplace(made.parent) as work:
        shutil.copy(database, work / "board.db")
        figures = {name: manifest[name] for name in ("at", "board", "database", "revision", "boards", "rows", "digest")}
        archive.write(made, work, {"board.db": work / "board.db"}, figures)
    return made


def test_a_copy_that_was_torn_is_refused_also_when_its_sums_are_right(place, made, fresh, tmp_path):
    torn = tmp_path / "torn.db"
    body = bytearray((place.data / "board.db").read_bytes())
    body[4096 * 6:4096 * 8] = os.urandom(8192)
    torn.write_bytes(body)
    with pytest.raises(BackupError, match="damaged"):
        backup.restore(fresh, repacked(made, torn))


def test_a_plain_copy_without_its_log_is_refused(place, ana, fresh, tmp_path):
    """What `cp board.db` gives while the board runs: whole for SQLite, but without what is in the log."""
    held = sqlite3.connect(place.data / "board.db")
    held.execute("select count(*) from boards").fetchone()      # while somebody is there the log is not written into the database
    ana.adds_note("in the log")
    shutil.copy(place.data / "board.db", tmp_path / "plain.db")
    made, _ = backup.make(place, tmp_path / "b.backup", version="1")
    held.close()
    with pytest.raises(BackupError, match="not what its manifest says"):
        backup.restore(fresh, repacked(made, tmp_path / "plain.db"))
    with pytest.raises(BackupError, match="no whole backup"):
        backup.restore(fresh, tmp_path / "plain.db")


@pytest.mark.parametrize("name", ["../key", "/etc/passwd", "a/b"])
def test_a_part_that_would_land_elsewhere_is_refused(made, name):
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("manifest.json", json.dumps({"format": "board backup", "version": 1, "parts": {name: {"sha256": ""}}}))
        packed.writestr(name, b"x")
    with pytest.raises(BackupError, match="is called"):
        backup.verify(made)


def test_only_the_newest_stay(place, tmp_path):
    folder = tmp_path / "kept"
    folder.mkdir()
    for day in (1, 2, 3):
        (folder / f"board-2020010{day}-000000.backup").write_bytes(b"x")
    (folder / "other.backup").write_bytes(b"x")
    made, _ = backup.make(place, folder, version="1", keep=2)
    assert sorted(path.name for path in folder.iterdir()) == ["board-20200103-000000.backup", made.name, "other.backup"]
    with pytest.raises(BackupError, match="folder"):
        backup.make(place, tmp_path / "file", version="1", keep=2)


def test_an_older_schema_is_brought_up(tmp_path, fresh):
    folder = tmp_path / "older"
    folder.mkdir()
    url = older(folder / "board.db", "0003")
    fill(url)
    made, manifest = backup.make(Place(folder, url), tmp_path / "old.backup", version="0")
    assert manifest["revision"] == "0003"
    backup.restore(fresh, made)
    assert figures(fresh)["revision"] > "0003" and list(figures(fresh)["boards"]) == ["abcdefghijkm"]


def test_a_newer_schema_is_refused(place, made, fresh, tmp_path):
    with sqlite3.connect(place.data / "board.db") as later:
        later.execute("update alembic_version set version_num = '9999'")
    made, _ = backup.make(place, tmp_path / "later.backup", version="2")
    with pytest.raises(BackupError, match="newer version"):
        backup.restore(fresh, made)


def test_who_was_erased_since_is_erased_again(hall, board, place, made, ana, fatima):
    assert ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=delete").status_code == 200
    hall.parts.database.dispose()
    told = hall.app.test_cli_runner().invoke(args=["board", "restore", "--force", str(made)])
    assert told.exit_code == 0 and "Erased again: 1 people" in told.output
    assert stat.S_IMODE((place.data / "erased").stat().st_mode) == 0o600
    assert [seat["id"] for seat in fatima.snapshot()["records"]["seat"]] == [fatima.seat] and fatima.snapshot()["records"]["note"] == []


def test_who_was_erased_before_a_backup_is_known_where_it_is_restored(hall, board, place, made, ana, fresh, tmp_path):
    assert ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=delete").status_code == 200
    newer, _ = backup.make(place, tmp_path / "newer.backup", version="1")
    for file in (newer, made, newer):
        backup.restore(fresh, file, force=True)
    lines = [json.loads(line) for line in (fresh.data / "erased").read_bytes().splitlines() if line]
    assert [line["seat"] for line in lines] == [ana.seat] and stat.S_IMODE((fresh.data / "erased").stat().st_mode) == 0o600


def test_an_erasure_that_was_cut_off_in_the_disk_does_not_hide_the_next(hall, board, place, ana, olga):
    (place.data / "erased").write_bytes(b'{"at": "2026')
    assert ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=keep").status_code == 200
    assert erased.repeat(hall.parts) == (0, []), "she is not there any more"
    assert ana.seat in (place.data / "erased").read_text()


def test_who_cannot_be_erased_again_is_told_with_the_reason(hall, board, place, made, ana, fatima, monkeypatch):
    carry_out = erased._carry_out

    def spoiled(parts, board_id, forgotten, asked_by, remember):
        if forgotten.seat == ana.seat:
            raise Refused(Reason.STORAGE)
        carry_out(parts, board_id, forgotten, asked_by, remember)
    monkeypatch.setattr(erased, "_carry_out", spoiled)
    lines = [{"at": "", "board": board.id, "seat": person.seat, "delete": False, "whole": True} for person in (ana, fatima)]
    (place.data / "erased").write_text("".join(json.dumps(line) + "\n" for line in lines))
    hall.parts.database.dispose()
    told = hall.app.test_cli_runner().invoke(args=["board", "restore", "--force", str(made)]).output.splitlines()
    assert told[1:] == [f"Not erased again: seat {ana.seat} of board {board.id}, refused as storage: restore once more.",
                        f"Not erased again: seat {fatima.seat} of board {board.id}, which leads it alone: make somebody else facilitator, "
                        "then erase it."]


def test_the_commands(hall, place, tmp_path):
    runner = hall.app.test_cli_runner()
    hall.parts.database.dispose()
    told = runner.invoke(args=["board", "backup", str(tmp_path / "b.backup")])
    assert told.exit_code == 0 and "1 boards" in told.output
    assert runner.invoke(args=["board", "verify", str(tmp_path / "b.backup")]).output.startswith("Whole: 1 boards")
    assert "--force" in runner.invoke(args=["board", "restore", str(tmp_path / "b.backup")]).output
    assert runner.invoke(args=["board", "restore", "--force", str(tmp_path / "b.backup")]).output.startswith("Restored: 1 boards")
    (tmp_path / "b.backup").write_bytes(b"x")
    told = runner.invoke(args=["board", "verify", str(tmp_path / "b.backup")])
    assert told.exit_code == 1 and "no whole backup" in told.output
