"""``fishbowl backup``: a verified copy of the database, beside a server that runs."""

import os
import re
import time
from contextlib import suppress
from pathlib import Path

import click

from fishbowl.cli.common import db_option, erasures_option, examples
from fishbowl.cli.progress import duration, progress
from fishbowl.log import StoreError
from fishbowl.services.backups import Backup, Failed, attempt, back_up

KEEP = 24
EVERY_MIN_S = 1
_EVERY = re.compile(r"(\d{1,6})\s*(s|min|m|h|d)?")
_SECONDS = {"": 1, "s": 1, "m": 60, "min": 60, "h": 3_600, "d": 86_400}


class Interval(click.ParamType[float]):
    """A time such as ``60s``, ``10min`` or ``1h``, in seconds."""

    name = "interval"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Read it; a number alone is in seconds."""
        found = _EVERY.fullmatch(str(value).strip())
        if found is None:
            self.fail(f"{value!r} is no time; write 60s, 10min or 1h.", param, ctx)
        seconds = int(found[1]) * _SECONDS[found[2] or ""]
        if seconds < EVERY_MIN_S:
            self.fail(f"the shortest time is {EVERY_MIN_S}s.", param, ctx)
        return float(seconds)


@click.command(
    "backup",
    epilog=examples(
        "fishbowl backup talks-backup.db",
        "fishbowl backup /media/stick/talks.db --every 60s --keep 24",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--every",
    "every_s",
    type=Interval(),
    metavar="TIME",
    help="Go on, and make one again after this time: 60s, 10min, 1h.",
)
@click.option(
    "--keep",
    type=click.IntRange(1, 10_000),
    default=KEEP,
    show_default=True,
    help="With --every: how many of the last backups are kept.",
)
@erasures_option
@db_option
def command(file: Path, every_s: float | None, keep: int, db: Path, erasures: Path | None) -> None:
    """Copy the database to FILE while the server runs, and verify the copy.

    The copy holds everything, names and keys included, and is readable by you alone. With --every
    the time is put into the name: talks.db becomes talks.20261130-094500.db.
    """
    _work_quietly()
    if every_s is None:
        _once(db, file, erasures)
    else:
        _again_and_again(db, file, erasures, every_s, keep)


def _work_quietly() -> None:
    """Let the server and everything else go first."""
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(10)


def _once(db: Path, file: Path, erasures: Path | None) -> None:
    with progress(kept="No backup was made; what was there before is as it was.") as report:
        try:
            made = back_up(db, file, erasures=erasures, report=report)
        except (StoreError, OSError) as error:
            raise click.ClickException(f"No backup was made: {error}") from error
    click.echo(said(made))


def _again_and_again(
    db: Path, file: Path, erasures: Path | None, every_s: float, keep: int
) -> None:
    known: dict[str, bytes] = {}
    click.echo(f"A backup every {duration(every_s)}; the last {keep} are kept. Ctrl+C ends it.")
    with progress(kept="The backups that were made are whole.") as report:
        while True:
            began_s = time.monotonic()
            made = attempt(db, file, keep, known, erasures=erasures, report=report)
            report.end()
            at = time.strftime("%H:%M:%S")
            if isinstance(made, Failed):
                report.say(f"{at}  No backup was made: {made.why}", err=True)
            else:
                known = made.verified.heads
                removed = f" {made.removed} older removed." if made.removed else ""
                report.say(f"{at}  {said(made)}{removed}")
            time.sleep(max(0.0, began_s + every_s - time.monotonic()))


def said(made: Backup) -> str:
    """Say what a backup holds."""
    sessions = (
        "1 session" if made.verified.sessions == 1 else f"{made.verified.sessions:,} sessions"
    )
    return (
        f"{made.path}: {sessions}, {made.verified.entries:,} entries, "
        f"{made.path.stat().st_size / 1e6:,.1f} MB, verified."
    )
