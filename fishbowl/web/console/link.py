"""The page with the facilitator's link of a session, for the owner: copy and renew."""

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.codes import spoken
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import RenewLink
from fishbowl.services.writer import Envelope
from fishbowl.web.context import here
from fishbowl.web.numbers import read_number
from fishbowl.web.sign_in.handover import facilitator_link
from fishbowl.web.sign_in.identity import find_session, need_owner

bp = Blueprint("console_link", __name__)


@bp.get("/<code>/link")
def show(code: str) -> Response:
    """The page with the current link."""
    need_owner()
    session = find_session(code)
    page = render_template(
        "link.html",
        session=session,
        spoken=spoken(session.code),
        link=facilitator_link(session),
        generation=session.access.facilitator,
        renewed="renewed" in request.args,
        lost="lost" in request.args,
    )
    response = Response(page, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/<code>/link")
def renew(code: str) -> AnyResponse:
    """Revoke the link that the page showed and make a new one; idempotent."""
    need_owner()
    session = find_session(code)
    seen = read_number(request.form.get("generation", ""))
    if seen is None:
        abort(400)
    if seen == session.access.facilitator:
        envelope = Envelope(
            code=session.code,
            command=RenewLink(),
            command_id=f"renew-link-{seen:08}",
            role=Role.DOOR,
        )
        if not here().service.submit(envelope).ok:
            return redirect(url_for("console_link.show", code=session.code, lost=""), 303)
    return redirect(url_for("console_link.show", code=session.code, renewed=""), 303)
