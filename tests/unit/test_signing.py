"""What is signed: believed as it was made, for its purpose and its time, also after the key was changed."""
from __future__ import annotations

import base64
import stat
from datetime import date

import orjson
import pytest

import keyfile
from board.signing import Signer

KEY, OTHER_KEY, THIRD_KEY = ("Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A", "Ab3xYz9-Qw7_Er5TyU8iOp2LkJ4hGf6D", "Mn8-Bv6_Cx4ZaS2dF1gH3jK5lQ7wE9rT")
TODAY = date(2024, 3, 21)


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


def test_what_was_signed_holds_and_nothing_else():
    signer = Signer([KEY])
    signature = signer.sign("device", "abc")
    assert signer.holds("device", "abc", signature)
    assert not any([signer.holds("device", "abd", signature), signer.holds("operator", "abc", signature), signer.holds("device", "abc", ""),
                    signer.holds("device", "abc", signature[:-1]), signer.holds("device", "abc", signature.upper()),
                    signer.holds("device", "abc", "ü\ud800"), Signer([OTHER_KEY]).holds("device", "abc", signature)])


def test_an_earlier_key_is_believed_and_never_signs():
    old, new = Signer([KEY]), Signer([OTHER_KEY, KEY])
    assert new.holds("device", "abc", old.sign("device", "abc"))
    assert new.read_ticket("operator", old.ticket("operator", 60, who="x")) == {"who": "x"}
    assert new.sign("device", "abc") == Signer([OTHER_KEY]).sign("device", "abc") != old.sign("device", "abc")
    assert not Signer([OTHER_KEY]).holds("device", "abc", old.sign("device", "abc")), "once it is taken away"


def test_a_ticket_is_good_for_its_purpose_and_its_time():
    clock = Clock()
    signer = Signer([KEY], clock)
    ticket = signer.ticket("operator", 60, key="x")
    assert signer.read_ticket("operator", ticket) == {"key": "x"}
    assert signer.read_ticket("creation", ticket) is None
    clock.now += 59.9
    assert signer.read_ticket("operator", ticket)
    clock.now += 0.2
    assert signer.read_ticket("operator", ticket) is None


@pytest.mark.parametrize("spoil", [
    lambda body, signature: "", lambda body, signature: ".", lambda body, signature: body, lambda body, signature: f"{body}.",
    lambda body, signature: f".{signature}", lambda body, signature: f"{body}x.{signature}", lambda body, signature: f"{body}.{signature}x",
    lambda body, signature: f"{signature}.{body}", lambda body, signature: "é." + signature, lambda body, signature: "x" * 5000,
    lambda body, signature: base64.urlsafe_b64encode(orjson.dumps({"until": 9e12})).decode() + "." + signature,
    lambda body, signature: base64.urlsafe_b64encode(orjson.dumps({"until": 9e12})).decode() + ".",
])
def test_a_ticket_that_was_tampered_with_is_none(spoil):
    signer = Signer([KEY])
    body, signature = signer.ticket("operator", 60).split(".")
    assert signer.read_ticket("operator", f"{body}.{signature}") == {}
    assert signer.read_ticket("operator", spoil(body, signature)) is None


@pytest.mark.parametrize("body", ["!!!", base64.urlsafe_b64encode(b"not json").decode()])
def test_what_is_signed_but_no_ticket_is_none(body):
    signer = Signer([KEY])
    assert signer.read_ticket("operator", f"{body}.{signer.sign('operator', body)}") is None


# --- the file

def test_a_new_key_signs_and_the_old_one_is_believed_for_the_days_that_were_asked_for(tmp_path):
    path = tmp_path / "key"
    path.write_text(KEY + "\n")
    keyfile.rotate(path, 30, TODAY)
    new, old = keyfile.read_keys(path, TODAY)
    assert old == KEY != new and not keyfile.weakness(new)
    assert path.read_text().splitlines()[1] == f"{KEY} 2024-04-20"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and list(tmp_path.iterdir()) == [path]
    assert keyfile.read_keys(path, date(2024, 4, 20)) == (new, KEY)
    assert keyfile.read_keys(path, date(2024, 4, 21)) == (new,)


def test_keys_pile_up_until_their_day_and_then_go(tmp_path):
    path = tmp_path / "key"
    path.write_text(KEY + "\n")
    keyfile.rotate(path, 10, TODAY)
    keyfile.rotate(path, 30, date(2024, 3, 25))
    third, second, first = keyfile.read_keys(path, date(2024, 3, 25))
    assert first == KEY and len({first, second, third}) == 3
    keyfile.rotate(path, 30, date(2024, 4, 5))
    assert KEY not in path.read_text() and len(keyfile.read_keys(path, date(2024, 4, 5))) == 3


def test_no_days_throws_the_old_key_away_at_once(tmp_path):
    path = tmp_path / "key"
    path.write_text(KEY + "\n")
    keyfile.rotate(path, 0, TODAY)
    assert len(keyfile.read_keys(path, TODAY)) == 1 and KEY not in path.read_text()


def test_no_days_throws_earlier_keys_away_too(tmp_path):
    """The file may have leaked, and they stand in it."""
    path = tmp_path / "key"
    path.write_text(KEY + "\n")
    keyfile.rotate(path, 30, TODAY)
    second = keyfile.read_keys(path, TODAY)[0]
    keyfile.rotate(path, 0, TODAY)
    assert len(keyfile.read_keys(path, TODAY)) == 1 and KEY not in path.read_text() and second not in path.read_text()


def test_a_broken_file_is_not_replaced(tmp_path):
    path = tmp_path / "key"
    path.write_text("short\n")
    for days in (30, 0):
        with pytest.raises(ValueError, match="first line"):
            keyfile.rotate(path, days, TODAY)
    assert path.read_text() == "short\n"


@pytest.mark.parametrize("text", ["", "short", "k" * 64, "0123456789abcdef" * 4, "please-change-me-please-change-me-1234", f"{KEY} {KEY}"])
def test_a_weak_key_is_told_without_saying_it(text):
    why = keyfile.weakness(text)
    assert why and (not text or text not in why)


def test_random_keys_of_every_usual_shape_are_taken():
    import secrets
    import uuid
    for _ in range(300):
        made = (secrets.token_urlsafe(32), secrets.token_hex(32), secrets.token_hex(16), base64.b64encode(secrets.token_bytes(32)).decode(),
                str(uuid.uuid4()))
        assert [each for each in made if keyfile.weakness(each)] == []
