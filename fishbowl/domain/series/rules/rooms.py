"""The rooms of a conference: their names in addresses, and what is on in each."""

import unicodedata
from collections.abc import Callable
from zoneinfo import ZoneInfo

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import DOORS_OPEN_MS, doors_are_open, upcoming
from fishbowl.domain.series.rules.programme import rooms_of
from fishbowl.domain.series.rules.slugs import free_slug, slug_of
from fishbowl.domain.series.rules.times import DAY_MS, ends_at_ms, starts_at_ms, today, zone_of
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


def room_called(series: Series, typed: str) -> str | None:
    """The room of this name, whatever its letters' case; ``None`` if there is none.

    An empty name is the one place of a series that has no rooms.
    """
    rooms = rooms_of(series)
    if not typed.strip():
        return None if rooms else ""
    wanted = typed.strip().casefold()
    return next((room for room in rooms if room.strip().casefold() == wanted), None)


def on_now(
    series: Series, room: str, now_ms: Millis, state_of: Callable[[str], str]
) -> Occasion | None:
    """The occasion whose session people in a room want to join; ``None`` if there is none.

    Its doors are open, or it runs, earlier or longer than planned. It is the one that has begun
    last; the next one from its closing on, or while none goes on.

    :param state_of: the state of the clock of a code's session.
    """
    zone = zone_of(series.about.time_zone)
    opened = [
        one
        for one in series.occasions.values()
        if one.slot.room == room and _can_be_joined(series, one, now_ms, state_of)
    ]
    opened.sort(key=lambda one: (starts_at_ms(one.slot, zone), one.id))
    begun = [one for one in opened if starts_at_ms(one.slot, zone) <= now_ms]
    if not begun:
        return opened[0] if opened else None
    last, later = begun[-1], opened[len(begun) :]
    if later and ends_at_ms(last.slot, zone) + _GRACE_MS <= now_ms:
        return later[0]
    return last


def _can_be_joined(
    series: Series, one: Occasion, now_ms: Millis, state_of: Callable[[str], str]
) -> bool:
    if doors_are_open(series, one, now_ms):
        return state_of(one.code) != "closed"
    is_near = abs(starts_at_ms(one.slot, _zone(series)) - now_ms) < _NEAR_MS
    return bool(one.code) and is_near and state_of(one.code) in ("running", "paused")


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


_NEAR_MS = DAY_MS // 2
"""A session that runs has the room so long before and after its planned start."""
_GRACE_MS = 10 * 60_000
"""A session that was not closed has the room so long after its planned end."""
