"""The phone's page, and the personal data export (``me.json``)."""

import time

from flask import Blueprint, Response, abort, render_template, request

from fishbowl.access.codes import spoken
from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.session.state import Session
from fishbowl.views.outside import seen_from_outside
from fishbowl.web.context import here
from fishbowl.web.known import community_title, used_on_phones
from fishbowl.web.offload.jobs import PersonalData
from fishbowl.web.sign_in.device import device_key
from fishbowl.web.sign_in.identity import find_session

OWN_DATA = (10, 60)
"""The rate limit for a person's own data: how often, and in how many seconds."""

bp = Blueprint("phone", __name__)
_asked = RateLimit(*OWN_DATA)


@bp.get("/<code>", strict_slashes=False)
def show(code: str) -> str:
    """The phone's page; its script connects to the server."""
    session = find_session(code)
    _note_reached(session)
    closed = session.clock.closed_at_ms is not None
    shown = (
        seen_from_outside(session) if closed else session
    )  # participants get more by the live connection
    return render_template(
        "phone.html",
        session=shown,
        spoken=spoken(session.code),
        community=community_title(),
        uses=used_on_phones(),
    )


@bp.get("/<code>/me.json")
def me(code: str) -> Response:
    """All personal data of the person whose device asks, and of nobody else."""
    session = find_session(code)
    context = here()
    person = session.person_of_key.get(device_key(session))
    if person is None:
        abort(404)
    if not _asked.allows((session.code, person), time.monotonic()):
        abort(429)
    done = context.offloads.readers.done(PersonalData(code=session.code, person=person))
    response = Response(done.body, content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _note_reached(session: Session) -> None:
    """Note that a phone has reached the server through the address in the QR.

    Requests from this machine do not count, unless the address is a loopback one. Requests through
    an unknown proxy look like requests from this machine.
    """
    network, host = here().network, request.host
    if not network.is_join_host(host, session.settings.address):
        return
    own = network.is_this_machine(request.remote_addr or "")
    if not own or network.is_loopback(host):
        here().presence.reached(session.code, host)
