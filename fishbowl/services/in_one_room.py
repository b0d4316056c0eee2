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


def is_in(community: Community, session: Session, member: MemberId) -> bool:
    """Whether a member is in a session that goes on, as a person whom it still holds."""
    found = community.members.get(member)
    link = None if found is None else found.link_to(session.code)
    return link is not None and goes_on(session) and is_kept(session, link.person)


def pairs_in_one_room(community: Community, sessions: Iterable[Session]) -> frozenset[Pair]:
    """The pairs of members who are in one room now."""
    return frozenset(_pairs(community, sessions))


def _pairs(community: Community, sessions: Iterable[Session]) -> Iterator[Pair]:
    for session in filter(goes_on, sessions):
        here = [one for one in sorted(community.members) if is_in(community, session, one)]
        for one, other in combinations(here, 2):
            yield pair_of(one, other)
