"""The types of votes, thumbs, questions, signals and phases in a summary.

Times are as in :mod:`fishbowl.harvest.model`.
"""

from typing import Literal

from fishbowl.domain.kernel.ids import Millis, QuestionId, RunMillis, ThumbsId, TopicId, VoteId
from fishbowl.domain.session.commands.run import Phase
from fishbowl.harvest.base import Struct, Who

QuestionOutcome = Literal["answered", "open"]


class PhaseFacts(Struct, frozen=True, kw_only=True):
    """A phase of the run of show: as planned, and as it ran.

    ``actual_ms`` and ``began_run_ms`` are ``None`` for a phase that the session did not reach;
    a phase that was skipped took no time.
    """

    phase: Phase
    began_run_ms: RunMillis | None
    actual_ms: int | None


class TopicDots(Struct, frozen=True, kw_only=True):
    """How many dots a topic got."""

    topic: TopicId
    dots: int


class VoteFacts(Struct, frozen=True, kw_only=True):
    """A vote: dots for each person, how many people voted, and the dots of the topics."""

    vote: VoteId
    dots_each: int
    voters: int
    topics: tuple[TopicDots, ...]


class ThumbsFacts(Struct, frozen=True, kw_only=True):
    """A thumbs vote; ``extended`` tells that the topic got more time."""

    thumbs: ThumbsId
    topic: TopicId
    go_on: int
    move_on: int
    extended: bool


class QuestionFacts(Struct, frozen=True, kw_only=True):
    """A question to the bowl that was put up; ``who`` is ``None`` where nobody is named."""

    question: QuestionId
    who: Who | None
    words: str
    upvotes: int
    outcome: QuestionOutcome


class SignalFacts(Struct, frozen=True, kw_only=True):
    """The reactions under a topic, or outside any topic."""

    topic: TopicId | None
    agree: int
    thanks: int
    surprised: int
    slower: int
    microphone: int


class RecordingFacts(Struct, frozen=True, kw_only=True):
    """When the talk was recorded; the end is ``None`` while it is being recorded."""

    began_at_ms: Millis
    ended_at_ms: Millis | None


class Pause(Struct, frozen=True, kw_only=True):
    """When a pause began on the session clock, and how long it lasted."""

    at_run_ms: RunMillis
    length_ms: int
