"""Sign-in cookies: set at sign-in, renewed by use, removed when they are of an old release."""

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
    """Renew sign-ins by use, and remove the cookies of old releases."""
    app.after_request(_renew)
    app.after_request(_drop_keys)


def sign_in(response: Response, opens: str, code: str, generation: int) -> None:
    """Sign somebody in who has sent a valid key, and set the cookie."""
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
    """Set a sign-in cookie that neither scripts nor other sites can read or send."""
    response.set_cookie(
        name, token, max_age=max_age_s, httponly=True, samesite="Lax", secure=came_by_https()
    )


def mark_used(sign_in: bytes | None) -> bool:
    """Note that a request used a sign-in; return whether there is one."""
    if sign_in is not None:
        g.setdefault("used_sign_ins", set()).add(sign_in)
    return sign_in is not None


def _renew(response: Response) -> Response:
    """Renew every sign-in that the request used, in the database and in the browser."""
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
    """Remove the cookies with keys that release 0.1.0 set; they are not valid any more."""
    if response.mimetype == "text/html":
        for name, value in request.cookies.items():
            if name in _OLD_COOKIES or (_ROLE_COOKIE.match(name) and "." in value):
                response.delete_cookie(name, httponly=True, samesite="Lax")
    return response
