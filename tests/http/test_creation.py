"""Who may make boards: by passphrase or by signing in elsewhere; how many; and that nobody who only takes part is asked."""
from __future__ import annotations

import base64
import io
import json
import time
from urllib.parse import urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from openid import CLIENT, KEYS, SECRET, OpenId

from board import creation
from config import SettingError, Settings
from hall import BoardInHall

PHRASE = "violet harbour seven"
FILE = {"file": (b"One idea\nAnother\n", "notes.txt")}
SITE = "https://board.example.org"


def asks(http, path, *, passphrase="", headers=None):
    """Make a board in one of the ways there are."""
    headers = dict(headers or {})
    if path == "/api/boards":
        return http.post(path, json={"title": "New", **({"passphrase": passphrase} if passphrase else {})}, headers=headers)
    if passphrase:
        headers[creation.HEADER] = passphrase
    if path == "/api/boards/import":
        return http.post(path, json=EXPORT, headers=headers)
    return http.post(path, data={"file": (io.BytesIO(FILE["file"][0]), FILE["file"][1])}, headers=headers)


EXPORT: dict = {}
WAYS = ["/api/boards", "/api/boards/import", "/api/imports", "/api/imports/preview"]


@pytest.fixture
def locked(open_hall):
    """A hall with a passphrase, a board on it made while it was open, and its facilitator."""
    hall = open_hall(creation="passphrase", creation_passphrase=PHRASE)
    made = hall.http().post("/api/boards", json={"title": "First", "passphrase": PHRASE})
    assert made.status_code == 201
    board = BoardInHall(hall, made.json)
    fatima = board.seats("Fatima", role="facilitator")
    EXPORT.update(fatima.get("export/json").json)
    return hall, board, fatima


def let_in(hall):
    http = hall.http()
    assert http.post("/api/creation", json={"passphrase": PHRASE}).status_code == 200
    return http


# --- the passphrase

@pytest.mark.parametrize("path", WAYS)
def test_without_the_passphrase_no_board_is_made_in_any_way(locked, path):
    hall, _, _ = locked
    answer = asks(hall.http(), path)
    assert (answer.status_code, answer.json) == (403, {"error": {"reason": "forbidden", "field": "creation"}})
    wrong = asks(hall.http(), path, passphrase="violet harbour eight")
    assert (wrong.status_code, wrong.json) == (403, {"error": {"reason": "forbidden", "field": "passphrase"}})
    assert asks(hall.http(), path, passphrase=PHRASE).status_code in (200, 201)
    assert asks(let_in(hall), path).status_code in (200, 201)
    assert asks(hall.http(), path, headers={creation.HEADER: PHRASE}).status_code in (200, 201)


def test_the_form_field_will_do_for_files(locked):
    hall, _, _ = locked
    sent = {"file": (io.BytesIO(b"One idea\n"), "notes.txt"), "passphrase": PHRASE}
    assert hall.http().post("/api/imports", data=sent).status_code == 201


def test_who_leads_a_board_may_go_on_with_its_series_but_not_copy_it(locked):
    hall, _, fatima = locked
    assert fatima.post("next", json={"title": "May"}).status_code == 201
    copy = fatima.post("copies", json={"title": "Copy"})
    assert (copy.status_code, copy.json["error"]["field"]) == (403, "creation")
    assert fatima.post("copies", json={"title": "Copy"}, headers={creation.HEADER: PHRASE}).status_code == 201
    fatima.http.post("/api/creation", json={"passphrase": PHRASE})
    assert fatima.post("copies", json={"title": "Copy"}).status_code == 201


def test_who_only_takes_part_is_not_asked(locked):
    hall, board, _ = locked
    assert hall.http().post("/api/door", json={"code": board.code}).status_code == 200
    ana = board.seats("Ana")
    assert ana.changes(["add", "note", {"id": "n1", "kind": "challenge", "theme": "data", "text": "T"}])["ok"]


