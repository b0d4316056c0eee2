"""The start page: the owner's sessions; for anybody else, a field for the code."""

from typing import NamedTuple

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.codes import TYPED_MAX, normalised, spoken
from fishbowl.domain.session.row import SessionRow
from fishbowl.web.context import here
from fishbowl.web.setup.instants import iso, told
from fishbowl.web.setup.preview import empty_bowl
from fishbowl.web.sign_in.identity import is_owner, look_up, unknown

bp = Blueprint("owner", __name__)

PAST_SHOWN = 20
"""How many sessions that are over are listed; the archive has all."""


class Row(NamedTuple):
    """A session in the owner's list; a time that was not set is empty."""

    session: SessionRow
    spoken: str
    made: str
    made_iso: str
    starts: str
    starts_iso: str
    keep: str
    keep_iso: str


@bp.get("/")
def show() -> str:
    """The sessions of this installation: planned, running and closed."""
    if not is_owner():
        is_signed_in = bool(here().sign_ins.of_cookies(request.cookies))
        return render_template("enter.html", is_signed_in=is_signed_in, typed_max=TYPED_MAX)
    sessions = here().service.sessions()
    past = [session for session in sessions if session.state == "closed"]
    rows = [_row(session) for session in sessions if session.state != "closed"]
    is_at_home = here().home_link.home is not None  # then nothing of the community is decided here
    coming = [row for row in rows if row.session.state == "lobby"]
    return render_template(
        "owner.html",
        coming=sorted(coming, key=_soonest_first),
        going=[row for row in rows if row.session.state in ("running", "paused")],
        past=[_row(session) for session in past[:PAST_SHOWN]],
        past_count=len(past),
        is_described=is_at_home or here().members.community.about.is_described,
        unfiled=0 if is_at_home else here().event_review.undecided_count(sessions),
        has_public_series=any(one.is_public for one in here().filing.series().values()),
        chairs=empty_bowl(),
    )


@bp.get("/go")
def go() -> Response | AnyResponse:
    """Redirect a typed code to its session."""
    typed = request.args.get("code", "")
    if not normalised(typed):
        return redirect(url_for("owner.show"), 303)
    session = look_up(typed)
    if session is None:
        raise unknown(typed)
    return redirect(url_for("phone.show", code=session.code), 303)


def _soonest_first(row: Row) -> tuple[bool, int]:
    """Those with a date by their date, then the others as they came."""
    return (not row.session.starts_at_ms, row.session.starts_at_ms)


def _row(session: SessionRow) -> Row:
    starts, keep = session.starts_at_ms, session.keep_until_ms
    return Row(
        session=session,
        spoken=spoken(session.code),
        made=told(session.created_at_ms),
        made_iso=iso(session.created_at_ms),
        starts=told(starts) if starts else "",
        starts_iso=iso(starts) if starts else "",
        keep=told(keep, day_only=True) if keep else "",
        keep_iso=iso(keep) if keep else "",
    )
