"""What the wall between two sessions shows: what is next or on now, and in which room."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import upcoming
from fishbowl.domain.series.rules.times import MINUTE_MS, starts_at_ms, today, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.views.series.public import Shown, day_shown, shown

ROOMS_SHOWN = 5
"""Rooms on one screen; if there are more, screens take turns."""
TURN_MS = 12_000
"""How long a screen stands before the next one."""
LATE_MS = 10 * MINUTE_MS
"""So long after it has begun, what is on is still what people look for."""

WallState = Literal["next", "now", "later", "over"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One room; the number is the same on every screen."""

    no: int
    occasion: Shown
    is_here: bool = False


class BetweenWall(msgspec.Struct, frozen=True, kw_only=True):
    """The wall.

    :param state: ``next``: later today; ``now``: it has begun; ``later``: another day; ``over``:
        nothing more comes.
    :param starts_at_ms: of what is shown; 0 if nothing is.
    :param rows: of this screen; the room where the wall hangs is on every one.
    :param total: rooms on all screens.
    :param screens: how many there are; ``screen`` counts from 1.
    """

    state: WallState
    starts_at_ms: Millis = Millis(0)
    rows: tuple[Row, ...] = ()
    total: int = 0
    screen: int = 1
    screens: int = 1


def between_wall(series: Series, now_ms: Millis, room: str = "") -> BetweenWall:
    """What the wall in a room shows at an instant.

    :param room: where it hangs; empty is nowhere in particular.
    """
    group = [shown(series, one, now_ms) for one in _group(series, now_ms)]
    if not group:
        return BetweenWall(state="over")
    first = group[0]
    rooms = day_shown(series, first.on, now_ms).rooms
    numbers = {name: no for no, name in enumerate(rooms, 1)}
    rows = [
        Row(
            no=numbers.get(one.room, len(rooms) + at),
            occasion=one,
            is_here=_same(one.room, room),
        )
        for at, one in enumerate(group, 1)
    ]
    screens = _screens(rows)
    screen = now_ms // TURN_MS % len(screens)
    is_today = first.on == today(now_ms, zone_of(series.about.time_zone)).isoformat()
    return BetweenWall(
        state="now" if first.starts_at_ms <= now_ms else "next" if is_today else "later",
        starts_at_ms=first.starts_at_ms,
        rows=screens[screen],
        total=len(rows),
        screen=screen + 1,
        screens=len(screens),
    )


def _group(series: Series, now_ms: Millis) -> list[Occasion]:
    """Those that begin together: what has just begun, else what is next, else what is still on."""
    zone = zone_of(series.about.time_zone)
    start, group = now_ms, list[Occasion]()
    for one in upcoming(series, now_ms):  # by day and time of day
        begins = starts_at_ms(one.slot, zone)
        if group and begins != start:
            if start > now_ms - LATE_MS:
                break
            group = []
        start = begins
        group.append(one)
    return sorted(group, key=lambda one: (one.slot.room, one.slot.title, one.id))


def _screens(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """Share the rooms out; the one where the wall hangs stands on every screen."""
    if len(rows) <= ROOMS_SHOWN:
        return [tuple(rows)]
    here = [row for row in rows if row.is_here][:1]
    others = [row for row in rows if row not in here]
    each = ROOMS_SHOWN - len(here)
    count = -(-len(others) // each)
    each = -(-len(others) // count)  # shared evenly
    parts = [others[at : at + each] for at in range(0, len(others), each)]
    return [tuple(sorted([*here, *part], key=lambda row: row.no)) for part in parts]


def _same(one: str, other: str) -> bool:
    return bool(other) and one.strip().casefold() == other.strip().casefold()
