"""What a session looks like now, folded from its log.

A :class:`Session` is made of *parts*: one person, one chair, one request, the clock. Every change
goes through :meth:`Session.with_parts`, which keeps the derived indexes right. That is what makes
undo one rule instead of one inverse per event: see :mod:`fishbowl.domain.evolve.history`.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import msgspec
from immutables import Map

from fishbowl.domain.commands import (
    Attribution,
    ChairKind,
    EntryRule,
    ExitRule,
    QueueOrder,
    RequestKind,
    Wall,
)
from fishbowl.domain.commands.phases import Phase
from fishbowl.domain.events import Entry
from fishbowl.domain.ids import (
    ActionId,
    CallId,
    ChairNo,
    Millis,
    PersonId,
    PointId,
    QuestionId,
    RequestId,
    RunMillis,
    Seq,
    ThumbsId,
    TopicId,
    TurnId,
    VoteId,
)
from fishbowl.domain.indexes import indexed
from fishbowl.domain.outer_ring import Question, Shown, Thumbs, Vote
from fishbowl.domain.request_states import RequestState
from fishbowl.domain.roles import Role

CALL_HOLD_MS = 45_000
"""How long a chair is held for a called person: time to cross a hall."""
WALK_MS = 20_000
"""After "I am walking up" a person counts as seated after this long."""
MINUTE_MS = 60_000
"""How long "one more minute" is."""

PATIENCE = 3
"""How often the queue order steps over somebody before they go first."""

PartKind = Literal[
    "settings", "rules", "bowl", "clock", "door", "access", "wall", "summary", "floor",
    "facilitator", "agenda", "run", "timing",
    "person", "whereabouts", "chair", "request", "turn", "topic", "point",
    "vote", "thumbs", "question", "upvotes", "shown",
]  # fmt: skip

CallEnd = Literal["", "passed", "missed", "withdrawn"]
"""How the last call of a request came to nothing."""
TopicState = Literal["suggested", "up", "aside", "current", "done", "parked", "merged"]
Stretch = tuple[RunMillis, RunMillis]
"""From when until when on the session clock."""


class Part(NamedTuple):
    """The name of one part of the state; ``id`` is 0 where there is only one."""

    kind: PartKind
    id: int = 0


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """The base of everything that a session is made of."""


class Settings(Struct, frozen=True, kw_only=True):
    """What the facilitator chose."""

    question: str
    event: str
    chair_count: int
    open_chairs: int
    seat_limit_ms: int
    attribution: Attribution
    address: str = ""
    show_times: bool = False
    show_balance: bool = False
    format: str = ""
    last_ms: int = 0


class Rules(Struct, frozen=True, kw_only=True):
    """How people get in, who makes room, and who is next; all of it can change live."""

    entry: EntryRule = "called"
    exit_rule: ExitRule = "longest_seated"
    order: QueueOrder = "arrival"
    patience: int = PATIENCE


class Bowl(Struct, frozen=True, kw_only=True):
    """How many chairs there are meant to be; chairs above ``count`` close when they are left."""

    count: int = 0


class Clock(Struct, frozen=True, kw_only=True):
    """The session clock, as instants; nothing here ticks."""

    planned_ms: int
    started_at_ms: Millis | None = None
    paused_at_ms: Millis | None = None
    paused_ms: int = 0
    closed_at_ms: Millis | None = None


class Door(Struct, frozen=True, kw_only=True):
    """Whether new people may come in."""

    locked: bool = False


class Access(Struct, frozen=True, kw_only=True):
    """The generation of each role's links: those of an earlier one have been taken back."""

    co_facilitator: int = 1
    note_taker: int = 1
    runner: int = 1

    def holds(self, role: Role, generation: int) -> bool:
        """Whether a link is good; the facilitator's own is never taken back."""
        return role is Role.FACILITATOR or generation == self.generation(role)

    def generation(self, role: Role) -> int:
        """The generation of a helper's links now."""
        generation: int = getattr(self, role.value)
        return generation


class WallState(Struct, frozen=True, kw_only=True):
    """What the room display shows, and when a voice was last invited."""

    what: Wall = "bowl"
    invited_at_ms: Millis | None = None


class Summary(Struct, frozen=True, kw_only=True):
    """Whether the summary is public. ``edition`` counts publications: a new one has a new link."""

    published: bool = False
    edition: int = 0


class Floor(Struct, frozen=True, kw_only=True):
    """Which turn is talking, or the facilitator, and since when on the session clock."""

    turn: TurnId | None = None
    since_run_ms: RunMillis = RunMillis(0)
    facilitator: bool = False


