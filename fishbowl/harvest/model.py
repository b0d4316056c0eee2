"""The types of a summary: facts about a session, without sentences.

Times are milliseconds: ``*_at_ms`` is session time, ``*_run_ms`` the session clock (since the
start, pauses not counted), a plain ``*_ms`` a length. A name appears nowhere but in a
:class:`Who`, and in the ``owner`` of a note, so that leaving people out is one rule.
"""

from typing import Literal

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.clock import ClockState
from fishbowl.domain.session.commands import Attribution, NoteKind, RequestKind
from fishbowl.domain.session.ids import (
    ChairNo,
    ItemId,
    NoteId,
    PersonId,
    PointId,
    RequestId,
    RunMillis,
    TopicId,
    TurnId,
)
from fishbowl.domain.session.model.request_states import RequestState
from fishbowl.harvest.base import Span as Span
from fishbowl.harvest.base import Struct
from fishbowl.harvest.base import Who as Who
from fishbowl.harvest.edition import Edition
from fishbowl.harvest.room_model import (
    Pause,
    PhaseFacts,
    QuestionFacts,
    RecordingFacts,
    SignalFacts,
    ThumbsFacts,
    VoteFacts,
)
from fishbowl.harvest.takeaway_model import AnswerFacts, TakeawayFacts

LeftOutPart = Literal["people", "turns", "queue", "topic_times", "chairs", "owners"]
"""The parts that an attribution can leave out: people, turns, requests, times of topics, the
timeline of chairs, and owners and times of notes."""

TalkBy = Literal["floor", "chair"]
"""What counts as talk: time with the floor, or time on a chair."""


class Interval(Span, frozen=True, kw_only=True):
    """A part of a turn spent on one chair."""

    chair: ChairNo


class MainQuestionFacts(Struct, frozen=True, kw_only=True):
    """One of the questions of the session; ``began_run_ms`` is ``None`` if times are left out."""

    question: str
    began_run_ms: RunMillis | None
    lasted_ms: int


class SessionFacts(Struct, frozen=True, kw_only=True):
    """The session itself. ``planned_ms`` includes extensions; ``actual_ms`` is the time that ran.

    ``questions`` are all questions in order, ``question`` the last of them. ``language`` is the
    language of the talk, if it was chosen. ``series`` and ``occasion`` are ids, empty for none.
    """

    code: str
    question: str
    questions: tuple[MainQuestionFacts, ...]
    event: str
    state: ClockState
    attribution: Attribution
    language: str
    chair_count: int
    open_chairs: int
    created_at_ms: Millis
    started_at_ms: Millis | None
    ended_at_ms: Millis | None
    planned_ms: int
    actual_ms: int
    series: str = ""
    occasion: str = ""


class PersonFacts(Struct, frozen=True, kw_only=True):
    """What one person did. ``asked`` counts requests."""

    who: Who
    joined_at_ms: Millis
    asked: int
    turns: int
    seated_ms: int
    spoken_ms: int


class TurnFacts(Struct, frozen=True, kw_only=True):
    """One turn in the bowl. ``first`` marks a person's first turn, ``goes_on`` an open one.

    Somebody who moved to another chair has several ``intervals``.
    """

    turn: TurnId
    who: Who
    request: RequestId | None
    first: bool
    began_run_ms: RunMillis
    ended_run_ms: RunMillis
    goes_on: bool
    intervals: tuple[Interval, ...]
    spoken: tuple[Span, ...]

    @property
    def seated_ms(self) -> int:
        """How long the person sat."""
        return self.ended_run_ms - self.began_run_ms

    @property
    def spoken_ms(self) -> int:
        """How long the person had the floor."""
        return sum(span.length_ms for span in self.spoken)


class Seated(Struct, frozen=True, kw_only=True):
    """Who sat in the bowl during a topic, and for how long of it."""

    who: Who
    seated_ms: int


class TopicFacts(Struct, frozen=True, kw_only=True):
    """A topic that was put up. ``title`` is empty where its words were deleted.

    ``seated_count`` stays where ``seated`` is left out.
    """

    topic: TopicId
    title: str
    talked_ms: int
    spans: tuple[Span, ...]
    seated: tuple[Seated, ...]
    seated_count: int


