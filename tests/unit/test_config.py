"""Settings: read once, checked at start, a wrong one named."""
from __future__ import annotations

import dataclasses
import re
import stat
from pathlib import Path

import pytest

from config import SettingError, Settings

FIELDS = {each.metadata["variable"]: each for each in dataclasses.fields(Settings)}
KEY, OTHER_KEY = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A", "Ab3xYz9-Qw7_Er5TyU8iOp2LkJ4hGf6D"
WEAK_KEYS = ["short", KEY[:31], "k" * 32, "ab" * 30, "changeme-" + KEY, KEY + "-your-secret-key", "a password of mine that is long enough",
             "0123456789" * 4, KEY + "\n" + KEY, KEY + " " + KEY]
# variable: (a value as the environment gives it, what becomes of it)
READ = {
    "HOST": ("0.0.0.0", "0.0.0.0"), "PORT": ("8080", 8080), "BOARD_DATA": ("/srv/board", Path("/srv/board")),
    "BOARD_DATABASE_URL": ("postgresql://u@h/d", "postgresql://u@h/d"), "BOARD_REDIS_URL": ("redis://h:6379/0", "redis://h:6379/0"),
    "BOARD_WORKERS": ("4", 4), "BOARD_ASYNC_MODE": ("threading", "threading"), "BOARD_SECRET_KEY": (KEY, KEY),
    "BOARD_SECRET_KEY_FALLBACKS": (f"{KEY}, {OTHER_KEY}", (KEY, OTHER_KEY)), "BOARD_OPERATOR_KEY": (KEY, KEY),
    "BOARD_CONTACT": ("help@board.example.org", "help@board.example.org"),
    "BOARD_PUBLIC_URL": ("https://board.example.org", "https://board.example.org"),
    "BOARD_ALLOWED_ORIGINS": ("https://a.example, https://b.example:8443,", ("https://a.example", "https://b.example:8443")),
    "BOARD_PROXIES": ("1", 1), "BOARD_FRAME_ANCESTORS": ("'self' https://a.example", "'self' https://a.example"),
    "BOARD_CREATION": ("open", "open"), "BOARD_CREATION_PASSPHRASE": ("violet harbour seven", "violet harbour seven"),
    "BOARD_OIDC_ISSUER": ("https://login.example.org/realms/a", "https://login.example.org/realms/a"),
    "BOARD_OIDC_CLIENT_ID": ("board", "board"), "BOARD_OIDC_CLIENT_SECRET": ("s", "s"),
    "BOARD_OIDC_DOMAINS": ("example.org, example.net", ("example.org", "example.net")), "BOARD_OIDC_GROUPS": ("a b,c", ("a b", "c")),
    "BOARD_OIDC_SCOPES": ("groups", ("groups",)), "BOARD_RATE_BOARDS": ("0", 0),
    "BOARD_RATE_CHANGES": ("0", 0), "BOARD_RATE_CHANGES_BURST": ("500", 500), "BOARD_RATE_NOTES": ("0", 0), "BOARD_RATE_GUESSES": ("3", 3),
    "BOARD_MAX_NOTES": ("50", 50), "BOARD_MAX_SEATS": ("9", 9), "BOARD_MAX_IMPORT": ("1000", 1000), "BOARD_LOG_LEVEL": ("DEBUG", "DEBUG"),
    "BOARD_EXPORT_MEMORY": ("500", 500), "BOARD_EXPORT_SECONDS": ("30", 30), "BOARD_EXPORT_PROCESSES": ("2", 2),
    "BOARD_EXPORT_FONTS": (f"{Path(__file__).parent},", (str(Path(__file__).parent),)),
    "BOARD_MODEL": (str(Path(__file__).parent), str(Path(__file__).parent)), "BOARD_DIRECT_SEND": ("0", False), "BOARD_DEV": ("1", True),
    "BOARD_BUNDLE": (str(Path(__file__).parent), str(Path(__file__).parent)),
    "BOARD_KEEP_DAYS": ("90", 90), "BOARD_TRASH_DAYS": ("0", 0), "BOARD_HISTORY_DAYS": ("30", 30),
    "BOARD_METRICS_TOKEN": ("m" * 16, "m" * 16), "BOARD_LOG_FORMAT": ("json", "json"),
    "BOARD_TRANSLATOR": ("browser", "browser"), "BOARD_TRANSLATE_URL": ("https://translate.example.org/v1", "https://translate.example.org/v1"),
    "BOARD_TRANSLATE_KEY": ("a-key", "a-key"),
}
WRONG = {
    "PORT": ["", "abc", "-1", "65536", "80.5"], "BOARD_ASYNC_MODE": ["gevent", ""], "BOARD_SECRET_KEY": WEAK_KEYS,
    "BOARD_SECRET_KEY_FALLBACKS": [f"{KEY},{each}" for each in WEAK_KEYS], "BOARD_OPERATOR_KEY": WEAK_KEYS,
    "BOARD_WORKERS": ["0", "65", "two"],
    "BOARD_CONTACT": ["somebody", "javascript:alert(1)", "a@b", "help@x.org?subject=x", "<b>@x.org"],
    "BOARD_PUBLIC_URL": ["board.example.org", "ftp://x", "javascript:alert(1)", "https://"],
    "BOARD_ALLOWED_ORIGINS": ["*", "example.org", "https://a.example/path", "https://a.example,nonsense", "https://"],
    "BOARD_PROXIES": ["-1", "6", "yes"], "BOARD_FRAME_ANCESTORS": ["'none'; script-src *", "a\nb", "a,b"],
    "BOARD_DATABASE_URL": ["nonsense", "mysql://h/d", "redis://h"], "BOARD_REDIS_URL": ["localhost:6379", "http://h"],
    "BOARD_CREATION": ["", "anybody", "passphrase", "oidc"], "BOARD_CREATION_PASSPHRASE": ["1234567", " violet harbour", "x" * 201],
    "BOARD_OIDC_ISSUER": ["login.example.org", "http://login.example.org", "https://login.example.org?x=1", "https://a@b.example#c",
                          "https://localhost@evil.example"],
    "BOARD_OIDC_DOMAINS": ["somebody@example.org", "a\0b"], "BOARD_OIDC_GROUPS": ["a\nb"], "BOARD_OIDC_SCOPES": ["x@y"],
    "BOARD_RATE_BOARDS": ["-1", "x"],
    "BOARD_RATE_CHANGES": ["-1", "1.5"], "BOARD_RATE_CHANGES_BURST": ["0", "x"], "BOARD_RATE_NOTES": ["-1"], "BOARD_RATE_GUESSES": ["0"],
    "BOARD_MAX_NOTES": ["0"], "BOARD_MAX_SEATS": ["0", "-4"], "BOARD_MAX_IMPORT": ["0", "1MB"], "BOARD_LOG_LEVEL": ["debug", "ALL"],
    "BOARD_EXPORT_MEMORY": ["199", "1GB"], "BOARD_EXPORT_SECONDS": ["4", "601"], "BOARD_EXPORT_PROCESSES": ["0", "17"],
    "BOARD_EXPORT_FONTS": ["/no/such/folder", __file__],
    "BOARD_MODEL": ["/no/such/folder", __file__], "BOARD_DIRECT_SEND": ["no", "-1"],
    "BOARD_KEEP_DAYS": ["-1", "3651", "x"], "BOARD_TRASH_DAYS": ["-1", "1.5"], "BOARD_HISTORY_DAYS": ["-1", "never"],
    "BOARD_DEV": ["yes", "2"], "BOARD_BUNDLE": ["/no/such/folder", __file__],
    "BOARD_TRANSLATOR": ["", "on", "server", "libretranslate"],
    "BOARD_TRANSLATE_URL": ["translate.example.org", "http://translate.example.org", "http://8.8.8.8:5000", "ftp://127.0.0.1",
                            "https://a@translate.example.org", "https://translate.example.org?q=1", "https://translate.example.org#x",
                            "https://translate.example.org/a b", "https://"],
    "BOARD_TRANSLATE_KEY": [" a", "a\nb", "é", "x" * 201],
    "BOARD_METRICS_TOKEN": ["short", "m" * 15], "BOARD_LOG_FORMAT": ["JSON", "syslog", ""],
}
CANNOT_BE_WRONG = {"HOST", "BOARD_DATA", "BOARD_OIDC_CLIENT_ID", "BOARD_OIDC_CLIENT_SECRET"}