def test_the_device_is_remembered_by_a_cookie_that_says_nothing(locked):
    hall, _, _ = locked
    answer = hall.http().post("/api/creation", json={"passphrase": PHRASE}, base_url="https://localhost")
    line = next(each for each in answer.headers.getlist("Set-Cookie") if "creation=" in each)
    assert line.startswith("__Host-creation=") and {"HttpOnly", "Secure", "SameSite=Lax", "Path=/"} <= set(line.split("; "))
    assert PHRASE not in line and "violet" not in line
    claims = hall.parts.signer.read_ticket("creation", line.split(";")[0].split("=", 1)[1])
    assert set(claims) == {"policy"} and "violet" not in claims["policy"]
    http = let_in(hall)
    assert http.get("/api/creation").json == {"mode": "passphrase", "may": True}
    assert hall.http().get("/api/creation").json == {"mode": "passphrase", "may": False}
    assert http.post("/api/creation/forget").status_code == 200
    assert asks(http, "/api/boards").status_code == 403


def test_a_new_passphrase_sends_everybody_back_to_the_door(open_hall):
    key = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A"
    before = open_hall(creation="passphrase", creation_passphrase=PHRASE, secret_key=key)
    cookie = next(each for each in before.http().post("/api/creation", json={"passphrase": PHRASE}).headers.getlist("Set-Cookie"))
    for settings, may in (({"creation_passphrase": PHRASE}, True), ({"creation_passphrase": "another harbour"}, False),
                          ({"creation_passphrase": PHRASE, "secret_key": key[::-1], "secret_key_fallbacks": (key,)}, True)):
        http = open_hall(**{"creation": "passphrase", "secret_key": key, **settings}).http()
        http.set_cookie(*cookie.split(";")[0].split("=", 1))
        assert http.get("/api/creation").json["may"] is may


def test_the_cookie_ends(locked, monkeypatch):
    hall, _, _ = locked
    http = let_in(hall)
    now = time.time()
    monkeypatch.setattr(hall.parts.signer, "_clock", lambda: now + 91 * 24 * 3600)
    assert asks(http, "/api/boards").status_code == 403


@pytest.mark.parametrize("cookie", ["", "x", "x.y", "eyJ1bnRpbCI6OWUxMn0=.00", "device"])
def test_a_forged_cookie_lets_nobody_in(locked, cookie):
    hall, _, _ = locked
    http = hall.http()
    http.set_cookie("creation", hall.parts.signer.ticket("operator", 60, policy="x") if cookie == "device" else cookie)
    assert asks(http, "/api/boards").status_code == 403


def test_wrong_passphrases_are_slowed_down_for_a_device_and_for_an_address(open_hall):
    hall = open_hall(creation="passphrase", creation_passphrase=PHRASE, rate_guesses=3)
    http = hall.http()
    http.get("/")
    assert [http.post("/api/creation", json={"passphrase": "wrong one"}).status_code for _ in range(4)] == [403, 403, 403, 429]
    assert http.post("/api/creation", json={"passphrase": PHRASE}).status_code == 429, "nor is a right one told from a wrong one"
    answers = []
    for _ in range(40):         # always as a new device
        fresh = hall.http()
        fresh.get("/")
        answers.append(fresh.post("/api/boards", json={"title": "T", "passphrase": "wrong one"}).status_code)
    assert answers.count(403) <= 30 and answers[-1] == 429


@pytest.mark.parametrize("given", [{}, [], {"passphrase": 5}, {"passphrase": None}, {"passphrase": ["a"]}, {"passphrase": "x" * 201},
                                   {"passphrase": PHRASE, "more": 1}])
def test_nonsense_is_refused(locked, given):
    hall, _, _ = locked
    assert hall.http().post("/api/creation", json=given).status_code == 400
    assert hall.http().post("/api/creation", data=b"\xff").status_code == 400


@pytest.mark.parametrize("given", [5, ["violet"], {"a": 1}, True])
def test_a_passphrase_of_another_type_makes_no_board(locked, given):
    hall, _, _ = locked
    assert hall.http().post("/api/boards", json={"title": "T", "passphrase": given}).status_code == 400


