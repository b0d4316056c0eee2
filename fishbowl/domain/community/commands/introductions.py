"""Commands about suggestions."""

from typing import ClassVar

from fishbowl.domain.community.commands.base import (
    DOOR,
    MEMBER_OR_DOOR,
    TIME,
    Command,
    Sender,
)
from fishbowl.domain.community.ids import MemberId, OfferId, Pair, Reason, SuggestionId
from fishbowl.domain.kernel.ids import Millis


class SuggestMeeting(Command, frozen=True, kw_only=True):
    """Ask two members, each alone, whether they want to meet.

    :param offer: what one gives, ``need``: what the other looks for; ``back_offer`` and
        ``back_need``: the same in the other direction, if it is mutual.
    :param without_mail: those of the two who have no confirmed mail address: they are asked at
        their next session.
    """

    senders: ClassVar[frozenset[Sender]] = TIME
    members: Pair
    offer: OfferId | None = None
    need: OfferId | None = None
    back_offer: OfferId | None = None
    back_need: OfferId | None = None
    reasons: tuple[Reason, ...] = ()
    without_mail: frozenset[MemberId] = frozenset()


class AnswerSuggestion(Command, frozen=True, kw_only=True):
    """Say whether one wants to meet; a yes can be taken back, a no is for good."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    suggestion: SuggestionId
    yes: bool


class NoteSession(Command, frozen=True, kw_only=True):
    """Note that a member is in a session: who has no mail address can see now what they are asked.

    :param at_ms: when the session is over, or about that.
    """

    senders: ClassVar[frozenset[Sender]] = DOOR
    member: MemberId
    at_ms: Millis


class EndSuggestion(Command, frozen=True, kw_only=True):
    """End a suggestion whose time is over."""

    senders: ClassVar[frozenset[Sender]] = TIME
    suggestion: SuggestionId
