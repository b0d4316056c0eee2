"""Who a command comes from."""

from enum import StrEnum
from typing import Literal


class Role(StrEnum):
    """The part somebody plays in a session.

    ``TIME`` is the timekeeper: time's own acts. ``DOOR`` is the server itself, after somebody has
    proved at a door who they are; no connection can take it. ``STAGE_MONITOR`` is a screen for
    those on the chairs: it sees their times, and sends nothing. ``MEMBER`` and ``OWNER`` send what
    concerns the community, and take no part in a session by it.
    """

    ATTENDEE = "attendee"
    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co_facilitator"
    NOTE_TAKER = "note_taker"
    RUNNER = "runner"
    STAGE_MONITOR = "stage_monitor"
    TIME = "time"
    DOOR = "door"
    MEMBER = "member"
    OWNER = "owner"


HelperRole = Literal["co_facilitator", "note_taker", "runner", "stage_monitor"]
"""A part that the facilitator hands to somebody by a link, and can take back."""

LinkRole = Literal["facilitator", "co_facilitator", "note_taker", "runner", "stage_monitor"]
"""A part that somebody comes to by a link."""

HELPERS: tuple[Role, ...] = (
    Role.CO_FACILITATOR,
    Role.NOTE_TAKER,
    Role.RUNNER,
    Role.STAGE_MONITOR,
)
AT_WORK: tuple[Role, ...] = (Role.FACILITATOR, *HELPERS)
"""Who runs the session, the highest first; what they do can be taken back."""

AT_THE_CONSOLE: tuple[Role, ...] = (Role.FACILITATOR, Role.CO_FACILITATOR, Role.NOTE_TAKER)
AT_THE_BOWL: tuple[Role, ...] = (Role.FACILITATOR, Role.CO_FACILITATOR)
AT_THE_CHAIRS: tuple[Role, ...] = (Role.FACILITATOR, Role.CO_FACILITATOR, Role.RUNNER)
"""Who may open the microphone runner's page."""
AT_THE_STAGE: tuple[Role, ...] = (Role.FACILITATOR, Role.CO_FACILITATOR, Role.STAGE_MONITOR)
"""Who may open the stage monitor's page, on which everybody's own time stands."""


def check_declared(command: type, own: str) -> None:
    """Check that a type of command says who may send it, and whose it is.

    :param own: the sender who may only send what is theirs, and the field that names them.
    :raises TypeError: it does not.
    """
    if "senders" not in vars(command):
        raise TypeError(f"{command.__name__} does not declare who may send it")
    if own in command.senders and own not in command.__annotations__:  # type: ignore[attr-defined]
        raise TypeError(f"{command.__name__} does not say whose it is")
