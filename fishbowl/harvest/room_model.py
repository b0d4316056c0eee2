"""The shapes of what the whole room did: votes, thumbs, questions, signals; and of the plan.

Times are as in :mod:`fishbowl.harvest.model`.
"""

from typing import Literal

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.commands.run import Phase
from fishbowl.domain.session.ids import QuestionId, RunMillis, ThumbsId, TopicId, VoteId
from fishbowl.harvest.base import Struct, Who

QuestionOutcome = Literal["answered", "open"]


class PhaseFacts(Struct, frozen=True, kw_only=True):
    """A part of the run of show: as planned, and as it came.

    ``actual_ms`` and ``began_run_ms`` are ``None`` for a part that the session did not get to;
    a part that was stepped over took no time.
    """

    phase: Phase
    began_run_ms: RunMillis | None
    actual_ms: int | None


class TopicDots(Struct, frozen=True, kw_only=True):
    """How many dots a topic got."""

    topic: TopicId
    dots: int


class VoteFacts(Struct, frozen=True, kw_only=True):
    """A vote: so many dots for each, how many people gave any, and what the topics got."""

    vote: VoteId
    dots_each: int
    voters: int
    topics: tuple[TopicDots, ...]


class ThumbsFacts(Struct, frozen=True, kw_only=True):
    """The room was asked whether to go on; ``extended`` tells that the topic got more time."""

    thumbs: ThumbsId
    topic: TopicId
    go_on: int
    move_on: int
    extended: bool


class QuestionFacts(Struct, frozen=True, kw_only=True):
    """A question to the bowl that was put up; without ``who`` where nobody is named."""

    question: QuestionId
    who: Who | None
    words: str
    upvotes: int
    outcome: QuestionOutcome


class SignalFacts(Struct, frozen=True, kw_only=True):
    """What the room said without words under a topic, or under none."""

    topic: TopicId | None
    agree: int
    thanks: int
    surprised: int
    slower: int
    microphone: int


class RecordingFacts(Struct, frozen=True, kw_only=True):
    """When somebody recorded the talk; without an end while it goes on."""

    began_at_ms: Millis
    ended_at_ms: Millis | None


class Pause(Struct, frozen=True, kw_only=True):
    """Where on the session clock the clocks stood still, and for how long."""

    at_run_ms: RunMillis
    length_ms: int
