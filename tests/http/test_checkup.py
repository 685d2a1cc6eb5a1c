"""The check-up finds what is wrong: each thing is broken once, and seen."""
from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import orjson
import pytest
import requests

from board import checkup, floors
from board.checkup import answers, machine, storage
from board.i18n import Catalogues

KEY, OTHER_KEY = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A", "Ab3xYz9-Qw7_Er5TyU8iOp2LkJ4hGf6D"
AS_OPERATOR = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture
def outside(monkeypatch):
    """Nothing answers at a public address in these tests."""
    monkeypatch.setattr(requests, "get", lambda *arguments, **named: (_ for _ in ()).throw(requests.ConnectionError()))


@pytest.fixture
def look(open_hall, monkeypatch):
    """`look(check, **settings)`: the line of one check on a hall with these settings."""
    monkeypatch.delenv("FLASK_DEBUG", raising=False)

    def at(check, **settings):
        hall = open_hall(operator_key=KEY, **settings)
        with hall.app.app_context():
            return check()
    return at


def test_a_server_as_it_comes_has_nothing_wrong(open_hall, tmp_path):
    hall = open_hall(operator_key=KEY)
    answer = hall.http().get("/api/admin/checkup", headers=AS_OPERATOR).json
    states = {line["name"]: line["state"] for line in answer["lines"]}
    assert list(states) == list(checkup.CHECKS)
    assert {name for name, state in states.items() if state == "bad"} == set()
    assert {states[name] for name in ("headers", "cookies", "origin", "database", "schema", "versions")} == {"ok"}
    page = hall.http().get("/checkup", headers=AS_OPERATOR).text
    assert page.count('class="host-line"') == len(checkup.CHECKS)


def test_the_page_stays_in_its_language(open_hall):
    """What is asked of ourselves meanwhile has a language of its own."""
    page = open_hall(operator_key=KEY).http().get("/checkup?lang=ar", headers=AS_OPERATOR).text
    assert 'lang="ar" dir="rtl"' in page and "Security headers" not in page


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_line_has_its_words(hall, language):
    words: Catalogues = hall.parts.catalogues
    for name in checkup.CHECKS:
        for key in (f"checkup.{name}", f"checkup.{name}_do"):
            assert words.text(key, language) != key
    assert all(words.text(f"checkup.state_{state}", language) for state in checkup.STATES)


def test_a_check_that_fails_is_a_line_and_hides_no_other(hall, monkeypatch, caplog):
    monkeypatch.setitem(checkup.CHECKS, "disk", lambda: 1 / 0)
    with hall.app.app_context():
        lines = {line["name"]: line for line in checkup.check_all()}
    assert lines["disk"]["state"] == "bad" and "ZeroDivisionError" in lines["disk"]["found"] and len(lines) == len(checkup.CHECKS)


@pytest.mark.parametrize(("header", "value"), [
    ("Content-Security-Policy", "default-src *"),
    ("Content-Security-Policy", "default-src 'none'; object-src 'none'; style-src 'unsafe-inline'"),
    ("X-Content-Type-Options", "-"), ("Referrer-Policy", "unsafe-url"), ("Cross-Origin-Opener-Policy", "unsafe-none"),
    ("Cross-Origin-Resource-Policy", "cross-origin"), ("Cache-Control", "public"), ("Permissions-Policy", "x")])
def test_a_header_that_somebody_changed_is_seen(hall, header, value):
    def change(response):
        response.headers[header] = value
        return response
    hall.app.after_request_funcs.setdefault(None, []).insert(0, change)      # the last to be called
    with hall.app.app_context():
        line = answers.check_headers()
    assert line.state == "bad" and header in line.found


def test_cookies_are_looked_at_by_the_public_address(look, monkeypatch):
    assert look(answers.check_cookies).state == "ok"
    safe = look(answers.check_cookies, public_url="https://board.example.org", proxies=1)
    assert safe.state == "ok" and "Secure" in safe.found
    alone = look(answers.check_cookies, public_url="https://board.example.org")
    assert alone.state == "bad" and "no secure" in alone.found, "the proxy that speaks TLS is not told of"
    assert look(answers.check_cookies, host="0.0.0.0", public_url="http://board.example.org").state == "warn"
    monkeypatch.setattr("board.security._set", lambda response, name, value, **more: response.set_cookie(name, value))
    line = look(answers.check_cookies)
    assert line.state == "bad" and "httponly" in line.found


def test_sockets_that_take_everybody_are_seen(look, monkeypatch):
    assert look(answers.check_origin).found == "refused"
    monkeypatch.setattr("board.security._is_own", lambda origin: True)
    line = look(answers.check_origin)
    assert line.state == "bad" and "change" in line.found and "socket" not in line.found
    monkeypatch.undo()
    line = look(answers.check_origin, allowed_origins=(answers.ELSEWHERE,))
    assert line.state == "bad" and "socket" in line.found


