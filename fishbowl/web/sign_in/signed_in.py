"""Lists what this browser is signed in to, and signs out: here, or everywhere for the owner."""

import logging
from typing import NamedTuple

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.codes import spoken
from fishbowl.access.sign_ins import MEMBER, OWNER, READER, NotSaved
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.records import SignIn
from fishbowl.services.audit import SIGNED_OUT, SIGNED_OUT_EVERYWHERE
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.setup.instants import iso, told
from fishbowl.web.sign_in.identity import is_owner, need_owner

log = logging.getLogger(__name__)

HERE, EVERYWHERE = "here", "everywhere"
DEVICES_SHOWN = 10

bp = Blueprint("signed_in", __name__)


class Line(NamedTuple):
    """One sign-in, as the page lists it; ``question`` is empty where there is no session."""

    cookie: str
    what: str
    question: str


class Device(NamedTuple):
    """A browser in which the owner is signed in."""

    is_here: bool
    seen: str
    seen_iso: str


@bp.get("/signed-in")
def show() -> str:
    """All sign-ins of this browser, each with a button to sign out."""
    sign_ins = here().sign_ins
    found = sign_ins.of_cookies(request.cookies)
    mine = {one.token_hash for one in found}
    devices = sign_ins.of_owner() if is_owner() else []
    more = max(0, len(devices) - DEVICES_SHOWN)
    return render_template(
        "signed_in.html",
        lines=[_line(one) for one in found],
        devices=[
            Device(one.token_hash in mine, told(one.seen_at_ms, day_only=True), iso(one.seen_at_ms))
            for one in devices[:DEVICES_SHOWN]
        ],
        more=more,
        signed_out="out" in request.args,
    )


@bp.post("/signed-in")
def sign_out() -> Response | AnyResponse:
    """End one sign-in of this browser, all of them, or all that the owner has anywhere."""
    sign_ins = here().sign_ins
    wanted, found = request.form.get("end", ""), sign_ins.of_cookies(request.cookies)
    if wanted == EVERYWHERE:
        need_owner()
        ending = sign_ins.of_owner()
    else:
        ending = [one for one in found if wanted in (HERE, sign_ins.cookie(one.opens, one.code))]
    try:
        sign_ins.end(ending)
    except NotSaved:
        log.exception("that somebody has signed out could not be saved")
        abort(503)
    _note(ending, everywhere=wanted == EVERYWHERE)
    response = redirect(url_for("signed_in.show", out=""), 303)
    for one in found:
        if one in ending:
            response.delete_cookie(
                sign_ins.cookie(one.opens, one.code), httponly=True, samesite="Lax"
            )
    return response


def _note(ended: list[SignIn], *, everywhere: bool) -> None:
    audit, sign_ins = here().audit, here().sign_ins
    if everywhere:
        audit.note(SIGNED_OUT_EVERYWHERE, who=OWNER, generation=sign_ins.owner_generation)
        return
    for one in ended:
        if one.opens == MEMBER:
            continue  # what one member does is in no list
        audit.note(SIGNED_OUT, who=one.opens, code=one.code, generation=one.generation)


def _line(one: SignIn) -> Line:
    session = here().service.session(one.code) if one.code else None
    question = "" if session is None else session.settings.question
    return Line(here().sign_ins.cookie(one.opens, one.code), _what(one), question)


def _what(one: SignIn) -> str:
    words = {
        OWNER: _("Owner of this server"),
        READER: _("Reader of the archive"),
        MEMBER: _("Member"),
        Role.FACILITATOR: _("Facilitator of %(code)s"),
        Role.CO_FACILITATOR: _("Co-facilitator of %(code)s"),
        Role.NOTE_TAKER: _("Note-taker of %(code)s"),
        Role.RUNNER: _("Microphone runner of %(code)s"),
        Role.STAGE_MONITOR: _("Stage monitor of %(code)s"),
    }
    return words[one.opens] % {"code": spoken(one.code)}
