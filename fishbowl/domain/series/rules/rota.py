"""Whose turn is next: of those who chose turns, who had the last one the longest ago."""

from collections.abc import Iterator
from datetime import date

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Occasion, Swap
from fishbowl.domain.series.rules.occasions import between
from fishbowl.domain.series.rules.times import DAY_MS, later, starts_at_ms, today, zone_of
from fishbowl.domain.series.state import Series

ANSWER_MS = 3 * DAY_MS
"""How long a member has to answer whether a turn is theirs."""
SWAP_MS = 7 * DAY_MS
KEPT_DAYS = 731
"""Who had which turn is known for two years, so that turns go round."""


def next_of(series: Series, occasion: Occasion) -> MemberId | None:
    """Who is asked next whether an occasion is their turn.

    Of the rota, without those who were asked for it before: who never had a turn, in the order in
    which they chose turns; then who had one the longest ago. A turn to come counts as had, and so
    does one that somebody is asked for, also if they passed: a pass looks like silence.
    """
    last: dict[MemberId, str] = {}
    for one in series.occasions.values():
        if one.turn is not None and one.id != occasion.id:
            member = one.turn.member
            last[member] = max(last.get(member, ""), one.slot.on)
    waiting = [
        (last.get(member, ""), since, member)
        for member, since in series.rota.items()
        if member not in occasion.asked
    ]
    return min(waiting)[2] if waiting else None


def answer_by_ms(series: Series, occasion: Occasion, now_ms: Millis) -> Millis:
    """When a question whose turn an occasion is ends: before it begins at the latest."""
    starts = starts_at_ms(occasion.slot, zone_of(series.about.time_zone))
    return Millis(min(now_ms + ANSWER_MS, max(starts, now_ms)))


def to_ask(series: Series, now_ms: Millis) -> Iterator[Occasion]:
    """Occasions for which somebody of the rota is to be asked by now."""
    about = series.about
    if not about.has_rota or not about.asks_by_itself or not series.rota or series.is_ended:
        return
    zone = zone_of(about.time_zone)
    day = today(now_ms, zone)
    for one in between(series, day, later(day, about.notice_days)):
        is_open = one.turn is None and one.left_out is None and not one.code and not one.source
        is_ahead = is_open and starts_at_ms(one.slot, zone) > now_ms
        if is_ahead and next_of(series, one) is not None:
            yield one


def unanswered(series: Series, now_ms: Millis) -> Iterator[Occasion]:
    """Occasions whose question is over without a yes."""
    for one in series.occasions.values():
        if one.turn is not None and one.turn.until_ms is not None and one.turn.until_ms <= now_ms:
            yield one


def swaps_over(series: Series, now_ms: Millis) -> Iterator[Swap]:
    """Questions to swap that are over."""
    return (swap for swap in series.swaps.values() if swap.until_ms <= now_ms)


def old_turns(series: Series, day: date) -> list[Occasion]:
    """Occasions so long ago that it counts no more whose turn they were."""
    before = later(day, -KEPT_DAYS).isoformat()
    return [
        one
        for one in series.occasions.values()
        if one.slot.on < before and (one.turn is not None or one.asked)
    ]


def swap_by_ms(now_ms: Millis) -> Millis:
    """When a question to swap ends, if neither occasion begins before."""
    return Millis(now_ms + SWAP_MS)


def members_of(series: Series) -> frozenset[MemberId]:
    """Everybody of whom a series knows anything."""
    found: set[MemberId] = {*series.rota, *series.followers, *series.words}
    for one in series.occasions.values():
        found.update(one.asked)
        if one.turn is not None:
            found.add(one.turn.member)
    for swap in series.swaps.values():
        found.update((swap.member, swap.other))
    return frozenset(found)
