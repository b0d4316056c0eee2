"""Reading what a face was sent."""

from typing import Any

import msgspec

from fishbowl.views.common import Links

NOWHERE = Links()


def sent(view: Any) -> str:
    """The view as it goes over the wire, to look for what must not be there."""
    return msgspec.json.encode(view).decode()
