"""Reading a board: snapshot, trash, and the files to take home."""
from __future__ import annotations

import csv
import gzip
import io
import unicodedata

import orjson
import pytest

from board.export.csv_file import COLUMNS
from board.records import TYPES

BLANKS = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in ("Cf", "Zs", "Zl", "Zp")]


def rows(answer):
    assert answer.status_code == 200 and answer.data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


def text_of(answer, number=1):
    found = rows(answer)
    return found[number][found[0].index("Text")]


def test_the_csv_has_one_row_for_each_note(ana, olga, fatima):
    ana.adds_note('Datos, "buenos"\ny más', theme="data", sdgs=[4, 17], language="es", x=1.5, y=2)
    olga.adds_note("حل", kind="solution", theme="capacity")
    ana.changes(["remove", "note", ana.adds_note("canary")["id"]])
    head, first, second = rows(fatima.get("export/csv?names=1"))
    assert len(head) == len(COLUMNS) and len(set(head)) == len(head) and not any("." in each for each in head)
    assert first[1:9] == ["Challenge", "Data availability and quality", 'Datos, "buenos"\ny más', "UNGL", "Ana", "", "4 17", "es"]
    assert first[9:11] == ["1.5", "2"]
    assert second[1] == "Solution" and second[3] == "حل"


def test_the_csv_s_headings_are_in_the_reader_s_language(ana):
    head, = rows(ana.get("export/csv?lang=ar"))
    assert all(not each.isascii() for each in head)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\n=", "\t", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "  @",
                                   "\t \t+"])
def test_no_text_is_a_formula_to_a_spreadsheet(ana, start):
    ana.adds_note(start + "1+1")
    assert text_of(ana.get("export/csv")) == "'" + start + "1+1"


def test_no_blank_hides_a_formula(ana):
    for at in range(0, len(BLANKS), 100):
        ana.changes(*[["add", "note", {"id": f"n{at + index}", "kind": "challenge", "theme": "data", "text": blank + "=1"}]
                      for index, blank in enumerate(BLANKS[at:at + 100])])
    found = rows(ana.get("export/csv"))
    assert len(found) == len(BLANKS) + 1 > 150
    assert [row[3] for row in found[1:] if not row[3].startswith("'")] == []


@pytest.mark.parametrize("field", ["name", "association"])
def test_no_name_is_a_formula_either(board, fatima, field):
    person = board.seats("A")
    assert person.changes(["set", "seat", person.seat, {field: "=cmd|' /C calc'!A0"}])["ok"]
    person.adds_note()
    assert "'=cmd|' /C calc'!A0" in rows(fatima.get("export/csv?names=1"))[1]


def test_plain_text_and_numbers_stay_as_they_are(ana):
    ana.adds_note("5 = 2 + 3", x=-40, y=-3)
    head, row = rows(ana.get("export/csv"))
    assert row[3] == "5 = 2 + 3" and "-40" in row and "-3" in row


@pytest.mark.parametrize("name", ["csv", "json"])
def test_names_are_left_out_unless_a_facilitator_asks(ana, fatima, board, name):
    ana.adds_note()
    ana.changes(["set", "seat", ana.seat, {"name": "Canary", "role_title": "Chair of Canaries"}])
    assert b"Canar" not in ana.get(f"export/{name}").data and b"Canar" not in fatima.get(f"export/{name}?names=0").data
    assert b"Canary" in fatima.get(f"export/{name}?names=1").data and b"UNGL" in ana.get(f"export/{name}").data
    assert ana.get(f"export/{name}?names=1").status_code == 403
    assert fatima.get(f"export/{name}?names=yes").json["error"] == {"reason": "malformed", "field": "names"}


@pytest.mark.parametrize(("title", "plain"), [
    ("Fair play", "Fair play.csv"), ("مجلس", "board.csv"),
    ('a"b\\c/d:e', "a b c d e.csv"), ("../../etc", "etc.csv"),
    ("x" * 120, "x" * 80 + ".csv")])
