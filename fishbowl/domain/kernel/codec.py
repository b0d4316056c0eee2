"""Entries as they are stored: a name, a version and JSON; a public format that outlives the code.

Stored entries are never rewritten: older versions are brought up to date on reading, event by
event here, and in the order of their log by the ``upcast`` of their kind of stream.
"""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import msgspec

from fishbowl.domain.kernel.entries import Entry, Event, StoredEntry
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role

EntryT = TypeVar("EntryT", bound=Entry)

Upcasts = Mapping[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]]
"""By name and stored version: how the fields of an event become those of the next version."""


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


def stored(entry: Entry) -> StoredEntry:
    """Turn an entry into what is stored."""
    return (
        entry.seq,
        entry.sender,
        entry.command_id,
        entry.part,
        entry.at_ms,
        entry.actor,
        entry.role.value,
        *encode(entry.event),
    )


class Codec(Generic[EntryT]):
    """Reads what is stored of one kind of stream.

    :param entry: the kind's type of entries.
    :param events: every event of the kind by its stored name.
    :param upcasts: how older versions of events are brought up to date.
    :raises TypeError: an event is not listed under the name that it declares.
    """

    def __init__(
        self, entry: type[EntryT], events: Mapping[str, type[Event]], upcasts: Upcasts
    ) -> None:
        for name, event in events.items():
            if getattr(event, "name", None) != name:
                raise TypeError(f"{event.__name__} does not declare the name {name}")
        self.entry = entry
        """The type of entries."""
        self._events, self._upcasts = events, upcasts

    def decode(self, name: str, version: int, data: str) -> Any:
        """Turn what is stored into an event of this kind, older versions included.

        :raises UnknownEvent: for a name, version or field that this program does not know.
        :raises msgspec.DecodeError: its fields are not those of the event.
        """
        cls = self._events.get(name)
        if cls is None or version > cls.version:
            raise UnknownEvent(f"{name} version {version}")
        try:
            if version == cls.version:
                return msgspec.json.decode(data, type=cls)
            fields = msgspec.json.decode(data)
            for older in range(version, cls.version):
                fields = self._upcasts[name, older](fields)
            return msgspec.convert(fields, cls)
        except msgspec.ValidationError as error:
            if "unknown field" in str(error):
                raise UnknownEvent(f"{name} version {version}: {error}") from error
            raise

    def loaded(self, row: StoredEntry) -> EntryT:
        """Turn what is stored into an entry; an error names it.

        A whole log is brought up to date by the ``upcast`` of its kind.

        :raises UnknownEvent: as :meth:`decode`.
        :raises msgspec.DecodeError: as :meth:`decode`.
        :raises ValueError: nobody can have the role.
        """
        seq, sender, command_id, part, at_ms, actor, role, name, version, data = row
        return self.entry(
            seq=Seq(seq),
            sender=sender,
            command_id=command_id,
            part=part,
            at_ms=Millis(at_ms),
            actor=actor,
            role=Role(role),
            event=self._decoded(seq, name, version, data),
        )

    def _decoded(self, seq: int, name: str, version: int, data: str) -> Event:
        try:
            event: Event = self.decode(name, version, data)
        except UnknownEvent as error:
            raise UnknownEvent(f"entry {seq}: {error}") from error
        except msgspec.DecodeError as error:
            raise type(error)(f"entry {seq}: {name}: {error}") from error
        return event
