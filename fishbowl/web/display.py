"""The room display's page and its QR; both are public, as the wall is."""

from flask import Blueprint, Response, render_template, request

from fishbowl.codes import spoken
from fishbowl.web.context import here
from fishbowl.web.identity import find_session
from fishbowl.web.qr import qr_svg

bp = Blueprint("display", __name__)


@bp.get("/<code>/display")
def show(code: str) -> str:
    """The page that the projector shows."""
    session = find_session(code)
    return render_template("display.html", session=session, spoken=spoken(session.code))


@bp.get("/<code>/join.svg")
def join_qr(code: str) -> Response:
    """The QR of a session: the address that phones can reach, with the code."""
    session = find_session(code)
    url = here().network.join_url(session.code, session.settings.address)
    response = Response(qr_svg(url), content_type="image/svg+xml")
    response.add_etag()
    response.make_conditional(request)
    return response
