"""Who comes with a key: whoever runs a session, or owns this installation."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from werkzeug.http import parse_cookie

from fishbowl.access.keys import OWNER_COOKIE, READER_COOKIE, Doors

PREFIX = "fishbowl_"
KEYS_MAX = 8
"""Cookies that are looked at: who sends more has not been given them here."""
NO_KEYS = (READER_COOKIE, "fishbowl_lang", "fishbowl_theme")


def has_key(doors: Doors, environ: Mapping[str, Any]) -> bool:
    """Tell whether a request proves to come from somebody who was given a key.

    Whether it has been taken back since, is not asked here: this decides about order alone.

    :param environ: the request's WSGI environment.
    """
    if PREFIX not in environ.get("HTTP_COOKIE", ""):
        return False
    cookies = parse_cookie(dict(environ))
    keys = ((name, value) for name, value in cookies.items() if name.startswith(PREFIX))
    for name, value in islice(keys, KEYS_MAX):
        if name == OWNER_COOKIE:
            if doors.is_owner(value):
                return True
        elif name not in NO_KEYS and value.isascii() and doors.read_key(value) is not None:
            return True
    return False