def test_where_everybody_may_there_is_no_door(hall):
    assert hall.http().get("/api/creation").json == {"mode": "open", "may": True}
    assert hall.http().post("/api/creation", json={"passphrase": PHRASE}).status_code == 404
    assert hall.http().get("/sign-in").status_code == hall.http().get("/sign-in/back?code=x&state=y").status_code == 404
    assert hall.http().post("/api/boards", json={"title": "T", "passphrase": "whatever"}).status_code == 201
    page = hall.http().get("/").text
    assert 'id="gate"' not in page and 'id="making" hidden' not in page and 'id="forget"' not in page


def test_the_landing_page_asks_before_it_offers(locked):
    hall, _, _ = locked
    page = hall.http().get("/").text
    assert 'id="gate"' in page and 'id="making" hidden' in page and PHRASE not in page
    page = let_in(hall).get("/").text
    assert 'id="gate"' not in page and 'id="making" hidden' not in page and 'id="forget"' in page


# --- how many

def test_one_device_makes_so_many_boards_an_hour_and_an_address_twenty_times_that(open_hall):
    hall = open_hall(rate_boards=2)
    devices = []
    for _ in range(22):
        devices.append(hall.http())
        devices[-1].get("/")
    assert [asks(devices[0], "/api/boards").status_code for _ in range(3)] == [201, 201, 429]
    answer = asks(devices[0], "/api/boards")
    assert int(answer.headers["Retry-After"]) > 60
    made = [asks(device, "/api/boards").status_code for device in devices[1:] for _ in range(2)]
    assert made == [201] * 38 + [429] * 4, "a whole room behind one address"
    assert asks(hall.http(), "/api/boards").status_code == 429, "nor without a cookie"


def test_next_boards_and_copies_count_and_what_is_refused_does_not(open_hall):
    hall = open_hall(rate_boards=4)
    fatima = hall.makes_board().seats("Fatima", role="facilitator")
    fatima.http.get("/")
    for _ in range(6):
        assert fatima.http.post("/api/boards", json={"title": ""}).status_code == 400
    assert fatima.post("next", json={"title": "A"}).status_code == 201
    assert fatima.post("copies", json={"title": "B"}).status_code == 201
    assert fatima.http.post("/api/boards", json={"title": "C"}).status_code == 201
    assert fatima.http.post("/api/imports", data={"file": (io.BytesIO(b"One\n"), "n.txt")}).status_code == 201
    assert fatima.post("next", json={"title": "D"}).status_code == 429


# --- signing in elsewhere

@pytest.fixture(scope="module")
def running():
    provider = OpenId()
    yield provider
    provider.stop()


@pytest.fixture
def provider(running):
    yield running
    running.__dict__.update(key=KEYS[0], shown=[KEYS[0]], claims={}, header={}, described={}, person={}, userinfo={}, token_status=200,
                            asked=[])


@pytest.fixture
def open_office(open_hall, provider):
    def make(**settings):
        return open_hall(**{"creation": "oidc", "oidc_issuer": provider.issuer, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET,
                            "public_url": SITE, "allowed_origins": ("http://localhost",), **settings})
    return make


def goes(http):
    answer = http.get("/sign-in")
    assert answer.status_code == 303
    return answer.headers["Location"]


def comes_back(http, brought):
    """Where the browser ends: the landing page, with a reason if there is one."""
    answer = http.get("/sign-in/back", query_string=brought)
    assert answer.status_code == 303 and answer.headers["Location"].startswith("/"), answer.data
    assert urlsplit(answer.headers["Location"]).netloc == "" and not answer.headers["Location"].startswith("//")
    return answer.headers["Location"]


def signs_in(hall, provider):
    http = hall.http()
    return http, comes_back(http, provider.agrees(goes(http)))


