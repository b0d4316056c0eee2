"""Who may be brought together, and which introductions somebody is in."""

from collections.abc import Iterator

from fishbowl.domain.community.ids import (
    FIRST_QUESTIONS,
    FirstQuestion,
    IntroductionId,
    MemberId,
    Pair,
    pair_of,
)
from fishbowl.domain.community.model import Introduction
from fishbowl.domain.community.rules.apart import is_apart
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis

AGAIN_MS = 365 * DAY_MS
"""Two who were brought together are not brought together again for so long."""


def may_pair(community: Community, one: MemberId, other: MemberId, now_ms: Millis) -> bool:
    """Whether two members may be brought together by a pairing round."""
    if one == other:
        return False
    both = [community.members.get(one), community.members.get(other)]
    if not all(member is not None and "meet" in member.consents for member in both):
        return False
    met_at_ms = community.met.get(pair_of(one, other))
    if met_at_ms is not None and now_ms < met_at_ms + AGAIN_MS:
        return False
    return not is_apart(community, one, other)


def may_meet(community: Community, one: MemberId, other: MemberId, now_ms: Millis) -> bool:
    """Whether two members may be suggested to each other.

    That happens once, whatever they answer: so a second time does not tell that nobody said no.
    """
    if pair_of(one, other) in community.suggested:
        return False
    return may_pair(community, one, other, now_ms)


def first_question(pair: Pair) -> FirstQuestion:
    """What two members can begin with; the same for the same two."""
    return FIRST_QUESTIONS[sum(pair) % len(FIRST_QUESTIONS)]


def introduction_of(community: Community, member: MemberId, id: IntroductionId) -> Introduction:
    """Find an introduction that a member is in and has not stopped.

    :raises Rejected: ``introduction_over``.
    """
    found = community.introductions.get(id)
    if found is None or member not in found.staying or found.ended_at_ms is not None:
        raise Rejected("introduction_over")
    return found


def introductions_of(community: Community, member: MemberId) -> list[Introduction]:
    """The introductions that a member is in and has not stopped, the newest first."""
    found = [one for one in community.introductions.values() if member in one.staying]
    return sorted(found, key=lambda one: -one.id)


def others_of(introduction: Introduction, member: MemberId, now_ms: Millis) -> tuple[MemberId, ...]:
    """With whom a member is brought together, as they know it.

    Whoever stopped is among them until the instant at which that is told. Nobody: it is over.
    """
    return tuple(
        one
        for one in introduction.members
        if one != member and introduction.out.get(one, now_ms + 1) > now_ms
    )


def is_over_for(introduction: Introduction, member: MemberId, now_ms: Millis) -> bool:
    """Whether a member knows that nothing comes of an introduction."""
    if introduction.is_met:
        return False
    is_ended = introduction.ended_at_ms is not None
    return is_ended or not others_of(introduction, member, now_ms)


def of_round(community: Community, round: int) -> Iterator[Introduction]:
    """The introductions that came out of a round."""
    return (one for one in community.introductions.values() if one.round == round)
