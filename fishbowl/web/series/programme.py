"""The programme of a series by day, with every room of a day opened by one press."""

from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint, abort, make_response, redirect, render_template, request
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from fishbowl.access.codes import spoken
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import BringBackOccasion, LeaveOutOccasion
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.programme import days_of
from fishbowl.domain.series.rules.rooms import is_today, rooms_by_key, to_open_on
from fishbowl.domain.series.rules.times import ends_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.services import audit as a
from fishbowl.web.archive.related_sessions import is_own_session
from fishbowl.web.community.hosts.host import Host, note
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.numbers import read_number
from fishbowl.web.series.hosts import find_for_host, find_occasion, find_series, now_in, send
from fishbowl.web.series.words import name_of, time_words, weekday_and_day
from fishbowl.web.sign_in.cookies import sign_in

bp = Blueprint("programme", __name__)

SIGN_INS_MAX = 12
"""So many consoles a host is given by one press; each takes a cookie."""


class Line(NamedTuple):
    """One session of the programme, for hosts.

    :param state: ``planned``, ``open`` (it is a session), ``over`` or ``out`` (left out).
    :param is_own: whether whoever looks may open its console.
    """

    id: OccasionId
    at: str
    until: str
    room: str
    title: str
    people: str
    state: str
    why: str
    code: str
    changed_here: bool
    is_own: bool


class Day(NamedTuple):
    """A day of the programme.

    :param to_open: how many of its sessions can be opened.
    """

    on: str
    words: str
    is_today: bool
    is_over: bool
    lines: Sequence[Line]
    to_open: int


@bp.get("/hosts/series/<id>/programme")
def show(id: str) -> str:
    """The programme, and what can be done with it."""
    host, series = find_for_host(id)
    said = []
    taken, opened, failed = (_count(name) for name in ("taken", "opened", "failed"))
    if "taken" in request.args:
        said.append(
            n_("The programme is taken: %(n)s session has changed.",
               "The programme is taken: %(n)s sessions have changed.", taken) % {"n": taken}
            if taken
            else _("The programme is as it was: nothing has changed.")
        )  # fmt: skip
    if opened:
        said.append(n_("%(n)s room is open.", "%(n)s rooms are open.", opened) % {"n": opened})
    problem = (
        n_(
            "%(n)s room could not be opened. Please try again.",
            "%(n)s rooms could not be opened. Please try again.",
            failed,
        )
        % {"n": failed}
        if failed
        else ""
    )
    return programme_page(host, series, said=said, problem=problem)


@bp.post("/hosts/series/<id>/programme/open")
def open_day(id: str) -> Response:
    """Open every room of a day; one that fails keeps no other shut."""
    host, series = find_for_host(id)
    sessions, day = here().series_sessions, request.form.get("day", "")
    made = [
        (one.id, sessions.make(series.id, one.id))
        for one in to_open_on(series, day, now_in(series))
    ]
    opened = [occasion for occasion, outcome in made if outcome.ok]
    if opened:
        note(host, a.ROOMS_OPENED, count=len(opened))
    failed = len(made) - len(opened)
    response = make_response(
        redirect(f"/hosts/series/{id}/programme?opened={len(opened)}&failed={failed}", 303)
    )
    if not host.is_owner:  # this press made them, so they are theirs to facilitate
        for occasion, outcome in made[:SIGN_INS_MAX]:
            if outcome.ok and outcome.seq is not None:
                _facilitate(response, series, occasion)
    return response


def _facilitate(response: FlaskResponse, series: Series, occasion: OccasionId) -> None:
    code = find_occasion(find_series(series.id), occasion).code
    session = here().service.session(code)
    if session is not None:
        sign_in(response, Role.FACILITATOR, code, session.access.facilitator)


@bp.post("/hosts/series/<id>/programme/<occasion>/leave")
def leave_out(id: str, occasion: str) -> Response:
    """Leave a session out; the next import does not undo it."""
    return _do(id, occasion, LeaveOutOccasion)


@bp.post("/hosts/series/<id>/programme/<occasion>/bring")
def bring_back(id: str, occasion: str) -> Response:
    """Let a session take place after all; the next import does not undo it."""
    return _do(id, occasion, BringBackOccasion)


def _do(
    id: str, occasion: str, asked: type[LeaveOutOccasion] | type[BringBackOccasion]
) -> Response:
    host, series = find_for_host(id)
    found = series.occasions.get(OccasionId(occasion))
    if found is None:
        abort(404)
    send(host, series.id, asked(occasion=found.id))
    return redirect(f"/hosts/series/{id}/programme#at-{found.id}", 303)


def programme_page(
    host: Host,
    series: Series,
    *,
    said: Sequence[str] = (),
    problem: str = "",
    file_problem: str = "",
) -> str:
    """The page.

    :param file_problem: why a file was not read.
    """
    now_ms = now_in(series)
    days = [_day(series, on, found, now_ms) for on, found in days_of(series).items()]
    first = next((day.on for day in days if day.to_open), "")
    return render_template(
        "series/programme.html",
        is_owner=host.is_owner,
        series=series,
        said=said,
        problem=problem,
        file_problem=file_problem,
        days=[day for day in days if not day.is_over],
        earlier=[day for day in days if day.is_over],
        first=first,
        rooms=rooms_by_key(series),
        spoken=spoken,
        zone=series.about.time_zone,
    )


def _day(series: Series, on: str, occasions: Sequence[Occasion], now_ms: Millis) -> Day:
    zone = zone_of(series.about.time_zone)
    lines = [_line(series, one, now_ms) for one in occasions]
    return Day(
        on=on,
        words=weekday_and_day(on),
        is_today=is_today(series, on, now_ms),
        is_over=all(ends_at_ms(one.slot, zone) <= now_ms for one in occasions)
        and not is_today(series, on, now_ms),
        lines=lines,
        to_open=len(to_open_on(series, on, now_ms)),
    )


def _line(series: Series, occasion: Occasion, now_ms: Millis) -> Line:
    slot = occasion.slot
    state = "planned"
    if occasion.code:
        state = "open"
    elif occasion.left_out is not None:
        state = "out"
    elif ends_at_ms(slot, zone_of(series.about.time_zone)) <= now_ms:
        state = "over"
    return Line(
        id=occasion.id,
        at=time_words(slot.at),
        until=time_words(ends(slot.at, slot.minutes)),
        room=slot.room or series.about.place,
        title=name_of(series.about, slot),
        people=slot.people,
        state=state,
        why=occasion.left_out or "",
        code=occasion.code,
        changed_here=bool(occasion.source and occasion.local) and not occasion.code,
        is_own=bool(occasion.code) and is_own_session(occasion.code),
    )


def ends(at: str, minutes: int) -> str:
    """The time of day so many minutes later."""
    hour, minute = map(int, at.split(":"))
    total = (hour * 60 + minute + minutes) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def _count(name: str) -> int:
    return min(read_number(request.args.get(name, "")) or 0, 10_000)
