"""``fishbowl search``: full-text search over closed sessions."""

import json
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import click

from fishbowl.access.codes import spoken
from fishbowl.archive.indexing import index_session
from fishbowl.archive.search import PAGE, search
from fishbowl.archive.search_types import Filter, SearchResult
from fishbowl.archive.vocabulary import VocabularyCache
from fishbowl.cli.common import db_option, examples, open_for_reading
from fishbowl.cli.progress import progress
from fishbowl.harvest.searchable_text import KINDS
from fishbowl.host.long_work import Report
from fishbowl.log import Store, StoreError, open_store
from fishbowl.services.series_names import series_named, series_rows
from fishbowl.services.session_log import list_sessions


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
@click.option("--event", default="", help="Only sessions of this event, or series.")
@click.option("--year", default="", help="Only sessions of this year.")
@click.option("--kind", type=click.Choice(list(KINDS)), help="Only in texts of this kind.")
@click.option("--language", default="", help="Only sessions in this language, such as de.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@db_option
def command(db: Path, words: tuple[str, ...], as_json: bool, **narrow: str | None) -> None:
    """Find closed sessions that contain all WORDS; without WORDS, list all closed sessions.

    Case and accents make no difference, and the beginning of a word is enough. If nothing matches,
    words with one typing error match as well.
    """
    if db.exists():
        with progress(
            quiet=as_json, kept="Nothing was searched; what was indexed stays."
        ) as report:
            _catch_up(db, report)
    try:
        with closing(open_for_reading(db)) as store:
            wanted = _filter(store, narrow)
        results, misspelled = _all(store.path, " ".join(words), wanted)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps([_plain(result) for result in results], ensure_ascii=False, indent=2))
        return
    if not results:
        click.echo("Nothing found.")
    if misspelled:
        click.echo(f"Nothing has “{' '.join(words)}”. Near it:")
    for result in results:
        event_of = f"  ({result.event})" if result.event else ""
        click.echo(f"{spoken(result.code):10}  {result.began_on}  {result.question}{event_of}")
        for match in result.matches:
            times = f" (×{match.times})" if match.times > 1 else ""
            click.echo(f"    {match.kind.replace('_', ' ')}: {match.words}{times}")


def _filter(store: Store, narrow: dict[str, str | None]) -> Filter:
    """The filter of the options; the name of an event is its series, if it is in one.

    :raises StoreError: the database cannot be read.
    """
    asked = {name: value for name, value in narrow.items() if value}
    series = series_named(asked.get("event", ""), series_rows(store), partial(list_sessions, store))
    if series:
        asked |= {"event": "", "series": series}
    return Filter(**asked)


def _catch_up(db: Path, report: Report) -> None:
    """Index sessions that have ended since the server last did; it may have been stopped.

    A running server does this by itself. A file that cannot be written is searched as it is, and a
    session whose log cannot be read is left out.
    """
    with suppress(StoreError), closing(open_store(db, holder={}, report=report)) as store:
        codes = store.stale_codes()
        for done, code in enumerate(codes):
            report("Indexing sessions", done, len(codes))
            with suppress(StoreError, ValueError, KeyError):
                index_session(store, code)


def _all(db: Path, typed: str, narrow: Filter) -> tuple[list[SearchResult], tuple[str, ...]]:
    """Results of all pages, and the query words that were replaced by similar ones."""
    results: list[SearchResult] = []
    vocabulary_cache = VocabularyCache()
    while True:
        found = search(db, typed, narrow, first=len(results), vocabulary_cache=vocabulary_cache)
        results += found.results
        if not found.results or len(results) >= found.count or len(results) >= PAGE * PAGE:
            return results, found.misspelled


def _plain(result: SearchResult) -> dict[str, Any]:
    return {
        "code": result.code,
        "question": result.question,
        "event": result.event,
        "day": result.began_on,
        "minutes": result.minutes,
        "people": result.people,
        "voices": result.voices,
        "language": result.language,
        "published": result.published,
        "places": [
            {"kind": match.kind, "words": match.words, "topic": match.topic,
             "anchor": match.anchor, "times": match.times}
            for match in result.matches
        ],
        "place_count": result.match_count,
    }  # fmt: skip
