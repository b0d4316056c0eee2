"""``/healthz``: whether this server is up, and how its background loops do."""

from http import HTTPStatus

from flask import Blueprint, Response, jsonify, request

from fishbowl.web.context import here

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """Answer that the server is up, with the ``Host`` that it received, to check proxies.

    ``ready`` tells whether it saves what it is sent; with ``?ready`` it answers 503 if it does
    not. ``last_write_ms`` is the time of the last commit in milliseconds since 1970, null if there
    was none since the start. ``restarts`` counts the background loops that died and were
    restarted; the log says which. ``hung`` names those that go on with one turn for longer than
    they should.
    """
    context = here()
    is_ready = context.health.is_ready
    response = jsonify(
        ok=True,
        host=request.host,
        ready=is_ready,
        last_write_ms=context.service.saved_at_ms,
        restarts=context.supervisor.restarts,
        hung=context.supervisor.hung(),
    )
    if "ready" in request.args and not is_ready:
        response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    return response
