"""At a laptop that has a home the community's pages say where it is kept, and change nothing."""

from flask import Flask, jsonify, render_template, request
from werkzeug.wrappers import Response

from fishbowl.domain.community.ids import CONSENTS
from fishbowl.services.community import KEPT_AT_HOME
from fishbowl.web.context import here

PAGES = frozenset(
    {
        "community_invite", "community_member", "community_members", "community_settings",
        "community_today", "lost", "me", "me_forms", "token",
    }
)  # fmt: skip
"""The blueprints whose pages are at home. People who were members here before can still leave."""
WISHES = frozenset({"me_forms.consents"})
"""What a script may post here all the same: it is kept as a wish."""
SAID = 409


def check() -> tuple[str, int] | tuple[Response, int] | None:
    """Answer instead of a page that is at home; ``None``: it is here."""
    if request.blueprint not in PAGES:
        return None
    home = here().away.home
    if home is None or (request.endpoint in WISHES and request.is_json):
        return None
    if request.is_json:
        return jsonify(code=KEPT_AT_HOME), SAID
    about = here().away.about
    page = render_template(
        "community/at_home.html",
        title=(about.title if about is not None else "") or home.name,
        address=home.url.partition("://")[2],
        url=home.url + ("/m" if request.path == "/me" else request.path),
        is_own=request.path == "/me",
        agrees=[(one, False) for one in CONSENTS],
    )
    return page, 200 if request.method == "GET" else SAID


def install(app: Flask) -> None:
    """Look at every request."""
    app.before_request(check)
