"""What is kept about people, who sees it, for how long, and how to be forgotten: in plain words."""

from flask import Blueprint, render_template

from fishbowl.domain.community.ids import FEATURES
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.web.context import here
from fishbowl.web.known import community_about

bp = Blueprint("privacy", __name__)


@bp.get("/privacy")
def show() -> str:
    """The page; it is the same for everybody, so no session is named on it."""
    community = here().members.community
    uses = {one for one in FEATURES if is_on(community, one)}
    return render_template("privacy.html", about=community_about(), uses=uses)
