"""The schema the migrations make is the one the models describe."""
from __future__ import annotations

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from board import db
from board.models import Base


def schema(url, work):
    engine = db.make_engine(url, one_thread=True)
    try:
        with engine.connect() as connection:
            return work(connection)
    finally:
        engine.dispose()


def test_migrations_and_models_agree(migrated):
    def default_differs(_context, _inspected, _column, inspected, _metadata, rendered):
        return (inspected or "").strip("()'") != (rendered or "").strip("()'")     # SQLite tells of '' as ('')

    def differences(connection):
        return compare_metadata(MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": default_differs}), Base.metadata)
    assert schema(f"sqlite:///{migrated}", differences) == []


def test_checks_and_foreign_keys_are_in_the_database(migrated, tmp_path):
    def rules(connection):
        inspector = sa.inspect(connection)
        return {table: (sorted(each["name"] for each in inspector.get_check_constraints(table)),
                        sorted(each["name"] for each in inspector.get_foreign_keys(table)),
                        all(each["options"].get("ondelete") == "CASCADE" for each in inspector.get_foreign_keys(table)))
                for table in Base.metadata.tables}

    def created(connection):
        Base.metadata.create_all(connection)
        return rules(connection)
    found = schema(f"sqlite:///{migrated}", rules)
    assert found == schema("sqlite://", created)
    assert all(cascades for _, _, cascades in found.values())


def test_migrating_again_changes_nothing(tmp_path):
    url = f"sqlite:///{tmp_path / 'board.db'}"
    db.migrate(url)
    before = (tmp_path / "board.db").read_bytes()
    db.migrate(url)
    assert (tmp_path / "board.db").read_bytes() == before


def test_what_durability_rests_on_is_set(migrated):
    def pragmas(connection):
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")}
    assert schema(f"sqlite:///{migrated}", pragmas) == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000,
                                                           "secure_delete": 1}