class FacilitatorVoice(Struct, frozen=True, kw_only=True):
    """What the facilitator has spoken, as stretches (from, to), apart from everybody else's."""

    spoken: tuple[Stretch, ...] = ()


class Agenda(Struct, frozen=True, kw_only=True):
    """The current topic."""

    topic: TopicId | None = None


class Run(Struct, frozen=True, kw_only=True):
    """The run of show: its phases, which one goes on, and when each began.

    ``index`` is -1 before the start. ``began`` has an instant for every phase up to ``index``.
    ``swap_run_ms`` keeps the swap of a pair share where it was when the phase was replanned after,
    ``planned_seq`` is the entry that began or planned the current phase last.
    """

    phases: tuple[Phase, ...] = ()
    index: int = -1
    began: tuple[RunMillis, ...] = ()
    swap_run_ms: RunMillis | None = None
    planned_seq: Seq = Seq(0)


class Timing(Struct, frozen=True, kw_only=True):
    """What time has come to: the current phase is due, the queue is closed for the last minutes.

    ``opened_seq`` is the entry that opened the queue last; ``by_hand`` keeps time from closing it.
    """

    due: bool = False
    queue_closed: bool = False
    by_hand: bool = False
    opened_seq: Seq = Seq(0)


class Point(Struct, frozen=True, kw_only=True):
    """What somebody left in writing, for the summary."""

    id: PointId
    person: PersonId
    words: str
    topic: TopicId | None
    left_at_ms: Millis


class Person(Struct, frozen=True, kw_only=True):
    """Somebody in the room. ``no`` is the guest number, ``key`` empty for who has no phone.

    ``volunteer`` marks who has agreed beforehand to take a chair that nobody takes. ``was`` lists
    the people of the log who turned out to be this one.
    """

    id: PersonId
    no: int
    called: str
    twin: int
    key: str
    joined_at_ms: Millis
    hidden: bool = False
    out: bool = False
    forgotten: bool = False
    group: str = ""
    group_no: int = 0
    volunteer: bool = False
    was: tuple[PersonId, ...] = ()


class Whereabouts(Struct, frozen=True, kw_only=True):
    """Where somebody says that they sit, in their own words, so that a microphone finds them."""

    person: PersonId
    words: str


class Chair(Struct, frozen=True, kw_only=True):
    """A place in the bowl: taken by a turn, held for a request, or free.

    A ``closing`` chair is there until it is left.
    """

    no: ChairNo
    kind: ChairKind = "speaker"
    closing: bool = False
    turn: TurnId | None = None
    held_for: RequestId | None = None


class Request(Struct, frozen=True, kw_only=True):
    """Somebody's wish for a chair.

    ``call``, ``chair``, ``called_run_ms`` and ``accepted_run_ms`` speak of the call that is in the
    air. ``rested_seq`` is the entry in which a call last came to nothing: until the
    next call is made, others are offered first.

    In the line: ``stands`` is the request whose place this one was given. ``lead`` are those
    before whom a hand has put it in the entry ``placed_seq``; if empty, behind everybody.
    ``served_seq`` is the entry that made it its turn, ``as_reply`` whether as a reply, and
    ``passed_over`` who was stepped over by the order then (``passed_now``: by the call in the air).
    """

    id: RequestId
    person: PersonId
    kind: RequestKind
    words: str
    topic: TopicId | None
    asked_at_ms: Millis
    rank: int
    state: RequestState = "waiting"
    call: CallId | None = None
    chair: ChairNo | None = None
    called_run_ms: RunMillis | None = None
    accepted_run_ms: RunMillis | None = None
    passes: int = 0
    misses: int = 0
    rested_seq: Seq = Seq(0)
    last_end: CallEnd = ""
    ended_at_ms: Millis | None = None
    lot: int | None = None
    stands: RequestId | None = None
    lead: tuple[RequestId, ...] | None = None
    placed_seq: Seq = Seq(0)
    passes_in_row: int = 0
    snoozed_until_run_ms: RunMillis | None = None
    gave_to: PersonId | None = None
    given_by: PersonId | None = None
    served_seq: Seq = Seq(0)
    as_reply: bool = False
    passed_over: tuple[RequestId, ...] = ()
    passed_now: tuple[RequestId, ...] = ()


class Sitting(Struct, frozen=True, kw_only=True):
    """A stretch of a turn on one chair, from ``from_run_ms`` until the next or the turn's end."""

    chair: ChairNo
    from_run_ms: RunMillis


