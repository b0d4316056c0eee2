"""Who a command comes from."""

from enum import StrEnum


class Role(StrEnum):
    """The part somebody plays in a session. ``TIME`` is the timekeeper: time's own acts."""

    ATTENDEE = "attendee"
    FACILITATOR = "facilitator"
    TIME = "time"
