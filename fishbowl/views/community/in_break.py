"""Two members who are suggested to each other and are in one room now: they can meet in its break.

It shows what the suggestion shows, and only while both are there; a no of the other one changes
nothing. Once both have said yes, it tells the name.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Literal

import msgspec

from fishbowl.domain.community.ids import MemberId, Pair, SuggestionId, pair_of
from fishbowl.domain.community.rules.introductions import introductions_of
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.rules.suggestions import open_of, shown_to
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.state import Session
from fishbowl.views.community.meeting import Line, introduction_view, suggestion_view
from fishbowl.views.community.own_part import is_kept, may_link

IsHere = Callable[[MemberId], bool]


class InBreak(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in the room whom the member could meet.

    :param suggestion: what is answered; ``None`` once both have said yes.
    :param name: a first name; before both said yes empty, unless it was shared under an offer.
    :param theirs: what the other one gives and looks for; ``own``: the member.
    """

    suggestion: SuggestionId | None
    name: str
    own: tuple[Line, ...]
    theirs: tuple[Line, ...]
    answer: Literal["", "yes"]


def in_break(
    community: Community,
    member: MemberId,
    is_here: IsHere,
    since_ms: Millis,
    now_ms: Millis,
) -> InBreak | None:
    """Whom a member could meet: first who said yes as well, then who waits for an answer.

    :param is_here: whether a member is in the room now.
    :param since_ms: when people met there; whoever was brought together before is not told again.
    """
    if not is_here(member) or not _is_on(community):
        return None
    agreed = _agreed(community, member, is_here, since_ms, now_ms)
    found = [*agreed, *_asked(community, member, is_here, now_ms)]
    return min(found, key=_order, default=None)


def _is_on(community: Community) -> bool:
    return is_on(community, "introductions") and is_on(community, "break")


def _agreed(
    community: Community,
    member: MemberId,
    is_here: IsHere,
    since_ms: Millis,
    now_ms: Millis,
) -> Iterator[InBreak]:
    for one in introductions_of(community, member):
        if one.source != "suggestion" or one.made_at_ms < since_ms or one.is_met:
            continue
        shown = introduction_view(community, one, member, now_ms)
        names = [other.label for other in shown.others if is_here(other.member)]
        if names:
            yield InBreak(
                suggestion=None, name=names[0], own=shown.own, theirs=shown.theirs, answer="yes"
            )


def _asked(
    community: Community, member: MemberId, is_here: IsHere, now_ms: Millis
) -> Iterator[InBreak]:
    for one in open_of(community, member, now_ms):
        shown = suggestion_view(community, one, member)
        if not is_here(one.other(member)) or shown.answer == "no" or not shown_to(one, member):
            continue
        yield InBreak(
            suggestion=one.id,
            name=shown.name,
            own=shown.own,
            theirs=shown.theirs,
            answer="yes" if shown.answer == "yes" else "",
        )


def _order(one: InBreak) -> tuple[bool, bool, int]:
    return one.suggestion is not None, one.answer == "yes", one.suggestion or 0


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
