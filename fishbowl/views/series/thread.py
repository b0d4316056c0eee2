"""A series in a line: the last days that were held, the next one, and those that come."""

from typing import Literal, NamedTuple

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import upcoming
from fishbowl.domain.series.rules.times import ends_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.views.series.turns import turn_rows

BEFORE, AFTER = 3, 3

KnotState = Literal["held", "open", "next", "coming"]


class Knot(NamedTuple):
    """A day of a thread.

    :param occasions: of this day; the first one leads.
    :param member: whose turn it is, if they took it.
    """

    on: str
    state: KnotState
    occasions: tuple[Occasion, ...]
    member: MemberId | None


def thread(series: Series, now_ms: Millis) -> list[Knot]:
    """The last days that became sessions, and the next days."""
    zone = zone_of(series.about.time_zone)
    held = [
        one
        for one in series.occasions.values()
        if one.code and ends_at_ms(one.slot, zone) <= now_ms
    ]
    open_days = {row.occasion.slot.on for row in turn_rows(series, now_ms) if row.state == "open"}
    before = _by_day(sorted(held, key=lambda one: (one.slot.on, one.slot.at)))
    after = _by_day(upcoming(series, now_ms) if not series.is_ended else [])
    knots = [_knot(on, "held", all) for on, all in list(before.items())[-BEFORE:]]
    for number, (on, all) in enumerate(list(after.items())[:AFTER]):
        state: KnotState = "open" if on in open_days else "coming" if number else "next"
        knots.append(_knot(on, state, all))
    return knots


def _by_day(occasions: list[Occasion]) -> dict[str, list[Occasion]]:
    found: dict[str, list[Occasion]] = {}
    for one in occasions:
        found.setdefault(one.slot.on, []).append(one)
    return found


def _knot(on: str, state: KnotState, all: list[Occasion]) -> Knot:
    turn = all[0].turn if len(all) == 1 else None
    member = turn.member if turn is not None and turn.is_taken else None
    return Knot(on, state, tuple(all), member)
