"""Events of votes and thumbs."""

from typing import Literal

from msgspec import UNSET

from fishbowl.domain.kernel.ids import PersonId, ThumbsId, TopicId, VoteId
from fishbowl.domain.session.events.base import Event, Result
from fishbowl.domain.session.events.limits import DigitsText, DotsNo, LengthMs


class VoteOpened(Event, frozen=True, kw_only=True):
    """The room votes from here, with so many ``dots`` each; the entry's ``seq`` is the vote.

    It is over after ``length_ms``; ``None`` lets it last until it is closed. ``fixed``: only those
    vote who came in before it, and whom the facilitator lets in. ``code`` is on the wall, and is
    typed once on every phone that votes; empty asks for none.
    """

    name = "vote.opened"
    undo = "by_role"
    undo_by = "facilitators"
    dots: DotsNo
    length_ms: LengthMs | None = None
    fixed: bool = False
    code: DigitsText = ""


class VotersAdmitted(Event, frozen=True, kw_only=True):
    """The facilitator let people vote who came in after a vote was opened."""

    name = "voters.admitted"
    undo = "by_role"
    undo_by = "facilitators"
    vote: VoteId
    people: tuple[PersonId, ...]


class VoterConfirmed(Event, frozen=True, kw_only=True):
    """A person has typed the code that is on the wall."""

    name = "voter.confirmed"
    undo = "never"
    vote: VoteId
    person: PersonId


class DotsCast(Event, frozen=True, kw_only=True):
    """A person has ``dots`` on a topic from here, in place of those there before.

    ``ballot`` is where all of the person's dots are then, as pairs of a topic and a number: dots
    on a topic that was merged are on the other one, and those on one that was taken down are gone.
    """

    name = "dots.cast"
    undo = "never"
    vote: VoteId
    person: PersonId
    topic: TopicId
    dots: DotsNo
    ballot: Result[tuple[tuple[TopicId, DotsNo], ...]] = UNSET


class VoteClosed(Event, frozen=True, kw_only=True):
    """The vote is over."""

    name = "vote.closed"
    undo = "by_role"
    undo_by = "facilitators"
    vote: VoteId


class ThumbsOpened(Event, frozen=True, kw_only=True):
    """The room is asked whether to go on with ``topic``; the entry's ``seq`` is the asking.

    ``length_ms`` and ``fixed`` as in ``vote.opened``.
    """

    name = "thumbs.opened"
    undo = "by_role"
    undo_by = "facilitators"
    topic: TopicId
    length_ms: LengthMs | None = None
    fixed: bool = False


class ThumbCast(Event, frozen=True, kw_only=True):
    """A person would go on, or move on."""

    name = "thumb.cast"
    undo = "never"
    thumbs: ThumbsId
    person: PersonId
    way: Literal["go_on", "move_on"]


class ThumbsClosed(Event, frozen=True, kw_only=True):
    """The asking is over; nothing follows from it by itself."""

    name = "thumbs.closed"
    undo = "by_role"
    undo_by = "in_passing"
    thumbs: ThumbsId
