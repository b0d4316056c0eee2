"""Which members are in one room now: people of the same session that goes on."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from fishbowl.domain.community.ids import MemberId, Pair, pair_of
from fishbowl.domain.community.state import Community
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.state import Session
from fishbowl.views.community.own_part import is_kept, may_link


def goes_on(session: Session) -> bool:
    """Whether people meet in a session now; members are known as nobody in some."""
    return may_link(session) and clock_state(session.clock) in ("running", "paused")


def members_in(community: Community, session: Session) -> set[MemberId]:
    """The members who linked a session that goes on, as a person whom it still holds."""
    if not goes_on(session):
        return set()
    return {
        member.id
        for member in community.members.values()
        for link in member.links
        if link.code == session.code and is_kept(session, link.person)
    }


def pairs_in_one_room(community: Community, sessions: Iterable[Session]) -> frozenset[Pair]:
    """The pairs of members who are in one room now."""
    return frozenset(_pairs(community, sessions))


def _pairs(community: Community, sessions: Iterable[Session]) -> Iterator[Pair]:
    for session in sessions:
        for one, other in combinations(sorted(members_in(community, session)), 2):
            yield pair_of(one, other)
