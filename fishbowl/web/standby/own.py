"""The pages of a standby itself, as long as it stands by: how it follows, and the one button.

It is an application of its own, without sessions. Whoever opens the link that the terminal shows
may press. Everybody else reads where the sessions are.
"""

import hmac
import secrets
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from flask import Flask, Response, abort, jsonify, redirect, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.proxies import is_own_origin
from fishbowl.access.rate_limit import RateLimit
from fishbowl.access.sign_ins import KEPT_MS
from fishbowl.host.clock import wall_ms
from fishbowl.host.network import Network
from fishbowl.standby.asking import PATH, answered
from fishbowl.standby.following import Standing
from fishbowl.standby.messages import Fence, Place
from fishbowl.standby.sealing import NotOurs, Seal
from fishbowl.standby.taking_over import NothingToTakeOver, Takeover
from fishbowl.web import assets, files, headers, i18n
from fishbowl.web.context import EXTENSION
from fishbowl.web.languages import Languages

COOKIE = "fishbowl_standby"
BODY_MAX_BYTES = 64 * 1024
WRONG_KEYS = (20, 60.0)
"""Wrong keys from one address at once, and the seconds in which as many are allowed again."""


class OwnContext(NamedTuple):
    """What the shared parts of pages ask the application for.

    :param installation: empty: no pass is shown to a standby, nor ``pass_home``.
    """

    assets: assets.Assets
    languages: Languages
    network: Network
    installation: str = ""
    pass_home: None = None


class Standby(NamedTuple):
    """What the pages of a standby need.

    :param primary: the server that is followed.
    :param standing: how following goes.
    :param take_over: takes over; a second call gives what the first one gave.
    :param became: is told that the answer to the button was given.
    :param seal: opens what other machines ask.
    :param epoch: how often this installation was taken over.
    :param network: the addresses of this machine.
    """

    primary: str
    standing: Callable[[], Standing]
    take_over: Callable[[], Takeover]
    became: Callable[[], None]
    seal: Seal
    epoch: Callable[[], int]
    network: Network


def own_app(standby: Standby, key: str) -> Flask:
    """Make the application.

    :param key: opens the page; it is in the link that the terminal shows.
    """
    app = Flask("fishbowl-standby", static_folder=None)
    app.template_folder = str(assets.WEB_ROOT / "templates")
    app.config["MAX_CONTENT_LENGTH"] = BODY_MAX_BYTES
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    built = assets.load_assets()
    app.jinja_env.globals["assets"] = built
    app.extensions[EXTENSION] = OwnContext(built, Languages(assets.DIST), standby.network)
    i18n.install(app)
    headers.install(app)
    app.register_blueprint(files.bp)
    app.register_error_handler(HTTPException, _error)
    token = secrets.token_urlsafe(24)
    wrong_keys = RateLimit(*WRONG_KEYS)

    def is_ours() -> bool:
        return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), token.encode())

    @app.before_request
    def check_origin() -> None:
        origin = request.headers.get("Origin") or request.headers.get("Referer", "")
        if request.method == "POST" and not is_own_origin(origin, request.host, ""):
            abort(403)

    @app.get("/o")
    def door() -> str:
        return render_template("key.html", door="/o")

    @app.post("/o")
    def sign_in() -> Response:
        posted: Any = request.get_json(silent=True) if request.is_json else request.form
        given = posted.get("key") if isinstance(posted, dict) else None
        if not wrong_keys.would_allow(request.remote_addr, time.monotonic()):
            abort(429)  # before the key is looked at, or a fast guesser would still learn of it
        if not isinstance(given, str) or not hmac.compare_digest(given.encode(), key.encode()):
            wrong_keys.allows(request.remote_addr, time.monotonic())
            abort(403)
        response = Response(status=204)
        response.set_cookie(COOKIE, token, httponly=True, samesite="Lax")
        return response

    @app.get("/")
    def show() -> str:
        if not is_ours():
            return render_template("standby_elsewhere.html", primary=standby.primary)
        return _page(standby)

    @app.post("/take-over")
    def press() -> AnyResponse | tuple[str, int]:
        if not is_ours():
            abort(403)
        try:
            done = standby.take_over()
        except NothingToTakeOver:
            return _page(standby, nothing=True), 409
        response = redirect("/", 303)
        name, owner = done.cookie
        response.set_cookie(
            name, owner, max_age=KEPT_MS // 1000, httponly=True, samesite="Lax",
            secure=headers.came_by_https(),
        )  # fmt: skip
        response.delete_cookie(COOKIE, httponly=True, samesite="Lax")
        response.call_on_close(standby.became)
        return response

    @app.get("/healthz")
    def healthz() -> Response:
        return Response('{"ok":true,"standby":true}\n', content_type="application/json")

    @app.post("/standby/fence")
    def fence() -> Response:
        try:
            question = standby.seal.open(request.get_data(), Fence, f"{PATH}fence")
        except NotOurs:
            allowed = wrong_keys.allows(request.remote_addr, time.monotonic())
            abort(403 if allowed else 429)
        place = Place(epoch=standby.epoch())
        content = answered(place, standby.seal, "fence", question)
        return Response(content, content_type="application/octet-stream")

    @app.get("/<path:anything>")
    def elsewhere(anything: str) -> tuple[str, int]:
        return render_template("standby_elsewhere.html", primary=standby.primary), 503

    return app


def _page(standby: Standby, *, nothing: bool = False) -> str:
    standing = standby.standing()
    since_s = (wall_ms() - standing.confirmed_ms) // 1000 if standing.confirmed_ms else None
    return render_template(
        "standby_own.html",
        primary=standby.primary,
        standing=standing,
        since_s=since_s,
        nothing=nothing,
    )


def _error(error: HTTPException) -> tuple[str | Response, int] | AnyResponse:
    if error.code is None or error.code < 400:
        return error.get_response()
    if request.is_json:
        return jsonify(error="wrong_key"), error.code
    return str(error.name), error.code
