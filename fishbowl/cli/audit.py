"""``fishbowl audit``: who did what to this installation."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from fishbowl.access.codes import spoken
from fishbowl.cli.common import db_option, examples, open_for_reading
from fishbowl.log import audit as table
from fishbowl.log.audit import LINES_MAX, AuditLine
from fishbowl.log.connection import connect
from fishbowl.services.audit_export import to_csv, to_json
from fishbowl.web.audit.words import what_words, who_words


@click.command(
    "audit",
    epilog=examples("fishbowl audit --last 20", "fishbowl audit --csv > audit.csv"),
)
@click.option("--json", "format", flag_value="json", help="Print a JSON object.")
@click.option("--csv", "format", flag_value="csv", help="Print a table for a spreadsheet.")
@click.option(
    "--last",
    type=click.IntRange(1, LINES_MAX),
    metavar="N",
    help="Only the latest N lines.",
)
@db_option
def command(db: Path, format: str | None, last: int | None) -> None:
    """Print the audit list, the latest first: sign-ins, wrong keys, renewed links, people sent
    out, exports, publications and deletions.

    It names no participants. What a running server noted in the last second may be missing.
    """
    store = open_for_reading(db)
    store.close()
    try:
        with closing(connect(store.path, readonly=True)) as connection:
            lines = table.read(connection, most=last or LINES_MAX)
    except sqlite3.Error as error:
        raise click.ClickException(f"The audit list cannot be read: {error}.") from error
    if format == "json":
        click.echo(to_json(lines), nl=False)
    elif format == "csv":
        click.echo(to_csv(lines).encode(), nl=False)
    elif not lines:
        click.echo("Nothing is listed yet.")
    else:
        for line in lines:
            click.echo(_line(line))


def _line(line: AuditLine) -> str:
    at = datetime.fromtimestamp(line.at_ms / 1000, UTC).astimezone()
    about = f"  ({spoken(line.code)})" if line.code else ""
    return f"{at:%Y-%m-%d %H:%M}  {who_words(line)}: {what_words(line)}{about}"
