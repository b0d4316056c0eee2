"""Links for helpers, and the page of the microphone runner."""

from flask import Blueprint, Response, abort, render_template

from fishbowl.access.codes import spoken
from fishbowl.domain.kernel.roles import AT_THE_CHAIRS, HELPERS, Role
from fishbowl.domain.session.state import Session
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_svg
from fishbowl.web.sign_in.identity import find_own_session

bp = Blueprint("handover", __name__)


def handover_link(session: Session, role: Role) -> str:
    """The link that makes somebody a helper until it is revoked."""
    context, generation = here(), session.access.generation(role)
    key = context.access_keys.helper_key(session.code, role, generation)
    return f"{context.network.base(session.settings.address)}/k#{key}"


def facilitator_link(session: Session) -> str:
    """The link to the console, valid until the owner renews it."""
    context = here()
    key = context.access_keys.facilitator_key(session.code, session.access.facilitator)
    return f"{context.network.base(session.settings.address)}/k#{key}"


@bp.get("/<code>/runner")
def runner(code: str) -> str:
    """The page of the microphone runner."""
    session = find_own_session(code, AT_THE_CHAIRS)
    return render_template("runner.html", session=session, spoken=spoken(session.code))


@bp.get("/<code>/handover/<role>.svg")
def link_qr(code: str, role: str) -> Response:
    """The QR of a helper's link, shown to the facilitator alone."""
    session = find_own_session(code, (Role.FACILITATOR,))
    if role not in HELPERS:
        abort(404)
    response = Response(qr_svg(handover_link(session, Role(role))), content_type="image/svg+xml")
    response.headers["Cache-Control"] = "no-store"
    return response
