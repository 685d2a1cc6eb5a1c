"""Keys that sign cookies: the file they are kept in, and which are too weak to start with.

The first line of the file is the key that signs. Further lines are earlier keys that are still believed, each with the day
after which it is not: `key 2024-05-01`.
"""
from __future__ import annotations

import os
import secrets
from datetime import date, timedelta
from pathlib import Path

LEAST = 32          # characters
DISTINCT = 8        # of them; 32 random hexadecimal digits have fewer once in tens of millions
# Parts of keys that stand in examples; no random key holds one.
KNOWN = ("changeme", "change-me", "change_me", "changethis", "change-this", "secretkey", "secret-key", "secret_key", "your-secret",
         "yoursecret", "my-secret", "mysecret", "supersecret", "super-secret", "default", "password", "example", "insecure", "01234567",
         "12345678", "abcdefgh", "operator-key", "operatorkey", "replace-me", "replaceme", "not-a-secret", "notasecret", "letmein")


def weakness(text: str) -> str:
    """Why this is no key to rely on, or "". The text is not in the answer."""
    if len(text) < LEAST:
        return f"must have {LEAST} characters or more"
    if any(part in text.lower() for part in KNOWN):
        return "is a known one from an example: make one of your own"
    if len(set(text)) < DISTINCT:
        return "is easily guessed: make a random one"
    return "" if text.isprintable() and " " not in text else "must be one line without blanks"


def read_keys(path: Path, today: date | None = None) -> tuple[str, ...]:
    """The key that signs, then those still believed. Raises ValueError that says what is wrong with which line."""
    today = today or date.today()
    first, *older = path.read_text("ascii").splitlines() or [""]
    if weakness(first.strip()):
        raise ValueError(f"its first line {weakness(first.strip())}")
    keys = [first.strip()]
    for number, line in enumerate(older, 2):
        key, _, until = line.strip().partition(" ")
        if not key:
            continue
        try:
            if date.fromisoformat(until) >= today:
                keys.append(key)
        except ValueError:
            raise ValueError(f"line {number} is no key with the last day it is believed") from None
    return tuple(keys)


def write_first_key(path: Path) -> tuple[str, ...]:
    """A new file with a key of 256 bits, readable by its owner only. Raises FileExistsError."""
    key = secrets.token_urlsafe(32)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(key + "\n")
    return (key,)


def rotate(path: Path, days: int, today: date | None = None) -> None:
    """A new key signs; the old one is believed for `days` more, with 0 days nothing of before is: the file may have leaked, and
    earlier keys with it. It is replaced at once, so no reader sees half of it."""
    today = today or date.today()
    lines = [secrets.token_urlsafe(32)]
    if path.exists():
        read_keys(path, today)
        first, *older = path.read_text("ascii").splitlines()
        if days:
            lines.append(f"{first.strip()} {today + timedelta(days=days)}")
            lines += [line for line in older if line.strip() and date.fromisoformat(line.split()[1]) >= today]
    made = path.with_name(path.name + ".new")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    made.replace(path)
