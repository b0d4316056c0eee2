"""Events of votes and thumbs."""

from typing import Literal

from fishbowl.domain.events.base import Event
from fishbowl.domain.ids import PersonId, ThumbsId, TopicId, VoteId


class VoteOpened(Event, frozen=True, kw_only=True):
    """The room votes from here, with so many ``dots`` each; the entry's ``seq`` is the vote.

    It is over after ``length_ms``; ``None`` lets it last until it is closed.
    """

    name = "vote.opened"
    dots: int
    length_ms: int | None = None


class DotsCast(Event, frozen=True, kw_only=True):
    """A person has ``dots`` on a topic from here, in place of those there before."""

    name = "dots.cast"
    vote: VoteId
    person: PersonId
    topic: TopicId
    dots: int


class VoteClosed(Event, frozen=True, kw_only=True):
    """The vote is over."""

    name = "vote.closed"
    vote: VoteId


class ThumbsOpened(Event, frozen=True, kw_only=True):
    """The room is asked whether to go on with ``topic``; the entry's ``seq`` is the asking.

    ``length_ms`` as in ``vote.opened``.
    """

    name = "thumbs.opened"
    topic: TopicId
    length_ms: int | None = None


class ThumbCast(Event, frozen=True, kw_only=True):
    """A person would go on, or move on."""

    name = "thumb.cast"
    thumbs: ThumbsId
    person: PersonId
    way: Literal["go_on", "move_on"]


class ThumbsClosed(Event, frozen=True, kw_only=True):
    """The asking is over; nothing follows from it by itself."""

    name = "thumbs.closed"
    thumbs: ThumbsId
