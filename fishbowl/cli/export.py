"""``fishbowl export``: writes a session as a file, as far as its attribution allows."""

import sys
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import click

from fishbowl.access.codes import normalised, spoken
from fishbowl.cli.backup import export_all
from fishbowl.cli.common import db_option, examples, note_in_audit, open_for_reading
from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest import FORMATS, TABLES, Summary, export, refusal, summarise
from fishbowl.harvest.words import in_language
from fishbowl.log import Store, StoreError
from fishbowl.services.audit import EXPORTED
from fishbowl.web.assets import DIST, FrontEndMissing, load_assets
from fishbowl.web.languages import ENGLISH_CODE, Language, Languages
from fishbowl.web.summary.file import HTML, summary_file, templates


@click.command(
    "export",
    epilog=examples(
        "fishbowl export WAVE47",
        "fishbowl export WAVE47 --format csv --table queue -o queue.csv",
        "fishbowl export WAVE47 --format vtt --offset 90 -o chapters.vtt",
        "fishbowl export --all backup-2026",
    ),
)
@click.argument("code", nargs=-1)  # so that "WAVE 47" needs no quotes
@click.option(
    "--format",
    "format_name",
    type=click.Choice([*FORMATS, HTML]),
    default="md",
    show_default=True,
    help="The kind of file.",
)
@click.option(
    "--table",
    type=click.Choice(list(TABLES)),
    default="turns",
    show_default=True,
    help="The table that a CSV file contains.",
)
@click.option(
    "--offset",
    "offset_s",
    type=click.IntRange(-86_400, 86_400),
    default=0,
    metavar="SECONDS",
    help="Seconds by which chapters start later in your video than in the recording.",
)
@click.option(
    "--all",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a backup of all sessions, with every name, for `fishbowl import`.",
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
    db: Path,
    code: tuple[str, ...],
    format_name: str,
    table: str,
    offset_s: int,
    output: Path | None,
    folder: Path | None,
    lang: str,
) -> None:
    """Export a session as a file: text, table, JSON, calendar or chapters of a video.

    For a session that is still running, the file has what has happened so far.
    """
    if folder is not None:
        if code or output:
            raise click.UsageError("--all DIR writes all sessions, and takes no code or -o.")
        return export_all(db, folder)
    if not code:
        raise click.UsageError("Name a session by its code, or all of them by --all DIR.")
    language = _language(lang)
    store, session_code = open_for_reading(db), normalised("".join(code))
    summary = _summary(store, session_code)
    zone = _zone_of(summary.session.created_at_ms)
    with in_language(language.translations, language.locale):
        if format_name == HTML:
            text = _page(summary, zone, language)
        elif words := refusal(summary, format_name):
            raise click.ClickException(words)
        else:
            text = export(summary, format_name, zone=zone, table=table, offset_ms=offset_s * 1000)
    # Bytes, so that the encoding and line ends of the terminal do not change the file.
    content = text.encode()
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        try:
            output.write_bytes(content)
        except OSError as error:
            raise click.ClickException(f"{output} cannot be written: {error.strerror}.") from error
    note_in_audit(store.path, EXPORTED, code=session_code, detail=format_name)


def _language(code: str) -> Language:
    """Find the language to write in.

    :raises click.BadParameter: there is no such catalogue.
    """
    languages = Languages(DIST)
    if found := languages.get(code):
        return found
    raise click.BadParameter(f"There are: {', '.join(languages.codes)}.", param_hint="--lang")


def _page(summary: Summary, zone: tzinfo, language: Language) -> str:
    """Write the summary page as one file.

    :raises click.ClickException: the front end with its styles has not been built.
    """
    try:
        return summary_file(templates(language), load_assets(), summary, zone, language)
    except FrontEndMissing as error:
        raise click.ClickException(str(error)) from error


def _summary(store: Store, code: str) -> Summary:
    """Read a log and summarise it.

    :raises click.ClickException: there is no such session, or its log cannot be read.
    """
    try:
        entries = store.entries(code)
        if not entries:
            raise click.ClickException(f"There is no session {spoken(code) or 'without a code'}.")
        return summarise(entries)
    except (StoreError, ValueError, KeyError) as error:
        raise click.ClickException(f"The log of {code} cannot be read: {error}.") from error


def _zone_of(at_ms: Millis) -> tzinfo:
    """The time zone of this machine at an instant; dates in exports are local to it."""
    return datetime.fromtimestamp(at_ms / 1000).astimezone().tzinfo or UTC
