"""A laptop's page of what is planned at home: an occasion becomes a session here by one press."""

from typing import NamedTuple

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.access.codes import spoken
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.home.planned import Planned
from fishbowl.services.audit import OCCASION_OPENED
from fishbowl.web.audit.noting import note_as_owner
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.series.words import name_of, when_words
from fishbowl.web.setup.instants import iso, told
from fishbowl.web.sign_in.identity import need_owner

bp = Blueprint("home_planned", __name__)

ID_MAX = 40


class Line(NamedTuple):
    """An occasion as the page tells it.

    :param code: the session that it is here; empty if it is none.
    :param elsewhere: the code of the session that it is at home; empty if it is none.
    :param by_itself: whether home may still make a session of it by itself.
    """

    series: str
    occasion: str
    title: str
    of: str
    when: str
    place: str
    code: str
    elsewhere: str
    by_itself: bool


@bp.get("/home/planned")
def show() -> str | Response:
    """What was taken along."""
    need_owner()
    if here().home_link.home is None:
        return redirect("/home", 302)
    return _page()


@bp.post("/home/planned")
def open_room() -> Response | tuple[str, int]:
    """Let an occasion become a session here, and open its console."""
    need_owner()
    if here().home_link.home is None:
        return redirect("/home", 303)
    code, outcome = here().home_link.planned.make(
        SeriesId(request.form.get("series", "")[:ID_MAX]),
        OccasionId(request.form.get("occasion", "")[:ID_MAX]),
        here().clock.now_ms(),
    )
    if outcome.code == "not_saved":
        return _page(_("This could not be saved. Please try again.")), 503
    if not outcome.ok:
        return _page(_("This is not planned any more, or it is over. Nothing has changed.")), 422
    if outcome.seq is not None:
        note_as_owner(OCCASION_OPENED)
    return redirect(f"/{code}/console", 303)


def _page(problem: str = "") -> str:
    link = here().home_link
    taken_ms = link.taking.taken_at_ms or 0
    return render_template(
        "home/planned.html",
        lines=[_line(one) for one in link.planned.upcoming(here().clock.now_ms())],
        members=link.taking.member_count(),
        wishes=link.wishing.count(),
        taken=told(taken_ms) if taken_ms else "",
        taken_iso=iso(taken_ms),
        problem=problem,
    )


def _line(one: Planned) -> Line:
    about, slot = one.series.about, one.occasion.slot
    title = name_of(about, slot)
    return Line(
        series=one.series.id,
        occasion=one.occasion.id,
        title=title,
        of=about.label if about.label != title else "",
        when=when_words(slot),
        place=slot.room or about.place,
        code=one.code,
        elsewhere=spoken(one.occasion.code) if one.occasion.code and not one.code else "",
        by_itself=about.opens_by_itself and not one.occasion.code,
    )
