"""Commands to keep boards safe and to let go of them: purge, backup, restore, verify."""
from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from .app_parts import parts
from .cli import commands
from .keeping import backup, erased
from .keeping.archive import BackupError
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


@commands.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--with-key", is_flag=True, help="Also the key that signs cookies: whoever has the file has it then.")
@click.option("--keep", default=0, type=click.IntRange(0, 10_000), help="Into a folder: keep so many of the newest backups there.")
def backup_command(target: Path, with_key: bool, keep: int) -> None:
    """Copy everything to a file, or into a folder under a name with the time, while people write."""
    made, manifest = _done(backup.make, _here(), target, version=parts().version, with_key=with_key, keep=keep)
    click.echo(f"{made}: {len(manifest['boards'])} boards, {manifest['bytes']:,} bytes, {manifest['seconds']:.1f} s")


@commands.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
def verify_command(file: Path) -> None:
    """Look a backup through to its last byte."""
    manifest, remark = _done(backup.verify, file)
    click.echo(f"Whole: {len(manifest['boards'])} boards of {manifest['at']}, {manifest['database']}, schema {manifest['revision']}, "
               f"digest {manifest['digest'][:16]}" + (f"\nNot looked through: {remark}" if remark else ""))


@commands.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the boards that are here.")
def restore_command(file: Path, force: bool) -> None:
    """Put a backup in place. Stop the board first."""
    parts().database.dispose()
    manifest = _done(backup.restore, _here(), file, force=force)
    click.echo(f"Restored: {len(manifest['boards'])} boards as they were at {manifest['at']}.")
    done, refusals = erased.repeat(parts())
    if done:
        click.echo(f"Erased again: {done} people who had been since.")
    for board_id, seat_id, refused in refusals:
        click.echo(f"Not erased again: seat {seat_id} of board {board_id}, " + (
            "which leads it alone: make somebody else facilitator, then erase it." if refused.details == {"field": "role"} else
            f"refused as {refused.reason}: restore once more."))


def _here() -> backup.Place:
    settings = parts().settings
    return backup.Place(settings.data, settings.database)


def _done(work: Any, *arguments: Any, **named: Any) -> Any:
    try:
        with _stoppable():
            return work(*arguments, **named)
    except (BackupError, OSError) as error:
        raise click.ClickException(str(error)) from None


@contextmanager
def _stoppable() -> Iterator[None]:
    """Who is told to stop clears away first: what is unfinished is a plain copy of every board."""
    def stop(number: int, _frame: Any) -> None:
        for each in given:
            signal.signal(each, signal.SIG_IGN)
        raise SystemExit(128 + number)
    given = [each for each in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(each) == signal.SIG_DFL]
    for each in given:
        signal.signal(each, stop)
    try:
        yield
    finally:
        for each in given:
            signal.signal(each, signal.SIG_DFL)
