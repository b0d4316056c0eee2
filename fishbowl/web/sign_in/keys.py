"""The pages that take access keys: a link's fragment is posted, and a sign-in cookie is set.

A fragment never reaches a log or a referrer; the script removes it from the history.
"""

import time
from collections.abc import Mapping
from typing import Any, NoReturn

from flask import Blueprint, Response, jsonify, render_template, request
from werkzeug.exceptions import Forbidden, TooManyRequests

from fishbowl.access.sign_ins import OWNER, READER
from fishbowl.services.audit import REVOKED_KEY, UNKNOWN, WRONG_KEY
from fishbowl.web.context import here
from fishbowl.web.sign_in.cookies import sign_in
from fishbowl.web.sign_in.identity import LinkRevoked

bp = Blueprint("keys", __name__)


@bp.get("/o")
def owner() -> str:
    """The page behind the owner's link."""
    return render_template("key.html", door="/o")


@bp.post("/o")
def sign_owner_in() -> Response:
    """Take the owner's key and sign the owner in."""
    key, sign_ins = _posted_key(), here().sign_ins
    if not sign_ins.is_owner_key(key):
        _refuse("owner")
    response = Response(status=204)
    sign_in(response, OWNER, "", sign_ins.owner_generation)
    return response


@bp.get("/a")
def for_readers() -> str:
    """The page behind the readers' link to the archive."""
    return render_template("key.html", door="/a")


@bp.post("/a")
def let_readers_in() -> Response:
    """Take the readers' key, sign the reader in, and say where the archive is."""
    key, context = _posted_key(), here()
    generation = context.archive.reader_link_generation()
    if not context.access_keys.is_reader(key, generation):
        _refuse("reader")
    response = jsonify(way="/archive")
    sign_in(response, READER, "", generation)
    return response


@bp.get("/k")
def handed_over() -> str:
    """The page behind a link of the facilitator, or of somebody who helps."""
    return render_template("key.html", door="/k")


@bp.post("/k")
def let_in() -> Response:
    """Take a session's key, sign its holder in, and say for which session and role."""
    key = _posted_key()
    found = here().access_keys.read_key(key)
    session = None if found is None else here().service.session(found.code)
    if found is None or session is None:
        _refuse("session")
    if not session.access.holds(found.role, found.generation):
        here().audit.note(
            REVOKED_KEY, who=found.role.value, code=found.code, generation=found.generation
        )
        raise LinkRevoked
    response = jsonify(code=found.code, role=found.role)
    sign_in(response, found.role, found.code, found.generation)
    return response


def _posted_key() -> str:
    posted: Any = request.get_json(silent=True) if request.is_json else request.form
    key = posted.get("key") if isinstance(posted, Mapping) else None
    return key if isinstance(key, str) and key.isascii() else ""


def _refuse(whose: str) -> NoReturn:
    """Refuse a wrong key.

    :param whose: ``owner``, ``reader`` or ``session``: whose key it was to be.
    """
    here().audit.note(WRONG_KEY, who=UNKNOWN, detail=whose)
    if not here().wrong_keys.allows(request.remote_addr, time.monotonic()):
        raise TooManyRequests
    raise Forbidden
