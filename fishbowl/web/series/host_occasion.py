"""One date of a series: where and what it is, whether it takes place, and its session."""

from collections.abc import Mapping
from typing import NamedTuple

from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.access.codes import spoken
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.decide.occasions import NOTE_MAX, TITLE_MAX
from fishbowl.domain.series.model import Occasion, Slot
from fishbowl.domain.series.rules.times import ends_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.services.audit import OCCASION_OPENED
from fishbowl.services.batch import Outcome
from fishbowl.views.series.turns import TurnRow, turn_row
from fishbowl.web.archive.related_sessions import is_own_session
from fishbowl.web.community.hosts.host import Host, note, the_host, title_of
from fishbowl.web.context import here
from fishbowl.web.numbers import read_number
from fishbowl.web.series.hosts import (
    check_saved,
    find_occasion,
    find_series,
    label_of,
    now_in,
    refusal,
    send,
    today_in,
)
from fishbowl.web.series.turn_words import turn_words
from fishbowl.web.series.words import format_choices, name_of, when_words
from fishbowl.web.sign_in.cookies import sign_in

bp = Blueprint("series_occasion", __name__)


class Fields(NamedTuple):
    """What is typed about a date."""

    on: str = ""
    at: str = ""
    minutes: str = ""
    title: str = ""
    room: str = ""
    people: str = ""
    note: str = ""
    format: str = ""


@bp.get("/hosts/series/<id>/dates/<occasion>")
def show(id: str, occasion: str) -> str:
    """One date."""
    host, series = the_host(), find_series(id)
    return _page(host, series, find_occasion(series, occasion))


@bp.post("/hosts/series/<id>/dates/<occasion>")
def change(id: str, occasion: str) -> Response | tuple[str, int]:
    """Change the date, leave it out, bring it back, ask somebody, or let it become a session."""
    host, series = the_host(), find_series(id)
    one, do = find_occasion(series, occasion), request.form.get("do", "")
    if do == "open":
        return _open(host, series, one)
    command = _command(one, do, request.form)
    if command is None:
        return _page(host, series, one, typed=_typed(request.form), problem=refusal("")), 422
    outcome = send(host, series.id, command)
    if not outcome.ok:
        typed = _typed(request.form) if do == "change" else None
        return _page(host, series, one, typed=typed, problem=refusal(outcome.code)), 422
    if do in ("ask", "withdraw"):
        return redirect(f"/hosts/series/{series.id}?done#turns", 303)
    return redirect(f"/hosts/series/{series.id}/dates/{one.id}?saved", 303)


@bp.get("/hosts/series/<id>/plan")
def plan_form(id: str) -> str:
    """The form of a date on its own."""
    host, series = the_host(), find_series(id)
    recurrence = series.recurrence
    at, minutes = ("12:15", 60) if recurrence is None else (recurrence.at, recurrence.minutes)
    return _plan_page(host, series, Fields(on=today_in(series), at=at, minutes=str(minutes)))


@bp.post("/hosts/series/<id>/plan")
def plan(id: str) -> Response | tuple[str, int]:
    """Plan a date on its own."""
    host, series, typed = the_host(), find_series(id), _typed(request.form)
    outcome = send(host, series.id, c.PlanOccasion(slot=_slot(typed)))
    if not outcome.ok:
        return _plan_page(host, series, typed, refusal(outcome.code)), 422
    return redirect(f"/hosts/series/{series.id}?done", 303)


def _open(host: Host, series: Series, one: Occasion) -> Response | tuple[str, int]:
    """Make the session, and open its console for whoever pressed."""
    outcome: Outcome = here().series_sessions.make(series.id, one.id)
    check_saved(outcome)
    after = find_occasion(find_series(series.id), one.id)
    session = here().service.session(after.code) if after.code else None
    if not outcome.ok or session is None:
        problem = refusal(outcome.code)
        return _page(host, series, after, problem=problem), 422
    if outcome.seq is not None:  # this press made it, so it is theirs to facilitate
        note(host, OCCASION_OPENED)
        response = make_response(redirect(f"/{after.code}/console", 303))
        if not host.is_owner:
            sign_in(response, Role.FACILITATOR, after.code, session.access.facilitator)
        return response
    if is_own_session(after.code):
        return redirect(f"/{after.code}/console", 303)
    return redirect(f"/hosts/series/{series.id}/dates/{one.id}", 303)


def _command(one: Occasion, do: str, posted: Mapping[str, str]) -> c.Command | None:
    """What a button asks for; ``None`` for a button that there is not."""
    member = MemberId(read_number(posted.get("member", "")) or 0)
    match do:
        case "change":
            return c.ChangeOccasion(occasion=one.id, slot=_slot(_typed(posted)))
        case "leave_out":
            return c.LeaveOutOccasion(occasion=one.id, why=posted.get("why", "")[: c.WORDS_MAX])
        case "bring_back":
            return c.BringBackOccasion(occasion=one.id)
        case "ask":
            return c.AskTurn(occasion=one.id, member=member)
        case "withdraw":
            return c.WithdrawTurnQuestion(occasion=one.id)
    return None


def _typed(posted: Mapping[str, str]) -> Fields:
    return Fields(*(posted.get(name, "")[: NOTE_MAX + 1] for name in Fields._fields))


def _slot(typed: Fields) -> Slot:
    minutes = read_number(typed.minutes.strip()) or 0
    fields = {**typed._asdict(), "on": typed.on.strip(), "at": typed.at.strip()[:5]}
    return Slot(**{**fields, "minutes": minutes})


def _fields(slot: Slot) -> Fields:
    return Fields(*(str(getattr(slot, name)) for name in Fields._fields))


def _page(
    host: Host,
    series: Series,
    one: Occasion,
    *,
    typed: Fields | None = None,
    problem: str = "",
) -> str:
    is_over = ends_at_ms(one.slot, zone_of(series.about.time_zone)) <= now_in(series)
    row: TurnRow = turn_row(series, one, now_in(series))
    code = one.code
    return render_template(
        "series/host_occasion.html",
        is_owner=host.is_owner,
        title=title_of(here().members.community),
        series=series,
        one=one,
        name=name_of(series.about, one.slot),
        when=when_words(one.slot),
        typed=typed or _fields(one.slot),
        problem=problem,
        saved="saved" in request.args,
        is_over=is_over,
        can_change=not code and not is_over,
        row=turn_words(row),
        choices=_choices(series, one) if not is_over and not code else [],
        spoken=spoken(code) if code else "",
        has_session=bool(code) and here().service.session(code) is not None,
        is_own=bool(code) and is_own_session(code),
        comers=[comer.label for comer in one.comers],
        **_limits(),
    )


def _plan_page(host: Host, series: Series, typed: Fields, problem: str = "") -> str:
    return render_template(
        "series/host_plan.html",
        is_owner=host.is_owner,
        title=title_of(here().members.community),
        series=series,
        typed=typed,
        problem=problem,
        **_limits(),
    )


def _limits() -> dict[str, object]:
    return {
        "formats": format_choices(),
        "title_max": TITLE_MAX,
        "place_max": c.PLACE_MAX,
        "note_max": NOTE_MAX,
        "why_max": c.WORDS_MAX,
    }


def _choices(series: Series, one: Occasion) -> list[tuple[MemberId, str]]:
    """Members who take turns and were not asked for this date, by name."""
    waiting = [member for member in series.rota if member not in one.asked]
    named = [(member, label_of(member)) for member in waiting]
    return sorted((each for each in named if each[1]), key=lambda each: each[1].casefold())
