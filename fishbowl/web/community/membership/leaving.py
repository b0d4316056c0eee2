"""Signing out, leaving, and being forgotten in the sessions afterwards."""

import secrets
from typing import NamedTuple

from flask import Blueprint, abort, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.sign_ins import MEMBER
from fishbowl.domain.community.commands import LeaveCommunity
from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import ForgetPerson
from fishbowl.domain.session.ids import PersonId
from fishbowl.services.writer import Envelope
from fishbowl.web.community.answers import check_form, form_id, send_form
from fishbowl.web.community.task_lines import day_in
from fishbowl.web.context import here
from fishbowl.web.numbers import read_number
from fishbowl.web.setup.instants import zone_of
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("leaving", __name__)


class Behind(NamedTuple):
    """A session that still holds somebody who left.

    :param token: lets them be forgotten in it, from this page alone.
    """

    code: str
    question: str
    day: str
    person: int
    token: str


@bp.post("/me/out")
def out() -> AnyResponse:
    """Sign out in this browser; its script forgets the pass."""
    sign_ins = here().sign_ins
    found = sign_ins.member(request.cookies)
    if found is not None:
        sign_ins.end([found])
    return _without_cookie(redirect("/", 303))


@bp.get("/me/leave")
def ask() -> str:
    """What leaving deletes, and what stays."""
    mine = need_member()
    return render_template(
        "community/leave.html",
        form_id=form_id(),
        sessions=len(mine.links),
        is_host=mine.is_host,
    )


@bp.post("/me/leave")
def leave() -> AnyResponse:
    """Leave. The answer is the last that knows which sessions belonged together."""
    mine = need_member()
    behind = _left_behind(mine)
    send_form(mine, LeaveCommunity(member=mine.id), "leave")
    return _without_cookie(make_response(render_template("community/left.html", sessions=behind)))


@bp.post("/me/forget")
def forget() -> AnyResponse:
    """Let somebody who left be forgotten in one session as well."""
    code, token = request.form.get("code", ""), request.form.get("token", "")
    number = read_number(request.form.get("person", ""))
    session = here().service.session(code) if code and number is not None else None
    person = None if session is None else session.people.get(PersonId(number or 0))
    if person is None or not here().access_keys.is_forgetting(code, person.id, token):
        abort(403)
    if not person.forgotten:
        outcome = here().service.submit(
            Envelope(
                code=code,
                command=ForgetPerson(person=person.id),
                command_id=f"left-{secrets.token_urlsafe(12)}",
                role=Role.ATTENDEE,
                key=person.key,
            )
        )
        check_form(outcome)
    return redirect(f"/{code}", 303)


def _left_behind(mine: Member) -> list[Behind]:
    """The sessions that hold somebody, the latest first."""
    context = here()
    zone = zone_of(mine.time_zone)
    parts = context.own_parts.of(mine.links)
    found = []
    for link in mine.links:
        part = parts[link.code]
        if part is None or not part.kept:
            continue
        token = context.access_keys.forgetting_token(link.code, link.person)
        day = day_in(part.at_ms, zone) if zone else ""
        found.append((part.at_ms, Behind(link.code, part.question, day, link.person, token)))
    return [behind for _, behind in sorted(found, key=lambda one: -one[0])]


def _without_cookie(response: AnyResponse) -> AnyResponse:
    name = here().sign_ins.cookie(MEMBER)
    response.delete_cookie(name, httponly=True, samesite="Lax")
    return response
