"""What simulated people read of what they are shown; everything else they pass over.

The field names are those of the wire's slices; the tests hold the two together.
"""

from typing import Literal

import msgspec

from fishbowl.domain.session.clock import ClockState
from fishbowl.domain.session.commands import DebriefStage, PhaseKind, RequestKind
from fishbowl.domain.session.model import TopicState, WordsState
from fishbowl.domain.session.model.outer_ring import QuestionState
from fishbowl.domain.session.model.request_states import RequestState

Face = Literal["phone", "console", "display"]
"""Which page a device has open."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """The base: a part of a slice; unknown fields are ignored."""


class LabelSeen(Seen, frozen=True, kw_only=True):
    """How somebody is called."""

    id: int
    name: str
    no: int
    twin: int = 1

    def __str__(self) -> str:
        if not self.name:
            return f"Guest {self.no}"
        return f"{self.name} ({self.twin})" if self.twin > 1 else self.name


class SessionSeen(Seen, frozen=True, kw_only=True):
    """The frame of the session."""

    question: str
    state: ClockState
    chair_count: int
    open_chairs: int
    summary: str | None


class PhaseSeen(Seen, frozen=True, kw_only=True):
    """A phase."""

    kind: PhaseKind
    planned_ms: int


class ClockSeen(Seen, frozen=True, kw_only=True):
    """The session clock."""

    state: ClockState
    planned_ms: int
    started_at_ms: int | None
    paused_at_ms: int | None
    paused_ms: int
    closed_at_ms: int | None


class RunSeen(Seen, frozen=True, kw_only=True):
    """The run of show: which of its phases goes on, and whether its minutes are over."""

    format: str
    phases: tuple[PhaseSeen, ...]
    index: int
    began_run_ms: tuple[int, ...]
    due: bool
    queue_closed: bool

    def has_next(self) -> bool:
        """Whether a phase comes after the one that goes on."""
        return self.index + 1 < len(self.phases)

    def late_ms(self, planned_ms: int) -> int:
        """By how much the run would end later than planned, when a phase has just begun."""
        rest = sum(phase.planned_ms for phase in self.phases[self.index :])
        return self.began_run_ms[-1] + rest - planned_ms


class ChairSeen(Seen, frozen=True, kw_only=True):
    """A chair."""

    no: int
    state: Literal["empty", "open", "held", "seated", "speaking"]
    person: LabelSeen | None
    turn: int | None
    began_run_ms: int | None
    asked: bool


class BowlSeen(Seen, frozen=True, kw_only=True):
    """All chairs."""

    chairs: tuple[ChairSeen, ...]

    def has_room(self) -> bool:
        """Whether a chair waits for somebody."""
        return any(chair.state == "open" for chair in self.chairs)

    def seated(self) -> tuple[ChairSeen, ...]:
        """The chairs on which somebody sits."""
        return tuple(chair for chair in self.chairs if chair.turn is not None)


class TopicSeen(Seen, frozen=True, kw_only=True):
    """A topic."""

    id: int
    title: str
    state: TopicState


class TopicsSeen(Seen, frozen=True, kw_only=True):
    """The topics."""

    topics: tuple[TopicSeen, ...]

    def current(self) -> str | None:
        """The title of the current topic."""
        return next((topic.title for topic in self.topics if topic.state == "current"), None)


class CountSeen(Seen, frozen=True, kw_only=True):
    """The dots of a topic."""

    topic: int
    dots: int


class VoteSeen(Seen, frozen=True, kw_only=True):
    """The last vote."""

    vote: int
    dots: int
    open: bool
    counts: tuple[CountSeen, ...]


class ThumbsSeen(Seen, frozen=True, kw_only=True):
    """Whether the room is asked to go on or to move on."""

    thumbs: int
    open: bool


class QuestionSeen(Seen, frozen=True, kw_only=True):
    """A question to the bowl."""

    id: int
    state: QuestionState


class QuestionsSeen(Seen, frozen=True, kw_only=True):
    """The questions to the bowl; a console sees those that wait too."""

    questions: tuple[QuestionSeen, ...]


class WrittenSeen(Seen, frozen=True, kw_only=True):
    """Something that somebody shared, or answered in the debrief."""

    id: int
    state: WordsState


class LookingBackSeen(Seen, frozen=True, kw_only=True):
    """What the room is asked for when it looks back."""

    taking: bool
    stage: DebriefStage | None


class TakeawaysSeen(Seen, frozen=True, kw_only=True):
    """On a console: what people share."""

    takeaways: tuple[WrittenSeen, ...]


class AnswersSeen(Seen, frozen=True, kw_only=True):
    """On a console: the answers of the debrief."""

    answers: tuple[WrittenSeen, ...]


class OneSeen(Seen, frozen=True, kw_only=True):
    """Something that somebody wrote."""

    id: int


class UnseenSeen(Seen, frozen=True, kw_only=True):
    """On a console: what nobody has looked at."""

    takeaways: tuple[int, ...]
    answers: tuple[int, ...]
    written: tuple[OneSeen, ...]


# Phones


class QueueSeen(Seen, frozen=True, kw_only=True):
    """Who waits, by request."""

    requests: str

    def length(self) -> int:
        """How many wait."""
        return len(self.requests.split())


class MyTurnSeen(Seen, frozen=True, kw_only=True):
    """My turn."""

    turn: int
    began_run_ms: int
    asked: bool
    offered: bool
    nudged_at_ms: int | None


class MyRequestSeen(Seen, frozen=True, kw_only=True):
    """My request, with the call that is in the air."""

    request: int
    kind: RequestKind
    words: str
    state: RequestState
    call: int | None


class MeSeen(Seen, frozen=True, kw_only=True):
    """What only my phone is told."""

    person: int
    out: bool
    forgotten: bool
    turns: int
    turn: MyTurnSeen | None
    request: MyRequestSeen | None


# The console


class ItemSeen(Seen, frozen=True, kw_only=True):
    """Somebody who waits."""

    request: int
    person: LabelSeen
    turns: int


class CallSeen(Seen, frozen=True, kw_only=True):
    """A call in the air."""

    call: int
    person: LabelSeen
    walking: bool
    phone: bool


class WaitingSeen(Seen, frozen=True, kw_only=True):
    """Everybody who waits or is on the way."""

    items: tuple[ItemSeen, ...]
    calls: tuple[CallSeen, ...]


class NextSeen(Seen, frozen=True, kw_only=True):
    """What Space means now."""

    do: str
    args: dict[str, int | str | None]
    person: LabelSeen | None
    calm: bool


class ActionSeen(Seen, frozen=True, kw_only=True):
    """What the facilitator could do."""

    next: NextSeen | None


class LineSeen(Seen, frozen=True, kw_only=True):
    """Something that happened."""

    seq: int
    at_ms: int
    event: str
    person: LabelSeen | None
    chair: int | None
    title: str | None
    minutes: int | None
    why: str | None


class LogSeen(Seen, frozen=True, kw_only=True):
    """What happened lately, newest first."""

    lines: tuple[LineSeen, ...]


class FiguresSeen(Seen, frozen=True, kw_only=True):
    """How many people, voices and turns there were."""

    people: int
    voices: int
    turns: int
