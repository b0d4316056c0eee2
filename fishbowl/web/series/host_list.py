"""The list of series, and beginning one."""

from typing import NamedTuple

import msgspec
from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.domain.series.commands import (
    LABEL_MAX,
    PLACE_MAX,
    PURPOSE_MAX,
    BeginSeries,
    SetRecurrence,
)
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About
from fishbowl.domain.series.rules.slugs import free_slug, slug_of
from fishbowl.domain.series.state import Series
from fishbowl.services.audit import SERIES_BEGUN
from fishbowl.services.series import new_series_id
from fishbowl.views.series.thread import Knot, KnotState, thread
from fishbowl.web.community.hosts.host import the_host, title_of
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.series.hosts import label_of, refusal, send
from fishbowl.web.series.sentence import (
    Sentence,
    new_sentence,
    posted_sentence,
    read_sentence,
)
from fishbowl.web.series.words import recurrence_words, short_day
from fishbowl.web.setup.instants import day_at

bp = Blueprint("series_hosts", __name__)


class KnotWords(NamedTuple):
    """A day of a thread in words."""

    state: KnotState
    on: str
    day: str
    words: str
    href: str


class Row(NamedTuple):
    """A series in the list."""

    id: SeriesId
    label: str
    when: str
    knots: list[KnotWords]
    next: str
    is_public: bool


@bp.get("/hosts/series")
def show() -> str:
    """All series, those that go on first."""
    host = the_host()
    rows = series_rows()
    return render_template(
        "series/host_list.html",
        is_owner=host.is_owner,
        title=title_of(here().members.community),
        rows=[row for row, is_ended in rows if not is_ended],
        ended=[row for row, is_ended in rows if is_ended],
    )


@bp.get("/hosts/series/new")
def new() -> str:
    """The form of a new series."""
    the_host()
    return _new_page(About(label="", slug=""), new_sentence(day_at(here().clock.now_ms())))


@bp.post("/hosts/series/new")
def begin() -> Response | tuple[str, int]:
    """Begin a series, and open its page."""
    host = the_host()
    typed, weekdays = request.form, request.form.getlist("weekday")
    recurrence, problem = read_sentence(typed, weekdays)
    label = typed.get("label", "").strip()
    about = About(
        label=label[: LABEL_MAX + 1],
        slug=free_slug(slug_of(label, "series"), here().series.slugs()),
        purpose=typed.get("purpose", "")[: PURPOSE_MAX + 1],
        place=typed.get("place", "")[: PLACE_MAX + 1],
        time_zone=typed.get("zone", "")[:64] or _usual_zone(),
    )
    if not problem and here().series.by_name(label) is not None:
        problem = _("There is a series with this name already. Nothing is saved.")
    id = new_series_id()
    if not problem:
        outcome = send(host, id, BeginSeries(id=id, about=about), what=SERIES_BEGUN)
        problem = "" if outcome.ok else refusal(outcome.code)
    if problem:
        return _new_page(about, posted_sentence(typed, weekdays), problem), 422
    if recurrence is not None:
        send(host, id, SetRecurrence(recurrence=recurrence))
    return redirect(f"/hosts/series/{id}", 303)


def _usual_zone() -> str:
    """The time zone where no browser names one: that of the latest series."""
    latest = next(here().series.all(), None)
    return "UTC" if latest is None else latest.about.time_zone


def series_rows() -> list[tuple[Row, bool]]:
    """All series in words, each with whether it has ended."""
    return [(_row(one), one.is_ended) for one in here().series.all()]


def _row(series: Series) -> Row:
    knots = thread(series, here().series.time.now_ms(series.id))
    return Row(
        id=series.id,
        label=series.about.label,
        when=recurrence_words(series.recurrence),
        knots=[_knot(series.id, one) for one in knots],
        next=_next(series, knots),
        is_public=series.about.is_public,
    )


def _knot(id: SeriesId, knot: Knot) -> KnotWords:
    rooms = len({one.slot.room.casefold() for one in knot.occasions})
    words = label_of(knot.member)
    if rooms > 1:
        words = n_("%(n)s room", "%(n)s rooms", rooms) % {"n": rooms}
    elif len(knot.occasions) > 1:
        count = len(knot.occasions)
        words = n_("%(n)s session", "%(n)s sessions", count) % {"n": count}
    elif knot.state == "open":
        words = _("nobody yet")
    href = f"/hosts/series/{id}/dates/{knot.occasions[0].id}"
    return KnotWords(knot.state, knot.on, short_day(knot.on), words, href)


def _next(series: Series, knots: list[Knot]) -> str:
    """What is to be said of the next day: how far it is, and how many come."""
    coming = next((one for one in knots if one.state != "held"), None)
    if coming is None:
        return "" if series.is_ended else _("Nothing is planned.")
    comers = sum(len(one.comers) for one in coming.occasions)
    said = [_("The turn is open.")] if coming.state == "open" else []
    if comers:
        said.append(n_("%(n)s person comes.", "%(n)s people come.", comers) % {"n": comers})
    if any(one.code for one in coming.occasions):
        said.append(_("Its session is made."))
    return " ".join(said)


def _new_page(about: About, sentence: Sentence, problem: str = "") -> str:
    host = the_host()
    return render_template(
        "series/host_new.html",
        is_owner=host.is_owner,
        title=title_of(here().members.community),
        about=msgspec.structs.asdict(about),
        zone="" if about.time_zone == "UTC" else about.time_zone,
        sentence=sentence,
        problem=problem,
        label_max=LABEL_MAX,
        purpose_max=PURPOSE_MAX,
        place_max=PLACE_MAX,
    )
