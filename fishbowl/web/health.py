"""``/healthz``: whether this server is up."""

from flask import Blueprint, Response, jsonify, request

from fishbowl.web.context import here

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """Answer that the server is up, with the ``Host`` that it received, to check proxies.

    ``restarts`` counts restarts of background loops; the log says which.
    """
    return jsonify(ok=True, host=request.host, restarts=here().supervisor.restarts)
