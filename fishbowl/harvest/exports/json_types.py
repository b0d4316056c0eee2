"""The shapes of the JSON document; docs/exports.md says what they mean.

``docs/schema/export.json`` is made from them. Fields are added, never renamed. ``*_at`` are
instants, ISO 8601 in UTC; ``*_ms`` are milliseconds.
"""

from fishbowl.domain.session.clock import ClockState
from fishbowl.domain.session.commands import (
    Attribution,
    DebriefStage,
    NoteKind,
    PhaseKind,
    RequestKind,
    TakeawayKind,
)
from fishbowl.domain.session.model.request_states import RequestState
from fishbowl.harvest.base import Struct
from fishbowl.harvest.model import Figures, LeftOutPart
from fishbowl.harvest.room_model import QuestionOutcome, SignalFacts, ThumbsFacts, TopicDots


class NamedPerson(Struct, frozen=True, kw_only=True):
    """Who: both are ``null`` where nobody is named."""

    person: int | None
    name: str | None


class MainQuestion(Struct, frozen=True, kw_only=True):
    """One of the questions that the session had after each other."""

    question: str
    began_ms: int | None
    lasted_ms: int


class SessionDocument(Struct, frozen=True, kw_only=True):
    """The frame."""

    code: str
    question: str
    questions: list[MainQuestion]
    event: str
    series: str | None
    occasion: str | None
    language: str | None
    state: ClockState
    attribution: Attribution
    chair_count: int
    open_chairs: int
    created_at: str | None
    started_at: str | None
    ended_at: str | None
    planned_ms: int
    actual_ms: int


class PersonDocument(Struct, frozen=True, kw_only=True):
    """What one person did."""

    person: int
    name: str
    joined_at: str | None
    asked: int
    turns: int
    seated_ms: int
    spoken_ms: int


class SpanDocument(Struct, frozen=True, kw_only=True):
    """A stretch on the session clock."""

    from_ms: int
    to_ms: int


class StretchDocument(Struct, frozen=True, kw_only=True):
    """A part of a turn spent on one chair."""

    chair: int
    from_ms: int
    to_ms: int


class TurnDocument(Struct, frozen=True, kw_only=True):
    """One stay in the bowl."""

    turn: int
    person: int
    name: str
    request: int | None
    first: bool
    began_ms: int
    ended_ms: int
    goes_on: bool
    seated_ms: int
    spoken_ms: int
    stretches: list[StretchDocument]
    spoken: list[SpanDocument]


class SeatedDocument(Struct, frozen=True, kw_only=True):
    """Who sat in the bowl during a topic."""

    person: int
    name: str
    seated_ms: int


class TopicDocument(Struct, frozen=True, kw_only=True):
    """A topic that was put up."""

    topic: int
    title: str
    talked_ms: int
    spans: list[SpanDocument]
    seated: list[SeatedDocument]
    seated_count: int


class RequestDocument(Struct, frozen=True, kw_only=True):
    """One wish for a chair, and what came of it."""

    request: int
    person: int
    name: str
    kind: RequestKind
    words: str
    topic: int | None
    asked_at: str | None
    outcome: RequestState
    waited_ms: int
    passes: int
    misses: int
    turn: int | None


class PointDocument(NamedPerson, frozen=True, kw_only=True):
    """A point that somebody left in writing."""

    words: str
    afterwards: bool


class EquityDocument(Struct, frozen=True, kw_only=True):
    """What is said about shares; ``null`` where it would say nothing, or too much."""

    longest_turn_ms: int | None
    longest_four_percent: int | None
    came_again: int | None


class PhaseDocument(Struct, frozen=True, kw_only=True):
    """A part of the run of show."""

    kind: PhaseKind
    title: str
    planned_ms: int
    actual_ms: int | None
    began_ms: int | None


class VoteDocument(Struct, frozen=True, kw_only=True):
    """A vote by dots; the topics with most of them first."""

    vote: int
    dots_each: int
    voters: int
    dots: list[TopicDots]


class QuestionDocument(Struct, frozen=True, kw_only=True):
    """A question to the bowl that was put up."""

    question: int
    person: int | None
    name: str | None
    words: str
    upvotes: int
    outcome: QuestionOutcome


class UnreachedDocument(NamedPerson, frozen=True, kw_only=True):
    """What was asked and never reached the bowl; ``kind`` is ``null`` for a written question."""

    words: str
    kind: RequestKind | None
    upvotes: int
    added: str | None


class RecordingDocument(Struct, frozen=True, kw_only=True):
    """When somebody recorded the talk."""

    began_at: str | None
    ended_at: str | None


class NoteDocument(Struct, frozen=True, kw_only=True):
    """Something that was written down."""

    note: int
    kind: NoteKind
    words: str
    topic: int | None
    person: int | None
    owner: str | None
    due: str | None
    link: str | None
    noted_at: str | None
    closed: bool
    end: str | None


class EditionDocument(Struct, frozen=True, kw_only=True):
    """What a person did to the summary itself."""

    opening: str | None
    closing: str | None
    credit: str | None
    published_at: str | None
    corrected_at: str | None


class TakeawayDocument(Struct, frozen=True, kw_only=True):
    """What somebody shared; ``people`` counts who shared the same.

    ``origin`` is where somebody was who brings something back.
    """

    takeaway: int
    person: int | None
    name: str | None
    kind: TakeawayKind
    words: str
    due: str | None
    closed: bool
    end: str | None
    others: list[NamedPerson]
    people: int
    origin: str | None


class AnswerDocument(Struct, frozen=True, kw_only=True):
    """What somebody answered in the debrief."""

    answer: int
    person: int | None
    name: str | None
    stage: DebriefStage
    words: str


class LeftOutDocument(Struct, frozen=True, kw_only=True):
    """What the attribution keeps back."""

    what: LeftOutPart
    why: Attribution


class Document(Struct, frozen=True, kw_only=True):
    """A session as a file for other programs."""

    schema: str
    session: SessionDocument
    figures: Figures
    people: list[PersonDocument]
    turns: list[TurnDocument]
    topics: list[TopicDocument]
    queue: list[RequestDocument]
    points: list[PointDocument]
    equity: EquityDocument
    phases: list[PhaseDocument]
    votes: list[VoteDocument]
    thumbs: list[ThumbsFacts]
    questions: list[QuestionDocument]
    unreached: list[UnreachedDocument]
    signals: list[SignalFacts]
    recordings: list[RecordingDocument]
    notes: list[NoteDocument]
    edition: EditionDocument
    takeaways: list[TakeawayDocument]
    debrief: list[AnswerDocument]
    left_out: list[LeftOutDocument]