class RequestFacts(Struct, frozen=True, kw_only=True):
    """A request for a chair, and its outcome.

    ``waited_ms`` counts from asking, or from the start of the session where that was later, until
    the person sat, let it go or was removed, or the session ended; pauses are part of it.
    ``unseen``: the words of a request that was open at the end have not been reviewed.
    """

    request: RequestId
    who: Who
    kind: RequestKind
    words: str
    topic: TopicId | None
    asked_at_ms: Millis
    outcome: RequestState
    waited_ms: int
    passes: int
    misses: int
    turn: TurnId | None
    unseen: bool = False


class PointFacts(Struct, frozen=True, kw_only=True):
    """A written point; without person and id where nobody is named.

    ``afterwards`` marks what was left after the end by somebody who had waited for a chair until
    then, with ``request`` where that may be told. Only a proof shows what is ``unseen``.
    """

    point: PointId | None = None
    who: Who | None
    words: str
    afterwards: bool = False
    request: RequestId | None = None
    unseen: bool = False


class NoteFacts(Struct, frozen=True, kw_only=True):
    """A note.

    ``who`` in the room does it, or ``owner``, which is a name as well; ``due`` is a day, like
    2026-12-01, or empty. ``closed`` tells that it is done or dropped since, ``end`` how that went.
    """

    note: NoteId
    kind: NoteKind
    words: str
    topic: TopicId | None
    noted_at_ms: Millis | None
    who: Who | None
    owner: str
    due: str
    link: str
    closed: bool = False
    end: str = ""


class Figures(Struct, frozen=True, kw_only=True):
    """Totals; none of them is about a single person.

    ``voices`` are people who sat in the bowl; ``unheard`` people who asked, did not take it back
    themselves, and never sat. ``median_wait_ms`` is over the requests that led to a chair.
    ``facilitator_ms`` is what the facilitator said, in none of the others. ``talk_by`` tells what
    counts as talk: the floor, if it was marked for most of the time that people sat, else the time
    on chairs. ``gini`` tells how unequal the shares of it are, from 0 towards 1. ``questions`` were
    put to the bowl in writing; ``questions_unseen`` of them nobody has put up or set aside.
    """

    people: int
    voices: int
    turns: int
    seated_ms: int
    spoken_ms: int
    requests: int
    withdrawn: int
    unheard: int
    median_wait_ms: int | None
    facilitator_ms: int = 0
    talk_by: TalkBy = "chair"
    gini: float = 0.0
    questions: int = 0
    questions_answered: int = 0
    questions_unseen: int = 0

    @property
    def by_floor(self) -> bool:
        """Whether time with the floor is what counts as talk."""
        return self.talk_by == "floor"

    @property
    def marked_too_little(self) -> bool:
        """Whether the floor was marked, but for too little of the talk to count."""
        return not self.by_floor and self.spoken_ms + self.facilitator_ms > 0


class HandoverFacts(Struct, frozen=True, kw_only=True):
    """The second began to speak straight after the first, at this time of the session clock."""

    at_run_ms: RunMillis
    before: PersonId
    after: PersonId


class WebFacts(Struct, frozen=True, kw_only=True):
    """The conversation web: who spoke, in the order of their first turns, and after whom."""

    voices: tuple[Who, ...]
    handovers: tuple[HandoverFacts, ...]


class Summary(Struct, frozen=True, kw_only=True):
    """The summary of a session.

    ``people`` stand in the order in which they came in, ``turns`` in which they began,
    ``notes`` as they were written. ``left_out`` names the parts that the attribution
    leaves out, ``omitted`` the items that a person left out; only a proof shows those. ``web`` is
    there if it is turned on, and may be told.
    """

    session: SessionFacts
    figures: Figures
    people: tuple[PersonFacts, ...]
    turns: tuple[TurnFacts, ...]
    topics: tuple[TopicFacts, ...]
    queue: tuple[RequestFacts, ...]
    points: tuple[PointFacts, ...] = ()
    phases: tuple[PhaseFacts, ...] = ()
    votes: tuple[VoteFacts, ...] = ()
    thumbs: tuple[ThumbsFacts, ...] = ()
    questions: tuple[QuestionFacts, ...] = ()
    signals: tuple[SignalFacts, ...] = ()
    recordings: tuple[RecordingFacts, ...] = ()
    pauses: tuple[Pause, ...] = ()
    notes: tuple[NoteFacts, ...] = ()
    takeaways: tuple[TakeawayFacts, ...] = ()
    answers: tuple[AnswerFacts, ...] = ()
    web: WebFacts | None = None
    left_out: tuple[LeftOutPart, ...] = ()
    omitted: tuple[ItemId, ...] = ()
    edition: Edition = Edition()
