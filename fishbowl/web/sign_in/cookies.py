"""Cookies that prove something: set when somebody signs in, kept alive by use, dropped when old."""

import logging
import re

from flask import Flask, Response, abort, g, request

from fishbowl.access.sign_ins import KEPT_MS, MEMBER, NotSaved
from fishbowl.services.audit import SIGNED_IN
from fishbowl.web.context import here
from fishbowl.web.headers import came_by_https

log = logging.getLogger(__name__)

_OLD_COOKIES = frozenset({"fishbowl_owner", "fishbowl_reader"})
_ROLE_COOKIE = re.compile(r"fishbowl_(key|co_facilitator|note_taker|runner)_")
"""Cookies of roles; a token has no dot, a key has."""


def install(app: Flask) -> None:
    """Let sign-ins go on with use, and browsers forget what old releases gave them."""
    app.after_request(_renew)
    app.after_request(_drop_keys)


def sign_in(response: Response, opens: str, code: str, generation: int) -> None:
    """Let somebody in who has shown a key that is good, and have the browser keep it."""
    sign_ins = here().sign_ins
    try:
        token = sign_ins.enter(request.cookies, opens, code, generation)
    except NotSaved:
        log.exception("a sign-in could not be saved")
        abort(503)
    name = sign_ins.cookie(opens, code)
    # Who is signed in already stays so; and what one member does is in no list.
    if request.cookies.get(name) != token and opens != MEMBER:
        here().audit.note(SIGNED_IN, who=opens, code=code, generation=generation)
    keep_cookie(response, name, token)


def keep_cookie(
    response: Response, name: str, token: str, *, max_age_s: int = KEPT_MS // 1000
) -> None:
    """Set a cookie that proves something: out of reach of scripts and of other sites."""
    response.set_cookie(
        name, token, max_age=max_age_s, httponly=True, samesite="Lax", secure=came_by_https()
    )


def mark_used(sign_in: bytes | None) -> bool:
    """Remember that a request made use of a sign-in; whether there is one."""
    if sign_in is not None:
        g.setdefault("used_sign_ins", set()).add(sign_in)
    return sign_in is not None


def _renew(response: Response) -> Response:
    """Begin the time of every sign-in anew that a page was opened with, here and in the browser."""
    if response.mimetype != "text/html":
        return response
    sign_ins = here().sign_ins
    for one in map(sign_ins.get, g.get("used_sign_ins", ())):
        if one is not None:  # it may have ended just now
            sign_ins.use(one)
            name = sign_ins.cookie(one.opens, one.code)
            keep_cookie(response, name, request.cookies[name])
    return response


def _drop_keys(response: Response) -> Response:
    """Have browsers forget the keys that release 0.1.0 gave them; they open nothing as cookies."""
    if response.mimetype == "text/html":
        for name, value in request.cookies.items():
            if name in _OLD_COOKIES or (_ROLE_COOKIE.match(name) and "." in value):
                response.delete_cookie(name, httponly=True, samesite="Lax")
    return response
