"""What all events, and the entries that hold them, are made of."""

from typing import ClassVar

import msgspec

from fishbowl.domain.ids import Millis, PersonId, Seq
from fishbowl.domain.roles import Role


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all events. ``name`` and ``version`` are what is stored beside the fields.

    What is overwritten when: ``erasable`` are a person's name or words, ``pseudonyms`` what their
    device is known by; both go with the person. ``record`` are words of whoever runs the session,
    ``names`` names in them: they go when everybody is forgotten, unless they were published.
    ``secrets`` go with the Wi-Fi. :mod:`fishbowl.domain.erasure` has the rules.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1
    erasable: ClassVar[tuple[str, ...]] = ()
    pseudonyms: ClassVar[tuple[str, ...]] = ()
    record: ClassVar[tuple[str, ...]] = ()
    names: ClassVar[tuple[str, ...]] = ()
    secrets: ClassVar[tuple[str, ...]] = ()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log: an event, and who caused it when.

    ``command_id`` was made by the client, ``part`` counts the entries of one command from 0.
    ``sender`` is a keyed digest of role and device, so that ids of one sender never meet those of
    another; entries of older programs have none, and it is replaced when somebody is forgotten.
    ``at_ms`` never goes back within a session. ``actor`` is 0 for the facilitator and for time
    itself, else the person.
    """

    seq: Seq
    sender: str = ""
    command_id: str
    part: int
    at_ms: Millis
    actor: PersonId
    role: Role
    event: Event
