"""What series hold of one member, for their own page; nobody else is named."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Occasion, Swap
from fishbowl.domain.series.rules.occasions import upcoming
from fishbowl.domain.series.rules.rota import members_of
from fishbowl.domain.series.state import Series

OPEN_SHOWN = 3
"""So many dates of a series that nobody has yet are offered to its rota."""


class OwnSeries(msgspec.Struct, frozen=True, kw_only=True):
    """A series, and what the member chose there.

    :param came: in how many of its sessions they were, of those that are theirs.
    :param next: the next occasion; ``None`` if none is known.
    :param may_open: whether they may see its page.
    :param open: dates whose turn nobody has and nobody is asked for, if they want turns.
    """

    id: SeriesId
    about: About
    in_rota: bool
    follows: bool
    came: int = 0
    may_open: bool = True
    next: Occasion | None = None
    open: tuple[Occasion, ...] = ()


class OwnQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a date would be theirs."""

    series: SeriesId
    about: About
    occasion: Occasion
    until_ms: Millis


class OwnSwap(msgspec.Struct, frozen=True, kw_only=True):
    """Whether they would give ``mine`` for ``theirs``."""

    series: SeriesId
    about: About
    swap: Swap
    mine: Occasion
    theirs: Occasion


class OwnDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date whose turn is theirs.

    :param asked_for: the date that they have asked to have instead.
    :param others: dates that others have, which they can ask for.
    """

    series: SeriesId
    about: About
    occasion: Occasion
    asked_for: Occasion | None = None
    others: tuple[Occasion, ...] = ()


Own = TypeVar("Own", OwnQuestion, OwnDate)


class InSeries(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that series hold of a member; questions and dates are the earliest first."""

    series: tuple[OwnSeries, ...] = ()
    questions: tuple[OwnQuestion, ...] = ()
    swaps: tuple[OwnSwap, ...] = ()
    dates: tuple[OwnDate, ...] = ()


def in_series(
    all: Iterable[Series], member: MemberId, sessions: Mapping[str, str], now_ms: Millis
) -> InSeries:
    """Find what series hold of a member.

    A series that is not public is told to who came to it, takes turns there or is invited. Series
    for those under 18 offer nothing, so they are not told.

    :param sessions: the codes of the member's sessions, each with the series that it says.
    """
    offered = [one for one in all if not one.about.under_18]
    came = _came(offered, sessions)
    ahead = {one.id: upcoming(one, now_ms) for one in offered}
    return InSeries(
        series=tuple(
            _own(one, member, came[one.id], ahead[one.id])
            for one in offered
            if _is_told(one, member, came[one.id], is_going_on=bool(ahead[one.id]))
        ),
        questions=_sorted(q for one in offered for q in _questions(one, member, now_ms)),
        swaps=tuple(swap for one in offered for swap in _swaps(one, member, now_ms)),
        dates=_sorted(date for one in offered for date in _dates(one, member, ahead[one.id])),
    )


def _is_told(series: Series, member: MemberId, came: int, *, is_going_on: bool) -> bool:
    if member in series.followers or member in series.rota or came:
        return True
    return is_going_on and (series.about.is_public or member in members_of(series))


def _came(all: list[Series], sessions: Mapping[str, str]) -> Counter[SeriesId]:
    by_code = {one.code: series.id for series in all for one in series.occasions.values()}
    return Counter(by_code.get(code) or SeriesId(named) for code, named in sessions.items())


def _own(series: Series, member: MemberId, came: int, ahead: list[Occasion]) -> OwnSeries:
    in_rota = member in series.rota
    free = [one for one in ahead if one.turn is None and not one.code and not one.source]
    return OwnSeries(
        id=series.id,
        about=series.about,
        in_rota=in_rota,
        follows=member in series.followers,
        came=came,
        may_open=series.about.is_public or member in members_of(series),
        next=ahead[0] if ahead else None,
        open=tuple(free[:OPEN_SHOWN]) if in_rota else (),
    )


def _questions(series: Series, member: MemberId, now_ms: Millis) -> Iterator[OwnQuestion]:
    for one in series.occasions.values():
        turn = one.turn
        if turn is None or turn.until_ms is None or turn.member != member or turn.passed:
            continue
        if turn.until_ms > now_ms:
            yield OwnQuestion(
                series=series.id, about=series.about, occasion=one, until_ms=turn.until_ms
            )


def _swaps(series: Series, member: MemberId, now_ms: Millis) -> Iterator[OwnSwap]:
    for swap in series.swaps.values():
        if swap.other == member and not swap.declined and swap.until_ms > now_ms:
            yield OwnSwap(
                series=series.id,
                about=series.about,
                swap=swap,
                mine=series.occasions[swap.takes],
                theirs=series.occasions[swap.gives],
            )


def _dates(series: Series, member: MemberId, ahead: list[Occasion]) -> Iterator[OwnDate]:
    taken = [one for one in ahead if one.turn is not None and one.turn.is_taken]
    wanted = {s.gives: s.takes for s in series.swaps.values() if s.member == member}
    for one in taken:
        assert one.turn is not None
        if one.turn.member == member:
            asked_for = wanted.get(one.id)
            yield OwnDate(
                series=series.id,
                about=series.about,
                occasion=one,
                asked_for=None if asked_for is None else series.occasions[asked_for],
                others=tuple(
                    other
                    for other in taken
                    if other.turn is not None and other.turn.member != member
                ),
            )


def _sorted(found: Iterator[Own]) -> tuple[Own, ...]:
    return tuple(sorted(found, key=lambda one: (one.occasion.slot.on, one.occasion.slot.at)))
