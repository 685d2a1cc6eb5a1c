"""The rules D: links, codes and seats. Coming back returns to the same seat; wrong ones all answer alike."""
from __future__ import annotations

import pytest

from board.access import ALPHABET, is_code, new_code, new_key, tidy_code


def seats(http, board, status=201, **given):
    answer = http.post(f"/api/boards/{board.id}/seats", json={"name": "Ana", **given})
    assert answer.status_code == status, answer.json
    return answer


def cookie_of(answer, name):
    return next((each for each in answer.headers.getlist("Set-Cookie") if each.startswith(name)), "")


def new_device(hall):
    http = hall.http()
    answer = http.get("/")
    assert cookie_of(answer, "device=")
    return http


@pytest.mark.parametrize(("purpose", "role"), [("facilitator",) * 2, ("participant",) * 2, ("viewer",) * 2, ("recovery", "facilitator")])
def test_d1_a_link_grants_its_role(hall, board, purpose, role):
    made = seats(hall.http(), board, key=board.key(purpose)).json
    assert made["role"] == role and set(made) == {"seat", "role", "token"} and len(made["token"]) >= 43


def test_d1_a_code_makes_a_participant(hall, board):
    assert seats(hall.http(), board, code=board.code).json["role"] == "participant"


@pytest.mark.parametrize("spoken", [str.lower, lambda code: f" {code[:4]} {code[4:]} ", lambda code: f"{code[:4]}-{code[4:]}",
                                    lambda code: f"{code[:4]}–{code[4:]}\n", lambda code: code.replace("1", "l").replace("0", "o"),
                                    lambda code: code.replace("1", "I").replace("0", "O")])
def test_d1_a_code_is_taken_as_it_is_read_aloud(hall, board, spoken):
    assert hall.http().post("/api/door", json={"code": spoken(board.code)}).json["board"] == board.id


def test_codes_have_no_look_alikes_and_keys_are_long():
    assert not set("ILOU") & set(ALPHABET) and len(ALPHABET) == 32
    assert all(is_code(new_code()) for _ in range(100)) and len({new_key() for _ in range(100)}) == 100 and len(new_key()) == 32
    assert tidy_code("o1il-IO") == "011110" and not is_code("SHORT") and not is_code("ABCDEFGU")


def test_d1_the_token_works_as_cookie_and_as_bearer(hall, board):
    http = hall.http()
    made = seats(http, board, key=board.key("viewer")).json
    for answer in (http.get(f"/api/boards/{board.id}/me"), hall.http().get(f"/api/boards/{board.id}/me",
    headers={"Authorization": f"Bearer {made['token']}"})):
        assert answer.json["seat"]["id"] == made["seat"]


def test_d1_the_cookie_is_out_of_reach_for_scripts_and_other_sites(hall, board):
    cookie = cookie_of(seats(hall.http(), board, key=board.key("viewer")), f"seat-{board.id}=")
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie and "Domain" not in cookie and "Secure" not in cookie


def test_d1_behind_tls_the_cookie_is_secure_and_of_this_host_only(open_hall):
    hall = open_hall(proxies=1)
    board = hall.makes_board()
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1", "X-Forwarded-Host": "board.example.org"}
    answer = hall.http().post(f"/api/boards/{board.id}/seats", json={"name": "Ana", "key": board.key("viewer")}, headers=headers)
    cookie = cookie_of(answer, f"__Host-seat-{board.id}=")
    assert "Secure" in cookie and "HttpOnly" in cookie and "Path=/" in cookie and "Domain" not in cookie
    assert "Strict-Transport-Security" in answer.headers
    value = cookie.split(";")[0]
    again = hall.app.test_client(use_cookies=False).get(f"/api/boards/{board.id}/me", headers={**headers, "Cookie": value})
    assert again.status_code == 200


def test_d1_without_a_proxy_that_is_known_nobody_claims_tls(hall, board):
    answer = hall.http().post(f"/api/boards/{board.id}/seats", json={"name": "Ana", "key": board.key("viewer")},
    headers={"X-Forwarded-Proto": "https"})
    assert "Secure" not in cookie_of(answer, f"seat-{board.id}=") and "Strict-Transport-Security" not in answer.headers


