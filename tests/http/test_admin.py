"""The operator: who gets in, what is seen of boards (never a note), what is done to them."""
from __future__ import annotations

import orjson
import pytest
import sqlalchemy as sa

from board import audit, hosting
from board.models import Base

KEY, OTHER_KEY = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A", "Ab3xYz9-Qw7_Er5TyU8iOp2LkJ4hGf6D"
AS_OPERATOR = {"Authorization": f"Bearer {KEY}"}
CANARY = "canary-text-of-somebody"
OPERATOR_ROUTES = [
    ("GET", "/admin/boards/BOARD"), ("POST", "/admin/boards/BOARD/delete"), ("POST", "/admin/boards/BOARD/link"), ("POST", "/admin/purge"),
    ("POST", "/admin/sign-out"), ("GET", "/api/admin/boards"), ("GET", "/api/admin/boards/BOARD"), ("DELETE", "/api/admin/boards/BOARD"),
    ("POST", "/api/admin/boards/BOARD/links"), ("GET", "/api/admin/checkup")]


@pytest.fixture
def hall(open_hall):
    return open_hall(operator_key=KEY)


@pytest.fixture
def operator(hall):
    """Signed in on the page."""
    http = hall.http()
    answer = http.post("/admin/sign-in", data={"key": KEY, "to": "admin"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/admin")
    return http


def session_cookie(http, **more):
    answer = http.post("/admin/sign-in", data={"key": KEY}, **more)
    return next(line for line in answer.headers.getlist("Set-Cookie") if "operator=" in line)


def rows_of(hall, board_id):
    """In every table, by what the database says of itself."""
    def count(connection):
        return sum(connection.execute(sa.select(sa.func.count()).select_from(table).where(
            table.c.get("board_id", table.c.get("id")) == board_id)).scalar_one()
            for table in Base.metadata.sorted_tables if "board_id" in table.c or table.name == "boards")
    return hall.parts.database.read(count)


# --- getting in

def test_every_page_of_the_operators_is_tried(hall):
    apart = {("GET", "/admin"), ("POST", "/admin/sign-in"), ("GET", "/checkup")}
    found = {(method, rule.rule.replace("<board_id>", "BOARD")) for rule in hall.app.url_map.iter_rules() for method in rule.methods
             if rule.rule.startswith(("/admin", "/api/admin", "/checkup")) and method not in ("HEAD", "OPTIONS")}
    assert found == apart | set(OPERATOR_ROUTES)


@pytest.mark.parametrize(("method", "path"), [("GET", "/admin"), ("GET", "/checkup"), ("POST", "/admin/sign-in"), *OPERATOR_ROUTES])
def test_without_a_key_in_the_settings_nothing_is_there(open_hall, method, path):
    hall = open_hall()
    board = hall.makes_board()
    for headers in ({}, AS_OPERATOR, {"Authorization": "Bearer "}):
        assert hall.http().open(path.replace("BOARD", board.id), method=method, headers=headers, data={"key": ""}).status_code == 404
    assert rows_of(hall, board.id)


@pytest.mark.parametrize(("method", "path"), OPERATOR_ROUTES)
def test_who_is_not_the_operator_gets_and_does_nothing(open_hall, method, path):
    hall = open_hall(operator_key=KEY, rate_guesses=1000)
    board = hall.makes_board("Canary of a title")
    shows = ["", *("Bearer " + key for key in (OTHER_KEY, "", "ü", KEY[:-1])), "Basic " + KEY, KEY]
    for shown, cookie in [*((each, "") for each in shows), *(("", each) for each in ("1", KEY, "eyJ1bnRpbCI6OWUxMn0=.00"))]:
        http = hall.http()
        http.set_cookie("operator", cookie)
        answer = http.open(path.replace("BOARD", board.id), method=method, headers={"Authorization": shown} if shown else {},
                           data={"confirm": "Canary of a title"})
        assert b"Canary" not in answer.data
        signs_in = path.startswith("/admin/boards") and method == "GET" and not shown.startswith("Bearer ")
        assert answer.status_code == (200 if signs_in else 403), shown
    assert rows_of(hall, board.id)


def test_a_facilitator_is_no_operator(hall):
    fatima = hall.makes_board().seats("Fatima", role="facilitator", joins=False)
    assert fatima.http.get("/api/admin/boards").status_code == 403
    assert fatima.http.get("/api/admin/boards", headers={"Authorization": f"Bearer {fatima.token}"}).status_code == 403


def test_signing_in_makes_a_cookie_no_script_and_no_other_site_can_use(hall):
    plain, safe = session_cookie(hall.http()), session_cookie(hall.http(), base_url="https://localhost")
    for line in (plain, safe):
        assert {"HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=28800"} <= set(line.split("; ")) and KEY not in line
    assert safe.startswith("__Host-operator=") and "; Secure" in safe and not plain.startswith("__Host-")


def test_the_session_ends_with_its_hours(hall, operator, monkeypatch):
    assert operator.get("/api/admin/boards").status_code == 200
    now = hall.parts.signer._clock()
    monkeypatch.setattr(hall.parts.signer, "_clock", lambda: now + 8 * 3600 - 5)
    assert operator.get("/api/admin/boards").status_code == 200
    monkeypatch.setattr(hall.parts.signer, "_clock", lambda: now + 8 * 3600 + 5)
    assert operator.get("/api/admin/boards").status_code == 403


def test_signing_out_ends_it_in_this_browser(operator):
    answer = operator.post("/admin/sign-out")
    assert answer.status_code == 303
    assert operator.get("/api/admin/boards").status_code == 403


def test_a_session_ends_when_the_operators_key_is_changed_and_outlives_a_new_signing_key(open_hall):
    first = open_hall(operator_key=KEY, secret_key=OTHER_KEY)
    cookie = session_cookie(first.http()).split(";")[0]
    later = open_hall(operator_key=KEY, secret_key=KEY[::-1], secret_key_fallbacks=(OTHER_KEY,))
    changed = open_hall(operator_key="Mn8-Bv6_Cx4ZaS2dF1gH3jK5lQ7wE9rT", secret_key=OTHER_KEY)

    def status(hall):
        http = hall.http()
        http.set_cookie(*cookie.split("=", 1))
        return http.get("/api/admin/boards").status_code
    assert [status(each) for each in (first, later, changed)] == [200, 200, 403]


def test_wrong_keys_are_slowed_down_for_a_device_and_for_an_address(open_hall):
    hall = open_hall(operator_key=KEY, rate_guesses=3)
    http = hall.http()
    http.get("/")
    assert [http.post("/admin/sign-in", data={"key": "wrong"}).status_code for _ in range(4)] == [403, 403, 403, 429]
    other = hall.http()
    other.get("/")
    assert other.post("/admin/sign-in", data={"key": KEY}).status_code == 303, "another device"
    for _ in range(30):     # always as a new device
        fresh = hall.http()
        fresh.get("/")
        fresh.post("/admin/sign-in", data={"key": "wrong"})
    answer = hall.http().get("/api/admin/boards", headers=AS_OPERATOR)
    assert answer.status_code == 429 and int(answer.headers["Retry-After"]) >= 1
    assert other.get("/api/admin/boards").status_code == 200, "who is in stays in"
    board = hall.makes_board()
    assert hall.http().post("/api/door", json={"code": board.code}).status_code == 200, "people get into boards"


@pytest.mark.parametrize(("to", "wanted"), [("admin", "/admin"), ("checkup", "/checkup"), ("https://evil.example", "/admin"),
                                            ("//evil", "/admin"),
                                            ("", "/admin"), ("/join", "/admin")])
def test_signing_in_leads_to_the_operators_pages_only(hall, to, wanted):
    assert hall.http().post("/admin/sign-in", data={"key": KEY, "to": to}).headers["Location"] == wanted


@pytest.mark.parametrize("path", ["/admin/sign-in", "/admin/sign-out", "/admin/boards/BOARD/delete", "/admin/boards/BOARD/link"])
def test_another_sites_form_does_nothing(hall, operator, path):
    board = hall.makes_board("Mine")
    for origin in ("https://evil.example", "null"):
        answer = operator.post(path.replace("BOARD", board.id), data={"confirm": "Mine", "key": KEY}, headers={"Origin": origin})
        assert answer.status_code == 403
    assert rows_of(hall, board.id)


def test_the_pages_let_their_own_forms_say_where_they_come_from(operator):
    assert operator.get("/admin").headers["Referrer-Policy"] == "same-origin"


# --- what is seen

def a_full_board(hall, title="Full"):
    board = hall.makes_board(title)
    fatima = board.seats("Fatima Name", "UNGL", role="facilitator")
    ana = board.seats("Ana Name", "Association Canary")
    first = ana.adds_note(CANARY)
    second = ana.adds_note(CANARY, kind="solution")
    assert ana.changes(["add", "answer", {"id": "a1", "solution": second["id"], "challenge": first["id"]}])["ok"]
    assert ana.changes(["add", "comment", {"id": "c1", "note": first["id"], "text": CANARY}])["ok"]
    assert ana.changes(["remove", "note", ana.adds_note(CANARY)["id"]])["ok"]
    assert fatima.post("exports", json={"format": "json"}).status_code in (200, 201, 202)
    return board, fatima, ana


def test_a_board_is_seen_in_numbers_and_without_what_people_wrote(hall, operator):
    board, _, _ = a_full_board(hall, "A title with ~tilde")
    listed, = operator.get("/api/admin/boards").json["boards"]
    assert (listed["board"], listed["title"], listed["people"], listed["notes"]) == (board.id, "A title with ~tilde", 2, 2)
    assert listed["bytes"] > 500 and listed["used_at"] > listed["created_at"] and not listed["archived"] and listed["keep_days"] == 0
    shown = operator.get(f"/api/admin/boards/{board.id}").json
    assert shown["roles"] == {"facilitator": 1, "participant": 1, "viewer": 0} and shown["trash"] == 1
    assert shown["records"]["comment"] == 1 and shown["records"]["answer"] == 1
    assert {each["purpose"] for each in shown["links"]} == {"facilitator", "participant", "viewer", "recovery"}
    paths = ("/api/admin/boards", f"/api/admin/boards/{board.id}", "/admin", f"/admin/boards/{board.id}")
    told = b"".join(operator.get(path).data for path in paths)
    assert b"A title with ~tilde" in told
    for secret in (CANARY, "Name", "Association", board.code, *(board.key(purpose) for purpose in board.links)):
        assert secret.encode() not in told


def test_the_commands_tell_the_same(hall):
    board, _, _ = a_full_board(hall)
    run = hall.app.test_cli_runner().invoke
    one = orjson.loads(run(args=["board", "list", "--json"]).output)
    assert one == hall.http().get("/api/admin/boards", headers=AS_OPERATOR).json["boards"][0]
    table = run(args=["board", "list"]).output
    assert board.id in table and "Full" in table and "1 boards" in table and CANARY not in table
    assert orjson.loads(run(args=["board", "show", board.id]).output)["board"] == board.id
    missing = run(args=["board", "show", "abcdefghijkm"])
    assert missing.exit_code == 1 and "no such board" in missing.output


def many_boards(hall, count):
    """Put into the tables directly: the API would take minutes."""
    def make(connection):
        boards = [{"id": f"board{number:07d}", "title": f"Workshop {number:04d} 100%", "code": f"{number:08d}", "language": "en",
                   "edit_right": "own", "join_open": True, "locked": False, "created_at": f"2024-01-01T00:00:00.{number:03d}Z", "seq": 0}
                  for number in range(count)]
        connection.execute(hosting.BOARDS.insert(), boards)
        connection.execute(hosting.NOTES.insert(), [
            {"board_id": board["id"], "id": f"n{n}", "kind": "challenge", "theme": "data", "x": 0, "y": 0, "z": n,
             "text": "x" * (n + number), "text_rev": 0, "sdgs": "", "language": "", "seat": "s", "association": "", "created_at": "",
             "edited_at": ""}
            for number, board in enumerate(boards) for n in range(number % 7)])
    hall.parts.database.write(make)


def test_many_boards_come_by_page_searched_and_sorted(hall, operator):
    many_boards(hall, 230)

    def ask(**query):
        return operator.get("/api/admin/boards", query_string=query).json
    first = ask(sort="title")
    assert (first["found"], first["pages"], len(first["boards"]), first["totals"]["boards"]) == (230, 5, 50, 230)
    seen = [board["title"] for page in range(1, 6) for board in ask(sort="title", page=page)["boards"]]
    assert seen == sorted(seen) and len(set(seen)) == 230
    assert ask(sort="title", order="desc")["boards"][0]["title"] == "Workshop 0229 100%"
    assert ask(page=99)["page"] == 5, "as many as there are"
    assert [board["board"] for board in ask(q="shop 0123")["boards"]] == ["board0000123"]
    assert ask(q="00000123")["found"] == 1 and ask(q="BOARD0000123")["found"] == 1, "the whole code or id"
    assert ask(q="100%")["found"] == 230 and ask(q="100_")["found"] == 0 and ask(q="'; drop table boards; --")["found"] == 0
    for sort in hosting.SORTS:
        for order in ("asc", "desc"):
            key = {"used": "used_at", "created": "created_at"}.get(sort, sort)
            found = [board[key] for board in ask(sort=sort, order=order)["boards"]]
            assert found == sorted(found, reverse=order == "desc")
    notes = {board["board"]: board["bytes"] for board in ask(sort="bytes")["boards"]}
    assert all(notes[board["board"]] == board["bytes"] for board in ask(sort="bytes", q="Workshop")["boards"])
    page = operator.get("/admin?sort=bytes&page=2").text
    assert page.count("<tr") == 51 and 'aria-sort="descending"' in page and "q=&amp;sort=bytes&amp;order=desc&amp;page=3" in page


@pytest.mark.parametrize("query", ["sort=nonsense", "sort=bytes;drop", "order=up", "page=0", "page=-1", "page=x", "page=٣", "page=1.5",
                                   "page=", "q=" + "x" * 121, "q=%00"])
def test_a_wrong_question_is_refused(operator, query):
    for path in ("/admin", "/api/admin/boards"):
        assert operator.get(f"{path}?{query}").status_code == 400


@pytest.mark.parametrize("board_id", ["abcdefghijkm", "x", "..%2Fx", "ABCDEFGHIJKM", "a" * 300, "%00"])
def test_a_board_that_is_not_there_is_not_found(operator, board_id):
    assert operator.get(f"/admin/boards/{board_id}").status_code == 404
    for method, path in (("GET", ""), ("DELETE", ""), ("POST", "/links")):
        assert operator.open(f"/api/admin/boards/{board_id}{path}", method=method, json={}).status_code == 404


# --- what is done

def test_deleting_a_board_leaves_nothing_of_it(hall, operator):
    board, fatima, ana = a_full_board(hall)
    other, _, _ = a_full_board(hall, "Other")
    later = fatima.post("next", json={"title": "Later"}).json["board"]
    folder = hall.parts.settings.data / "exports"
    files = {path.name for path in folder.iterdir()}
    assert len(files) == 2
    before, of_later = rows_of(hall, other.id), rows_of(hall, later)
    answer = operator.delete(f"/api/admin/boards/{board.id}")
    assert answer.status_code == 200 and answer.json["rows"] > 20
    assert rows_of(hall, board.id) == 0 and rows_of(hall, other.id) == before and rows_of(hall, later) == of_later
    assert len(list(folder.iterdir())) == 1
    assert not ana.socket.is_connected() and not fatima.socket.is_connected()
    assert fatima.get("snapshot").status_code == 404
    assert hall.http().post("/api/door", json={"code": board.code}).status_code == 404
    assert operator.delete(f"/api/admin/boards/{board.id}").status_code == 404
    assert operator.delete(f"/api/admin/boards/{later}").status_code == 200
    assert hall.parts.database.read(lambda connection: connection.execute(sa.select(hosting.SERIES)).all()) == [], "a series without boards"


def test_every_table_of_a_board_goes_with_it():
    """One that is new and belongs to a board in another way is noticed."""
    apart = {"boards", "series", "chores", "alembic_version"}
    assert {table.name for table in Base.metadata.sorted_tables if "board_id" not in table.c} <= apart


@pytest.mark.parametrize(("typed", "goes"), [
    ("The board of May", True), ("  The board  of May ", True), ("CODE", True), ("code", True), ("the board of may", False), ("", False),
    ("The board of Ma", False), ("ID", False), ("*", False)])
def test_on_the_page_a_board_goes_when_its_title_or_code_is_typed(hall, operator, typed, goes):
    board = hall.makes_board("The board of May")
    text = {"CODE": board.code, "code": f"{board.code[:4].lower()}-{board.code[4:].lower()}", "ID": board.id}.get(typed, typed)
    answer = operator.post(f"/admin/boards/{board.id}/delete", data={"confirm": text})
    assert answer.status_code == (303 if goes else 400)
    assert bool(rows_of(hall, board.id)) != goes
    assert goes or 'aria-invalid="true"' in answer.text


def test_facilitators_who_lost_their_link_get_a_new_one_and_see_who_made_it(hall, operator):
    board, fatima, _ = a_full_board(hall)
    answer = operator.post(f"/api/admin/boards/{board.id}/links", json={})
    key = answer.json["link"].split("#")[1]
    assert answer.status_code == 201 and answer.json["link"].startswith(f"http://localhost/join/{board.id}#")
    assert hall.http().post("/api/door", json={"key": key}).json["role"] == "facilitator"
    assert hall.http().post("/api/door", json={"key": board.key("facilitator")}).status_code == 404, "the old one"
    assert fatima.get("me").status_code == 200, "who is in stays in"
    entry = hall.parts.database.read(audit.read, board.id)["entries"][0]
    assert (entry["action"], entry["seat"], entry["detail"]) == ("link", "", {"purpose": "facilitator", "by": "operator"})
    page = operator.post(f"/admin/boards/{board.id}/link", data={"purpose": "recovery"})
    assert f"/join/{board.id}#" in page.text and page.headers["Cache-Control"] == "no-store"
    made = hall.app.test_cli_runner().invoke(args=["board", "link", board.id]).output.strip().split("#")[1]
    assert hall.http().post("/api/door", json={"key": made}).json["role"] == "facilitator"


def test_what_is_due_goes_now_when_the_operator_says_so(open_hall):
    hall = open_hall(operator_key=KEY, keep_days=30)
    old, new = hall.makes_board("Old"), hall.makes_board("New")
    hall.parts.database.write(lambda connection: connection.execute(
        hosting.BOARDS.update().where(hosting.BOARDS.c.id == old.id).values(created_at="2020-01-01T00:00:00.000Z")))
    http = hall.http()
    http.post("/admin/sign-in", data={"key": KEY})
    assert "30 days after" in http.get("/admin").text
    answer = http.post("/admin/purge")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/admin?purged=1")
    assert not rows_of(hall, old.id) and rows_of(hall, new.id)
    assert 'role="status"' in http.get("/admin?purged=1").text
    assert "alert(1)" not in http.get("/admin?purged=<script>alert(1)</script>").text


@pytest.mark.parametrize("given", [{"purpose": "participant"}, {"purpose": "form"}, {"purpose": None}, {"purpose": 1}, {"other": 1}, []])
def test_no_other_link_is_made(hall, operator, given):
    board = hall.makes_board()
    assert operator.post(f"/api/admin/boards/{board.id}/links", json=given).status_code == 400
    assert hall.http().post("/api/door", json={"key": board.key("participant")}).status_code == 200


def test_the_command_deletes_only_what_was_meant(hall):
    board, kept = hall.makes_board("Old"), hall.makes_board("Kept")
    run = hall.app.test_cli_runner().invoke
    assert run(args=["board", "delete", board.id], input="Older\n").exit_code == 1 and rows_of(hall, board.id)
    assert run(args=["board", "delete", board.id], input="Old\n").exit_code == 0 and not rows_of(hall, board.id)
    assert run(args=["board", "delete", kept.id, "--yes"]).exit_code == 0 and not rows_of(hall, kept.id)


def test_a_title_is_never_markup_and_never_a_link_of_its_own(hall, operator):
    board = hall.makes_board('<img src=x onerror=alert(1)>" autofocus')
    for path in ("/admin", f"/admin/boards/{board.id}", "/admin?q=%3Cscript%3E%22"):
        assert "<img src=x" not in operator.get(path).text and "<script>" not in operator.get(path).text.replace("<script type", "")


def test_what_is_asked_of_the_database_does_not_grow_with_the_boards(hall, operator):
    many_boards(hall, 120)
    asked = []
    sa.event.listen(sa.engine.Engine, "before_cursor_execute", lambda *arguments: asked.append(arguments[2]))
    operator.get("/api/admin/boards")
    few = len(asked)
    assert few < 20


