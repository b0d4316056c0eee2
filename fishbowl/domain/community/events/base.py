"""What all events of a community, and the entries that hold them, are made of."""

from typing import ClassVar

from fishbowl.domain.kernel import entries as kernel


class Event(kernel.Event, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of all events of a community. Each declares its name and version.

    ``erasable`` are the fields that are overwritten when the member leaves, or the invitation ends.
    """

    erasable: ClassVar[tuple[str, ...]] = ()


class Entry(kernel.Entry, frozen=True, kw_only=True):
    """One line of the log; ``actor`` is a member, or 0 for the owner, for time and for a door."""

    event: Event