@pytest.mark.parametrize(("settings", "state"), [
    ({}, "ok"), ({"host": "0.0.0.0"}, "warn"), ({"public_url": "http://board.example.org"}, "warn"),
    ({"public_url": "https://board.example.org"}, "ok"), ({"public_url": "http://localhost:5000"}, "ok")])
def test_an_address_without_tls_is_told(look, settings, state):
    assert look(answers.check_address, **settings).state == state


@pytest.mark.parametrize(("settings", "headers", "state"), [
    ({}, {}, "ok"), ({}, {"X-Forwarded-For": "192.0.2.7"}, "bad"), ({"proxies": 1}, {"X-Forwarded-For": "192.0.2.7"}, "ok"),
    ({"proxies": 1}, {}, "bad"), ({"proxies": 1}, {"X-Forwarded-For": "192.0.2.7, 192.0.2.8"}, "warn"),
    ({"proxies": 1, "public_url": "https://b.example"}, {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "http"}, "bad"),
    ({"proxies": 1, "public_url": "https://b.example"}, {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}, "ok")])
def test_proxies_are_compared_with_what_arrives(open_hall, outside, settings, headers, state):
    hall = open_hall(operator_key=KEY, **settings)
    lines = hall.http().get("/api/admin/checkup", headers={**AS_OPERATOR, **headers}).json["lines"]
    line = next(line for line in lines if line["name"] == "proxies")
    assert line["state"] == state, line["found"]


def test_settings_that_can_lose_what_was_saved_are_seen(look, monkeypatch):
    assert look(storage.check_database).state == "ok"
    for pragma in ("synchronous=NORMAL", "foreign_keys=OFF", "journal_mode=DELETE"):
        with monkeypatch.context() as patch:
            from board import db
            prepare = db._prepare_sqlite

            def weaker(connection, record, prepare=prepare, pragma=pragma):
                prepare(connection, record)
                connection.execute(f"PRAGMA {pragma}").close()
            patch.setattr("board.db._prepare_sqlite", weaker)
            line = look(storage.check_database)
            assert line.state == "bad" and pragma.split("=")[0] in line.found


def test_an_old_schema_is_seen(hall):
    import sqlalchemy as sa
    hall.parts.database.write(lambda connection: connection.execute(sa.text("update alembic_version set version_num = '0001'")))
    with hall.app.app_context():
        assert storage.check_schema().state == "bad"


@pytest.mark.parametrize(("name", "mode", "folder", "state"), [
    ("key", 0o600, 0o700, "ok"), ("key", 0o640, 0o700, "bad"), ("board.db", 0o644, 0o700, "ok"), ("board.db", 0o644, 0o755, "warn"),
    ("board.db", 0o600, 0o755, "warn"), ("board.db", 0o600, 0o750, "ok")])
def test_files_that_others_can_read_are_seen(open_hall, name, mode, folder, state):
    hall = open_hall()
    data = hall.parts.settings.data
    (data / "board.db").chmod(0o600)
    (data / name).chmod(mode)
    data.chmod(folder)
    with hall.app.app_context():
        assert storage.check_files().state == state


@pytest.mark.parametrize(("free", "total", "state"), [(50, 100, "ok"), (3, 100, "warn"), (0.5, 4, "warn"), (0.1, 4, "bad")])
def test_a_full_disk_is_seen(look, monkeypatch, free, total, state):
    from collections import namedtuple
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(storage.shutil, "disk_usage", lambda path: usage(total * storage.GIB, 0, free * storage.GIB))
    assert look(storage.check_disk).state == state


@pytest.mark.parametrize(("hours", "more", "state"), [
    (2, {}, "ok"), (30, {}, "warn"), (24 * 9, {}, "bad"), (-5, {}, "warn"), (2, {"file": "/no/such"}, "warn"),
    (2, {"at": "yesterday"}, "bad"),
    (2, {"bytes": None}, "bad"), (2, {"at": 5}, "bad")])
def test_the_age_of_the_last_backup_is_told(open_hall, hours, more, state):
    hall = open_hall()
    data = hall.parts.settings.data
    at = (datetime.now(timezone.utc) - timedelta(hours=hours)).isoformat().replace("+00:00", "Z")
    (data / "last-backup").write_text(json.dumps({"at": at, "bytes": 5, "seconds": 1.0, "file": str(data / "board.db"), **more}))
    with hall.app.app_context():
        assert storage.check_backup().state == state


@pytest.mark.parametrize("text", ["", "[]", "{}", "5", '{"at": "2024-01-01T00:00:00"}', "\udcff"])
def test_a_broken_note_of_a_backup_is_bad_and_none_is_told(open_hall, text):
    hall = open_hall()
    with hall.app.app_context():
        assert storage.check_backup().state == "warn", "none yet"
        (hall.parts.settings.data / "last-backup").write_bytes(text.encode(errors="surrogateescape"))
        assert storage.check_backup().state == "bad"


