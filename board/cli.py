"""Commands for the host: `flask --app run board …`."""
from __future__ import annotations

from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup

from .app_parts import parts
from .boards import create_board
from .db import migrate
from .export import EXPORTS, read_content

commands = AppGroup("board", help="Run and keep boards.")


def init_app(app: Flask) -> None:
    app.cli.add_command(commands)


@commands.command("migrate")
def migrate_command() -> None:
    """Bring the database to the newest schema."""
    migrate(parts().settings.database)
    click.echo("The database is up to date.")


@commands.command("export")
@click.argument("board_id")
@click.argument("name", type=click.Choice(sorted(EXPORTS)))
@click.option("--names/--no-names", default=False, help="Include people's names.")
@click.option("--language", default="en", help="Language of the headings.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write; standard output if left out.")
def export_command(board_id: str, name: str, names: bool, language: str, out: Path | None) -> None:
    """Write a board as a file."""
    content = parts().database.read(read_content, board_id, names=names)
    body = EXPORTS[name].write(content, lambda key: parts().catalogues.text(key, language))
    if out:
        out.write_bytes(body)
    else:
        click.get_binary_stream("stdout").write(body)


def open_demo(app: Flask) -> dict[str, str]:
    """The demo board, made when there is none yet, with fresh links: `{board, code, facilitator, participant}` (keys)."""
    from . import access
    from .demo import load
    from .imports.json_file import check_export
    with app.app_context():
        settings, database = parts().settings, parts().database
        kept = settings.data / "demo-board"
        board_id = kept.read_text("ascii").strip() if kept.exists() else ""
        code = ""
        try:
            code = database.read(access.board_row, board_id)["code"]
        except Exception:
            board, records = check_export(load(), max_notes=settings.max_notes, max_seats=settings.max_seats)
            made = database.write(create_board, board, records)
            board_id, code = made["board"], made["code"]
            kept.write_text(board_id + "\n", "ascii")
        keys = {purpose: database.write(access.replace_link, board_id, purpose) for purpose in ("facilitator", "participant")}
        return {"board": board_id, "code": code, **keys}
