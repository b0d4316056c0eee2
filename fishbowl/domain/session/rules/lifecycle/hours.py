"""When phones may join, and which hours can be set."""

from typing import Any

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.model import Settings


def check_open(settings: Settings, now_ms: Millis) -> None:
    """Let somebody new in while the doors are open.

    :raises Rejected: ``doors_not_open`` or ``doors_closed``.
    """
    if now_ms < settings.opens_at_ms:
        raise Rejected("doors_not_open")
    if settings.closes_at_ms and now_ms >= settings.closes_at_ms:
        raise Rejected("doors_closed")


def check_hours(command: Any, now_ms: Millis, before: Settings | None = None) -> None:
    """Let hours be set that can be kept: doors close after they open, nothing ends in the past.

    :param command: has the three instants; ``None`` leaves one as it is.
    :param before: the settings that hold until now, if there are any.
    :raises Rejected: ``bad_hours``, with the ``field`` that cannot be.
    """

    def wanted(field: str) -> int:
        new = getattr(command, field)
        if new is None:
            return 0 if before is None else int(getattr(before, field))
        return int(new)

    opens, closes = wanted("opens_at_ms"), wanted("closes_at_ms")
    if closes and closes <= opens:
        raise Rejected("bad_hours", field="closes_before")
    for field in ("closes_at_ms", "keep_until_ms"):
        is_new = before is None or wanted(field) != getattr(before, field)
        if is_new and 0 < wanted(field) <= now_ms:
            raise Rejected("bad_hours", field=field)
