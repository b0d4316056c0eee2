"""The names of series, read from their rows: no log of a series is read for them."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from fishbowl.domain.kernel.words import clean
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.row import SeriesRow
from fishbowl.domain.series.rules.slugs import same_name
from fishbowl.domain.series.stream import SERIES
from fishbowl.domain.session.row import SessionRow
from fishbowl.log import Log

NO_SERIES = SeriesId("")


def series_rows(log: Log) -> dict[SeriesId, SeriesRow]:
    """The rows of all series by their ids, the one that began last first.

    :raises StoreError: the database cannot be read.
    """
    listed = log.streams(SERIES.name)
    return {SeriesId(one.stream.key): cast(SeriesRow, one.row) for one in listed}


def series_named(
    event: str,
    series: Mapping[SeriesId, SeriesRow],
    sessions: Callable[[], Sequence[SessionRow]],
) -> SeriesId:
    """The series of this name, whatever the case of its letters; empty if there is none.

    A name that sessions of a series have, though the series is called otherwise, is its name as
    well: the owner has merged them, or the series was renamed.

    :param sessions: returns the rows of all sessions, the latest first.
    """
    name = clean(event)
    if not name:
        return NO_SERIES
    for id, row in series.items():
        if same_name(row.label, name):
            return id
    for session in sessions():
        id = SeriesId(session.series)
        if id in series and same_name(session.event, name):
            return id
    return NO_SERIES
