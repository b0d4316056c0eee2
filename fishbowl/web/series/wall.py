"""The wall between two sessions: which room is next, and a way in for every phone.

The page is whole without a script and loads itself again; with one, only what has changed is put in
its place, and once the session in its room can be joined, its display takes over. It holds no
connection, so forty walls cost no more than forty requests in a while.
"""

from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint, Response, render_template, request, url_for

from fishbowl.access.codes import spoken
from fishbowl.archive.series_sessions import SeriesSession
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.rules.rooms import on_now, room_called
from fishbowl.domain.series.rules.times import DAY_MS, MINUTE_MS, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.views.series.chairs import bowl_places
from fishbowl.views.series.wall import TURN_MS, BetweenWall, between_wall
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_path
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.series import public_words as w
from fishbowl.web.series.kept_promises import kept_promises
from fishbowl.web.series.shown import address, find_shown, now_ms_of, state_of
from fishbowl.web.series.words import short_day

bp = Blueprint("series_wall", __name__)

ROOM_MAX = 140
SOON_MINUTES = 180
"""Until so long before it begins, the wall counts minutes."""
FOUND_MAX = 120
"""A longer line cannot be read from the last row."""
TITLES_MAX = 240
"""Letters of all titles on one screen; beyond, they take the place of what was found out."""


class Found(NamedTuple):
    """A line that was found out, or promised and kept, and when and where."""

    words: str
    language: str
    told: str


@bp.get("/series/<name>/wall")
def show(name: str) -> Response:
    """The wall in one room, or in none in particular."""
    series = find_shown(name)
    now_ms = now_ms_of(series)
    room = request.args.get("room", "")[:ROOM_MAX]
    wall = between_wall(series, now_ms, room)
    _state, sessions = here().archive.published_of_series(series.id)
    size, path = qr_path(address(series))
    zone = zone_of(series.about.time_zone)
    page = render_template(
        "series/wall.html",
        series=series,
        about=series.about,
        room=room,
        wall=wall,
        heading=_heading(series, wall),
        now=w.clock(w.local(now_ms, zone)),
        to_go=_to_go(wall, now_ms),
        places=bowl_places(len(wall.rows)),
        found=_told(series, sessions, now_ms) if _has_room(wall) else None,
        address=address(series).partition("://")[2],
        qr_size=size,
        qr_path=path,
        spoken=spoken,
        again_s=TURN_MS // 1000,
        goes_to=_goes_to(series, room, now_ms),
        sessions_here=n_("%(n)s room in all", "%(n)s rooms in all", wall.total) % {"n": wall.total},
    )
    return Response(page, content_type="text/html; charset=utf-8")


def _goes_to(series: Series, room: str, now_ms: Millis) -> str:
    """The display of the session that is on in the room of this wall; empty while none is.

    Without a room it is that of a series that has no rooms. The display comes back to the wall.
    """
    name = room_called(series, room)
    found = None if name is None else on_now(series, name, now_ms, state_of)
    if found is None:
        return ""
    slug = series.about.slug
    return url_for("display.show", code=found.code, wall=slug, room=room or None)


def _heading(series: Series, wall: BetweenWall) -> str:
    if wall.state == "over":
        return _("That was all. Thank you.")
    starts = w.local(wall.starts_at_ms, zone_of(series.about.time_zone))
    time = w.clock(starts)
    if wall.state == "next":
        return _("Next, at %(time)s") % {"time": time}
    if wall.state == "now":
        return _("On now, since %(time)s") % {"time": time}
    day = w.listed_day(starts.date().isoformat())
    return _("Next: %(day)s, %(time)s") % {"day": day, "time": time}


def _to_go(wall: BetweenWall, now_ms: int) -> str:
    """How long it is until the next begins; empty if that is long."""
    if wall.state != "next":
        return ""
    minutes = -(-(wall.starts_at_ms - now_ms) // MINUTE_MS)
    if minutes > SOON_MINUTES:
        return ""
    return n_("%(n)s minute to go", "%(n)s minutes to go", minutes) % {"n": minutes}


def _has_room(wall: BetweenWall) -> bool:
    titles = sum(len(row.occasion.title) for row in wall.rows)
    return titles <= TITLES_MAX


def _told(series: Series, sessions: Sequence[SeriesSession], now_ms: Millis) -> Found | None:
    """What was found out and what was kept take turns, where there is both."""
    found, kept = _found(series, sessions, now_ms), _kept(series, sessions, now_ms)
    if found is None or kept is None:
        return found or kept
    return kept if now_ms // TURN_MS % 2 else found


def _kept(series: Series, sessions: Sequence[SeriesSession], now_ms: Millis) -> Found | None:
    """A promise that was kept since the last time and is short enough; one after another."""
    lines = [one for one in kept_promises(series, sessions) if len(one.words) <= FOUND_MAX]
    if not lines:
        return None
    one = lines[now_ms // (2 * TURN_MS) % len(lines)]
    told = _("Promised on %(day)s, and kept") % {"day": one.day}
    return Found(one.words, one.language, told)


def _found(series: Series, sessions: Sequence[SeriesSession], now_ms: Millis) -> Found | None:
    """The first line of the latest published session that is short enough for a wall."""
    for session in sessions:
        for line in session.found:
            if len(line.words) <= FOUND_MAX:
                return Found(line.words, session.language, _when(series, session, now_ms))
    return None


def _when(series: Series, session: SeriesSession, now_ms: Millis) -> str:
    rooms = (one.slot.room for one in series.occasions.values() if one.code == session.code)
    room = next(rooms, "")
    if now_ms - session.ended_at_ms > DAY_MS:
        return _("Found out on %(day)s") % {"day": short_day(session.began_on)}
    if room:
        return _("Found out today, in %(room)s") % {"room": room}
    return _("Found out today")