def test_every_setting_is_in_these_tables():
    assert set(READ) == set(FIELDS) == set(WRONG) | CANNOT_BE_WRONG


@pytest.mark.parametrize("variable", READ)
def test_a_setting_is_read_from_its_variable(variable):
    text, wanted = READ[variable]
    assert getattr(Settings.from_environment({variable: text}), FIELDS[variable].name) == wanted


@pytest.mark.parametrize(("variable", "text"), [(variable, text) for variable, texts in WRONG.items() for text in texts])
def test_a_wrong_value_stops_the_start_and_names_the_variable(variable, text):
    with pytest.raises(SettingError, match=rf"\b{variable}\b"):
        Settings.from_environment({variable: text})


@pytest.mark.parametrize("variable", FIELDS)
def test_every_setting_has_a_name_and_a_sentence(variable):
    assert re.fullmatch("HOST|PORT|BOARD_[A-Z_]+", variable)
    assert FIELDS[variable].metadata["sentence"].rstrip().endswith(".")


@pytest.mark.parametrize("name", ["BOARD_SECRET", "BOARD_PORT", "BOARD_", "BOARD_DATABASE"])
def test_an_unknown_setting_stops_the_start(name):
    with pytest.raises(SettingError, match=name):
        Settings.from_environment({name: "1"})


