"""``/healthz``: whether this server is up."""

from flask import Blueprint, Response, jsonify, request

from fishbowl.web.context import here

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """Answer that this server is up, and as what it was asked: a proxy may have changed that.

    ``restarts`` counts the background loops that died and were restarted; the log says which.
    """
    return jsonify(ok=True, host=request.host, restarts=here().supervisor.restarts)