def test_who_signs_in_may_make_boards_and_nothing_of_them_is_kept(open_office, provider, caplog):
    hall = open_office()
    provider.person = {"email": "ana.canary@example.org", "email_verified": True, "name": "Ana Canary", "sub": "canary-7"}
    assert asks(hall.http(), "/api/boards").status_code == 403
    http, where = signs_in(hall, provider)
    assert where == "/" and http.get("/api/creation").json == {"mode": "oidc", "may": True}
    assert asks(http, "/api/boards").status_code == 201 and asks(http, "/api/imports").status_code == 201
    asked, = provider.asked
    assert asked["redirect_uri"] == SITE + "/sign-in/back" and len(asked["code_verifier"]) >= 43
    cookie = http.get_cookie("creation")
    assert set(hall.parts.signer.read_ticket("creation", cookie.value)) == {"policy"} and http.get_cookie("sign-in") is None
    folder = hall.parts.settings.data
    stored = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"canary" not in stored.lower() and "canary" not in caplog.text.lower()


def test_the_way_there_carries_what_protects_the_way_back(open_office, provider):
    hall = open_office(oidc_domains=("example.org",), oidc_scopes=("groups",))
    http = hall.http()
    there = goes(http)
    assert there.startswith(provider.issuer + "/authorize?") and "scope=openid+email+groups" in there and SECRET not in there
    kept = hall.parts.signer.read_ticket("sign-in", http.get_cookie("sign-in").value)
    assert set(kept) == {"state", "nonce", "verifier"} and kept["verifier"] not in there and kept["nonce"] in there
    assert goes(hall.http()) != there


def test_what_the_browser_brings_back_must_be_what_it_was_sent_with(open_office, provider):
    hall = open_office()
    victim, attacker = hall.http(), hall.http()
    brought = provider.agrees(goes(attacker))
    for http, given in ((victim, brought), (hall.http(), {}), (victim, {**brought, "state": ""}), (victim, {"code": "x"})):
        goes(victim)
        assert comes_back(http, given) == "/?sign-in=expired"
        assert not http.get("/api/creation").json["may"]
    http = hall.http()
    brought = provider.agrees(goes(http))
    assert comes_back(http, {**brought, "state": brought["state"][:-1] + "ü"}) == "/?sign-in=expired"
    assert provider.asked == [], "no code was used"


def test_a_sign_in_is_used_once_and_not_for_ever(open_office, provider, monkeypatch):
    hall = open_office()
    http = hall.http()
    brought = provider.agrees(goes(http))
    assert comes_back(http, brought) == "/" and comes_back(http, brought) == "/?sign-in=expired"
    slow = hall.http()
    brought = provider.agrees(goes(slow))
    now = time.time()
    monkeypatch.setattr(hall.parts.signer, "_clock", lambda: now + 601)
    assert comes_back(slow, brought) == "/?sign-in=expired"


WRONG_TOKENS = {
    "another nonce": {"nonce": "x" * 32}, "no nonce": {"nonce": None}, "another issuer": {"iss": "https://evil.example"},
    "no issuer": {"iss": None}, "for somebody else": {"aud": "other"}, "for nobody": {"aud": None},
    "for several, not by us": {"aud": [CLIENT, "other"], "azp": "other"}, "for others, by us": {"aud": ["other"], "azp": CLIENT},
    "for several, by nobody": {"aud": ["x", "other"]}, "over": {"exp": int(time.time()) - 120}, "without end": {"exp": None},
    "end in words": {"exp": "tomorrow"}, "without a person": {"sub": None}, "not yet": {"nbf": int(time.time()) + 600},
    "another access token": {"at_hash": "AAAA"},
}


@pytest.mark.parametrize("claims", WRONG_TOKENS.values(), ids=WRONG_TOKENS)
def test_an_identity_that_is_not_for_this_sign_in_is_not_believed(open_office, provider, claims):
    provider.claims = claims
    http, where = signs_in(open_office(), provider)
    assert where == "/?sign-in=failed" and not http.get("/api/creation").json["may"] and asks(http, "/api/boards").status_code == 403


