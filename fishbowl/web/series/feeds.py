"""Calendars and feeds of public series, for programs: they are nobody, and send no cookie."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import islice

from flask import Blueprint, Response, abort, request, url_for

from fishbowl.archive.series_sessions import SeriesSession
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.state import Series
from fishbowl.harvest.calendars import series_calendar
from fishbowl.harvest.calendars.atom import FeedEntry, atom_feed
from fishbowl.web.context import here
from fishbowl.web.known import community_title
from fishbowl.web.series.kept import Kept
from fishbowl.web.series.shown import address, find_public, find_shown, public_ones

bp = Blueprint("series_feeds", __name__)

ENTRIES_MAX = 50
ICS, ATOM = "text/calendar; charset=utf-8", "application/atom+xml; charset=utf-8"
_calendars = Kept[bytes](100)
_feeds = Kept[bytes](100)


@bp.get("/series/<name>.ics")
@bp.get("/series/<name>/calendar.ics")
def calendar(name: str) -> Response:
    """The calendar of a series, to subscribe to."""
    series = find_public(name)
    page = address(series)

    def make() -> bytes:
        found: bytes = here().in_thread(series_calendar, series, page=page)
        return found

    made = _calendars.get((here().installation, series.id), (page, _told(series)), make)
    return _answer(made, ICS, f"{series.about.slug}.ics")


@bp.get("/series/<name>/come/<occasion>.ics")
def occasion_calendar(name: str, occasion: str) -> Response:
    """One occasion, to put into a calendar."""
    series = find_shown(name)
    try:
        made = series_calendar(series, only=OccasionId(occasion[:24]), page=address(series))
    except Rejected:
        abort(404)
    return _answer(made, ICS, f"{series.about.slug}-{occasion}.ics")


@bp.get("/series/<name>/feed.atom")
def series_feed(name: str) -> Response:
    """The published sessions of one series."""
    series = find_public(name)
    page, own = address(series), address(series, "feed.atom")
    return _answer(_feed(series.id, (series,), series.about.label, page, own), ATOM)


@bp.get("/feed.atom")
def feed() -> Response:
    """The published sessions of all public series."""
    base = here().network.base()
    title = community_title() or "Fishbowl"
    return _answer(_feed("", public_ones(), title, f"{base}/series", f"{base}/feed.atom"), ATOM)


def _told(series: Series) -> Hashable:
    """Everything of a series that its calendar tells: who comes, for one, is not among it."""
    occasions = (
        (one.id, one.slot, one.left_out, bool(one.code), one.sequence)
        for one in series.occasions.values()
    )
    shown = (series.about, series.recurrence, series.is_ended, series.sequence)
    return (*shown, frozenset(occasions))


def _feed(id: str, all: Iterable[Series], title: str, page: str, own: str) -> bytes:
    """Make a feed, or take it as it was made if nothing has changed.

    :param id: which feed of this installation it is.
    """
    read = [(one, *here().archive.published_of_series(one.id)) for one in all]
    states = tuple((one.id, one.about.label, state) for one, state, _ in read)

    def make() -> bytes:
        return atom_feed(
            id=f"urn:fishbowl:{here().installation}:{id}",
            title=title,
            page=page,
            own=own,
            entries=list(_entries([(one, sessions) for one, _, sessions in read])),
        )

    return _feeds.get((here().installation, id), (title, page, own, states), make)


def _entries(
    read: Iterable[tuple[Series, tuple[SeriesSession, ...]]],
) -> Iterator[FeedEntry]:
    both = [(series, session) for series, sessions in read for session in sessions]
    both.sort(key=lambda one: one[1].ended_at_ms, reverse=True)
    for series, session in islice(both, ENTRIES_MAX):
        slug = here().access_keys.summary_slug(session.code)
        known = here().service.session(session.code)
        published_ms = None if known is None else known.summary.published_at_ms
        yield FeedEntry(
            id=f"urn:fishbowl:{here().installation}:{slug}",
            title=session.question,
            link=f"{here().network.base()}{url_for('summary.published', slug=slug)}",
            series=series.about.label,
            ended_at_ms=session.ended_at_ms,
            updated_at_ms=max(session.ended_at_ms, published_ms or 0),
            language=session.language,
            lines=tuple(line.words for line in session.found),
        )


def _answer(made: bytes, content_type: str, file: str = "") -> Response:
    response = Response(made, content_type=content_type)
    if file:
        response.headers["Content-Disposition"] = f'inline; filename="{file}"'
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