def test_d2_the_same_device_returns_to_the_same_seat(hall, board):
    http = hall.http()
    first = seats(http, board, code=board.code, association="UNGL").json
    again = seats(http, board, 200, code=board.code, association="UNGL").json
    assert again == first
    assert seats(hall.http(), board, code=board.code).json["seat"] != first["seat"], "another device, another seat"


def test_d2_coming_back_with_another_name_changes_it_for_everybody(hall, board, olga):
    http = hall.http()
    seat = seats(http, board, code=board.code).json["seat"]
    olga.heard()
    seats(http, board, 200, code=board.code, name="Ana María", country="AR")
    (message,) = olga.heard("changes")
    assert message["changes"][0]["steps"] == [["set", "seat", seat, {"name": "Ana María", "country": "AR"}]]
    seats(http, board, 200, code=board.code, name="Ana María")
    assert olga.heard("changes") == []


def test_d2_a_greater_link_raises_the_role_and_a_lesser_one_takes_nothing(hall, board):
    http = hall.http()
    roles = [seats(http, board, status, key=board.key(purpose)).json["role"]
             for purpose, status in (("viewer", 201), ("participant", 200), ("viewer", 200), ("facilitator", 200), ("participant", 200))]
    assert roles == ["viewer", "participant", "participant", "facilitator", "facilitator"]
    assert http.get(f"/api/boards/{board.id}/me").json["role"] == "facilitator"


def test_d3_wrong_replaced_and_closed_answer_alike(hall, board, fatima):
    old_key, old_code = board.key("participant"), board.code
    fatima.post("links/participant"), fatima.post("links/code")
    closed = hall.makes_board()
    opener = closed.seats("Opener", role="facilitator")
    assert opener.changes(["set", "board", closed.id, {"join_open": False}])["ok"]
    answers = [new_device(hall).post("/api/door", json=given) for given in (
        {"key": "wrong"}, {"key": old_key}, {"code": old_code}, {"code": "WRONG"}, {"code": "00000000"}, {"code": closed.code},
        {"code": "\0"},
        {"key": closed.key("viewer"), "board": board.id}, {"key": "\u00e9" * 9}, {"code": board.code[:7]})]
    assert {(answer.status_code, answer.data) for answer in answers} == {(404, b'{"error":{"reason":"not_found"}}')}
    a_link = new_device(hall).post("/api/door", json={"key": closed.key("participant")})
    assert a_link.status_code == 200, "a link lets in while the code is closed"
    assert hall.http().post(f"/api/boards/{board.id}/seats", json={"name": "A", "key": closed.key("viewer")}).status_code == 404


def test_d4_ten_wrong_codes_then_too_fast_while_another_device_gets_in(hall, board):
    guesser, other = new_device(hall), new_device(hall)
    for _ in range(10):
        assert guesser.post("/api/door", json={"code": "00000000"}).status_code == 404
    answer = guesser.post("/api/door", json={"code": board.code})
    assert answer.status_code == 429 and answer.json["error"]["reason"] == "too_fast" and 1 <= answer.json["error"]["retry_after"] <= 60
    assert int(answer.headers["Retry-After"]) == answer.json["error"]["retry_after"]
    assert guesser.post(f"/api/boards/{board.id}/seats", json={"name": "A", "key": "wrong"}).status_code == 429
    assert seats(other, board, code=board.code)


def test_d4_who_is_in_does_not_notice(hall, board, ana):
    for _ in range(12):
        hall.http().post("/api/door", json={"code": "00000000"})
    assert ana.get("snapshot").status_code == 200 and ana.changes(["set", "seat", ana.seat, {"country": "AR"}])["ok"]


def test_d4_right_codes_are_never_limited(hall, board):
    http = new_device(hall)
    assert {http.post("/api/door", json={"code": board.code}).status_code for _ in range(30)} == {200}


def test_d4_a_forged_device_is_no_device(hall, board):
    http = hall.app.test_client(use_cookies=False)
    for number in range(10):
        http.post("/api/door", json={"code": "00000000"}, headers={"Cookie": f"device=made-up-{number}.{'0' * 64}"})
    assert http.post("/api/door", json={"code": "00000000"}, headers={"Cookie": "device=x.y"}).status_code == 429


