"""One series as hosts work on it: when it comes, whose turn it is, and what is carried over."""

from datetime import date
from typing import NamedTuple

import msgspec
from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.domain.series.commands import PLACE_MAX, ChooseCarry, DescribeSeries, SetRecurrence
from fishbowl.domain.series.ids import WEEKDAYS
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import upcoming
from fishbowl.domain.series.rules.programme import rooms_of
from fishbowl.domain.series.state import Series
from fishbowl.domain.session.rules.summary.carried import Carried
from fishbowl.views.series.months import Day, Mark, months
from fishbowl.views.series.turns import TurnRow, turn_rows
from fishbowl.web.community.hosts.host import Host, the_host, title_of
from fishbowl.web.context import here
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.series.hosts import find_series, now_in, refusal, send, today_in
from fishbowl.web.series.kept_promises import kept_in
from fishbowl.web.series.next_step import next_step
from fishbowl.web.series.sentence import Sentence, posted_sentence, read_sentence, sentence
from fishbowl.web.series.turn_words import turn_words
from fishbowl.web.series.words import day_words, month_words, weekday_words
from fishbowl.web.setup.instants import told

bp = Blueprint("series_host", __name__)

MONTHS = 4
OFTEN = 3
"""Carried over so often, a line may interest nobody."""


class CarriedLine(NamedTuple):
    """Something that may be carried over, in words."""

    key: str
    words: str
    said: str
    is_on: bool


@bp.get("/hosts/series/<id>")
def show(id: str) -> str:
    """The page of a series."""
    return page(the_host(), find_series(id))


@bp.post("/hosts/series/<id>")
def save(id: str) -> Response | tuple[str, int]:
    """Let it come at other times, and at another place."""
    host, series = the_host(), find_series(id)
    typed, weekdays = request.form, request.form.getlist("weekday")
    recurrence, problem = read_sentence(typed, weekdays)
    place = typed.get("place", series.about.place)[: PLACE_MAX + 1]
    if not problem:
        about = msgspec.structs.replace(series.about, place=place)
        for command in (DescribeSeries(about=about), SetRecurrence(recurrence=recurrence)):
            outcome = send(host, series.id, command)
            if not outcome.ok:
                problem = refusal(outcome.code)
                break
    if problem:
        return page(host, series, posted_sentence(typed, weekdays), problem), 422
    return redirect(f"/hosts/series/{series.id}?saved", 303)


@bp.post("/hosts/series/<id>/carry")
def carry(id: str) -> Response:
    """Choose what is up at the next date from the beginning."""
    host, series = the_host(), find_series(id)
    next_one = next_without_session(series)
    if next_one is not None and next_one.id == request.form.get("occasion", ""):
        ticked = set(request.form.getlist("key"))
        shown = {
            one.key for one in _readable(host, here().series_sessions.carried(series, next_one))
        }
        left = (next_one.not_carried - shown) | (shown - ticked)
        send(host, series.id, ChooseCarry(occasion=next_one.id, left=tuple(sorted(left))))
    return redirect(f"/hosts/series/{series.id}?carried#carried", 303)


def page(host: Host, series: Series, typed: Sentence | None = None, problem: str = "") -> str:
    """Write the page.

    :param typed: the sentence as it was sent, if it was not understood.
    """
    day, now_ms = today_in(series), now_in(series)
    rows = turn_rows(series, now_ms)
    target = next_without_session(series)
    lines = [] if target is None else here().series_sessions.carried(series, target)
    readable = _readable(host, lines)
    return render_template(
        "series/host_series.html",
        is_owner=host.is_owner,
        title=title_of(here().members.community),
        series=series,
        about=series.about,
        sentence=typed or sentence(series.recurrence, day),
        place_max=PLACE_MAX,
        problem=problem,
        said=_said(),
        months=_months(series, day, rows),
        weekdays=_weekdays(),
        rows=[turn_words(row) for row in rows],
        rota_said=_rota_said(series),
        carried_to="" if target is None else target.id,
        carried_day="" if target is None else day_words(target.slot.on),
        lines=[] if target is None else [_line(one, target) for one in readable],
        unread=len(lines) - len(readable),
        promises=kept_in(series.id),
        step=next_step(series, rows, now_ms),
        followers=len(series.followers),
        has_rooms=bool(rooms_of(series)),
    )