class Turn(Struct, frozen=True, kw_only=True):
    """One stay in the bowl. ``spoken`` lists stretches with the floor as (from, to).

    ``tapped_by`` waits for this chair (see :func:`fishbowl.domain.exits.tapper`). One more minute
    lasts ``minute_until_run_ms``, until ``minute_over``.
    """

    id: TurnId
    person: PersonId
    request: RequestId | None
    began_at_ms: Millis
    began_run_ms: RunMillis
    sittings: tuple[Sitting, ...]
    ended_at_ms: Millis | None = None
    ended_run_ms: RunMillis | None = None
    spoken: tuple[Stretch, ...] = ()
    asked_at_ms: Millis | None = None
    offered_at_ms: Millis | None = None
    nudged_at_ms: Millis | None = None
    tapped_by: RequestId | None = None
    tapped_at_ms: Millis | None = None
    minute_until_run_ms: RunMillis | None = None
    minute_over: bool = False

    @property
    def chair(self) -> ChairNo:
        """The chair the person sits on, or sat on last."""
        return self.sittings[-1].chair


class Topic(Struct, frozen=True, kw_only=True):
    """A thread of the question. ``spans`` lists when it was current, the last one may be open.

    ``into`` is the topic that it was merged into; ``limit_ms`` is its time since it was last begun.
    """

    id: TopicId
    title: str
    person: PersonId | None
    state: TopicState
    spans: tuple[tuple[RunMillis, RunMillis | None], ...] = ()
    into: TopicId | None = None
    limit_ms: int | None = None


class Touch(Struct, frozen=True, kw_only=True):
    """One part as it was before an action, and who had touched it last, before and after it."""

    part: Part
    before: Any
    toucher_before: ActionId
    toucher_after: ActionId


class Action(Struct, frozen=True, kw_only=True):
    """A command of who runs the session, in the history that undo reads, oldest touch first.

    ``events`` names everything that the command caused; ``event`` is the first of them.
    """

    id: ActionId
    at_ms: Millis
    event: str
    events: tuple[str, ...] = ()
    touches: tuple[Touch, ...] = ()
    undoes: ActionId | None = None
    undone: bool = False


Changes = Mapping[Part, Any]
"""New values of parts; ``None`` removes the part."""

_COLLECTIONS: dict[str, str] = {
    "person": "people",
    "whereabouts": "whereabouts",
    "chair": "chairs",
    "request": "requests",
    "turn": "turns",
    "topic": "topics",
    "vote": "votes",
    "thumbs": "thumbs",
    "question": "questions",
    "upvotes": "upvotes",
    "point": "points",
}


class Session(Struct, frozen=True, kw_only=True):
    """A session now. Parts first, then what is derived from them, then the history."""

    seq: Seq
    at_ms: Millis
    code: str
    created_at_ms: Millis

    settings: Settings
    clock: Clock
    rules: Rules = Rules()
    bowl: Bowl = Bowl()
    door: Door = Door()
    access: Access = Access()
    wall: WallState = WallState()
    summary: Summary = Summary()
    floor: Floor = Floor()
    facilitator: FacilitatorVoice = FacilitatorVoice()
    agenda: Agenda = Agenda()
    shown: Shown = Shown()
    run: Run = Run()
    timing: Timing = Timing()
    people: Map[PersonId, Person] = Map()
    whereabouts: Map[PersonId, Whereabouts] = Map()
    chairs: Map[ChairNo, Chair] = Map()
    requests: Map[RequestId, Request] = Map()
    turns: Map[TurnId, Turn] = Map()
    topics: Map[TopicId, Topic] = Map()
    votes: Map[VoteId, Vote] = Map()
    thumbs: Map[ThumbsId, Thumbs] = Map()
    questions: Map[QuestionId, Question] = Map()
    upvotes: Map[QuestionId, Map[PersonId, bool]] = Map()
    points: Map[PointId, Point] = Map()

    person_of_key: Map[str, PersonId] = Map()
    names: Map[str, tuple[PersonId, ...]] = Map()
    open_request: Map[PersonId, RequestId] = Map()
    current_turn: Map[PersonId, TurnId] = Map()
    turns_of: Map[PersonId, tuple[TurnId, ...]] = Map()
    queue: tuple[tuple[int, RequestId], ...] = ()
    served: tuple[tuple[Seq, RequestId], ...] = ()
    read_for: Map[PersonId, tuple[RequestId, ...]] = Map()
    overtakes: Map[RequestId, int] = Map()
    guest_count: int = 0
    last_edition: int = 0
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
                fields[part.kind] = value
                continue
            fields.update(indexed(session, part, value))
            members = getattr(session, collection)
            fields[collection] = (
                members.delete(part.id) if value is None else members.set(part.id, value)
            )
            session = msgspec.structs.replace(session, **fields)
            fields = {}
        return msgspec.structs.replace(session, **fields) if fields else session
