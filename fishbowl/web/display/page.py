"""The room display's page and its QR; both are public, as the wall is."""

from flask import Blueprint, Response, after_this_request, render_template, request

from fishbowl.access.codes import spoken
from fishbowl.access.display_pass import KEPT_MS, display_cookie
from fishbowl.domain.session.state import Session
from fishbowl.views.outside import seen_from_outside
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_svg
from fishbowl.web.headers import security_policy
from fishbowl.web.sign_in.cookies import keep_cookie
from fishbowl.web.sign_in.identity import UnknownCode, find_session, may_watch_here

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
    shown = session if may_watch_here(session) else seen_from_outside(session)
    page = render_template("display.html", session=shown, spoken=spoken(session.code))
    response = Response(page, content_type="text/html; charset=utf-8")
    policy = security_policy(request.host, framed=True)
    response.headers["Content-Security-Policy"] = policy
    if session.clock.closed_at_ms is None:
        _let_it_come_back(response, session)
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


def _let_it_come_back(response: Response, session: Session) -> None:
    """Let this browser show the closing, also when it loads the page after the end."""
    context = here()
    shown = context.access_keys.display_pass(session.code, context.clock.now_ms())
    keep_cookie(response, display_cookie(session.code), shown, max_age_s=KEPT_MS // 1000)


def _look_again(response: Response) -> Response:
    response.headers["Refresh"] = str(LOOK_AGAIN_S)
    return response
