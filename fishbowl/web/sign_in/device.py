"""Which phone asks: its page sends the random secret that it keeps in a header."""

import re

from flask import abort, request

from fishbowl.domain.session.state import Session
from fishbowl.web.context import here

DEVICE_HEADER = "X-Fishbowl-Device"
_DEVICE = re.compile(r"^[A-Za-z0-9_-]{16,64}$")


def device_key(session: Session) -> str:
    """The pseudonym of the phone that asks.

    :raises werkzeug.exceptions.BadRequest: it does not say which phone it is.
    """
    device = request.headers.get(DEVICE_HEADER, "")
    if not _DEVICE.match(device):
        abort(400)
    return here().access_keys.person_key(session.code, device)
