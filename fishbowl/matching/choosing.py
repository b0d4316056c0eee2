"""Who is suggested to whom: first who help each other, then who are in one room, then by score."""

from collections.abc import Collection, Iterable, Mapping

import msgspec

from fishbowl.matching.lines import Candidate

Pair = tuple[int, int]


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """Two members who could meet.

    :param pair: their numbers, the smaller one first.
    :param there: the better candidate.
    :param back: the one in the other direction, if each has what the other looks for.
    """

    pair: Pair
    there: Candidate
    back: Candidate | None

    @property
    def score(self) -> float:
        """The scores of both directions together."""
        return self.there.score + (self.back.score if self.back else 0.0)


def choose(
    candidates: Iterable[Candidate],
    places: Mapping[int, int],
    together: Collection[Pair] = frozenset(),
) -> list[Proposal]:
    """Choose among candidates, so that nobody gets more than they have places for.

    The same candidates give the same choice, in whatever order they come.

    :param places: how many further suggestions each member can have.
    :param together: pairs that are in one room now: they could meet in its break.
    """
    left = dict(places)
    chosen = []

    def order(one: Proposal) -> tuple[bool, bool, float, Pair]:
        return one.back is None, one.pair not in together, -one.score, one.pair

    for proposal in sorted(_proposals(candidates), key=order):
        if all(left.get(member, 0) > 0 for member in proposal.pair):
            chosen.append(proposal)
            for member in proposal.pair:
                left[member] -= 1
    return chosen


def _proposals(candidates: Iterable[Candidate]) -> Iterable[Proposal]:
    """The best candidate of each direction of each pair, together."""
    best: dict[Pair, dict[int, Candidate]] = {}
    for one in candidates:
        gives, takes = one.offer.member, one.need.member
        there = best.setdefault((min(gives, takes), max(gives, takes)), {})
        if gives not in there or _rank(one) < _rank(there[gives]):
            there[gives] = one
    for pair, by_giver in best.items():
        first, *others = sorted(by_giver.values(), key=_rank)
        yield Proposal(pair=pair, there=first, back=others[0] if others else None)


def _rank(one: Candidate) -> tuple[float, int, int]:
    return -one.score, one.offer.id, one.need.id
