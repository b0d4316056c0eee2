"""The facilitator's link of a session, shown to the owner alone: to copy it, and to renew it."""

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
    """The link as it is now, and what renewing it would do."""
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
    """Take the link back that the page showed; pressed twice, it happens once."""
    need_owner()
    session = find_session(code)
    seen = read_number(request.form.get("generation", ""))
    if seen is None:
        abort(400)
    if seen == session.access.facilitator:
        order = Envelope(
            code=session.code,
            command=RenewLink(),
            command_id=f"renew-link-{seen:08}",
            role=Role.DOOR,
        )
        if not here().service.submit(order).ok:
            return redirect(url_for("console_link.show", code=session.code, lost=""), 303)
    return redirect(url_for("console_link.show", code=session.code, renewed=""), 303)
