"""What was promised in a series and kept since the last time: the next occasion shows it.

Without names: what a summary tells of its author stands there, as they chose.
"""

from collections.abc import Sequence
from typing import NamedTuple

from flask import url_for

from fishbowl.archive.series_sessions import SeriesSession
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.state import Series
from fishbowl.domain.session.rules.summary.kept import kept_since
from fishbowl.web.context import here
from fishbowl.web.series.words import short_day

LOOKED_BACK = 4
"""Promises of so many sessions can be kept since the last one."""
SHOWN_MAX = 6


class KeptLine(NamedTuple):
    """A promise that was kept.

    :param how: how it went, if somebody said so; else empty.
    :param day: of the session in which it was promised; ``href`` leads to its summary.
    """

    words: str
    how: str
    language: str
    day: str
    href: str


def kept_in(id: str) -> list[KeptLine]:
    """What was kept since the latest published session of a series; nothing if there is none.

    :param id: of the series; empty for none.
    """
    series = here().series.state(SeriesId(id)) if id else None
    if series is None:
        return []
    return kept_promises(series, here().archive.published_of_series(series.id)[1])


def kept_promises(series: Series, sessions: Sequence[SeriesSession]) -> list[KeptLine]:
    """What was kept since the latest published session of a series ended.

    :param sessions: the published ones, the latest first.
    """
    context = here()
    if not sessions or series.about.under_18 or not is_on(context.members.community, "promises"):
        return []
    since_ms, found = Millis(sessions[0].ended_at_ms), list[KeptLine]()
    for session in sessions[:LOOKED_BACK]:
        known = context.events.open_items(session.code)
        if known is None:
            continue
        slug = context.access_keys.summary_slug(session.code)
        for item in kept_since(known.items, known.published, since_ms):
            found.append(
                KeptLine(
                    words=item.words,
                    how="" if item.end is None else item.end.words,
                    language=session.language,
                    day=short_day(session.began_on),
                    href=url_for("summary.published", slug=slug),
                )
            )
    return found[:SHOWN_MAX]
