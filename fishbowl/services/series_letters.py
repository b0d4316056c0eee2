"""Letters that entries of a series cause; they commit with the entries.

Whether a letter is sent is decided when it is written: by then somebody may have answered, have
left, or want no letters any more.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from fishbowl.domain.community.ids import MemberId, member_owner
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.streams import Stream
from fishbowl.domain.series import events as e
from fishbowl.domain.series.ids import OccasionId, SeriesId, SwapId
from fishbowl.domain.series.model import Swap
from fishbowl.domain.series.state import Series
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import DropTokens, PutLetter
from fishbowl.services.tokens import Tokens, stored_purpose


class SeriesLetters:
    """Says which letters commit with new entries; see ``AllSeries.follow_with``."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

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
            {
                "id": one.occasion,
                "on": one.slot.on,
                "at": one.slot.at,
                "minutes": one.slot.minutes,
                "sequence": one.sequence,
            }
            for one in told.occasions
            if one.is_off
        ],
    }
    id = f"dates-{series.id}-{entry.seq}-{member}"
    return _letter(id, member_owner(member), "dates", params, entry.at_ms)


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
