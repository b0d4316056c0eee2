"""The rooms of a conference: their names in addresses, and what is on in each."""

import unicodedata
from collections.abc import Callable
from zoneinfo import ZoneInfo

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import DOORS_OPEN_MS, doors_are_open, upcoming
from fishbowl.domain.series.rules.programme import rooms_of
from fishbowl.domain.series.rules.slugs import free_slug, slug_of
from fishbowl.domain.series.rules.times import ends_at_ms, starts_at_ms, today, zone_of
from fishbowl.domain.series.state import Series


def rooms_by_key(series: Series) -> dict[str, str]:
    """The rooms by their names in addresses: in Latin letters where they have any.

    The addresses are printed: a room keeps its own while no other room is called nearly the same.
    """
    rooms: dict[str, str] = {}
    for room in rooms_of(series):
        folded = unicodedata.normalize("NFC", room.casefold()).replace("/", "-")
        key = free_slug(slug_of(room, folded), frozenset(rooms))
        rooms[key] = room
    return rooms


def on_now(
    series: Series, room: str, now_ms: Millis, is_closed: Callable[[str], bool]
) -> Occasion | None:
    """The occasion whose session people in a room want to join; ``None`` if no doors are open.

    It is the one that has begun last; the next one from its closing on, or while none goes on.

    :param is_closed: whether the session of a code is over.
    """
    zone = zone_of(series.about.time_zone)
    opened = [
        one
        for one in series.occasions.values()
        if one.slot.room == room and doors_are_open(series, one, now_ms) and not is_closed(one.code)
    ]
    opened.sort(key=lambda one: (starts_at_ms(one.slot, zone), one.id))
    begun = [one for one in opened if starts_at_ms(one.slot, zone) <= now_ms]
    if not begun:
        return opened[0] if opened else None
    last, later = begun[-1], opened[len(begun) :]
    if later and ends_at_ms(last.slot, zone) + _GRACE_MS <= now_ms:
        return later[0]
    return last


def next_in(series: Series, room: str, now_ms: Millis) -> tuple[Occasion, ...]:
    """What is still to begin in a room, the earliest first."""
    zone = zone_of(series.about.time_zone)
    return tuple(
        one
        for one in upcoming(series, now_ms)
        if one.slot.room == room and starts_at_ms(one.slot, zone) > now_ms - DOORS_OPEN_MS
    )


def to_open_on(series: Series, day: str, now_ms: Millis) -> tuple[Occasion, ...]:
    """The planned occasions of a day that take place, are not over, and are no session yet.

    A date that the recurrence alone gives is not of the programme.
    """
    return tuple(
        one
        for one in upcoming(series, now_ms)
        if one.slot.on == day and not one.code and one.id in series.occasions
    )


def is_today(series: Series, day: str, now_ms: Millis) -> bool:
    """Whether a day is today where the series is."""
    return today(now_ms, _zone(series)).isoformat() == day


def _zone(series: Series) -> ZoneInfo:
    return zone_of(series.about.time_zone)


_GRACE_MS = 10 * 60_000
"""A session that was not closed has the room so long after its planned end."""
