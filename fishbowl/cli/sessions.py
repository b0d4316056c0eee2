"""``fishbowl sessions``: lists the sessions of a database."""

import json
from pathlib import Path

import click
import msgspec

from fishbowl.cli.common import db_option, examples, open_for_reading


@click.command(
    "sessions",
    epilog=examples(
        "fishbowl sessions",
        "fishbowl sessions --json --db talks.db",
    ),
)
@db_option
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
def command(db: Path, as_json: bool) -> None:
    """List all sessions, newest first."""
    rows = open_for_reading(db).sessions()
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(rows), ensure_ascii=False, indent=2))
        return
    if not rows:
        click.echo("No sessions yet.")
    for row in rows:
        event = f"  ({row.event})" if row.event else ""
        click.echo(f"{row.code:8}  {row.state:8}  {row.question}{event}")
