"""A PostgreSQL that takes connections and says nothing: whoever waits for it is let go."""
from __future__ import annotations

import socket

import pytest
import sqlalchemy as sa

from board import db


def test_nobody_waits_for_ever(monkeypatch):
    monkeypatch.setattr(db, "CONNECT_WITHIN", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        engine = db.make_engine(f"postgresql+psycopg2://board@127.0.0.1:{silent.getsockname()[1]}/board")
        with pytest.raises(sa.exc.OperationalError, match="no word from the server"):
            engine.connect()
        engine.dispose()
