"""Shapes for who waits at the door."""

from typing import Literal

from fishbowl.views.slices.shared import Label, Slice

WaitingRoom = Literal["size", "open", "closed"]
"""Whether new people wait: the size says so, or it was said by hand."""
AtDoor = Literal["", "waits", "sent_back"]
"""Where a phone's person stands: in, waiting to be let in, or sent back and not asking yet."""


class ArrivalGroup(Slice, frozen=True, kw_only=True):
    """People who came in the same minute: from one to another by their ids, and how many.

    ``people`` are the first of them.
    """

    since: int
    up_to: int
    from_ms: int
    count: int
    people: tuple[Label, ...]


class DoorSlice(Slice, frozen=True, kw_only=True):
    """Who waits at the door, those who came last first.

    ``is_open`` tells whether new people wait now; by its size the room makes them wait from
    ``opens_at`` people on. ``waiting`` counts who waits, ``up_to`` is the last of them.
    ``sent_back`` counts those who were sent back and do not ask to be let in.
    """

    waiting_room: WaitingRoom
    is_open: bool
    expected: int
    opens_at: int
    waiting: int
    up_to: int
    sent_back: int
    groups: tuple[ArrivalGroup, ...]
