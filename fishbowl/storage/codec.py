"""Events as they are stored: a name, a version and JSON; a public format that outlives the code.

Stored entries are never rewritten: older versions are brought up to date on reading, event by
event here, and in the order of their log by :func:`fishbowl.domain.upcast.upcast`.
"""

import msgspec

from fishbowl.domain.events import EVENT_TYPES, Event
from fishbowl.domain.upcast import UPCASTS


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
