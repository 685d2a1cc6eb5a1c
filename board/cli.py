"""Commands for the host: `flask --app run board …`."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from flask import Flask
from flask.cli import AppGroup

import keyfile

from .app_parts import parts
from .boards import create_board
from .db import migrate
from .export.formats import FORMATS
from .export.wish import parse
from .export.words import Words, languages
from .exports import read_for
from .protocol import Refused

commands = AppGroup("board", help="Run and keep boards.")


def init_app(app: Flask) -> None:
    from . import cli_host, cli_keeping  # noqa: F401  their commands add themselves
    app.cli.add_command(commands)


@commands.command("migrate")
def migrate_command() -> None:
    """Bring the database to the newest schema."""
    migrate(parts().settings.database)
    click.echo("The database is up to date.")


@commands.command("rotate-key")
@click.option("--days", default=30, show_default=True, type=click.IntRange(0, 365), help="How long cookies of the old key are still good.")
def rotate_key_command(days: int) -> None:
    """Sign cookies with a new key from the next start on."""
    settings = parts().settings
    if settings.secret_key:
        raise click.ClickException("The key is given in BOARD_SECRET_KEY: set a new one, and move the old to BOARD_SECRET_KEY_FALLBACKS.")
    path = settings.data / "key"
    keyfile.rotate(path, days)
    believed = f"the old one is believed for {days} days more" if days else "none of before is believed then"
    click.echo(f"A new key is in {path}. Restart the board to sign with it; {believed}.")


@commands.command("export")
@click.argument("board_id")
@click.argument("name", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.option("--names/--no-names", default=False, help="Include people's names.")
@click.option("--comments/--no-comments", default=False, help="Include comments in reports.")
@click.option("--series/--no-series", default=False, help="In reports, also what became of earlier boards' challenges.")
@click.option("--language", default="en", type=click.Choice(languages()), help="Language of headings and labels.")
@click.option("--theme", help="Only this theme (its id).")
@click.option("--association", help="Only what this association wrote.")
@click.option("--separator", default="", type=click.Choice([",", ";", ""]), help="Of CSV; the language's own if left out.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write; standard output if left out.")
def export_command(board_id: str, name: str, out: Path | None, **options: Any) -> None:
    """Write a board as a file, in any of the formats."""
    given = {key: value for key, value in options.items() if value is not None}
    try:
        wish = parse({"format": name, **given}, "en")
        _, content = parts().database.read(read_for, board_id, wish, "facilitator")
        made = parts().exporting.make(content, wish)
    except Refused as refused:
        raise click.ClickException(" ".join(str(each) for each in refused.answer().values())) from None
    words = Words(wish.language)
    for key, values in made.remarks:
        click.echo(words(key, **values), err=True)
    if out:
        out.write_bytes(made.body)
    else:
        click.get_binary_stream("stdout").write(made.body)


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
