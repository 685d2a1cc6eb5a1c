"""Commands to keep boards safe and to let go of them: purge, backup, restore, verify."""
from __future__ import annotations

import click

from .app_parts import parts
from .cli import commands
from .keeping.purge import purge


@commands.command("purge")
@click.option("--dry-run", is_flag=True, help="Say what would be deleted, and delete nothing.")
def purge_command(dry_run: bool) -> None:
    """Delete what is due: boards nobody uses, old trash and refusals, the older part of long histories. The server does it daily."""
    done = purge(parts(), dry_run=dry_run)
    for board_id in done.boards:
        click.echo(f"board {board_id}")
    click.echo(f"{'Due' if dry_run else 'Deleted'}: {len(done.boards)} boards, {done.trash} notes and comments in the trash, "
               f"{done.refusals} refusals, {done.history} changes of histories.")
