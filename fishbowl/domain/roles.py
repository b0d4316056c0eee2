"""Who a command comes from."""

from enum import StrEnum


class Role(StrEnum):
    """The part somebody plays in a session.

    ``TIME`` is the timekeeper: time's own acts. ``DOOR`` is the server itself, after somebody has
    proved at a door who they are; no connection can take it.
    """

    ATTENDEE = "attendee"
    FACILITATOR = "facilitator"
    TIME = "time"
    DOOR = "door"
