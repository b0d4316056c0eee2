"""``fishbowl search``: finished sessions by their words."""

import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import click

from fishbowl.access.codes import spoken
from fishbowl.archive.indexing import shelve, stale
from fishbowl.archive.search import PAGE, search
from fishbowl.archive.search_types import Filter, Hit
from fishbowl.archive.vocabulary import Catalogue
from fishbowl.cli.common import db_option, examples, open_for_reading
from fishbowl.cli.progress import progress
from fishbowl.harvest.searchable_text import KINDS
from fishbowl.host.long_work import Report
from fishbowl.log import StoreError, open_store


@click.command(
    "search",
    epilog=examples(
        "fishbowl search maintainers burnout",
        'fishbowl search --event "Stewardship Day" --year 2026',
        "fishbowl search funding --kind decision --json",
    ),
    context_settings={"ignore_unknown_options": True},
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.option("--event", default="", help="Only sessions of this event.")
@click.option("--year", default="", help="Only sessions of this year.")
@click.option("--kind", type=click.Choice(list(KINDS)), help="Only in texts of this kind.")
@click.option("--language", default="", help="Only sessions in this language, such as de.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@db_option
def command(db: Path, words: tuple[str, ...], as_json: bool, **narrow: str | None) -> None:
    """Find finished sessions that contain all WORDS; without words, list all of them.

    Case and accents make no difference, the beginning of a word is enough, and one typing error is
    forgiven where nothing is found otherwise.
    """
    if db.exists():
        with progress(
            quiet=as_json, kept="Nothing was searched; what was indexed stays."
        ) as report:
            _catch_up(db, report)
    store = open_for_reading(db)
    store.close()
    try:
        hits, forgiven = _all(
            store.path,
            " ".join(words),
            Filter(**{name: value for name, value in narrow.items() if value}),
        )
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps([_plain(hit) for hit in hits], ensure_ascii=False, indent=2))
        return
    if not hits:
        click.echo("Nothing found.")
    if forgiven:
        click.echo(f"Nothing has “{' '.join(words)}”. Near it:")
    for hit in hits:
        event_of = f"  ({hit.event})" if hit.event else ""
        click.echo(f"{spoken(hit.code):10}  {hit.began_on}  {hit.question}{event_of}")
        for place in hit.places:
            times = f" (×{place.times})" if place.times > 1 else ""
            click.echo(f"    {place.kind.replace('_', ' ')}: {place.words}{times}")


def _catch_up(db: Path, report: Report) -> None:
    """Index sessions that have ended since the server last did; it may have been stopped.

    A running server does that by itself. A file that cannot be written is searched as it is; a log
    that cannot be read is not found.
    """
    with (
        suppress(sqlite3.Error, StoreError),
        closing(open_store(db, holder={}, report=report)) as store,
    ):
        codes = stale(store.path)
        for done, code in enumerate(codes):
            report("Indexing sessions", done, len(codes))
            with suppress(StoreError, ValueError, KeyError):
                shelve(store, code)


def _all(db: Path, typed: str, narrow: Filter) -> tuple[list[Hit], tuple[str, ...]]:
    """Every page of hits, and the words for which others near them were found."""
    hits: list[Hit] = []
    catalogue = Catalogue()
    while True:
        found = search(db, typed, narrow, first=len(hits), catalogue=catalogue)
        hits += found.hits
        if not found.hits or len(hits) >= found.count or len(hits) >= PAGE * PAGE:
            return hits, found.forgiven


def _plain(hit: Hit) -> dict[str, Any]:
    return {
        "code": hit.code,
        "question": hit.question,
        "event": hit.event,
        "day": hit.began_on,
        "minutes": hit.minutes,
        "people": hit.people,
        "voices": hit.voices,
        "language": hit.language,
        "published": hit.published,
        "places": [
            {"kind": place.kind, "words": place.words, "topic": place.topic,
             "anchor": place.anchor, "times": place.times}
            for place in hit.places
        ],
        "place_count": hit.place_count,
    }  # fmt: skip
