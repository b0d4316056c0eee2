"""The stage monitor: a screen for people on the chairs."""

from flask import Blueprint, render_template

from fishbowl.access.codes import spoken
from fishbowl.domain.kernel.roles import AT_THE_STAGE
from fishbowl.web.sign_in.identity import find_own_session

bp = Blueprint("stage", __name__)


@bp.get("/<code>/stage")
def show(code: str) -> str:
    """The page; it shows times of people, so it requires a key."""
    session = find_own_session(code, AT_THE_STAGE)
    return render_template("stage.html", session=session, spoken=spoken(session.code))
