"""At a laptop that has a home the community's pages say where it is kept, and change nothing."""

from flask import Flask, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.domain.community.ids import CONSENTS
from fishbowl.services.kept_at_home import KEPT_AT_HOME
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import is_owner

FOLDERS = ("community_", "series_")
PAGES = frozenset(
    {
        "event_names", "lost", "me", "me_forms", "me_offers", "me_rounds", "me_series", "programme",
        "taking_programme", "token",
    }
)  # fmt: skip
"""The blueprints whose pages are at home; the names of others begin with one of the folders. People
who were members here before can still leave."""
HERE = frozenset({"series_feeds", "series_wall"})
"""Programs read them, and find nothing: there are no series here."""
WISHES = frozenset({"me_forms.consents"})
"""What a script may post here all the same: it is kept as a wish."""
SERIES_LIST = "series_hosts"
"""Instead of it the owner sees what was taken along."""
SAID = 409


def check() -> Response | tuple[str, int] | tuple[Response, int] | None:
    """Answer instead of a page that is at home; ``None``: it is here."""
    if not _is_of_community(request.blueprint or ""):
        return None
    home = here().home_link.home
    if home is None or (request.endpoint in WISHES and request.is_json):
        return None
    if request.blueprint == SERIES_LIST and request.method == "GET" and is_owner():
        return redirect("/home/planned", 302)
    if request.is_json:
        return jsonify(code=KEPT_AT_HOME), SAID
    page = render_template(
        "community/at_home.html",
        title=here().home_link.home_name,
        address=home.url.partition("://")[2],
        url=home.url + ("/m" if request.path == "/me" else request.path),
        is_own=request.path == "/me",
        agrees=[(one, False) for one in CONSENTS],
    )
    return page, 200 if request.method == "GET" else SAID


def install(app: Flask) -> None:
    """Look at every request."""
    app.before_request(check)


def _is_of_community(blueprint: str) -> bool:
    return blueprint not in HERE and (blueprint in PAGES or blueprint.startswith(FOLDERS))
