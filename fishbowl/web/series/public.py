"""The page of a series for everybody, and the list of all public ones."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from flask import Blueprint, Response, render_template, request, url_for

from fishbowl.access.codes import spoken
from fishbowl.archive.series_sessions import Line, SeriesSession
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.state import Series
from fishbowl.views.series.chairs import MOST, series_chairs
from fishbowl.views.series.public import Day, PublicSeries, Shown, days_until, public_series
from fishbowl.web.context import here
from fishbowl.web.known import community_title
from fishbowl.web.series import public_words as w
from fishbowl.web.series.coming import own_comers
from fishbowl.web.series.kept_promises import kept_promises
from fishbowl.web.series.shown import address, find_shown, may_see, now_ms_of
from fishbowl.web.series.words import short_day
from fishbowl.web.sign_in.identity import is_host

bp = Blueprint("series_public", __name__)

FOUND_SHOWN, OPEN_SHOWN = 6, 6
EACH_MAX = 2
"""So many lines of one session at most: what all of them found out, not the last one alone."""


class Told(NamedTuple):
    """A line of a published summary, and where it stands."""

    words: str
    href: str
    day: str
    session: SeriesSession
    portrait: dict[str, object]


class Seated(NamedTuple):
    """A published session at the table of all."""

    session: SeriesSession
    portrait: dict[str, object]


@bp.get("/series")
def index() -> str:
    """All series that who asks may see."""
    found = [one for one in here().series.all() if may_see(one)]
    pages = [(one, public_series(one, now_ms_of(one))) for one in found]
    return render_template(
        "series/index.html",
        community=community_title(),
        all=[
            {
                "series": one,
                "lead": w.lead(one, ""),
                "next": w.full_day(page.next.on) if page.next else "",
            }
            for one, page in pages
        ],
    )


@bp.get("/series/<name>")
def show(name: str) -> Response:
    """One series: what is next, who found out what, what is still open."""
    series = find_shown(name)
    now_ms = now_ms_of(series)
    page = public_series(series, now_ms, request.args.get("day", ""))
    _, sessions = here().archive.published_of_series(series.id)
    lead = w.lead(series, community_title())
    html = render_template(
        "series/public.html",
        series=series,
        about=series.about,
        community=community_title(),
        lead=lead,
        page=page,
        next=_next(series, page, now_ms),
        chairs=_chairs(sessions, page.next is not None),
        voices=sum(one.voices for one in sessions),
        sessions=len(sessions),
        days=[(day, w.listed_day(day.on), _what(series, day)) for day in page.days],
        programme=_programme(series, page),
        found=_lines(sessions, "found", FOUND_SHOWN),
        open=_lines(sessions, "open", OPEN_SHOWN),
        promises=kept_promises(series, sessions),
        zone=w.zone_words(series),
        spoken=spoken,
        is_host=is_host(),
        shared_as=address(series) if series.about.is_public else "",
        told=w.description(series, page) or lead,
        feeds=series.about.is_public,
    )
    return Response(html, content_type="text/html; charset=utf-8")


def _what(series: Series, day: Day) -> str:
    """What is on a day: from when to when, or how many rooms."""
    if len(day.occasions) == 1:
        return w.times_of(series, day.occasions[0])
    return w.day_title(day)


def _next(series: Series, page: PublicSeries, now_ms: Millis) -> dict[str, object] | None:
    """The next occasion, with whether it has begun, and whether one may say that one comes."""
    occasion = page.next
    if occasion is None:
        return None
    return {
        "occasion": occasion,
        "day": w.full_day(occasion.on),
        "short": short_day(occasion.on),
        "times": w.times_of(series, occasion),
        "beside": _beside(page, occasion),
        "in_days": w.in_days(days_until(series, occasion, now_ms)),
        "is_on": occasion.starts_at_ms <= now_ms,
        "mine": occasion.id in own_comers(series),
        "may_come": series.about.welcomes and not series.is_ended,
    }


def _beside(page: PublicSeries, occasion: Shown) -> str:
    """How many rooms are on at once, where that says more than one of their titles."""
    day = next((day for day in page.days if day.on == occasion.on), None)
    if day is None or len(day.taking_place) < 2:
        return ""
    return w.day_title(day)


def _programme(series: Series, page: PublicSeries) -> dict[str, object] | None:
    programme = page.programme
    if programme is None:
        return None
    return {
        "day": programme.shown,
        "title": w.full_day(programme.shown.on),
        "what": w.day_title(programme.shown),
        "slots": w.slots(series, programme.shown),
        "days": [(on, w.listed_day(on)) for on in programme.days],
        "numbers": {room: no for no, room in enumerate(programme.shown.rooms, 1)},
    }


def _chairs(sessions: Sequence[SeriesSession], has_next: bool) -> list[dict[str, object]]:
    """The latest sessions clockwise in the order of time, then empty places, then the open one."""
    latest = list(reversed(sessions[: MOST - 1]))
    found: list[dict[str, object]] = []
    for at, place in enumerate(series_chairs(len(sessions), has_next)):
        seated = latest[at] if at < len(latest) else None
        found.append(
            {
                "place": place,
                "voices": seated.voices if seated else 0,
                "portrait": msgspec.json.decode(seated.portrait) if seated else None,
            }
        )
    return found


def _lines(sessions: Sequence[SeriesSession], kind: str, most: int) -> list[Told]:
    """Lines of the latest sessions, a few of each."""
    found: list[Told] = []
    for session in sessions:
        lines: tuple[Line, ...] = getattr(session, kind)
        slug = here().access_keys.summary_slug(session.code)
        href = url_for("summary.published", slug=slug)
        for line in lines[:EACH_MAX]:
            found.append(
                Told(
                    line.words,
                    f"{href}#{line.anchor}" if line.anchor else href,
                    short_day(session.began_on),
                    session,
                    msgspec.json.decode(session.portrait),
                )
            )
        if len(found) >= most:
            break
    return found[:most]
