"""Events as they are stored: a name, a version and JSON; a public format that outlives the code.

When a new version of an event is declared, its older shapes are brought up here, by
:data:`UPCASTS`; stored entries are never rewritten.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from fishbowl.domain.events import EVENT_TYPES, Event

UPCASTS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {
    ("person.forgotten", 1): lambda fields: {**fields, "keeps_key": True},
}
"""By name and stored version: how its fields become those of the next version."""


class UnknownEvent(Exception):
    """The log holds an event that this program does not know: it is newer, or not ours."""


def encode(event: Event) -> tuple[str, int, str]:
    """Turn an event into what is stored.

    :return: stored name, version, JSON of the fields.
    """
    return event.name, event.version, msgspec.json.encode(event).decode()


def decode(name: str, version: int, data: str) -> Event:
    """Turn what is stored into an event, older versions included.

    :raises UnknownEvent: for a name or version that this program does not know.
    """
    cls = EVENT_TYPES.get(name)
    if cls is None or version > cls.version:
        raise UnknownEvent(f"{name} version {version}")
    if version == cls.version:
        return msgspec.json.decode(data, type=cls)
    fields = msgspec.json.decode(data)
    while version < cls.version:
        fields = UPCASTS[name, version](fields)
        version += 1
    return msgspec.convert(fields, cls)
