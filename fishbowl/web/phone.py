"""The phone's page, and what a person may see of what is held about them."""

from flask import Blueprint, Response, abort, jsonify, render_template, request

from fishbowl.access.codes import spoken
from fishbowl.domain.state import Session
from fishbowl.views.outside import seen_from_outside
from fishbowl.web.context import here
from fishbowl.web.device import device_key
from fishbowl.web.held import held
from fishbowl.web.identity import find_session

bp = Blueprint("phone", __name__)


@bp.get("/<code>", strict_slashes=False)
def show(code: str) -> str:
    """The page that a phone opens: the script does the rest."""
    session = find_session(code)
    _note_reached(session)
    closed = session.clock.closed_at_ms is not None
    shown = seen_from_outside(session) if closed else session  # who was in is shown it live
    return render_template("phone.html", session=shown, spoken=spoken(session.code))


@bp.get("/<code>/me.json")
def me(code: str) -> Response:
    """Everything held about the person whose device asks, and only them."""
    session = find_session(code)
    context = here()
    person = session.person_of_key.get(device_key(session))
    if person is None:
        abort(404)
    response = jsonify(held(session, context.service.entries(session.code), person))
    response.headers["Cache-Control"] = "no-store"
    return response


def _note_reached(session: Session) -> None:
    """Tell that a phone has found the way by the address in the QR.

    This machine's own visits prove nothing, unless nobody else could come.
    """
    network, host = here().network, request.host
    if not network.is_join_host(host, session.settings.address):
        return
    own = network.is_this_machine(request.remote_addr or "")
    through_proxy = "X-Forwarded-For" in request.headers
    if not own or through_proxy or network.is_loopback(host):
        here().presence.reached(session.code, host)
