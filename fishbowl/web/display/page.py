"""The display and the join QR; both are public."""

from flask import Blueprint, Response, abort, after_this_request, render_template, request

from fishbowl.access.codes import spoken
from fishbowl.access.display_pass import KEPT_MS, display_cookie
from fishbowl.domain.session.state import Session
from fishbowl.views.outside import seen_from_outside
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_svg
from fishbowl.web.headers import security_policy
from fishbowl.web.known import invitation_url, is_inviting_on_wall
from fishbowl.web.sign_in.cookies import keep_cookie
from fishbowl.web.sign_in.identity import UnknownCode, find_session, may_watch_here

LOOK_AGAIN_S = 10

bp = Blueprint("display", __name__)


@bp.get("/<code>/display")
def show(code: str) -> Response:
    """The display page. With an unknown code it reloads until the session exists.

    The console shows it in a frame.
    """
    try:
        session = find_session(code)
    except UnknownCode:
        after_this_request(_reload_later)
        raise
    shown = session if may_watch_here(session) else seen_from_outside(session)
    page = render_template("display.html", session=shown, spoken=spoken(session.code))
    response = Response(page, content_type="text/html; charset=utf-8")
    policy = security_policy(request.host, framed=True)
    response.headers["Content-Security-Policy"] = policy
    if session.clock.closed_at_ms is None:
        _set_display_pass(response, session)
    return response


@bp.get("/<code>/join.svg")
def join_qr(code: str) -> Response:
    """The QR with the join URL of a session."""
    session = find_session(code)
    url = here().network.join_url(session.code, session.settings.address)
    response = Response(qr_svg(url), content_type="image/svg+xml")
    response.add_etag()
    response.make_conditional(request)
    return response


@bp.get("/<code>/known.svg")
def known_qr(code: str) -> Response:
    """The QR that invites to be known; only while it is on the wall."""
    session = find_session(code)
    if not is_inviting_on_wall(session):
        abort(404)
    svg = qr_svg(invitation_url(session.settings.address))
    return Response(svg, content_type="image/svg+xml")


def _set_display_pass(response: Response, session: Session) -> None:
    """Set the display pass, with which this browser may load the display after the close."""
    context = here()
    shown = context.access_keys.display_pass(session.code, context.clock.now_ms())
    keep_cookie(response, display_cookie(session.code), shown, max_age_s=KEPT_MS // 1000)


def _reload_later(response: Response) -> Response:
    response.headers["Refresh"] = str(LOOK_AGAIN_S)
    return response
