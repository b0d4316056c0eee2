"""How the server itself is, for who runs a session: connections, lag, last write, disk, clock."""

import msgspec
from flask import Blueprint, Response, abort

from fishbowl.domain.kernel.roles import AT_THE_CONSOLE
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import find_own_session

bp = Blueprint("console_server", __name__)


@bp.get("/<code>/server.json")
def show(code: str) -> Response:
    """The numbers of :class:`~fishbowl.services.vitals.Vitals`, as they are now."""
    find_own_session(code, AT_THE_CONSOLE)
    vitals = here().vitals
    if vitals is None:
        abort(404)
    response = Response(msgspec.json.encode(vitals()), content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response