def next_without_session(series: Series) -> Occasion | None:
    """The next occasion that is no session yet."""
    if series.is_ended:
        return None
    return next((one for one in upcoming(series, now_in(series)) if not one.code), None)


def _said() -> str:
    if "saved" in request.args:
        return _("It is saved. Dates that were changed on their own stay as they are.")
    if "ended" in request.args:
        return _("The series has ended. Nothing more comes; what was held stays.")
    return _("It is saved.") if "carried" in request.args or "done" in request.args else ""


def _readable(host: Host, lines: list[Carried]) -> list[Carried]:
    """The lines that a host may read: all for the owner, for others those that were published."""
    if host.is_owner:
        return lines
    events = here().events
    return [
        one
        for one in lines
        if (found := events.open_items(one.code)) is not None and one.id in found.published
    ]


def _line(one: Carried, occasion: Occasion) -> CarriedLine:
    words = {
        "topic": _("Left open on %(day)s."),
        "question": _("Asked on %(day)s."),
        "undecided": _("Undecided on %(day)s."),
        "action": _("To be done since %(day)s."),
    }
    said = [words[one.kind] % {"day": told(one.at_ms, day_only=True)}]
    if one.times > 1:
        said.append(
            _("Open since %(day)s, in %(n)s sessions.")
            % {"day": told(one.since_ms, day_only=True), "n": one.times}
        )
    if one.times >= OFTEN:
        said.append(_("Perhaps nobody wants it."))
    return CarriedLine(one.key, one.words, " ".join(said), one.key not in occasion.not_carried)


class DayWords(NamedTuple):
    """A day of a month as the page shows it."""

    number: int
    mark: Mark | None
    said: str
    href: str


class MonthWords(NamedTuple):
    """A month as the page shows it; ``None`` is a day of another one."""

    label: str
    weeks: list[list[DayWords | None]]


def _months(series: Series, day: str, rows: list[TurnRow]) -> list[MonthWords]:
    open_days = frozenset(row.occasion.slot.on for row in rows if row.state == "open")
    first_weekday = current_language().locale.first_week_day
    found = months(series, date.fromisoformat(day), open_days, MONTHS, first_weekday)
    return [
        MonthWords(
            month_words(month.first),
            [[one and _day(series, one) for one in week] for week in month.weeks],
        )
        for month in found
    ]


def _day(series: Series, day: Day) -> DayWords:
    said = {
        None: "",
        "open": _("turn is open"),
        "planned": _("planned"),
        "rooms": _("several rooms"),
        "left_out": _("does not take place"),
        "held": _("held"),
    }
    one = day.occasions[0] if day.occasions else None
    href = "" if one is None else f"/hosts/series/{series.id}/dates/{one.id}"
    return DayWords(day.on.day, day.mark, said[day.mark], href)


def _weekdays() -> list[str]:
    """The weekdays in the order of the reader's country."""
    first = current_language().locale.first_week_day
    return [weekday_words(WEEKDAYS[(first + number) % 7]) for number in range(7)]


def _rota_said(series: Series) -> str:
    about, count = series.about, len(series.rota)
    if not about.has_rota:
        return _("Nobody is asked: this series has no turns.")
    if not count:
        return _("Nobody takes turns yet. Members choose it on their page.")
    takes = n_("%(n)s member takes turns.", "%(n)s members take turns.", count) % {"n": count}
    notice = n_("Asked %(n)s day before.", "Asked %(n)s days before.", about.notice_days)
    return f"{takes} {notice % {'n': about.notice_days}}"