def test_an_identity_that_the_provider_did_not_sign_is_not_believed(open_office, provider, monkeypatch):
    provider.key, provider.shown = KEYS[1], [KEYS[0]]
    assert signs_in(open_office(), provider)[1] == "/?sign-in=failed"
    provider.header = {"kid": "one"}        # signed by another, called the known one
    assert signs_in(open_office(), provider)[1] == "/?sign-in=failed"
    provider.key, provider.header = KEYS[0], {}
    honest = jwt.encode

    def by_secret(header, claims, key):     # the public key, or the client's secret, as a shared one
        return honest({"alg": "HS256", "kid": "one"}, claims, OctKey.import_key(SECRET))
    monkeypatch.setattr("openid.jwt.encode", by_secret)
    assert signs_in(open_office(), provider)[1] == "/?sign-in=failed"

    def by_nobody(header, claims, key):
        parts = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in ({"alg": "none"}, claims))
        return ".".join(parts) + "."
    monkeypatch.setattr("openid.jwt.encode", by_nobody)
    assert signs_in(open_office(), provider)[1] == "/?sign-in=failed"
    monkeypatch.setattr("openid.jwt.encode", lambda header, claims, key: "nonsense")
    assert signs_in(open_office(), provider)[1] == "/?sign-in=failed"


def test_new_keys_of_the_provider_are_fetched(open_office, provider):
    hall = open_office()
    assert signs_in(hall, provider)[1] == "/"
    provider.key, provider.shown = KEYS[1], [KEYS[1]]
    assert signs_in(hall, provider)[1] == "/"


@pytest.mark.parametrize(("brought", "where"), [
    ({"error": "access_denied"}, "denied"), ({"error": "server_error", "error_description": "<script>"}, "failed"),
    ({"iss": "https://evil.example", "code": "code-0"}, "failed"), ({}, "failed"), ({"code": "never given"}, "failed"),
    ({"code": "\ud83d"}, "failed"), ({"error": "x\r\nSet-Cookie: a=b"}, "failed")])
def test_what_the_provider_says_instead_is_told(open_office, provider, brought, where, caplog):
    http = open_office().http()
    state = provider.agrees(goes(http))["state"]
    given = {name: value.encode(errors="replace") for name, value in {**brought, "state": state}.items()}
    assert comes_back(http, given) == f"/?sign-in={where}"
    assert "\nSet-Cookie" not in caplog.text
    page = http.get(f"/?sign-in={where}").text
    assert 'id="gate-failed"' in page and 'href="/sign-in"' in page


@pytest.mark.parametrize("described", [
    {"issuer": "https://evil.example"}, {"issuer": None}, {"authorization_endpoint": "http://evil.example/a"}, {"token_endpoint": None},
    {"token_endpoint": "javascript:alert(1)"}, {"jwks_uri": "https://127.0.0.1:9/keys"}, {"authorization_endpoint": "//evil.example"},
    {"authorization_endpoint": "http://127.0.0.1@evil.example/"}, {"jwks_uri": 5}])
def test_a_provider_that_is_not_who_it_says_is_not_used(open_office, provider, described):
    provider.described = described
    assert goes(open_office().http()) == "/?sign-in=unavailable"


def test_what_no_address_may_hold_is_refused(open_office, provider):
    http = open_office().http()
    state = provider.agrees(goes(http))["state"]
    assert http.get("/sign-in/back", query_string={"state": state, "code": "\0"}).status_code == 400


def test_a_provider_that_is_away_is_told_and_boards_go_on(open_office, provider):
    hall = open_office(oidc_issuer="http://127.0.0.1:9")
    http = hall.http()
    assert goes(http) == "/?sign-in=unavailable"
    assert 'id="gate-failed"' in http.get("/?sign-in=unavailable").text
    office = open_office()
    http = office.http()
    brought = provider.agrees(goes(http))
    provider.token_status = 500
    assert comes_back(http, brought) == "/?sign-in=failed"
    office.parts.provider._exchange()._described["token_endpoint"] = "http://127.0.0.1:9/token"
    assert comes_back(http, provider.agrees(goes(http))) == "/?sign-in=unavailable"


