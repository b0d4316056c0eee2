"""What a session looks like now, folded from its log.

A :class:`Session` is made of *parts*: one person, one chair, one request, the clock. Every change
goes through :meth:`Session.with_parts`, which keeps the derived indexes right. That is what makes
undo one rule instead of one inverse per event: see :mod:`fishbowl.domain.session.evolve.history`.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec
from immutables import Map

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.ids import (
    ActionId,
    AnswerId,
    ChairNo,
    ItemId,
    NoteId,
    PersonId,
    PointId,
    QuestionId,
    TakeawayId,
    ThumbsId,
    TopicId,
    VoteId,
)
from fishbowl.domain.session.indexes import Indexed, indexed
from fishbowl.domain.session.model import (
    Access,
    Action,
    Agenda,
    Answer,
    Bowl,
    Chair,
    Clock,
    Debrief,
    Door,
    FacilitatorVoice,
    Floor,
    ItemEnd,
    MainQuestions,
    Note,
    Part,
    Picture,
    Point,
    Recording,
    Retention,
    RoomBreak,
    Rules,
    Run,
    Settings,
    Summary,
    SummaryOrder,
    SummaryWords,
    Takeaway,
    Timing,
    Topic,
    WallState,
    Whereabouts,
    Wifi,
)
from fishbowl.domain.session.model.outer_ring import Question, Shown, Thumbs, Vote

Changes = Mapping[Part, Any]
"""New values of parts; ``None`` removes the part."""

_COLLECTIONS: dict[str, str] = {
    "person": "people",
    "whereabouts": "whereabouts",
    "knock": "knocks",
    "credit": "credits",
    "chair": "chairs",
    "request": "requests",
    "turn": "turns",
    "topic": "topics",
    "vote": "votes",
    "thumbs": "thumbs",
    "question": "questions",
    "upvotes": "upvotes",
    "point": "points",
    "note": "notes",
    "note_check": "notes_to_check",
    "kept_out": "kept_out",
    "left_out": "left_out",
    "passed": "passed",
    "takeaway": "takeaways",
    "answer": "answers",
    "item": "items",
}


class Session(Indexed, frozen=True, kw_only=True):
    """A session now. Parts first, then counters, then the history.

    Parts that indexes are derived from, and the indexes, are in :class:`.Indexed`.
    """

    seq: Seq
    at_ms: Millis
    code: str
    created_at_ms: Millis

    settings: Settings
    clock: Clock
    room_break: RoomBreak = RoomBreak()
    rules: Rules = Rules()
    bowl: Bowl = Bowl()
    door: Door = Door()
    access: Access = Access()
    wall: WallState = WallState()
    picture: Picture = Picture()
    wifi: Wifi = Wifi()
    summary: Summary = Summary()
    summary_words: SummaryWords = SummaryWords()
    summary_order: SummaryOrder = SummaryOrder()
    floor: Floor = Floor()
    facilitator: FacilitatorVoice = FacilitatorVoice()
    agenda: Agenda = Agenda()
    main_questions: MainQuestions = MainQuestions()
    shown: Shown = Shown()
    run: Run = Run()
    timing: Timing = Timing()
    recording: Recording = Recording()
    retention: Retention = Retention()
    debrief: Debrief = Debrief()
    whereabouts: Map[PersonId, Whereabouts] = Map()
    credits: Map[PersonId, bool] = Map()
    chairs: Map[ChairNo, Chair] = Map()
    topics: Map[TopicId, Topic] = Map()
    votes: Map[VoteId, Vote] = Map()
    thumbs: Map[ThumbsId, Thumbs] = Map()
    questions: Map[QuestionId, Question] = Map()
    upvotes: Map[QuestionId, Map[PersonId, bool]] = Map()
    points: Map[PointId, Point] = Map()
    notes: Map[NoteId, Note] = Map()
    notes_to_check: Map[NoteId, bool] = Map()
    """Notes that may speak of somebody who was forgotten, in words of the facilitator."""
    kept_out: Map[PersonId, str] = Map()
    """Who was sent out and forgotten, by what keeps them out; see :mod:`.kept_out`."""
    left_out: Map[ItemId, bool] = Map()
    passed: Map[ItemId, bool] = Map()
    takeaways: Map[TakeawayId, Takeaway] = Map()
    answers: Map[AnswerId, Answer] = Map()
    items: Map[Seq, ItemEnd] = Map()

    guest_count: int = 0
    last_edition: int = 0
    password_held: bool = False
    """Whether the log holds a password of a Wi-Fi, shown now or not."""
    last_generation: int = 1
    last_rank: int = 0
    last_call_seq: Seq = Seq(0)

    sent_at_ms: Millis = Millis(0)
    """When a person, and not time itself, sent the last command."""

    touched: Map[Part, ActionId] = Map()
    actions: tuple[Action, ...] = ()
    recent: tuple[Entry, ...] = ()

    def part(self, part: Part) -> Any:
        """Read a part; ``None`` if there is none of that name."""
        collection = _COLLECTIONS.get(part.kind)
        if collection is None:
            return getattr(self, part.kind)
        return getattr(self, collection).get(part.id)

    def with_parts(self, changes: Changes) -> "Session":
        """Return the session with parts replaced and every index in step with them."""
        fields: dict[str, Any] = {}
        session = self
        for part, value in changes.items():
            collection = _COLLECTIONS.get(part.kind)
            if collection is None:
                fields.update(indexed(session, part, value))
                fields[part.kind] = value
                if part.kind == "removed":  # who is here depends on it, for the next part as well
                    session, fields = msgspec.structs.replace(session, **fields), {}
                continue
            fields.update(indexed(session, part, value))
            members = getattr(session, collection)
            fields[collection] = (
                members.delete(part.id) if value is None else members.set(part.id, value)
            )
            session = msgspec.structs.replace(session, **fields)
            fields = {}
        return msgspec.structs.replace(session, **fields) if fields else session


@cache
def part_type(kind: str) -> Any:
    """The type of the parts of a kind, as :class:`Session` declares it.

    :raises KeyError: there is no such kind.
    """
    hints = get_type_hints(Session)
    collection = _COLLECTIONS.get(kind)
    return hints[kind] if collection is None else get_args(hints[collection])[1]
