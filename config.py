"""Settings: every `BOARD_*` variable, its default and its sentence, read once at start.

A wrong value stops the start and names the variable. `docs/configuration.md` is compared with this file by a test.
"""
from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import keyfile

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
LOOPBACK = ("127.0.0.1", "localhost", "::1")     # hosts that are this machine


class SettingError(ValueError):
    """A setting has a value that cannot work; the text names the variable."""


def _setting(variable: str, default: Any, sentence: str, **more: Any) -> Any:
    return field(default=default, metadata={"variable": variable, "sentence": sentence, **more})


@dataclass(frozen=True)
class Settings:
    host: str = _setting("HOST", "127.0.0.1", "Address to listen on; `0.0.0.0` to be reached from other machines.")
    port: int = _setting("PORT", 5000, "Port to listen on.", least=0, most=65535)
    data: Path = _setting("BOARD_DATA", Path("data"), "Folder that holds the database, the key and files.")
    database_url: str = _setting(
        "BOARD_DATABASE_URL", "", "SQLAlchemy address of the database; empty means SQLite in the data folder.", secret=True)
    redis_url: str = _setting(
        "BOARD_REDIS_URL", "", "Redis address, the hint channel between several processes; one process needs none.", secret=True)
    workers: int = _setting(
        "BOARD_WORKERS", 1, "Serving processes, each on a port of its own from `PORT` on (`run.py --workers`).", least=1, most=64)
    async_mode: str = _setting(
        "BOARD_ASYNC_MODE", "eventlet", "How connections are served: `eventlet`, or `threading`.",
        choices=("eventlet", "threading", "inline"))
    secret_key: str = _setting(
        "BOARD_SECRET_KEY", "", "Key that signs cookies, 32 characters or more; empty means the one kept in the data folder.",
        secret=True)
    secret_key_fallbacks: tuple[str, ...] = _setting(
        "BOARD_SECRET_KEY_FALLBACKS", (), "Earlier keys, comma-separated, that are still believed but sign nothing.", secret=True)
    operator_key: str = _setting(
        "BOARD_OPERATOR_KEY", "", "Key to `/admin` and `/checkup`, 32 characters or more; empty means there are no such pages.",
        secret=True)
    public_url: str = _setting(
        "BOARD_PUBLIC_URL", "",
        "Address people reach the board at, such as `https://board.example.org`; empty means the one they asked for.")
    contact: str = _setting(
        "BOARD_CONTACT", "", "An e-mail address or `https://` address for people whom something keeps out; shown on `/accessibility`.")
    allowed_origins: tuple[str, ...] = _setting(
        "BOARD_ALLOWED_ORIGINS", (), "Further origins, comma-separated, whose pages may open sockets and change boards.")
    proxies: int = _setting(
        "BOARD_PROXIES", 0, "How many reverse proxies stand in front and set `X-Forwarded-*`.", least=0, most=5)
    creation: str = _setting(
        "BOARD_CREATION", "open", "Who may make boards: everybody, who knows a passphrase, or who signs in by OpenID Connect.",
        choices=("open", "passphrase", "oidc"))
    creation_passphrase: str = _setting(
        "BOARD_CREATION_PASSPHRASE", "", "The passphrase of `BOARD_CREATION=passphrase`, 8 characters or more.", secret=True)
    oidc_issuer: str = _setting("BOARD_OIDC_ISSUER", "", "Address of the OpenID provider, as it calls itself.")
    oidc_client_id: str = _setting("BOARD_OIDC_CLIENT_ID", "", "What the provider knows this board as.")
    oidc_client_secret: str = _setting(
        "BOARD_OIDC_CLIENT_SECRET", "", "The secret that goes with it; empty for a public client, which PKCE protects.", secret=True)
    oidc_domains: tuple[str, ...] = _setting(
        "BOARD_OIDC_DOMAINS", (), "Domains of e-mail addresses that may make boards, comma-separated; empty means any.")
    oidc_groups: tuple[str, ...] = _setting(
        "BOARD_OIDC_GROUPS", (), "Groups (claim `groups`) that may make boards, comma-separated; empty means any.")
    oidc_scopes: tuple[str, ...] = _setting(
        "BOARD_OIDC_SCOPES", (), "Further scopes to ask the provider for, such as the one that tells groups.")
    frame_ancestors: str = _setting(
        "BOARD_FRAME_ANCESTORS", "'none'", "Who may show a board in a frame (the CSP directive's value).")
    rate_changes: int = _setting(
        "BOARD_RATE_CHANGES", 30, "Changes a second from one seat; 0 means no limit.", least=0)
    rate_changes_burst: int = _setting(
        "BOARD_RATE_CHANGES_BURST", 100, "Changes one seat may send at once before the rate holds it back.", least=1)
    rate_notes: int = _setting(
        "BOARD_RATE_NOTES", 300, "New notes a minute from one seat, all at once if it likes; 0 means no limit.", least=0)
    rate_guesses: int = _setting(
        "BOARD_RATE_GUESSES", 10, "Wrong codes or links a minute from one device.", least=1)
    rate_boards: int = _setting(
        "BOARD_RATE_BOARDS", 60, "New boards an hour from one device; twenty times that from one address; 0 means no limit.", least=0)
    max_notes: int = _setting("BOARD_MAX_NOTES", 10_000, "Notes on one board, its trash not counted.", least=1)
    max_seats: int = _setting("BOARD_MAX_SEATS", 5_000, "Seats on one board.", least=1)
    max_import: int = _setting("BOARD_MAX_IMPORT", 20_000_000, "Bytes of a file to import.", least=1)
    export_memory: int = _setting(
        "BOARD_EXPORT_MEMORY", 2_000, "Megabytes of memory that making one file, or reading one, may take.", least=200)
    export_seconds: int = _setting("BOARD_EXPORT_SECONDS", 120, "Seconds that making one file may take.", least=5, most=600)
    export_processes: int = _setting("BOARD_EXPORT_PROCESSES", 1, "Files made at the same time; more wait in line.", least=1, most=16)
    export_fonts: tuple[str, ...] = _setting(
        "BOARD_EXPORT_FONTS", (), "Further folders of fonts for PDF and pictures, comma-separated, such as those of Chinese or Japanese.")
    model: str = _setting(
        "BOARD_MODEL", "",
        "Folder of a language model (model2vec or sentence-transformers) that helps to suggest clusters; none is needed.")
    translator: str = _setting(
        "BOARD_TRANSLATOR", "off",
        "Who suggests translations to those who may translate: nobody, the person's own browser on their device, or the address of "
        "`BOARD_TRANSLATE_URL`.", choices=("off", "browser", "server"))
    translate_url: str = _setting(
        "BOARD_TRANSLATE_URL", "",
        "LibreTranslate-compatible address for `BOARD_TRANSLATOR=server`, such as `http://127.0.0.1:5001`; without TLS only on this "
        "machine or in its private network.")
    translate_key: str = _setting("BOARD_TRANSLATE_KEY", "", "The key that it asks for, if it does.", secret=True)
    keep_days: int = _setting(
        "BOARD_KEEP_DAYS", 0, "Days after its last change until a board is deleted; its facilitators may choose fewer. 0 means never.",
        least=0, most=3650)
    trash_days: int = _setting(
        "BOARD_TRASH_DAYS", 30, "Days until deleted notes and comments are gone for good; 0 means with their board.", least=0, most=3650)
    history_days: int = _setting(
        "BOARD_HISTORY_DAYS", 365, "Days that the history of a board goes back; 0 means to its beginning.", least=0, most=3650)
    direct_send: bool = _setting(
        "BOARD_DIRECT_SEND", True, "Write messages straight to the sockets; off means the library's slower path.")
    metrics_token: str = _setting(
        "BOARD_METRICS_TOKEN", "",
        "Who shows it (`Authorization: Bearer`) may read `/metrics`, 16 characters or more; empty means programs on this machine alone.",
        secret=True)
    log_level: str = _setting(
        "BOARD_LOG_LEVEL", "INFO", "How much is logged.", choices=("DEBUG", "INFO", "WARNING", "ERROR"))
    log_format: str = _setting(
        "BOARD_LOG_FORMAT", "text", "How lines of the log are written: `text`, or `json`, an object a line.", choices=("text", "json"))
    bundle: str = _setting(
        "BOARD_BUNDLE", "", "Folder of a release bundle (`make bundle`); empty means `static/bundle`. Used only if it fits the files here.")
    dev: bool = _setting("BOARD_DEV", False, "For work on the browser's files: they are read anew for each request.")

    def __post_init__(self) -> None:
        for each in fields(self):
            _check(each, getattr(self, each.name))
        if self.contact and not (_CONTACT.fullmatch(self.contact) or _is_web(self.contact) and self.contact.isprintable()):
            raise SettingError("BOARD_CONTACT must be an address such as help@example.org or https://example.org/help")
        if self.public_url and not _is_web(self.public_url):
            raise SettingError("BOARD_PUBLIC_URL must be an address such as https://board.example.org")
        for origin in self.allowed_origins:
            if not _is_web(origin) or urlsplit(origin).path:
                raise SettingError(f"BOARD_ALLOWED_ORIGINS: {origin!r} is not an origin such as https://example.org")
        if self.database_url and urlsplit(self.database_url).scheme.split("+")[0] not in ("sqlite", "postgresql"):
            raise SettingError("BOARD_DATABASE_URL must start with sqlite:// or postgresql://")
        if self.redis_url and urlsplit(self.redis_url).scheme not in ("redis", "rediss", "unix"):
            raise SettingError("BOARD_REDIS_URL must start with redis://, rediss:// or unix://")
        if not self.frame_ancestors or set(self.frame_ancestors) & set(";,") or not self.frame_ancestors.isprintable():
            raise SettingError("BOARD_FRAME_ANCESTORS must be the value of one CSP directive, such as 'self' https://example.org")
        if self.model and not Path(self.model).is_dir():
            raise SettingError("BOARD_MODEL must be a folder that is there")
        if self.bundle and not Path(self.bundle).is_dir():
            raise SettingError("BOARD_BUNDLE must be a folder that is there")
        for folder in self.export_fonts:
            if not Path(folder).is_dir():
                raise SettingError(f"BOARD_EXPORT_FONTS: {folder!r} is no folder that is there")
        if self.metrics_token and len(self.metrics_token) < 16:
            raise SettingError("BOARD_METRICS_TOKEN must have 16 characters or more")
        for variable, key in (("BOARD_SECRET_KEY", self.secret_key), ("BOARD_OPERATOR_KEY", self.operator_key),
                              *(("BOARD_SECRET_KEY_FALLBACKS", each) for each in self.secret_key_fallbacks)):
            if key and keyfile.weakness(key):
                raise SettingError(f"{variable} {keyfile.weakness(key)}")
        if self.operator_key and self.operator_key in (self.secret_key, *self.secret_key_fallbacks):
            raise SettingError("BOARD_OPERATOR_KEY must not be a key that signs cookies")

        self._check_creation()
        self._check_translator()

    def _check_creation(self) -> None:
        passphrase, issuer = self.creation_passphrase, urlsplit(self.oidc_issuer)
        if passphrase and (len(passphrase) < 8 or len(passphrase) > 200 or passphrase != passphrase.strip()):
            raise SettingError("BOARD_CREATION_PASSPHRASE must have 8 to 200 characters and no blanks around it")
        if self.creation == "passphrase" and not passphrase:
            raise SettingError("BOARD_CREATION=passphrase needs BOARD_CREATION_PASSPHRASE")
        if self.oidc_issuer and (not is_safe(self.oidc_issuer) or issuer.query or issuer.fragment):
            raise SettingError("BOARD_OIDC_ISSUER must be an address such as https://login.example.org")
        for variable, given in (("BOARD_OIDC_DOMAINS", self.oidc_domains), ("BOARD_OIDC_GROUPS", self.oidc_groups),
                                ("BOARD_OIDC_SCOPES", self.oidc_scopes)):
            if any(not each.isprintable() or "@" in each and variable != "BOARD_OIDC_GROUPS" for each in given):
                raise SettingError(f"{variable} must be a list such as a, b")
        if self.creation == "oidc":
            needed = {"BOARD_OIDC_ISSUER": self.oidc_issuer, "BOARD_OIDC_CLIENT_ID": self.oidc_client_id,
                      "BOARD_PUBLIC_URL": self.public_url}
            for variable, given in needed.items():
                if not given:
                    raise SettingError(f"BOARD_CREATION=oidc needs {variable}")

    def _check_translator(self) -> None:
        address, key = urlsplit(self.translate_url), self.translate_key
        if self.translate_url and (not _is_web(self.translate_url) or address.query or address.fragment or address.username is not None
                                   or not self.translate_url.isprintable() or " " in self.translate_url):
            raise SettingError("BOARD_TRANSLATE_URL must be an address such as https://translate.example.org")
        if self.translate_url and address.scheme == "http" and not _is_near(address.hostname or ""):
            raise SettingError("BOARD_TRANSLATE_URL must begin with https:// unless it is on this machine or in its private network")
        if key and (len(key) > 200 or not key.isprintable() or not key.isascii() or key != key.strip()):
            raise SettingError("BOARD_TRANSLATE_KEY must be of up to 200 plain characters without blanks around it")
        if self.translator == "server" and not self.translate_url:
            raise SettingError("BOARD_TRANSLATOR=server needs BOARD_TRANSLATE_URL")

    def __repr__(self) -> str:
        shown = (f"{f.name}={'…' if f.metadata.get('secret') and getattr(self, f.name) else repr(getattr(self, f.name))}"
                 for f in fields(self))
        return f"Settings({', '.join(shown)})"

    @property
    def database(self) -> str:
        """The database address that is used."""
        return self.database_url or f"sqlite:///{(self.data / 'board.db').absolute()}"

    def make_folder(self) -> None:
        """The data folder, if it is not there: for the board's own user only, since it holds what people wrote."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)

    def keys(self) -> tuple[str, ...]:
        """The key that signs, then those that are still believed: the settings', else the data folder's file, which the first
        start writes (256 bits, mode 0600)."""
        if self.secret_key:
            return (self.secret_key, *self.secret_key_fallbacks)
        path = self.data / "key"
        try:
            found = keyfile.write_first_key(path)
        except FileExistsError:
            try:
                found = keyfile.read_keys(path)
            except ValueError as error:
                raise SettingError(f"{path} holds no key to rely on: {error}. Remove it to have a new one made") from None
        return (*found, *self.secret_key_fallbacks)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ, **given: Any) -> Settings:
        """Settings from the environment; `given` ones win. Raises SettingError, also for an unknown `BOARD_*` name."""
        known = {f.metadata["variable"]: f for f in fields(cls)}
        for name in environment:
            if name.startswith("BOARD_") and name not in known and not name.startswith("BOARD_TEST_"):
                raise SettingError(f"{name} is not a setting; see docs/configuration.md")
        values = {f.name: _read(variable, f.default, environment[variable])
                  for variable, f in known.items() if variable in environment}
        return cls(**{**values, **given})


def is_safe(address: str) -> bool:
    """An address to which secrets may be sent: by TLS, or on this machine; none with a name or password in it."""
    parts = urlsplit(address)
    return bool(parts.hostname) and parts.username is None and (
        parts.scheme == "https" or parts.scheme == "http" and parts.hostname in LOOPBACK)


def _is_web(address: str) -> bool:
    return urlsplit(address).scheme in ("http", "https") and bool(urlsplit(address).hostname)


def _is_near(host: str) -> bool:
    """On this machine, or beside it: a private address, or a name without a domain, as in a network of containers."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host in LOOPBACK or "." not in host


def _read(variable: str, default: Any, text: str) -> Any:
    try:
        if isinstance(default, bool):
            return {"1": True, "true": True, "0": False, "false": False, "": False}[text.lower()]
        if isinstance(default, int):
            return int(text)
    except (KeyError, ValueError):
        raise SettingError(f"{variable} must be {'0 or 1' if isinstance(default, bool) else 'a whole number'}, not {text!r}") from None
    if isinstance(default, Path):
        return Path(text)
    if isinstance(default, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return text


def _check(setting: Any, value: Any) -> None:
    variable, rules = setting.metadata["variable"], setting.metadata
    if "choices" in rules and value not in rules["choices"]:
        raise SettingError(f"{variable} must be one of {', '.join(rules['choices'])}, not {value!r}")
    if "least" in rules and value < rules["least"] or "most" in rules and value > rules["most"]:
        raise SettingError(f"{variable} is out of range: {value}")
