"""Makes everything of a log that pages, the archive and files would, before it is taken in.

A log can fold and still break what is made from it later, for the people who look at it then. So
the whole replay is played, every view and every export is made once, and what the archive stores is
kept, because it is made here anyway.
"""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

import msgspec

from fishbowl.archive.indexing import archived
from fishbowl.archive.replay_data import replay_data
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold, states_of
from fishbowl.domain.session.state import Session
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.exports import FORMATS, TABLES, export, refusal
from fishbowl.harvest.geometry import charts
from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.harvest.summary import summarise_folded
from fishbowl.log.records import ArchivedSession
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import phone_view
from fishbowl.views.runner import runner_view
from fishbowl.views.stage import stage_view

STATES_KEPT = 20_000
"""States of a longer log are folded again where they are needed: they would take much memory."""
VIEWS = (console_view, display_view, phone_view, runner_view, stage_view)

Indexed = tuple[ArchivedSession, tuple[SearchableText, ...]]


def folded(entries: Sequence[Entry]) -> tuple[Session | None, Sequence[Session] | None]:
    """Fold a log.

    :return: its state, and the state after each entry if those are kept.
    :raises Exception: whatever the rules stumble over.
    """
    if len(entries) <= STATES_KEPT:
        states = list(states_of(entries))
        return (states[-1] if states else None), states
    return fold(entries), None


def rendered(
    session: Session, entries: Sequence[Entry], states: Sequence[Session] | None, zone: tzinfo
) -> Indexed | None:
    """Make what the pages, the archive and the files make of a log.

    :param states: the state after each entry, if they are kept.
    :return: what the archive says about the session, if it is finished.
    :raises Exception: whatever any of it stumbles over.
    """
    summary = summarise_folded(session, entries)
    shown = publishable(summary)
    charts(shown, rtl=False, zone=zone)
    for format, table in _files():
        if not refusal(summary, format):
            export(summary, format, zone=zone, table=table)
    for view in VIEWS:
        msgspec.json.encode(view(session, Links()))
    msgspec.json.encode(replay_data(entries, summary, session.at_ms, states))
    return None if session.clock.closed_at_ms is None else archived(session, shown)


def _files() -> Iterator[tuple[str, str]]:
    """Every format, and of CSV every table."""
    for format in FORMATS:
        for table in TABLES if format == "csv" else ("turns",):
            yield format, table
