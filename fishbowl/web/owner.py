"""The front door: the owner's sessions; for anybody else, a field for the code."""

from datetime import UTC, datetime
from typing import NamedTuple

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.codes import normalised, spoken
from fishbowl.storage import SessionRow
from fishbowl.web.context import here
from fishbowl.web.i18n import day_and_time
from fishbowl.web.identity import UnknownCode, is_owner

bp = Blueprint("owner", __name__)


class Row(NamedTuple):
    """A session in the owner's list."""

    session: SessionRow
    spoken: str
    made: str
    made_iso: str


@bp.get("/")
def show() -> str:
    """The sessions of this installation, newest first; or the way into one."""
    if not is_owner():
        return render_template("enter.html")
    rows = [_row(session) for session in here().service.sessions()]
    going = [row for row in rows if row.session.state != "closed"]
    past = [row for row in rows if row.session.state == "closed"]
    return render_template("owner.html", going=going, past=past)


@bp.get("/go")
def go() -> Response | AnyResponse:
    """Take a typed code to its session."""
    typed = request.args.get("code", "")
    code = normalised(typed)
    if not code:
        return redirect(url_for("owner.show"), 303)
    if here().service.session(code) is None:
        raise UnknownCode(typed)
    return redirect(url_for("phone.show", code=code), 303)


def _row(session: SessionRow) -> Row:
    made = datetime.fromtimestamp(session.created_at_ms / 1000, UTC)
    local = made.astimezone()
    return Row(
        session=session,
        spoken=spoken(session.code),
        made=day_and_time(local),
        made_iso=made.isoformat(timespec="seconds"),
    )
