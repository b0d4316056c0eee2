"""The problem of a round, made from the community and from what sessions tell of its members."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fishbowl.domain.community.commands import Paired
from fishbowl.domain.community.ids import MemberId, Pair, pair_of
from fishbowl.domain.community.model import Facts, Round
from fishbowl.domain.community.rules.apart import apart_pairs
from fishbowl.domain.community.rules.introductions import AGAIN_MS
from fishbowl.domain.community.rules.pairing import MOST_ACROSS, folded, places_taken, to_pair
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.pairing.problem import Person, Problem, Solution
from fishbowl.services.encounters import Encountered

NOTHING_SAID = Facts()


class Posed(NamedTuple):
    """A problem, and the words of the topics that it knows in small letters."""

    problem: Problem
    words: Mapping[str, str]


def posed(community: Community, one: Round, met: Encountered, now_ms: Millis) -> Posed:
    """Pose the problem of a round: a whole one for a draft, else who is free beside its groups.

    Who takes a further one while it goes on: seasoned people up to the limit of the round, and
    across whoever has one group.
    """
    taken = places_taken(community, one) if one.state == "asking" else {}
    free = to_pair(community, one)
    with_places = (
        member
        for member, groups in taken.items()
        if groups < (one.limit if one.kind == "seasoned" else MOST_ACROSS)
        and member not in one.out
        and (one.kind == "across" or _is_seasoned(community, member))
    )
    members = sorted({*free, *(id for id in with_places if _agrees(community, id))})
    given, needed, words = _topics(community)
    people = tuple(
        Person(
            id=id,
            years=_facts(community, id).years,
            organisation=folded(_facts(community, id).organisation),
            gives=frozenset(given[id]),
            needs=frozenset(needed[id]),
            topics=frozenset(
                folded(topic)
                for ticked in community.expertise.get(id, ())
                for topic in ticked.topics
            ),
        )
        for id in members
    )
    return Posed(
        Problem(
            kind=one.kind,
            people=people,
            limit=one.limit,
            taken={id: taken[id] for id in members if id in taken},
            pinned=one.pinned if one.state == "draft" else frozenset(),
            never=frozenset(_never(community, one, now_ms)),
            together=met.sat_together,
            followed=frozenset(pair_of(*pair) for pair in met.spoke_after),
        ),
        words,
    )


def proposed(solution: Solution, words: Mapping[str, str]) -> tuple[Paired, ...]:
    """Say a solution as the community takes it: the weakest is 100, and topics are as written."""
    return tuple(
        Paired(
            members=group.members,
            reasons=group.reasons,
            topic=words.get(group.topic, ""),
            weak=100 - group.fit,
        )
        for group in solution.groups
    )


def _never(community: Community, one: Round, now_ms: Millis) -> Iterable[Pair]:
    yield from one.forbidden
    yield from apart_pairs(community)
    for pair, at_ms in community.met.items():
        if now_ms < at_ms + AGAIN_MS:
            yield pair


def _topics(
    community: Community,
) -> tuple[Mapping[MemberId, set[str]], Mapping[MemberId, set[str]], Mapping[str, str]]:
    """The topics of what members share, as offers and as needs; of equal ones the first words."""
    given: defaultdict[MemberId, set[str]] = defaultdict(set)
    needed: defaultdict[MemberId, set[str]] = defaultdict(set)
    words: dict[str, str] = {}
    for offer in sorted(community.offers.values(), key=lambda offer: offer.id):
        topic = folded(offer.topic)
        if offer.is_shared and topic:
            (given if offer.side == "offer" else needed)[offer.member].add(topic)
            words.setdefault(topic, offer.topic)
    return given, needed, words


def _is_seasoned(community: Community, id: MemberId) -> bool:
    """Whether somebody may be in several groups; a newer person who has one is asked no more."""
    return Person(id=id, years=_facts(community, id).years).is_seasoned


def _agrees(community: Community, id: MemberId) -> bool:
    found = community.members.get(id)
    return found is not None and "meet" in found.consents


def _facts(community: Community, id: MemberId) -> Facts:
    return community.facts.get(id, NOTHING_SAID)
