"""The doors that take keys: a link's fragment is posted, and becomes a cookie.

A fragment never reaches a log or a referrer; the script removes it from the history.
"""

from collections.abc import Mapping
from typing import Any, NoReturn

from flask import Blueprint, Response, jsonify, render_template, request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from werkzeug.exceptions import Forbidden, TooManyRequests

from fishbowl.doors import OWNER_COOKIE, facilitator_cookie
from fishbowl.web.context import here
from fishbowl.web.identity import keep

WRONG_KEYS = RateLimitItemPerMinute(60)
"""Wrong keys from one address. Generous: a whole hall may share one. A right key always opens."""

bp = Blueprint("keys", __name__)
_limiter = MovingWindowRateLimiter(MemoryStorage())


@bp.get("/o")
def owner() -> str:
    """The page behind the owner's link."""
    return render_template("key.html", door="/o")


@bp.post("/o")
def sign_owner_in() -> Response:
    """Take the owner's key and keep it."""
    key = _posted_key()
    if not here().doors.is_owner(key):
        _refuse()
    response = Response(status=204)
    keep(response, OWNER_COOKIE, key)
    return response


@bp.get("/k")
def facilitator() -> str:
    """The page behind a facilitator's link."""
    return render_template("key.html", door="/k")


@bp.post("/k")
def let_facilitator_in() -> Response:
    """Take a session's key, keep it, and say which session it opens."""
    key = _posted_key()
    code = here().doors.code_of(key)
    if code is None or here().service.session(code) is None:
        _refuse()
    response = jsonify(code=code)
    keep(response, facilitator_cookie(code), key)
    return response


def _posted_key() -> str:
    posted: Any = request.get_json(silent=True) if request.is_json else request.form
    key = posted.get("key") if isinstance(posted, Mapping) else None
    return key if isinstance(key, str) and key.isascii() else ""


def _refuse() -> NoReturn:
    if not _limiter.hit(WRONG_KEYS, request.remote_addr or ""):
        raise TooManyRequests
    raise Forbidden
