"""``/healthz``: whether this server is up, and how its background loops do."""

from flask import Blueprint, Response, jsonify, request

from fishbowl.web.context import here

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """Answer that this server is up, and as what it was asked: a proxy may have changed that.

    ``restarts`` counts the background loops that died and were restarted; the log says which.
    ``hung`` names those that go on with one turn for longer than they should.
    """
    supervisor = here().supervisor
    return jsonify(ok=True, host=request.host, restarts=supervisor.restarts, hung=supervisor.hung())