def test_d7_replacing_a_link_puts_nobody_out(board, ana, fatima):
    for purpose in ("participant", "viewer", "facilitator", "recovery", "code"):
        assert fatima.post(f"links/{purpose}").status_code == 201
    assert ana.get("me").status_code == 200 and ana.changes(["set", "seat", ana.seat, {"country": "AR"}])["ok"]
    ana.leaves()
    assert ana.joins()["ok"] and fatima.get("me").json["role"] == "facilitator"


def test_d7_a_new_link_and_a_new_code_work(hall, board, fatima):
    link = fatima.post("links/viewer").json["link"]
    made = fatima.post("links/code").json
    assert hall.http().post("/api/door", json={"key": link.split("#")[1]}).json["role"] == "viewer"
    assert hall.http().post("/api/door", json={"code": made["code"]}).json["role"] == "participant"
    assert made["link"].endswith("#" + made["code"])
    assert fatima.post("links/owner").status_code == 404


def test_the_door_tells_enough_to_greet_and_nothing_more(hall, board, ana, olga):
    ana.adds_note("canary")
    answer = hall.http().post("/api/door", json={"key": board.key("participant")})
    assert answer.json == {"board": board.id, "title": "Getting our reviews ready", "language": "en", "role": "participant",
                           "associations": ["KS", "UNGL"], "seat": None}
    assert ana.http.post("/api/door", json={"code": board.code}).json["seat"]["name"] == "Ana"


@pytest.mark.parametrize("given", [
    None, [], "x", {}, {"key": "a", "code": "b"}, {"key": ""}, {"key": 1}, {"code": None}, {"key": "x" * 201},
    {"key": "a", "role": "facilitator"},
    {"key": ["a"]}, {"key": "a", "board": 1}])
def test_a_door_that_is_none_is_malformed(hall, given):
    assert hall.http().post("/api/door", json=given).json["error"]["reason"] == "malformed"


@pytest.mark.parametrize(("given", "reason", "field"), [
    ({}, "invalid", "name"), ({"name": ""}, "invalid", "name"), ({"name": "x" * 61}, "limit", "name"), ({"name": 1}, "invalid", "name"),
    ({"name": "a\nb"}, "invalid", "name"), ({"name": "A", "country": "ar"}, "invalid", "country"),
    ({"name": "A", "language": "X"}, "invalid", "language"),
    ({"name": "A", "association": "x" * 61}, "limit", "association"), ({"name": "A", "role": "facilitator"}, "malformed", None),
    ({"name": "A", "id": "me"}, "malformed", None)])
def test_a_seat_has_a_name_and_a_profile_in_bounds(hall, board, given, reason, field):
    answer = hall.http().post(f"/api/boards/{board.id}/seats", json={"key": board.key("viewer"), **given})
    assert answer.json["error"]["reason"] == reason and answer.json["error"].get("field") == field


def test_a_new_seat_is_heard_of_without_its_token(hall, board, olga):
    olga.heard()
    made = seats(hall.http(), board, code=board.code).json
    message, = olga.heard("changes")
    (verb, kind, record), = message["changes"][0]["steps"]
    assert (verb, kind, record["id"]) == ("add", "seat", made["seat"]) and made["token"] not in str(message)
    assert record == next(each for each in olga.snapshot()["records"]["seat"] if each["id"] == made["seat"])


def test_a_board_has_as_many_seats_as_it_may(open_hall):
    board = open_hall(max_seats=2).makes_board()
    board.seats("One"), board.seats("Two")
    answer = board.hall.http().post(f"/api/boards/{board.id}/seats", json={"name": "Three", "code": board.code})
    assert answer.json == {"error": {"reason": "limit", "limit": 2}}


def test_me_is_my_seat_and_the_code_for_who_may_pass_it_on(board, ana, fatima):
    viewer = board.seats("Vera", role="viewer")
    assert ana.get("me").json["code"] == fatima.get("me").json["code"] == board.code and "code" not in viewer.get("me").json
    assert ana.get("me").json["seat"] == {
        "id": ana.seat, "name": "Ana", "association": "UNGL", "country": "", "language": "", "role_title": "", "role": "participant",
        "hand": False, "hand_at": "", "done_for": "", "blocked": False, "interpreter": False,
        "created_at": ana.get("me").json["seat"]["created_at"]}