def test_other_programs_variables_are_not_our_concern():
    assert Settings.from_environment({"PATH": "/bin", "HOSTNAME": "x", "BOARD_TEST_SEED": "1"}) == Settings()


def test_what_is_given_wins_over_the_environment():
    assert Settings.from_environment({"PORT": "1"}, port=2).port == 2


def test_settings_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().port = 1


def test_secrets_are_not_shown():
    secrets = {"secret_key": "canary-" + KEY, "operator_key": OTHER_KEY + "-canary", "secret_key_fallbacks": ("canary" + OTHER_KEY,),
                "database_url": "postgresql://board:canary@h/d", "redis_url": "redis://:canary@h"}
    shown = repr(Settings(**secrets)) + str(Settings(**secrets))
    assert "canary" not in shown and "secret_key=…" in shown and "port=5000" in shown


@pytest.mark.parametrize(("variable", "text"), [("BOARD_SECRET_KEY", "canary"), ("BOARD_DATABASE_URL", "canary:canary"),
                                                ("BOARD_REDIS_URL", "canary")])
def test_a_refused_secret_is_not_shown(variable, text):
    with pytest.raises(SettingError) as caught:
        Settings.from_environment({variable: text})
    assert "canary" not in str(caught.value)


def test_the_database_is_sqlite_in_the_data_folder_by_default(tmp_path):
    assert Settings(data=tmp_path).database == f"sqlite:///{tmp_path}/board.db"
    assert Settings(data=tmp_path, database_url="postgresql://h/d").database == "postgresql://h/d"


def test_the_first_start_writes_a_key_of_its_own(tmp_path):
    keys = Settings(data=tmp_path).keys()
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert len(keys) == 1 and len(keys[0]) >= 43, "256 bits"
    assert Settings(data=tmp_path).keys() == keys, "and keeps it"


def test_no_two_keys_are_alike_and_none_is_a_default(tmp_path):
    keys = set()
    for number in range(20):
        folder = tmp_path / str(number)
        folder.mkdir()
        keys.update(Settings(data=folder).keys())
    assert len(keys) == 20 and Settings().secret_key == "" and Settings().operator_key == ""


def test_a_key_that_is_given_is_used_and_not_written(tmp_path):
    assert Settings(data=tmp_path, secret_key=KEY).keys() == (KEY,)
    assert not (tmp_path / "key").exists()


def test_earlier_keys_that_are_given_come_after_the_one_that_signs(tmp_path):
    own, = Settings(data=tmp_path).keys()
    assert Settings(data=tmp_path, secret_key_fallbacks=(KEY,)).keys() == (own, KEY)
    assert Settings(data=tmp_path, secret_key=OTHER_KEY, secret_key_fallbacks=(KEY,)).keys() == (OTHER_KEY, KEY)


@pytest.mark.parametrize("text", ["", "short\n", "k" * 40, KEY + "\n" + OTHER_KEY + "\n", KEY + "\n" + OTHER_KEY + " tomorrow\n"])
def test_a_broken_key_file_stops_the_start(tmp_path, text):
    (tmp_path / "key").write_text(text)
    with pytest.raises(SettingError, match="key") as caught:
        Settings(data=tmp_path).keys()
    assert KEY not in str(caught.value) and OTHER_KEY not in str(caught.value)


def test_the_operators_key_signs_no_cookies():
    with pytest.raises(SettingError, match="BOARD_OPERATOR_KEY"):
        Settings(secret_key=KEY, operator_key=KEY)


@pytest.mark.parametrize("address", ["http://127.0.0.1:5001", "http://localhost:5001", "http://[::1]:5001", "http://libretranslate:5000",
                                     "http://10.0.0.7:5000", "http://192.168.1.2", "https://translate.example.org"])
def test_a_translator_without_tls_is_near(address):
    assert Settings(translator="server", translate_url=address).translate_url == address


def test_the_key_of_the_translator_is_not_shown():
    assert "a-key" not in repr(Settings(translate_key="a-key"))


def test_nobody_translates_by_default():
    assert (Settings().translator, Settings().translate_url, Settings().translate_key) == ("off", "", "")


def test_every_setting_is_documented():
    docs = Path(__file__).parents[2] / "docs" / "configuration.md"
    if not docs.exists():
        pytest.skip("docs/configuration.md is not written yet")
    text = docs.read_text("utf-8")
    missing = [variable for variable in FIELDS if f"`{variable}`" not in text]
    unknown = set(re.findall(r"`(BOARD_[A-Z_]+)`", text)) - set(FIELDS)
    assert (missing, unknown) == ([], set())


def test_a_new_data_folder_is_for_its_owner_and_one_that_is_there_stays_as_it_is(tmp_path):
    Settings(data=tmp_path / "new" / "data").make_folder()
    assert stat.S_IMODE((tmp_path / "new" / "data").stat().st_mode) == 0o700
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o750)
    Settings(data=shared).make_folder()
    assert stat.S_IMODE(shared.stat().st_mode) == 0o750
