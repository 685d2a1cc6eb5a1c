"""What operators read of the board: who may, that it counts, that it tells of nobody."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from board import metrics

ROOT = Path(__file__).parents[2]
TOKEN = "operators-only-0001"
KEYWORDS = {"sum", "rate", "increase", "histogram_quantile", "by", "le", "max", "min", "avg", "on", "clamp_min", "or", "and", "vector",
            "outcome", "how", "endpoint", "status", "work", "sort", "version", "python", "instance", "job", "topk", "time", "changes",
            "count", "group_left", "unless"}


def value(name, **labels):
    return REGISTRY.get_sample_value(name, labels) or 0.0


class Counted:
    """How much a figure grew inside the block."""

    def __init__(self, name, **labels):
        self._asked = name, labels

    def __enter__(self):
        self._before = value(self._asked[0], **self._asked[1])
        return self

    def __exit__(self, *_):
        self.by = value(self._asked[0], **self._asked[1]) - self._before


def names():
    """Every name that a query may use."""
    found = {}
    for family in metrics.REGISTRY.collect():
        endings = {"counter": ["_total"], "histogram": ["_bucket", "_sum", "_count"], "gauge": [""]}.get(family.type, [""])
        found |= {family.name + ending: family for ending in endings}
    return found


# --- who may read them

@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer "}, {"Authorization": f"Basic {TOKEN}"},
                                     {"Authorization": f"Bearer {TOKEN}x"}, {"Authorization": "Bearer \xe9"}])
def test_a_token_that_is_set_is_asked_for_from_everybody(open_hall, headers):
    hall = open_hall(metrics_token=TOKEN)
    assert hall.http().get("/metrics", headers=headers).status_code == 404
    assert hall.http().get(f"/metrics?token={TOKEN}").status_code == 404
    assert hall.http().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"},
                           environ_overrides={"REMOTE_ADDR": "192.0.2.1"}).status_code == 200


@pytest.mark.parametrize(("address", "headers", "status"), [
    ("127.0.0.1", {}, 200), ("::1", {}, 200), ("127.9.9.9", {}, 200),
    ("192.0.2.1", {}, 404), ("10.0.0.1", {}, 404), ("", {}, 404), ("localhost", {}, 404),
    ("127.0.0.1", {"X-Forwarded-For": "192.0.2.1"}, 404), ("127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}, 404),
    ("127.0.0.1", {"X-Real-IP": "127.0.0.1"}, 404), ("127.0.0.1", {"Forwarded": "for=127.0.0.1"}, 404)])
@pytest.mark.parametrize("proxies", [0, 1])
def test_without_a_token_only_this_machine_reads(open_hall, address, headers, status, proxies):
    hall = open_hall(proxies=proxies)
    answer = hall.http().get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": address})
    assert answer.status_code == status


def test_a_proxy_cannot_make_a_stranger_of_this_machine(open_hall):
    answer = open_hall(proxies=1).http().get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"},
                                             environ_overrides={"REMOTE_ADDR": "192.0.2.1"})
    assert answer.status_code == 404


# --- what is counted

def test_changes_are_counted_by_outcome(ana):
    with Counted("board_changes_total", outcome="applied") as applied, Counted("board_changes_total", outcome="forbidden") as refused, \
            Counted("board_changes_total", outcome="malformed") as malformed, Counted("board_changes_total", outcome="repeat") as repeat, \
            Counted("board_group_size_count") as groups, Counted("board_commit_seconds_count") as commits, \
            Counted("board_change_seconds_count") as sent:
        ana.changes(["add", "note", {"id": "n", "kind": "challenge", "theme": "data"}], change_id="once")
        ana.changes(["add", "note", {"id": "n", "kind": "challenge", "theme": "data"}], change_id="once")
        ana.changes(["set", "board", ana.board.id, {"locked": True}])
        ana.changes(["nonsense"])
        assert ana.post("changes", json={"change_id": "x", "steps": "all"}).status_code == 400
    assert (applied.by, refused.by, malformed.by, repeat.by) == (1, 1, 2, 1)
    assert (groups.by, commits.by, sent.by) == (3, 3, 3)


def test_a_message_is_counted_for_each_who_gets_it(ana, olga):
    with Counted("board_messages_total", how="queued") as messages:
        ana.adds_note("Hello")
    assert messages.by == 2


def test_people_boards_and_memory_are_looked_at(hall, board, ana, olga):
    other = hall.makes_board().seats("Ben")
    hall.parts.pulse.look()
    assert (value("board_connections"), value("board_seats_connected"), value("board_boards_in_use")) == (3, 3, 2)
    ana.leaves()
    other.leaves()
    hall.parts.pulse.look()
    assert (value("board_connections"), value("board_boards_in_use")) == (1, 1)
    assert 10_000_000 < value("board_resident_bytes") < 10_000_000_000 and value("board_cpu_seconds_total") > 0


def test_joins_snapshots_and_wrong_codes_are_counted(hall, board, ana, olga):
    with Counted("board_joins_total", outcome="reload") as anew, Counted("board_joins_total", outcome="caught_up") as caught_up, \
            Counted("board_joins_total", outcome="not_found") as refused:
        ana.joins()
        ana.joins(since=1)
        ana.emits("join", {"board": "nowhere"}, ack=True)
    assert (anew.by, caught_up.by, refused.by) == (1, 1, 1)
    with Counted("board_snapshots_total", how="made") as made, Counted("board_snapshots_total", how="shared") as shared:
        ana.snapshot()
        olga.snapshot()
    assert (made.by, shared.by) == (1, 1)
    with Counted("board_wrong_codes_total") as wrong:
        hall.http().post("/api/door", json={"code": "WRONGONE"})
    assert wrong.by == 1


def test_files_are_counted_by_how_they_went(ana, hall, monkeypatch):
    with Counted("board_files_total", work="export", outcome="made") as made, Counted("board_file_seconds_count", work="export") as seconds:
        assert ana.get("export/csv").status_code == 200
    assert (made.by, seconds.by) == (1, 1)
    monkeypatch.setattr("board.exporting.ENTRY", ROOT / "nowhere.py")
    with Counted("board_files_total", work="export", outcome="failed") as failed:
        assert ana.get("export/csv").status_code == 503
    assert failed.by == 1


def test_errors_of_the_database_are_counted(hall):
    import sqlalchemy as sa
    with Counted("board_database_errors_total", sort="OperationalError") as errors, pytest.raises(sa.exc.OperationalError):
        hall.parts.database.read(lambda connection: connection.execute(sa.text("select * from nowhere")))
    assert errors.by == 1


def test_requests_are_counted_by_endpoint_and_class_of_status(hall, board, ana):
    with Counted("board_request_seconds_count", endpoint="board.get_me", status="2xx") as seen, \
            Counted("board_request_seconds_count", endpoint="board.get_me", status="4xx") as refused, \
            Counted("board_request_seconds_count", endpoint="none", status="4xx") as nowhere:
        ana.get("me")
        hall.http().get(f"/api/boards/{board.id}/me")
        hall.http().get("/nowhere/" + board.id)
    assert (seen.by, refused.by, nowhere.by) == (1, 1, 1)


# --- what is told

def test_nothing_tells_of_a_board_or_a_person(hall):
    board = hall.makes_board("Zanzibar-title")
    ana = board.seats("Zanzibar-name", "Zanzibar-association")
    ana.adds_note("Zanzibar-text")
    ana.get("export/csv?association=Zanzibar-association")
    hall.http().get("/Zanzibar-path?q=Zanzibar-query")
    text = hall.http().get("/metrics").text
    assert not re.search("zanzibar", text, re.IGNORECASE)
    for secret in (board.id, board.code, ana.token, ana.seat):
        assert secret not in text
    labels = {name for family in text_string_to_metric_families(text) if family.name.startswith("board_")
              for sample in family.samples for name in sample.labels}
    assert labels <= {"outcome", "how", "endpoint", "status", "work", "sort", "version", "python", "le"}


def test_every_figure_says_what_it_is(hall):
    families = [family for family in text_string_to_metric_families(hall.http().get("/metrics").text) if family.name.startswith("board_")]
    assert len(families) >= 20
    assert all(re.fullmatch(r"[A-Z0-9].*\.", family.documentation) for family in families)


def test_every_figure_is_in_the_guide():
    guide = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert [name for name in names() if name.startswith("board_") and re.sub("_(bucket|sum|count)$", "", name) not in guide] == []


def used(expression):
    """The names a query asks for."""
    plain = re.sub(r'"[^"]*"|\{[^}]*\}|\[[^\]]*\]|\$\w+', " ", expression)
    return set(re.findall(r"[a-zA-Z_:][a-zA-Z0-9_:]*", re.sub(r"\b(by|on|group_left)\s*\([^)]*\)", " ", plain))) - KEYWORDS


def queries():
    dashboard = json.loads((ROOT / "deploy" / "grafana.json").read_text("utf-8"))
    for panel in dashboard["panels"]:
        for target in panel.get("targets", []):
            yield f"grafana: {panel['title']}", target["expr"]
    rules = (ROOT / "deploy" / "prometheus-rules.yml").read_text("utf-8")
    for alert, expression in re.findall(r"alert: (\w+)\n\s+expr: (.+)", rules):
        yield f"alert: {alert}", expression


@pytest.mark.parametrize(("place", "expression"), list(queries()), ids=lambda part: part if ":" in part[:8] else "")
def test_every_query_asks_for_a_figure_that_there_is(place, expression):
    wanted = used(expression) - {"up"}
    assert wanted or "up" in expression
    assert wanted - set(names()) == set()
    for name, label in re.findall(r"(\w+)\{(\w+)", expression):
        if name in names():
            said = {each for sample in names()[name].samples for each in sample.labels}     # none before its first use
            assert label in said | LABELS.get(re.sub("_(total|bucket|sum|count)$", "", name), set())


LABELS = {"board_changes": {"outcome"}, "board_request_seconds": {"endpoint", "status"}, "board_messages": {"how"},
          "board_files": {"work", "outcome"}, "board_file_seconds": {"work"}, "board_joins": {"outcome"}, "board_snapshots": {"how"},
          "board_database_errors": {"sort"}}


def test_a_query_for_what_there_is_not_is_noticed():
    assert used("sum(rate(board_changse_total[5m])) by (outcome)") - set(names()) == {"board_changse_total"}
