"""Events of suggestions, and of introductions that came out of them or of a round."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import (
    FirstQuestion,
    MemberId,
    OfferId,
    Pair,
    Reason,
    Source,
    SuggestionId,
)
from fishbowl.domain.kernel.ids import Millis


class MeetingSuggested(Event, frozen=True, kw_only=True):
    """Two members are asked, each alone, whether they want to meet.

    :param offer: what one gives, ``need``: what the other looks for; ``back_offer`` and
        ``back_need``: the same in the other direction.
    :param ends_at_ms: it ends for both at this instant.
    :param waits_for: those who are asked only at their next session.
    """

    name: ClassVar[str] = "suggestion.made"
    members: Pair
    offer: OfferId | None = None
    need: OfferId | None = None
    back_offer: OfferId | None = None
    back_need: OfferId | None = None
    reasons: tuple[Reason, ...]
    ends_at_ms: Millis
    waits_for: tuple[MemberId, ...] = ()


class SuggestionAnswered(Event, frozen=True, kw_only=True):
    """One of the two answered; a no is told to nobody."""

    name: ClassVar[str] = "suggestion.answered"
    suggestion: SuggestionId
    member: MemberId
    yes: bool


class SuggestionClosed(Event, frozen=True, kw_only=True):
    """Nothing comes of a suggestion any more, because of one of the two.

    To the other one it goes on until its end.
    """

    name: ClassVar[str] = "suggestion.closed"
    suggestion: SuggestionId
    member: MemberId


class SuggestionReached(Event, frozen=True, kw_only=True):
    """A member without a mail address was here, and could see that they are asked.

    :param ends_at_ms: when it ends for both, now that this is known.
    """

    name: ClassVar[str] = "suggestion.reached"
    suggestion: SuggestionId
    member: MemberId
    ends_at_ms: Millis


class SuggestionEnded(Event, frozen=True, kw_only=True):
    """The time of a suggestion is over; both have their place back."""

    name: ClassVar[str] = "suggestion.ended"
    suggestion: SuggestionId


class IntroductionMade(Event, frozen=True, kw_only=True):
    """All have said yes: they get each other's names and ways; its number is that of the entry.

    :param members: two or three.
    :param suggestion: from which it comes; or the ``round`` and its ``group``.
    :param giver: who alone gives something; 0 if everybody does.
    :param check_in_at_ms: when they are asked whether they met.
    """

    name: ClassVar[str] = "introduction.made"
    members: tuple[MemberId, ...]
    source: Source
    suggestion: SuggestionId | None = None
    round: int | None = None
    group: int | None = None
    reasons: tuple[Reason, ...] = ()
    giver: MemberId = MemberId(0)
    first_question: FirstQuestion
    check_in_at_ms: Millis
