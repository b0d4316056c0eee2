"""A laptop's page about its home: what waits, what is there, what went wrong."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.access.codes import TYPED_MAX as CODE_MAX
from fishbowl.domain.session.row import SessionRow
from fishbowl.home.desk import NotJoined, computer_name
from fishbowl.home.receiving import NAME_MAX
from fishbowl.home.records import Sent
from fishbowl.services.audit import HOME_JOINED, HOME_LEFT
from fishbowl.web.audit.noting import note_as_owner
from fishbowl.web.context import here
from fishbowl.web.home.words import (
    headline,
    not_joined,
    refused_wish_words,
    taken_words,
    unreachable,
    wrong,
)
from fishbowl.web.setup.instants import iso, told
from fishbowl.web.sign_in.identity import need_owner

bp = Blueprint("home_own", __name__)

TYPED_MAX = 200
FIRST = 3
"""So many of what is there are shown at once."""


@bp.get("/home")
def show() -> str:
    """How it goes, or how a home is joined."""
    need_owner()
    return _page()


@bp.post("/home")
def join() -> str | Response | tuple[str, int]:
    """Join a home by its code."""
    need_owner()
    typed = {name: request.form.get(name, "")[:TYPED_MAX] for name in ("url", "code", "name")}
    try:
        here().home.join(
            typed["url"], typed["code"], typed["name"], earlier="earlier" in request.form
        )
    except NotJoined as error:
        return _page(typed=typed, problem=not_joined(error.code)), 422
    note_as_owner(HOME_JOINED)
    return redirect("/home", 303)


@bp.post("/home/push")
def push() -> Response:
    """Try now."""
    need_owner()
    here().home.push()
    return redirect("/home", 303)


@bp.post("/home/leave")
def leave() -> Response:
    """Have no home any more."""
    need_owner()
    desk = here().home
    if desk.home() is not None:
        told_there = desk.leave()
        note_as_owner(HOME_LEFT)
        return redirect("/home?left" if told_there else "/home?untold", 303)
    return redirect("/home", 303)


def _page(typed: dict[str, str] | None = None, problem: str = "") -> str:
    context = here()
    status = context.home.status()
    rows = {row.code: row for row in context.service.sessions()}
    there = [one for one in status.there if one.kind == "session"]
    refused = [one for one in there if one.taken.how == "refused"]
    arrived = [one for one in there if one.taken.how != "refused"]
    home = context.home.home()
    return render_template(
        "home/own.html",
        status=status,
        has_home=home is not None,
        host=status.home.partition("://")[2],
        headline=headline(status.state, len(status.waiting), len(arrived)),
        wrong=wrong(status.state, status.code),
        since=told(status.since_ms) if status.since_ms else "",
        since_iso=iso(status.since_ms),
        troubles=[
            {
                "words": unreachable(one.code),
                "began": told(one.began_ms),
                "began_iso": iso(one.began_ms),
                "ended": told(one.ended_ms),
                "ended_iso": iso(one.ended_ms),
            }
            for one in status.troubles
        ],
        waiting=[_session(code, rows.get(code)) for code in status.waiting],
        staying=len(status.staying),
        refused=[_sent(one, rows) for one in refused],
        arrived=[_sent(one, rows) for one in arrived],
        refused_wishes=sum(status.refused_wishes.values()),
        refused_words=refused_wish_words(status.refused_wishes),
        own_members=len(context.members.community.members),
        first=FIRST,
        url_max=TYPED_MAX,
        code_max=CODE_MAX,
        name_max=NAME_MAX,
        typed=typed or {"url": status.home, "code": "", "name": status.laptop or computer_name()},
        problem=problem,
        left="left" in request.args,
        untold="untold" in request.args,
    )


def _session(code: str, row: SessionRow | None) -> dict[str, object]:
    if row is None:
        return {"code": code, "question": code, "event": "", "voices": 0, "people": 0, "ended": ""}
    ended_ms = row.closed_at_ms or row.created_at_ms
    return {
        "code": code,
        "question": row.question,
        "event": row.event,
        "voices": row.voices,
        "people": row.people,
        "ended": told(ended_ms, day_only=True),
        "ended_iso": iso(ended_ms),
    }


def _sent(one: Sent, rows: dict[str, SessionRow]) -> dict[str, object]:
    return {
        **_session(one.key, rows.get(one.key)),
        "words": taken_words(one.taken),
        "at": told(one.taken.at_ms),
        "at_iso": iso(one.taken.at_ms),
    }
