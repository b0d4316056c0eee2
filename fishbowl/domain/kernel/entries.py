"""What a log consists of, whatever its stream is about: events, and the entries that hold them."""

from typing import ClassVar

import msgspec

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of all events. ``name`` and ``version`` are what is stored beside the fields."""

    name: ClassVar[str]
    version: ClassVar[int] = 1


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a log: an event, and who caused it when.

    ``command_id`` was made by the client, ``part`` counts the entries of one command from 0.
    ``sender`` is a keyed digest of role and device, so that ids of one sender never meet those of
    another; entries of older programs have none, and it is replaced when somebody is forgotten.
    ``at_ms`` never goes back within a stream. ``actor`` is the number of a person within the
    stream, or 0 for whoever runs it and for time itself. A kind of stream narrows the types of
    ``actor`` and ``event``.
    """

    seq: Seq
    sender: str = ""
    command_id: str
    part: int
    at_ms: Millis
    role: Role
    actor: int
    event: Event


StoredEntry = tuple[int, str, str, int, int, int, str, str, int, str]
"""An entry as it is stored: ``seq, sender, command_id, part, at_ms, actor, role``, and of its event
``type, version, data``, the last as JSON."""
