"""The stage monitor's page: a calm screen for those on the chairs."""

from flask import Blueprint, render_template

from fishbowl.access.codes import spoken
from fishbowl.domain.kernel.roles import AT_THE_STAGE
from fishbowl.web.sign_in.identity import find_own_session

bp = Blueprint("stage", __name__)


@bp.get("/<code>/stage")
def show(code: str) -> str:
    """The page for a screen in front of the chairs; it tells times, so it needs a key."""
    session = find_own_session(code, AT_THE_STAGE)
    return render_template("stage.html", session=session, spoken=spoken(session.code))