ALLOWED = {"oidc_domains": ("Example.org",)}, {"oidc_groups": ("hosts", "staff")}


@pytest.mark.parametrize(("settings", "person", "userinfo", "may"), [
    (ALLOWED[0], {"email": "a@example.ORG", "email_verified": True}, {}, True),
    (ALLOWED[0], {"email": "a@example.org", "email_verified": False}, {}, False),
    (ALLOWED[0], {"email": "a@example.org"}, {}, False),
    (ALLOWED[0], {"email": "a@example.org", "email_verified": "true"}, {}, False),
    (ALLOWED[0], {"email": "a@evil-example.org", "email_verified": True}, {}, False),
    (ALLOWED[0], {"email": "a@example.org@evil.example", "email_verified": True}, {}, False),
    (ALLOWED[0], {"email": "example.org", "email_verified": True}, {}, False),
    (ALLOWED[0], {"email": ["a@example.org"], "email_verified": True}, {}, False),
    (ALLOWED[0], {}, {"sub": "person-1", "email": "a@example.org", "email_verified": True}, True),
    (ALLOWED[0], {}, {"sub": "somebody-else", "email": "a@example.org", "email_verified": True}, None),
    (ALLOWED[0], {}, {}, False),
    (ALLOWED[1], {"groups": ["staff"]}, {}, True), (ALLOWED[1], {"groups": ["others"]}, {}, False),
    (ALLOWED[1], {"groups": "staff"}, {}, False),
    (ALLOWED[1], {"groups": []}, {}, False), (ALLOWED[1], {}, {"sub": "person-1", "groups": ["hosts"]}, True),
    (ALLOWED[1], {"groups": [5, None, ["staff"]]}, {}, False), (ALLOWED[1], {}, {"sub": "person-1", "groups": {"staff": True}}, False),
    ({**ALLOWED[0], **ALLOWED[1]}, {"email": "a@example.org", "email_verified": True, "groups": ["others"]}, {}, False),
])
def test_only_whom_the_host_means_may(open_office, provider, settings, person, userinfo, may):
    provider.person, provider.userinfo = person, userinfo
    http, where = signs_in(open_office(**settings), provider)
    assert where == {True: "/", False: "/?sign-in=not_allowed", None: "/?sign-in=failed"}[may]
    assert http.get("/api/creation").json["may"] is (may is True)


def test_a_change_of_whom_the_host_means_sends_everybody_back(open_office, provider):
    key = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A"
    http, _ = signs_in(open_office(secret_key=key), provider)
    later = open_office(secret_key=key, oidc_groups=("staff",)).http()
    later.set_cookie("creation", http.get_cookie("creation").value)
    assert not later.get("/api/creation").json["may"]


@pytest.mark.parametrize("query", ["next=https://evil.example", "sign-in=https://evil.example", "sign-in=%3Cscript%3E", "return_to=//evil",
                                   "redirect_uri=x"])
def test_no_address_leads_anywhere_else(open_office, provider, query):
    hall = open_office()
    assert "evil" not in hall.http().get(f"/?{query}").text and "<script>" not in hall.http().get(f"/?{query}").text
    http = hall.http()
    there = http.get(f"/sign-in?{query}").headers["Location"]
    assert there.startswith(provider.issuer + "/authorize?") and "evil" not in there
    assert comes_back(http, {**provider.agrees(there), **dict([query.split("=", 1)])}) == "/"
    forged = hall.http().get("/sign-in", headers={"Host": "evil.example"}).headers["Location"]
    assert "evil" not in forged


@pytest.mark.parametrize("bad", [{"creation": "oidc", "public_url": SITE, "oidc_client_id": "x"},
                                 {"creation": "oidc", "oidc_issuer": "https://i.example"}, {"creation": "passphrase"}])
def test_what_is_needed_must_be_set(bad):
    with pytest.raises(SettingError, match="needs BOARD_"):
        Settings(**bad)
