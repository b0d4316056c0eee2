"""``/metrics`` for Prometheus: for this machine, or for whoever has the token of the settings."""

import hmac
import time

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import TooManyRequests

from fishbowl.host.addresses import ip_of
from fishbowl.services.exposition import CONTENT_TYPE, REFUSED
from fishbowl.web.context import here

bp = Blueprint("metrics", __name__)


def install(app: Flask) -> None:
    """Count the answers."""

    @app.after_request
    def count(response: Response) -> Response:
        here().metrics.response(response.status_code)
        return response


@bp.get("/metrics")
def show() -> Response:
    """Everything that is measured, in the text format of Prometheus."""
    exposition = here().exposition
    if exposition is None or not _may_read():
        return Response(REFUSED, status=403, content_type="text/plain; charset=utf-8")
    return Response(exposition(), content_type=CONTENT_TYPE)


def _may_read() -> bool:
    """Whether who asks has the token; without one, whether they are on this machine.

    Behind a proxy everybody seems to come from this machine, so there the token is needed. A page
    of another site that was made to point here names a host that is not this machine's.
    """
    context = here()
    if context.metrics_token:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        given, wanted = token.strip().encode(), context.metrics_token.encode()
        if scheme.lower() == "bearer" and hmac.compare_digest(given, wanted):
            return True
        if not context.wrong_keys.allows(request.remote_addr, time.monotonic()):
            raise TooManyRequests
        return False
    network, address = context.network, ip_of(request.remote_addr or "")
    public = network.public_host()
    is_named = bool(public) and not network.is_loopback(public)
    is_behind = context.proxies.hops > 0 or context.proxies.unknown_seen or is_named
    is_here = address is not None and address.is_loopback and network.is_loopback(request.host)
    return is_here and not is_behind
