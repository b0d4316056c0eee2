"""The room display's page and its QR; both are public, as the wall is."""

from flask import Blueprint, Response, after_this_request, render_template, request

from fishbowl.codes import spoken
from fishbowl.web.context import here
from fishbowl.web.headers import security_policy
from fishbowl.web.identity import UnknownCode, find_session
from fishbowl.web.qr import qr_svg

LOOK_AGAIN_S = 10

bp = Blueprint("display", __name__)


@bp.get("/<code>/display")
def show(code: str) -> Response:
    """The page that the projector shows; opened too early, it looks again by itself.

    The console shows it as well, small and in a frame.
    """
    try:
        session = find_session(code)
    except UnknownCode:
        after_this_request(_look_again)
        raise
    page = render_template("display.html", session=session, spoken=spoken(session.code))
    response = Response(page, content_type="text/html; charset=utf-8")
    policy = security_policy(request.host, framed=True)
    response.headers["Content-Security-Policy"] = policy
    return response


@bp.get("/<code>/join.svg")
def join_qr(code: str) -> Response:
    """The QR of a session: the address that phones can reach, with the code."""
    session = find_session(code)
    url = here().network.join_url(session.code, session.settings.address)
    response = Response(qr_svg(url), content_type="image/svg+xml")
    response.add_etag()
    response.make_conditional(request)
    return response


def _look_again(response: Response) -> Response:
    response.headers["Refresh"] = str(LOOK_AGAIN_S)
    return response