def test_a_file_is_named_after_the_board(hall, title, plain):
    answer = hall.makes_board(title).seats("Ana").get("export/csv")
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith(f'attachment; filename="{plain}"; filename*=UTF-8\'\'')
    assert disposition.isascii() and "/" not in disposition


@pytest.mark.parametrize("name", ["doc", "CSV", "..", "json_file", ""])
def test_a_format_there_is_none_of_is_not_found(ana, name):
    assert ana.get(f"export/{name}").status_code == 404


def test_the_snapshot_is_fetched_again_only_when_something_changed(ana, olga):
    first = ana.get("snapshot")
    again = ana.get("snapshot", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    olga.adds_note()
    changed = ana.get("snapshot", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200 and changed.headers["ETag"] != first.headers["ETag"]
    assert "private" in changed.headers["Cache-Control"] and "no-cache" in changed.headers["Cache-Control"]


def test_the_etag_of_one_board_is_none_of_another(hall, ana):
    eve = hall.makes_board().seats("Eve")
    assert eve.get("snapshot", headers={"If-None-Match": ana.get("snapshot").headers["ETag"]}).status_code == 200


def test_the_snapshot_is_compressed_for_who_takes_it(ana):
    packed, plain = ana.get("snapshot", headers={"Accept-Encoding": "gzip"}), ana.get("snapshot")
    assert packed.headers["Content-Encoding"] == "gzip" and gzip.decompress(packed.data) == plain.data
    assert {"Accept-Encoding", "Cookie"} <= {part.strip() for part in plain.headers["Vary"].split(",")}
    assert "Content-Encoding" not in ana.get("snapshot", headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_the_snapshot_is_the_same_for_every_role(board, ana, fatima):
    ana.adds_note("words")
    viewer = board.seats("Vera", role="viewer")
    assert viewer.get("snapshot").data == ana.get("snapshot").data == fatima.get("snapshot").data
    assert set(viewer.snapshot()["records"]) == set(TYPES) - {"vote"} and viewer.snapshot()["own"] == {}
    raw = viewer.get("snapshot").data
    assert not any(secret.encode() in raw for secret in (board.code, ana.token, board.key("facilitator"), "key_hash", "deleted_at"))


def test_the_trash_is_in_no_snapshot_change_or_file_and_in_the_trash_for_who_may(board, ana, olga, fatima):
    note = ana.adds_note("words")
    fatima.changes(["remove", "note", note["id"]])
    mine, = ana.get("trash").json["notes"]
    assert {name: mine[name] for name in note} == note and mine["deleted_by"] == fatima.seat and mine["deleted_at"]
    assert fatima.get("trash").json["notes"] == [mine] and olga.get("trash").json["notes"] == []
    for path in ("snapshot", "export/json", "export/csv"):
        assert note["id"].encode() not in olga.get(path).data
    ana.changes(["add", "note", {"id": note["id"]}])
    assert ana.get("trash").json["notes"] == fatima.get("trash").json["notes"] == []


def test_the_newest_lies_on_top_of_the_trash(ana, monkeypatch):
    times = iter(f"2024-03-21T14:05:0{n}.000Z" for n in range(9))
    notes = [ana.adds_note()["id"] for _ in range(3)]
    monkeypatch.setattr("board.sync.now", lambda: next(times))
    for each in notes:
        ana.changes(["remove", "note", each])
    assert [note["id"] for note in ana.get("trash").json["notes"]] == notes[::-1]


def test_a_change_over_http_is_one_like_any_other(ana, olga):
    olga.heard()
    step = ["add", "note", {"id": "n1", "kind": "challenge", "theme": "data", "text": "by a program"}]
    answer = ana.post("changes", data=orjson.dumps({"change_id": "c1", "steps": [step]}))
    assert answer.status_code == 200 and answer.json == {"change_id": "c1", "ok": True, "seq": ana.snapshot()["seq"]}
    message, = olga.heard("changes")
    assert message["changes"][0]["change_id"] == "c1" and ana.sees_note("n1")["text"] == "by a program"
