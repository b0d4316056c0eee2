"""``fishbowl export``: a session as a file, as far as its attribution allows."""

import sys
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import click

from fishbowl.cli.common import db_option, open_for_reading
from fishbowl.codes import normalised, spoken
from fishbowl.domain.ids import Millis
from fishbowl.harvest import FORMATS, export, summarise
from fishbowl.storage import Store, StoreError


@click.command("export")
@click.argument("code", nargs=-1, required=True)  # the blank of "WAVE 47" needs no quotes
@click.option(
    "--format", "format_name", type=click.Choice(list(FORMATS)), default="md", show_default=True
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; standard output without it.",
)
@db_option
def command(db: Path, code: tuple[str, ...], format_name: str, output: Path | None) -> None:
    """Write a session as Markdown, JSON or CSV.

    Of a session that is still going on you get what has happened so far.
    """
    text = _exported(open_for_reading(db), normalised("".join(code)), format_name)
    # As bytes: the terminal's encoding and line ends have no say in a file.
    content = text.encode()
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}.") from error


def _exported(store: Store, code: str, format_name: str) -> str:
    """Summarise a log and write it.

    :raises click.ClickException: there is no such session, or its log cannot be read.
    """
    try:
        entries = store.entries(code)
        if not entries:
            raise click.ClickException(f"There is no session {spoken(code) or 'without a code'}.")
        summary = summarise(entries)
    except (StoreError, ValueError, KeyError) as error:
        raise click.ClickException(f"The log of {code} cannot be read: {error}.") from error
    return export(summary, format_name, zone=_zone_of(summary.session.created_at_ms))


def _zone_of(at_ms: Millis) -> tzinfo:
    """This machine's time zone as it was at an instant: dates are those of the room."""
    return datetime.fromtimestamp(at_ms / 1000).astimezone().tzinfo or UTC
