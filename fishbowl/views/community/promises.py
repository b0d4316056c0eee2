"""What a member promised, or what was noted for them to do, and on which day it comes to them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.state import Session
from fishbowl.views.community.own_part import OwnItem, OwnPart, own_items

LATE_DAYS = 7
"""What came due while the machine was off is still told so many days later."""
WEEK_DAYS, MONTH_DAYS = 7, 28
"""How far one press moves a promise."""


class Promised(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a member is to do, with the question of the session that it comes from."""

    item: OwnItem
    question: str


def promised(session: Session | None, member: Member, item: int) -> Promised | None:
    """Find what a member is to do; ``None`` if there is nothing like it, or no more."""
    link = None if session is None else member.link_to(session.code)
    if session is None or link is None:
        return None
    for one in own_items(session, link.person):
        if one.id == item:
            return Promised(item=one, question=session.settings.question)
    return None


def due_now(part: OwnPart, today: date) -> Iterator[OwnItem]:
    """What is open in a session and comes to the member today, the earliest first."""
    first = (today - timedelta(days=LATE_DAYS)).isoformat()
    due = (one for one in part.items if one.ended_at_ms is None and one.due)
    yield from sorted(
        (one for one in due if first <= one.due <= today.isoformat()),
        key=lambda one: (one.due, one.id),
    )


def here_at(now_ms: Millis, zone: str) -> datetime:
    """An instant by a member's clock; UTC where their time zone is not known."""
    return datetime.fromtimestamp(now_ms / 1000, _zone(zone))


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
