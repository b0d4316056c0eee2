"""Suggestions: how many somebody has, how long they hold, and what comes of them."""

from collections import Counter
from collections.abc import Iterator

from fishbowl.domain.community.ids import MemberId, SuggestionId
from fishbowl.domain.community.model import Suggestion
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis

OPEN_MAX = 3
"""Suggestions of one member at a time; one that they said no to takes its place until its end."""
OPEN_MS = 14 * DAY_MS
WAITS_MS = 90 * DAY_MS
"""Whoever has no mail address is asked at their next session, if that comes so soon."""
AFTER_SESSION_MS = DAY_MS
"""So long after it they can still answer."""
FEW = 15
"""In a smaller community it can be guessed who was asked and did not say yes."""


def suggestion_of(
    community: Community, member: MemberId, id: SuggestionId, now_ms: Millis
) -> Suggestion:
    """Find a suggestion that is put to a member.

    :raises Rejected: ``suggestion_over``.
    """
    found = community.suggestions.get(id)
    if found is None or member not in found.members or found.ends_at_ms <= now_ms:
        raise Rejected("suggestion_over")
    return found


def open_of(community: Community, member: MemberId, now_ms: Millis) -> list[Suggestion]:
    """The suggestions that take a place of a member, in the order in which they were made."""
    found = [
        one
        for one in community.suggestions.values()
        if member in one.members and one.ends_at_ms > now_ms
    ]
    return sorted(found, key=lambda one: one.id)


def places_free(community: Community, member: MemberId, now_ms: Millis) -> int:
    """How many more suggestions a member can be asked about."""
    return max(0, OPEN_MAX - len(open_of(community, member, now_ms)))


def places_free_of_all(community: Community, now_ms: Millis) -> dict[MemberId, int]:
    """How many more suggestions each member can be asked about."""
    taken = Counter(
        member
        for one in community.suggestions.values()
        if one.ends_at_ms > now_ms
        for member in one.members
    )
    return {member: max(0, OPEN_MAX - taken[member]) for member in community.members}


def shown_to(suggestion: Suggestion, member: MemberId) -> bool:
    """Whether a member still sees a suggestion; what they themselves closed they do not."""
    return suggestion.answers.get(member) != "gone"


def is_closed(suggestion: Suggestion) -> bool:
    """Whether nothing can come of it any more; nobody is told."""
    return any(answer != "yes" for answer in suggestion.answers.values())


def ends_at(suggestion: Suggestion, session_over_ms: Millis) -> Millis:
    """When a suggestion ends of which everybody could see that they are asked."""
    return Millis(max(suggestion.asked_at_ms + OPEN_MS, session_over_ms + AFTER_SESSION_MS))


def expired(community: Community, now_ms: Millis) -> Iterator[Suggestion]:
    """Suggestions whose time is over."""
    for one in community.suggestions.values():
        if one.ends_at_ms <= now_ms:
            yield one
