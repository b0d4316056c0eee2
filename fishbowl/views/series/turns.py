"""Whose turn the next occasions are, as hosts see it: a pass looks like silence."""

from datetime import date
from typing import Literal

import msgspec

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Brought, Occasion, Swap
from fishbowl.domain.series.rules.occasions import between
from fishbowl.domain.series.rules.recurrence import AHEAD_DAYS
from fishbowl.domain.series.rules.rota import next_of
from fishbowl.domain.series.rules.times import day_of, ends_at_ms, later, today, zone_of
from fishbowl.domain.series.state import Series

ROWS = 6

TurnState = Literal["left_out", "taken", "asked", "open", "later", "nobody", "none"]
"""``open``: somebody is to be asked now; ``later``: on a day to come; ``nobody``: everybody of the
rota was asked; ``none``: there is no rota, or the occasion is of a programme."""


class TurnRow(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion and whose turn it is.

    :param member: whose turn it is, or who is asked, or who would be asked next.
    :param ask_on: the day on which somebody is asked.
    :param until_ms: when the question ends.
    :param swap: with whom they ask to swap.
    """

    occasion: Occasion
    state: TurnState
    member: MemberId | None = None
    ask_on: date | None = None
    until_ms: Millis | None = None
    brought: Brought | None = None
    swap: Swap | None = None


def turn_rows(series: Series, now_ms: Millis, count: int = ROWS) -> list[TurnRow]:
    """The next occasions that are not over, those that are left out among them."""
    if series.is_ended:
        return []
    zone = zone_of(series.about.time_zone)
    day = today(now_ms, zone)
    found = [
        one
        for one in between(series, later(day, -1), later(day, AHEAD_DAYS))
        if ends_at_ms(one.slot, zone) > now_ms
    ]
    return [turn_row(series, one, now_ms) for one in found[:count]]


def turn_row(series: Series, one: Occasion, now_ms: Millis) -> TurnRow:
    """Whose turn an occasion is."""
    day = today(now_ms, zone_of(series.about.time_zone))
    turn, about = one.turn, series.about
    if one.left_out is not None:
        return TurnRow(occasion=one, state="left_out")
    if turn is not None and turn.is_taken:
        swap = next((swap for swap in series.swaps.values() if swap.gives == one.id), None)
        return TurnRow(
            occasion=one, state="taken", member=turn.member, brought=one.brought, swap=swap
        )
    if turn is not None:
        return TurnRow(occasion=one, state="asked", member=turn.member, until_ms=turn.until_ms)
    if not about.has_rota or not series.rota or one.source or one.code:
        return TurnRow(occasion=one, state="none")
    member = next_of(series, one)
    if member is None:
        return TurnRow(occasion=one, state="nobody")
    ask_on = later(day_of(one.slot.on), -about.notice_days)
    state: TurnState = "open" if ask_on <= day else "later"
    return TurnRow(occasion=one, state=state, member=member, ask_on=ask_on)
