"""The parts of the view slices that the simulation reads; other fields are ignored.

The field names are those of the wire. A test decodes real views with these types.
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


class ScreenModel(msgspec.Struct, frozen=True, kw_only=True):
    """The base class; unknown fields are ignored."""


class LabelModel(ScreenModel, frozen=True, kw_only=True):
    """The label of a person."""

    id: int
    name: str
    no: int
    twin: int = 1

    def __str__(self) -> str:
        if not self.name:
            return f"Guest {self.no}"
        return f"{self.name} ({self.twin})" if self.twin > 1 else self.name


class SessionModel(ScreenModel, frozen=True, kw_only=True):
    """The frame of the session."""

    question: str
    state: ClockState
    chair_count: int
    open_chairs: int
    summary: str | None


class PhaseModel(ScreenModel, frozen=True, kw_only=True):
    """A phase."""

    kind: PhaseKind
    planned_ms: int


class ClockModel(ScreenModel, frozen=True, kw_only=True):
    """The session clock."""

    state: ClockState
    planned_ms: int
    started_at_ms: int | None
    paused_at_ms: int | None
    paused_ms: int
    closed_at_ms: int | None


class RunModel(ScreenModel, frozen=True, kw_only=True):
    """The run of show: its phases, the current one, and whether that is due to end."""

    format: str
    phases: tuple[PhaseModel, ...]
    index: int
    began_run_ms: tuple[int, ...]
    due: bool
    queue_closed: bool

    def has_next(self) -> bool:
        """Whether there is a phase after the current one."""
        return self.index + 1 < len(self.phases)

    def late_ms(self, planned_ms: int) -> int:
        """By how much the run would end later than planned, when a phase has just begun."""
        rest = sum(phase.planned_ms for phase in self.phases[self.index :])
        return self.began_run_ms[-1] + rest - planned_ms


class ChairModel(ScreenModel, frozen=True, kw_only=True):
    """A chair."""

    no: int
    state: Literal["empty", "open", "held", "seated", "speaking"]
    person: LabelModel | None
    turn: int | None
    began_run_ms: int | None
    asked: bool


class BowlModel(ScreenModel, frozen=True, kw_only=True):
    """All chairs."""

    chairs: tuple[ChairModel, ...]

    def has_room(self) -> bool:
        """Whether a chair waits for somebody."""
        return any(chair.state == "open" for chair in self.chairs)

    def seated(self) -> tuple[ChairModel, ...]:
        """The chairs on which somebody sits."""
        return tuple(chair for chair in self.chairs if chair.turn is not None)


class TopicModel(ScreenModel, frozen=True, kw_only=True):
    """A topic."""

    id: int
    title: str
    state: TopicState


class TopicsModel(ScreenModel, frozen=True, kw_only=True):
    """The topics."""

    topics: tuple[TopicModel, ...]

    def current(self) -> str | None:
        """The title of the current topic."""
        return next((topic.title for topic in self.topics if topic.state == "current"), None)


class CountModel(ScreenModel, frozen=True, kw_only=True):
    """The dots of a topic."""

    topic: int
    dots: int


class VoteModel(ScreenModel, frozen=True, kw_only=True):
    """The last vote."""

    vote: int
    dots: int
    open: bool
    counts: tuple[CountModel, ...]


class ThumbsModel(ScreenModel, frozen=True, kw_only=True):
    """Whether the room is asked to go on or to move on."""

    thumbs: int
    open: bool


class QuestionModel(ScreenModel, frozen=True, kw_only=True):
    """A question to the bowl."""

    id: int
    state: QuestionState


class QuestionsModel(ScreenModel, frozen=True, kw_only=True):
    """The questions to the bowl; a console sees those that wait too."""

    questions: tuple[QuestionModel, ...]


class WrittenModel(ScreenModel, frozen=True, kw_only=True):
    """Something that somebody shared, or answered in the debrief."""

    id: int
    state: WordsState


class LookingBackModel(ScreenModel, frozen=True, kw_only=True):
    """Whether takeaways or what people bring back are asked for, and the stage of the debrief."""

    taking: bool
    stage: DebriefStage | None
    bringing: bool


class RoundModel(ScreenModel, frozen=True, kw_only=True):
    """On a console: the round in which people tell what they bring back."""

    open: bool
    still: int
    missing: int
    minutes: int


class TakeawaysModel(ScreenModel, frozen=True, kw_only=True):
    """On a console: what people share."""

    takeaways: tuple[WrittenModel, ...]


class AnswersModel(ScreenModel, frozen=True, kw_only=True):
    """On a console: the answers of the debrief."""

    answers: tuple[WrittenModel, ...]


class WrittenItemModel(ScreenModel, frozen=True, kw_only=True):
    """Something that somebody wrote."""

    id: int


class UnseenModel(ScreenModel, frozen=True, kw_only=True):
    """On a console: what nobody has looked at."""

    takeaways: tuple[int, ...]
    answers: tuple[int, ...]
    written: tuple[WrittenItemModel, ...]


# Phones


class QueueModel(ScreenModel, frozen=True, kw_only=True):
    """Who waits, by request."""

    requests: str

    def length(self) -> int:
        """How many wait."""
        return len(self.requests.split())


class MyTurnModel(ScreenModel, frozen=True, kw_only=True):
    """My turn."""

    turn: int
    began_run_ms: int
    asked: bool
    offered: bool
    nudged_at_ms: int | None


class MyRequestModel(ScreenModel, frozen=True, kw_only=True):
    """My request, with its open call."""

    request: int
    kind: RequestKind
    words: str
    state: RequestState
    call: int | None


class MeModel(ScreenModel, frozen=True, kw_only=True):
    """What is sent to the own phone only."""

    person: int
    out: bool
    forgotten: bool
    turns: int
    turn: MyTurnModel | None
    request: MyRequestModel | None


# The console


class QueueItemModel(ScreenModel, frozen=True, kw_only=True):
    """Somebody who waits."""

    request: int
    person: LabelModel
    turns: int


class CallModel(ScreenModel, frozen=True, kw_only=True):
    """An open call."""

    call: int
    person: LabelModel
    walking: bool
    phone: bool


class WaitingModel(ScreenModel, frozen=True, kw_only=True):
    """Everybody who waits or is on the way."""

    items: tuple[QueueItemModel, ...]
    calls: tuple[CallModel, ...]


class NextActionModel(ScreenModel, frozen=True, kw_only=True):
    """The next action, for the Space key."""

    do: str
    args: dict[str, int | str | None]
    person: LabelModel | None
    calm: bool


class ActionModel(ScreenModel, frozen=True, kw_only=True):
    """The next action, if there is one."""

    next: NextActionModel | None


class LogLineModel(ScreenModel, frozen=True, kw_only=True):
    """A line of the log."""

    seq: int
    at_ms: int
    event: str
    person: LabelModel | None
    chair: int | None
    title: str | None
    minutes: int | None
    why: str | None


class LogModel(ScreenModel, frozen=True, kw_only=True):
    """What happened lately, newest first."""

    lines: tuple[LogLineModel, ...]


class FiguresModel(ScreenModel, frozen=True, kw_only=True):
    """How many people, voices and turns there were."""

    people: int
    voices: int
    turns: int
