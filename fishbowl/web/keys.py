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

from fishbowl.access.keys import OWNER_COOKIE, READER_COOKIE, key_cookie
from fishbowl.web.context import here
from fishbowl.web.identity import LinkTakenBack, keep

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


@bp.get("/a")
def for_readers() -> str:
    """The page behind the readers' link to the archive."""
    return render_template("key.html", door="/a")


@bp.post("/a")
def let_readers_in() -> Response:
    """Take the readers' key, keep it, and say where the archive is."""
    key, context = _posted_key(), here()
    if not context.doors.is_reader(key, context.archive.readers_generation()):
        _refuse()
    response = jsonify(way="/archive")
    keep(response, READER_COOKIE, key)
    return response


@bp.get("/k")
def handed_over() -> str:
    """The page behind a link of the facilitator, or of somebody who helps."""
    return render_template("key.html", door="/k")


@bp.post("/k")
def let_in() -> Response:
    """Take a session's key, keep it, and say which session it opens, and for which role."""
    key = _posted_key()
    found = here().doors.read_key(key)
    session = None if found is None else here().service.session(found.code)
    if found is None or session is None:
        _refuse()
    if not session.access.holds(found.role, found.generation):
        raise LinkTakenBack
    response = jsonify(code=found.code, role=found.role)
    keep(response, key_cookie(found.code, found.role), key)
    return response


def _posted_key() -> str:
    posted: Any = request.get_json(silent=True) if request.is_json else request.form
    key = posted.get("key") if isinstance(posted, Mapping) else None
    return key if isinstance(key, str) and key.isascii() else ""


def _refuse() -> NoReturn:
    if not _limiter.hit(WRONG_KEYS, request.remote_addr or ""):
        raise TooManyRequests
    raise Forbidden
