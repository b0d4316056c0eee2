"""Commands about votes: dots on topics, and thumbs when the time of a topic is up."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from fishbowl.domain.kernel.ids import PersonId, ThumbsId, TopicId, VoteId
from fishbowl.domain.session.commands.base import Command
from fishbowl.domain.session.commands.people import LIST_MAX
from fishbowl.domain.session.commands.senders import (
    ATTENDEES,
    FACILITATORS,
    SENDER,
    TIME,
    Owner,
    Senders,
)

DOTS_MAX = 5
VOTE_MINUTES_MAX = 60

Dots = Annotated[int, Meta(ge=1, le=DOTS_MAX)]
VoteMinutes = Annotated[int, Meta(ge=1, le=VOTE_MINUTES_MAX)]
OwnDots = Annotated[int, Meta(ge=0, le=DOTS_MAX)]
VoteCode = Annotated[str, Meta(max_length=12)]

Thumb = Literal["go_on", "move_on"]
"""What somebody says when the time of a topic is up."""


class OpenVote(Command, frozen=True, kw_only=True):
    """Let the room vote on what to take up next, with so many ``dots`` each.

    After ``minutes`` it closes by itself, whether the session clock runs or stands; without them
    it is open until somebody closes it. Those vote who are in the room now. ``with_code`` puts a
    number on the wall that every phone types once.
    """

    senders: ClassVar[Senders] = FACILITATORS

    dots: Dots = 3
    minutes: VoteMinutes | None = None
    with_code: bool = False


class AdmitVoters(Command, frozen=True, kw_only=True):
    """Let people vote who came in after the vote was opened; nobody named means all of them."""

    senders: ClassVar[Senders] = FACILITATORS

    vote: VoteId
    people: Annotated[tuple[PersonId, ...], Meta(max_length=LIST_MAX)] = ()


class ConfirmVoter(Command, frozen=True, kw_only=True):
    """Type the code that is on the wall; once is enough for a vote."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    vote: VoteId
    code: VoteCode


class CloseVote(Command, frozen=True, kw_only=True):
    """End the vote; the topics stay ranked by it."""

    senders: ClassVar[Senders] = {**FACILITATORS, **TIME}

    vote: VoteId


class CastDots(Command, frozen=True, kw_only=True):
    """Put so many of one's own dots on a topic; 0 takes them back."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    vote: VoteId
    topic: TopicId
    dots: OwnDots


class OpenThumbs(Command, frozen=True, kw_only=True):
    """Ask the room whether to go on with the current topic; ``minutes`` as in a vote."""

    senders: ClassVar[Senders] = FACILITATORS

    topic: TopicId
    minutes: VoteMinutes | None = None


class CastThumb(Command, frozen=True, kw_only=True):
    """Say whether to go on or to move on; it can be changed while the thumbs are up."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    thumbs: ThumbsId
    way: Thumb


class CloseThumbs(Command, frozen=True, kw_only=True):
    """End the asking; the console shows what the room would like."""

    senders: ClassVar[Senders] = {**FACILITATORS, **TIME}

    thumbs: ThumbsId
