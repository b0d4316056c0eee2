"""What all events of a series, and the entries that hold them, are made of."""

from typing import ClassVar

from fishbowl.domain.kernel import entries as kernel


class Event(kernel.Event, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of all events of a series. Each declares its name and version.

    ``erasable`` are the fields that are overwritten when a member leaves the community, or the day
    of an occasion is over.
    """

    erasable: ClassVar[tuple[str, ...]] = ()


class Entry(kernel.Entry, frozen=True, kw_only=True):
    """One line of the log; ``actor`` is a member, or 0 for a host, for time and for a door."""

    event: Event
