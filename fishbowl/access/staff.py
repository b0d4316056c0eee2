"""Requests of staff: those with a key of a session or of this installation."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from werkzeug.http import parse_cookie

from fishbowl.access.sign_ins import MEMBER, READER, SignIns
from fishbowl.log.records import SignIn

PREFIX = "fishbowl_"
COOKIES_MAX = 50
"""Cookies that are looked at: who sends more has not been given them here."""


def has_key(sign_ins: SignIns, environ: Mapping[str, Any]) -> bool:
    """Tell whether a request proves to come from somebody who was given a key.

    Whether it has been taken back since, is not asked here: this decides about order alone.

    :param environ: the request's WSGI environment.
    """
    return any(one.opens not in (READER, MEMBER) for one in signed_in(sign_ins, environ))


def signed_in(sign_ins: SignIns, environ: Mapping[str, Any]) -> list[SignIn]:
    """The sign-ins of whoever sends a request.

    :param environ: the request's WSGI environment.
    """
    if PREFIX not in environ.get("HTTP_COOKIE", ""):
        return []
    ours = ((k, v) for k, v in parse_cookie(dict(environ)).items() if k.startswith(PREFIX))
    return sign_ins.of_cookies(dict(islice(ours, COOKIES_MAX)))
