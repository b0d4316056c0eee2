"""Letters that entries of a series cause; they commit with the entries.

Whether a letter is sent is decided when it is written: by then somebody may have answered, have
left, or want no letters any more.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fishbowl.domain.community.ids import MemberId, member_owner
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.streams import Stream
from fishbowl.domain.series import events as e
from fishbowl.domain.series.ids import OccasionId, SeriesId, SwapId
from fishbowl.domain.series.model import Occasion, Slot, Swap
from fishbowl.domain.series.rules.followers import QUIET_MS
from fishbowl.domain.series.rules.times import ends_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import DropTokens, PutLetter
from fishbowl.services.tokens import Tokens, stored_purpose

MOVES = (e.OccasionChanged, e.OccasionLeftOut, e.RecurrenceSet, e.SeriesEnded)
"""By these a date can be at another time, or not at all."""


class SeriesLetters:
    """Says which letters commit with new entries; see ``AllSeries.follow_with``.

    :param before: gives the committed state of a series, which has no entry of the commit yet.
    """

    def __init__(self, tokens: Tokens, before: Callable[[SeriesId], Series | None]) -> None:
        self._tokens, self._before = tokens, before

    def __call__(
        self, stream: Stream, series: Series, entries: Sequence[e.Entry]
    ) -> Iterator[AnyEffect]:
        """The letters, and the tokens of their links."""
        events = [entry.event for entry in entries]
        came = frozenset(one.member for one in events if isinstance(one, e.FollowerCame))
        for entry in entries:
            if isinstance(entry.event, e.FollowersTold):
                for member in series.followers:
                    if member not in came:
                        yield _news(series, entry, entry.event, member)
            else:
                yield from self._of(entry.event, entry, series)
        if any(isinstance(one, MOVES) for one in events):
            yield from self._to_whose_turn_moved(series, entries[-1].at_ms)

    def _to_whose_turn_moved(self, series: Series, at_ms: Millis) -> Iterator[AnyEffect]:
        """A letter to everybody whose turn is at another time or place, or not at all.

        It waits some minutes, so that several changes are one letter.
        """
        before = self._before(series.id)
        zone = zone_of(series.about.time_zone)
        period = at_ms // QUIET_MS
        for one in () if before is None else before.occasions.values():
            if one.turn is None or not one.turn.is_taken or ends_at_ms(one.slot, zone) <= at_ms:
                continue
            if _takes_place_as(series, one):
                continue
            params = {"series": series.id, "occasion": one.id, "off": [_when(one.id, one.slot)]}
            yield PutLetter(
                id=f"turn-moved-{series.id}-{one.id}-{one.turn.member}-{period}",
                owner=member_owner(one.turn.member),
                letter="turn_moved",
                params=params,
                created_at_ms=at_ms,
                due_at_ms=(period + 1) * QUIET_MS,
            )

    def _of(self, event: Any, entry: e.Entry, series: Series) -> Iterator[AnyEffect]:
        id = f"{series.id}-{entry.seq}"
        match event:
            case e.TurnAsked(occasion=occasion, member=member):
                owner, params = member_owner(member), {"series": series.id, "occasion": occasion}
                yield _letter(f"turn-{id}", owner, "turn", params, entry.at_ms)
                scope = turn_scope(series.id, occasion)
                yield self._tokens.put(f"turn-{id}", "turn", owner, scope=scope)
            case e.TurnQuestionEnded(occasion=occasion, member=member):
                purpose = stored_purpose("turn", turn_scope(series.id, occasion))
                yield DropTokens(owner=member_owner(member), purpose=purpose)
            case e.SwapAsked(other=other):
                owner = member_owner(other)
                asked = {"series": series.id, "swap": int(entry.seq)}
                yield _letter(f"swap-{id}", owner, "swap", asked, entry.at_ms)
                scope = swap_scope(series.id, SwapId(entry.seq))
                yield self._tokens.put(f"swap-{id}", "swap", owner, scope=scope)
            case e.FollowerCame(member=member):
                first = {"series": series.id, "on": sorted(series.told), "first": True}
                yield _letter(f"dates-{id}", member_owner(member), "dates", first, entry.at_ms)


def _news(series: Series, entry: e.Entry, told: e.FollowersTold, member: MemberId) -> PutLetter:
    """The letter that tells one follower; of what is called off it knows when it was to be."""
    params = {
        "series": series.id,
        "on": [one.occasion for one in told.occasions if not one.is_off],
        "off": [
            {**_when(one.occasion, one.slot), "sequence": one.sequence}
            for one in told.occasions
            if one.is_off
        ],
    }
    id = f"dates-{series.id}-{entry.seq}-{member}"
    return _letter(id, member_owner(member), "dates", params, entry.at_ms)


def _when(id: OccasionId, slot: Slot) -> dict[str, Any]:
    """An occasion and its time, without what it is called and who leads it."""
    return {"id": id, "on": slot.on, "at": slot.at, "minutes": slot.minutes}


def _takes_place_as(series: Series, before: Occasion) -> bool:
    """Whether an occasion is when and where it was."""
    now = series.occasions.get(before.id)
    if now is None or now.left_out is not None or (series.is_ended and not now.code):
        return False
    was, slot = before.slot, now.slot
    return (was.on, was.at, was.minutes, was.room) == (slot.on, slot.at, slot.minutes, slot.room)


def swapped_letter(series: SeriesId, swap: Swap, at_ms: Millis) -> PutLetter:
    """The letter to whoever asked for a swap, once the other one has agreed."""
    params = {"series": series, "occasion": swap.takes, "gives": swap.gives}
    id = f"swapped-{series}-{swap.id}"
    return _letter(id, member_owner(swap.member), "swapped", params, at_ms)


def turn_scope(series: SeriesId, occasion: OccasionId) -> str:
    """What alone the token of a question about a turn is good for."""
    return f"{series}/{occasion}"


def swap_scope(series: SeriesId, swap: SwapId) -> str:
    """What alone the token of a question to swap is good for."""
    return f"{series}/{swap}"


def scope_parts(scope: str) -> tuple[SeriesId, str]:
    """The series of a scope, and the occasion or swap in it."""
    series, _, part = scope.partition("/")
    return SeriesId(series), part


def _letter(id: str, owner: str, kind: str, params: dict[str, Any], at_ms: Millis) -> PutLetter:
    return PutLetter(id=id, owner=owner, letter=kind, params=params, created_at_ms=at_ms)
