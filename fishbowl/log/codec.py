"""Events as they are stored: a name, a version and JSON; a public format that outlives the code.

Stored entries are never rewritten: older versions are brought up to date on reading, event by
event here, and in the order of their log by :func:`fishbowl.domain.session.upcast.upcast`.
"""

import msgspec

from fishbowl.domain.session.events import EVENT_TYPES, Event
from fishbowl.domain.session.upcast import UPCASTS


class UnknownEvent(Exception):
    """The log holds an event, or a field, that this program does not know.

    It was written by a newer one, or is not ours. Nothing of it is left out silently: a state that
    was folded without it would be another one.
    """


def encode(event: Event) -> tuple[str, int, str]:
    """Turn an event into what is stored.

    :return: stored name, version, JSON of the fields.
    """
    return event.name, event.version, msgspec.json.encode(event).decode()


def decode(name: str, version: int, data: str) -> Event:
    """Turn what is stored into an event, older versions included.

    :raises UnknownEvent: for a name, version or field that this program does not know.
    :raises msgspec.DecodeError: its fields are not those of the event.
    """
    cls = EVENT_TYPES.get(name)
    if cls is None or version > cls.version:
        raise UnknownEvent(f"{name} version {version}")
    try:
        if version == cls.version:
            return msgspec.json.decode(data, type=cls)
        fields = msgspec.json.decode(data)
        for older in range(version, cls.version):
            fields = UPCASTS[name, older](fields)
        return msgspec.convert(fields, cls)
    except msgspec.ValidationError as error:
        if "unknown field" in str(error):
            raise UnknownEvent(f"{name} version {version}: {error}") from error
        raise


def decode_entry(seq: int, name: str, version: int, data: str) -> Event:
    """Turn what an entry stores into an event; an error names the entry.

    :raises UnknownEvent: as :func:`decode`.
    :raises msgspec.DecodeError: as :func:`decode`.
    """
    try:
        return decode(name, version, data)
    except UnknownEvent as error:
        raise UnknownEvent(f"entry {seq}: {error}") from error
    except msgspec.DecodeError as error:
        raise type(error)(f"entry {seq}: {name}: {error}") from error