@pytest.mark.parametrize(("seconds", "state"), [(0, "ok"), (5, "warn"), (-5, "warn"), (90, "bad")])
def test_clocks_apart_are_seen(look, monkeypatch, seconds, state):
    monkeypatch.setattr(storage, "_time", lambda connection: datetime.now(timezone.utc).timestamp() + seconds)
    assert look(storage.check_clock).state == state


def test_help_for_programmers_is_seen(look, monkeypatch):
    assert look(machine.check_debug).state == "ok"
    assert look(machine.check_debug, log_level="DEBUG").state == "warn"
    monkeypatch.setenv("FLASK_DEBUG", "1")
    assert look(machine.check_debug).state == "bad"


def test_lifted_limits_open_creation_and_earlier_keys_are_told(look):
    assert look(machine.check_rates, rate_changes=30, rate_notes=300, rate_boards=60).state == "ok"
    assert "BOARD_RATE_NOTES=0" in look(machine.check_rates, rate_changes=30).found
    assert look(machine.check_creation, host="0.0.0.0").state == "warn"
    assert look(machine.check_creation, host="0.0.0.0", creation="passphrase", creation_passphrase="violet harbour").state == "ok"
    line = look(machine.check_keys, secret_key=OTHER_KEY, secret_key_fallbacks=(KEY[::-1],))
    assert line.state == "warn" and OTHER_KEY not in line.found and KEY[::-1] not in line.found


def test_a_redis_that_does_not_answer_is_bad(look):
    assert look(machine.check_redis).state == "ok"
    line = look(machine.check_redis, redis_url="redis://:canary@127.0.0.1:9/0")
    assert line.state == "bad" and "canary" not in line.found


@pytest.mark.parametrize(("soft", "state"), [(65_536, "ok"), (8_192, "warn"), (1_024, "bad"), (-1, "ok")])
def test_few_files_are_seen(look, monkeypatch, soft, state):
    monkeypatch.setattr(machine.resource, "getrlimit", lambda which: (soft, 65_536))
    assert look(machine.check_limits).state == state


def test_a_package_with_a_known_hole_is_bad(look, monkeypatch):
    monkeypatch.setattr(floors, "installed", lambda: {"Flask": "3.1.2", "Werkzeug": "3.1.10"})
    line = look(machine.check_versions)
    assert line.state == "bad" and "Flask 3.1.2 < 3.1.3: CVE-2026-27205" in line.found and "Werkzeug" not in line.found


def test_the_command_ends_with_1_when_something_is_bad(hall, monkeypatch):
    run = hall.app.test_cli_runner().invoke
    assert run(args=["board", "checkup"]).exit_code == 0
    told = orjson.loads(run(args=["board", "checkup", "--json"]).output)
    assert told["state"] in ("ok", "warn") and len(told["lines"]) == len(checkup.CHECKS)
    monkeypatch.setitem(checkup.CHECKS, "disk", lambda: checkup.Line("bad", "0.0 GiB free"))
    done = run(args=["board", "checkup"])
    assert done.exit_code == 1 and "BAD   Room on the disk: 0.0 GiB free" in done.output and "Make room" in done.output
    assert run(args=["board", "checkup", "--url", "http://127.0.0.1:9"]).exit_code == 1


def test_no_secret_is_in_any_line(open_hall):
    hall = open_hall(operator_key=KEY, secret_key=OTHER_KEY, redis_url="redis://:canary-1@127.0.0.1:9", creation="passphrase",
                     creation_passphrase="canary-2 harbour")
    text = hall.http().get("/api/admin/checkup", headers=AS_OPERATOR).text
    assert not any(secret in text for secret in (KEY, OTHER_KEY, "canary"))


@pytest.mark.parametrize(("status", "drop", "error", "state"), [
    (200, (), None, "ok"), (200, ("Strict-Transport-Security",), None, "bad"), (200, ("Content-Security-Policy",), None, "bad"),
    (502, (), None, "bad"), (200, (), requests.ConnectionError, "warn"), (200, (), requests.exceptions.SSLError, "bad")])
def test_the_public_address_is_asked_too(open_hall, monkeypatch, status, drop, error, state):
    hall = open_hall(public_url="https://board.example.org", proxies=1)
    sent = hall.http().get("/healthz", headers={"X-Forwarded-Proto": "https"}).headers

    def get(url, **named):
        assert url == "https://board.example.org/healthz" and named["timeout"] <= 5 and not named["allow_redirects"]
        if error:
            raise error()
        answer = requests.Response()
        answer.status_code = status
        answer.headers.update({name: value for name, value in sent.items() if name not in drop})
        return answer
    monkeypatch.setattr(requests, "get", get)
    with hall.app.app_context():
        assert answers.check_from_outside().state == state
