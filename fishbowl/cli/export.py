"""``fishbowl export``: a session as a file, as far as its attribution allows."""

import sys
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import click

from fishbowl.cli.common import db_option, open_for_reading
from fishbowl.codes import normalised, spoken
from fishbowl.domain.ids import Millis
from fishbowl.harvest import FORMATS, export, summarise
from fishbowl.harvest.words import speaking
from fishbowl.languages import ENGLISH_CODE, Language, Languages
from fishbowl.storage import Store, StoreError
from fishbowl.web.assets import DIST


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
@click.option("--lang", default=ENGLISH_CODE, show_default=True, help="The language to write in.")
@db_option
def command(
    db: Path, code: tuple[str, ...], format_name: str, output: Path | None, lang: str
) -> None:
    """Write a session as Markdown, JSON or CSV.

    Of a session that is still going on you get what has happened so far.
    """
    language = _language(lang)
    with speaking(language.translations, language.locale):
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


def _language(code: str) -> Language:
    """Find the language to write in.

    :raises click.BadParameter: there is no such catalogue.
    """
    languages = Languages(DIST)
    if found := languages.get(code):
        return found
    raise click.BadParameter(f"There are: {', '.join(languages.codes)}.", param_hint="--lang")


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
