"""``fishbowl restore``: put a backup in the place of the database."""

import time
from pathlib import Path

import click

from fishbowl.cli.common import db_option, erasures_option, examples
from fishbowl.cli.progress import progress
from fishbowl.host.clock import wall_ms
from fishbowl.log import StoreError
from fishbowl.services.restoring import Restored, restore


@click.command("restore", epilog=examples("fishbowl restore /media/stick/talks.20261130-094500.db"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--accept-broken",
    is_flag=True,
    help="Restore also if some sessions in FILE are broken; the others are served.",
)
@erasures_option
@db_option
def command(file: Path, accept_broken: bool, db: Path, erasures: Path | None) -> None:
    """Put the backup FILE in the place of the database.

    FILE is verified first. What was erased since it was made is erased in it again. The database
    that is there is kept under another name. Stop the server before.
    """
    with progress(kept="Nothing was changed.") as report:
        try:
            done = restore(
                file,
                db,
                now_ms=wall_ms(),
                erasures=erasures,
                accept_broken=accept_broken,
                report=report,
            )
        except (StoreError, OSError) as error:
            raise click.ClickException(str(error)) from error
    for line in _said(done, file, db):
        click.echo(line)


def _said(done: Restored, file: Path, db: Path) -> list[str]:
    sessions = (
        "1 session" if done.verified.sessions == 1 else f"{done.verified.sessions:,} sessions"
    )
    until = ""
    if done.latest_ms:
        at = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(done.latest_ms / 1000))
        until = f", the last entry of {at}"
    lines = [f"Restored {file} to {db}: {sessions}, {done.verified.entries:,} entries{until}."]
    if done.verified.broken:
        lines.append(f"Broken and not served: {', '.join(sorted(done.verified.broken))}.")
    if done.reapplied:
        lines.append(str(done.reapplied))
    if done.aside is not None:
        lines.append(f"The database that was there is in {done.aside}. Delete it once all is well.")
    lines.append("Start the server as usual. Links and sign-ins are those of the backup.")
    return lines
