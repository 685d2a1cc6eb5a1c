"""A new signing key throws nobody out: devices keep their names, and only the new key signs."""
from __future__ import annotations

import pytest

from board import create_app, security
from config import SettingError, Settings

KEY, OTHER_KEY = "Zq7-vW2_kP9xRt4LmN8sYb3HcJ6dFg1A", "Ab3xYz9-Qw7_Er5TyU8iOp2LkJ4hGf6D"


def device_of(app, cookie):
    with app.test_request_context(headers={"Cookie": f"device={cookie}"}):
        return security.device()


def a_device(app):
    return app.test_client().get("/").headers["Set-Cookie"].split(";")[0].split("=")[1]


def test_a_device_keeps_its_name_over_a_new_key(hall):
    settings = hall.parts.settings
    cookie = a_device(hall.app)
    named = device_of(hall.app, cookie)
    assert named.startswith("device ")
    done = hall.app.test_cli_runner().invoke(args=["board", "rotate-key", "--days", "5"])
    assert done.exit_code == 0 and "Restart" in done.output
    later = create_app(settings)
    assert device_of(later, cookie) == named
    client = later.test_client()
    client.set_cookie("device", cookie)
    assert "Set-Cookie" not in client.get("/").headers, "no need for another"
    assert device_of(hall.app, a_device(later)).startswith("address "), "the old process knows nothing of the new key"
    assert hall.app.test_cli_runner().invoke(args=["board", "rotate-key", "--days", "0"]).exit_code == 0
    assert device_of(create_app(settings), cookie).startswith("address "), "nothing of before is believed"


def test_a_key_in_the_settings_is_followed_by_earlier_ones(open_hall):
    cookie = a_device(open_hall(secret_key=KEY).app)
    assert device_of(open_hall(secret_key=OTHER_KEY, secret_key_fallbacks=(KEY,)).app, cookie).startswith("device ")
    assert device_of(open_hall(secret_key=OTHER_KEY).app, cookie).startswith("address ")


def test_the_command_changes_no_key_that_is_given(open_hall):
    hall = open_hall(secret_key=KEY)
    done = hall.app.test_cli_runner().invoke(args=["board", "rotate-key"])
    assert done.exit_code == 1 and "BOARD_SECRET_KEY_FALLBACKS" in done.output and KEY not in done.output
    assert not (hall.parts.settings.data / "key").exists()


def test_a_start_on_a_weak_key_file_is_refused(tmp_path):
    (tmp_path / "key").write_text("changeme" * 8 + "\n")
    with pytest.raises(SettingError, match="known"):
        create_app(Settings(data=tmp_path, async_mode="inline"))
