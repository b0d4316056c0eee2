"""The join sheet: code and QR on one printed page."""

from flask import Blueprint, render_template

from fishbowl.access.codes import spoken
from fishbowl.domain.session.state import Session
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_path
from fishbowl.web.known import invitation_url, invites
from fishbowl.web.sign_in.identity import find_own_session

bp = Blueprint("sheet", __name__)


@bp.get("/<code>/sheet")
def show(code: str) -> str:
    """The sheet, ready to print on A4."""
    session = find_own_session(code)
    network, chosen = here().network, session.settings.address
    size, path = qr_path(network.join_url(session.code, chosen))
    return render_template(
        "sheet.html",
        session=session,
        spoken=spoken(session.code),
        join_text=network.join_text(chosen),
        qr_size=size,
        qr_path=path,
        invitation=_invitation(session),
    )


def _invitation(session: Session) -> tuple[int, str] | None:
    """The QR that invites to be known; ``None`` where nobody is invited."""
    if not invites(session):
        return None
    return qr_path(invitation_url(session.settings.address))
