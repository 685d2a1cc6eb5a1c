"""Commands about other people's boards: what there is and how large, deleting one, new links for who lost theirs."""
from __future__ import annotations

from typing import Any

import click
import orjson
import requests

from . import checkup, hosting, operating
from .app_parts import parts
from .cli import commands
from .protocol import Refused

COLUMNS = (("board", 12), ("used_at", 10), ("people", 6), ("notes", 6), ("bytes", 10), ("keep_days", 9), ("archived", 8), ("title", 0))


@commands.command("list")
@click.option("--search", default="", help="Part of the title, or a whole id or code.")
@click.option("--sort", default="used", show_default=True, type=click.Choice(list(hosting.SORTS)))
@click.option("--order", type=click.Choice(["asc", "desc"]), help="The usual one of the column if left out.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def list_command(search: str, sort: str, order: str | None, as_json: bool) -> None:
    """All boards."""
    page, pages = 1, 1
    if not as_json:
        click.echo(_line({name: name for name, _ in COLUMNS}))
    while page <= pages:
        found = parts().database.read(hosting.read_boards, hosting.Asked(search, sort, order or hosting.SORTS[sort], page))
        for board in found["boards"]:
            click.echo(orjson.dumps(board) if as_json else _line({**board, "used_at": board["used_at"][:10]}))
        page, pages = page + 1, found["pages"]
    if not as_json:
        total = operating.totals()
        click.echo(f"{total['boards']} boards, database {total['database_bytes']:,} bytes, disk free {total['disk_free_bytes']:,} bytes")


@commands.command("show")
@click.argument("board_id")
def show_command(board_id: str) -> None:
    """One board's numbers."""
    click.echo(orjson.dumps(_asked(parts().database.read, hosting.read_board, board_id), option=orjson.OPT_INDENT_2))


@commands.command("delete")
@click.argument("board_id")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete_command(board_id: str, yes: bool) -> None:
    """Delete a board with everything of it. There is no way back but a backup."""
    board = _asked(parts().database.read, hosting.read_board, board_id)
    if not yes:
        typed = click.prompt(f"{board['title']!r} with {board['notes']} notes of {board['people']} people. Type its title to delete it")
        if not hosting.matches(board, "", typed):
            raise click.ClickException("That is not its title: nothing was deleted.")
    gone = _asked(operating.remove_board, board_id)
    click.echo(f"Deleted: {gone['rows']} rows.")


@commands.command("link")
@click.argument("board_id")
@click.argument("purpose", default="facilitator", type=click.Choice(hosting.OPERATOR_LINKS))
def link_command(board_id: str, purpose: str) -> None:
    """A new link for facilitators who lost theirs; the old one stops working, and the board's log says so."""
    key = _asked(operating.make_link, board_id, purpose)
    settings = parts().settings
    base = settings.public_url or f"http://localhost:{settings.port}"
    click.echo(f"{base.rstrip('/')}/join/{board_id}#{key}")


@commands.command("checkup")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--url", default="", help="Ask the server that runs there, with BOARD_OPERATOR_KEY, instead of looking from here.")
def checkup_command(as_json: bool, url: str) -> None:
    """Is this server set up as it should be? Ends with status 1 when something is bad."""
    lines = _lines_of(url) if url else checkup.check_all()
    state = checkup.worst(line["state"] for line in lines)
    if as_json:
        click.echo(orjson.dumps({"state": state, "lines": lines}, option=orjson.OPT_INDENT_2))
    else:
        for line in lines:
            click.echo(f"{line['state'].upper():4}  {_words('checkup.' + line['name'])}: {line['found']}")
            if line["state"] != "ok":
                click.echo(f"      {_words('checkup.' + line['name'] + '_do')}")
    raise SystemExit(int(state == "bad"))


def _lines_of(url: str) -> list[dict[str, str]]:
    key = parts().settings.operator_key
    try:
        answer = requests.get(url.rstrip("/") + "/api/admin/checkup", headers={"Authorization": f"Bearer {key}"}, timeout=30)
        answer.raise_for_status()
        lines: list[dict[str, str]] = answer.json()["lines"]
    except (requests.RequestException, ValueError, KeyError) as error:
        raise click.ClickException(f"{url} did not tell: {type(error).__name__}") from None
    return lines


def _words(key: str) -> str:
    return parts().catalogues.text(key, "en")


def _asked(work: Any, *arguments: Any) -> Any:
    try:
        return work(*arguments)
    except Refused as refused:
        raise click.ClickException("There is no such board." if refused.reason == "not_found" else str(refused)) from None


def _line(values: dict[str, Any]) -> str:
    return "  ".join(str(values[name]).ljust(width) if name in ("board", "title", "used_at", "archived") else str(values[name]).rjust(width)
                     for name, width in COLUMNS).rstrip()
