"""The files for hosts: each is complete, names only what is there, and fits the others."""
from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from config import Settings
from live.servers import Nginx

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


def read(name):
    return (DEPLOY / name).read_text("utf-8")


@pytest.fixture
def nginx():
    nginx = Nginx([5000, 5001])
    yield nginx
    nginx.remove()


def test_nginx_takes_its_file(nginx):
    nginx.check()


def test_nginx_takes_its_file_with_tls_as_the_end_of_it_says(nginx, tmp_path):
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=board.example.org", "-days", "1",
                    "-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "chain.pem")], check=True, capture_output=True)
    path = nginx.folder / "nginx.conf"
    text = path.read_text()
    tls = re.findall(r"^    #     ((?:ssl_|add_header).*;)$", text, re.M)
    assert len(tls) == 5
    lines = "\n".join(tls).replace("/etc/letsencrypt/live/board.example.org/fullchain.pem", str(tmp_path / "chain.pem")).replace(
        "/etc/letsencrypt/live/board.example.org/privkey.pem", str(tmp_path / "key.pem"))
    path.write_text(text.replace(f"listen 127.0.0.1:{nginx.port};", f"listen 127.0.0.1:{nginx.port} ssl;\n{lines}"))
    nginx.check()


@pytest.mark.parametrize(("name", "servers"), [("upstream.conf", ["127.0.0.1:5000", "127.0.0.1:5001"]),
                                               ("compose-upstream.conf", ["board-1:5000", "board-2:5000"])])
def test_every_upstream_goes_by_the_board(name, servers):
    text = read(name)
    assert "hash $affinity consistent;" in text and re.findall(r"^server (\S+) ", text, re.M) == servers


def test_the_unit_reloads_by_replacing_and_waits_for_the_drain():
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str
    unit.read_string(read("board.service"))
    service = unit["Service"]
    assert service["ExecReload"].endswith("-HUP $MAINPID") and service["KillMode"] == "mixed"
    from board.supervisor import STOP_WITHIN
    assert int(service["TimeoutStopSec"]) > STOP_WITHIN
    assert service["NoNewPrivileges"] == "yes" and service["ProtectSystem"] == "strict"


def test_the_units_settings_are_settings():
    given = dict(line.split("=", 1) for line in read("board.env.example").splitlines() if "=" in line)
    settings = Settings.from_environment(given)
    assert settings.workers == 2 and settings.proxies == 1


def test_the_container_holds_all_that_the_program_is():
    text = read("Containerfile")
    copied = {word for line in re.findall(r"^COPY (?!--from)(.*) \S+$", text, re.M) for word in line.split()}
    assert all((ROOT / each).exists() for each in copied)
    assert {path.name for path in ROOT.glob("*.py")} | {"board", "static", "templates", "requirements.txt"} == copied
    assert re.search(r"^USER board$", text, re.M) and "/readyz" in text


def test_the_composition_knows_each_setting_and_shuts_off_what_is_not_needed():
    yaml = pytest.importorskip("yaml")
    services = yaml.safe_load(read("compose.yaml"))["services"]
    assert set(services) == {"board-1", "board-2", "postgres", "valkey", "nginx"}
    for name, service in services.items():
        assert service["read_only"] and service["cap_drop"] == ["ALL"] and "no-new-privileges:true" in service["security_opt"], name
        assert "healthcheck" in service or name.startswith("board"), name
        assert service.get("user") or name.startswith("board"), name
    assert services["board-1"]["environment"] == services["board-2"]["environment"]
    known = {each.metadata["variable"] for each in Settings.__dataclass_fields__.values()}
    assert set(services["board-1"]["environment"]) <= known
    assert [name for name, service in services.items() if "ports" in service] == ["nginx"]
