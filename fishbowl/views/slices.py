"""The shapes that the faces receive: the whole vocabulary of what is shown.

Slices carry codes, ids and instants, never sentences: each face makes its own words. Times are
instants on the session clock (``*_run_ms``) or session time (``*_at_ms``); nothing ticks.
"""

from typing import Literal

import msgspec

from fishbowl.domain.clock import ClockState
from fishbowl.domain.commands import (
    AsideWhy,
    Attribution,
    ChairKind,
    EntryRule,
    ExitRule,
    QueueOrder,
    RequestKind,
    Thumb,
    Wall,
)
from fishbowl.domain.commands.phases import Phase
from fishbowl.domain.exits import ExitWhy
from fishbowl.domain.nudges import NudgeCode
from fishbowl.domain.order_play import Reason
from fishbowl.domain.outer_ring import QuestionState
from fishbowl.domain.request_states import RequestState
from fishbowl.domain.roles import Role
from fishbowl.domain.run import PairStepName
from fishbowl.domain.state import PATIENCE, CallEnd, TopicState

Face = Literal["phone", "console", "display", "runner"]
FACES: tuple[Face, ...] = ("phone", "console", "display", "runner")


class Slice(msgspec.Struct, frozen=True, kw_only=True):
    """The base of everything that is sent to a face."""


class Label(Slice, frozen=True, kw_only=True):
    """How to call a person: ``name`` is empty for hidden, unnamed and forgotten people, who are
    shown as "Guest ``no``"; ``twin`` from 2 tells people of one name apart."""

    id: int
    name: str
    no: int
    twin: int = 1


class SessionSlice(Slice, frozen=True, kw_only=True):
    """The frame of the session. ``summary`` is the path of the published summary."""

    code: str
    question: str
    event: str
    state: ClockState
    attribution: Attribution
    chair_count: int
    open_chairs: int
    seat_limit_ms: int
    show_times: bool
    show_balance: bool
    last_ms: int
    door_locked: bool
    summary: str | None


class RulesSlice(Slice, frozen=True, kw_only=True):
    """The rules that hold now."""

    entry: EntryRule
    exit_rule: ExitRule
    order: QueueOrder
    patience: int = PATIENCE


class PairStepView(Slice, frozen=True, kw_only=True):
    """A stretch of a pair share; the recall lasts until the next phase."""

    step: PairStepName
    from_run_ms: int
    to_run_ms: int | None


class ClockSlice(Slice, frozen=True, kw_only=True):
    """The session clock as instants; see ``clock.js`` for how faces count with it."""

    state: ClockState
    planned_ms: int
    started_at_ms: int | None
    paused_at_ms: int | None
    paused_ms: int
    closed_at_ms: int | None


class RunSlice(Slice, frozen=True, kw_only=True):
    """The run of show, and what time has come to in it.

    ``index`` is the phase that goes on, -1 before the start; ``began_run_ms`` has an instant for
    every phase up to it. ``steps`` divide a pair share. ``due``: the planned minutes are over;
    ``queue_closed``: the last minutes have begun, nobody new can ask. ``last_run_ms`` is when
    they begin, if they do in this phase; ``opened_by_hand`` that they were called off.
    """

    format: str
    phases: tuple[Phase, ...]
    index: int
    began_run_ms: tuple[int, ...]
    steps: tuple[PairStepView, ...]
    due: bool
    queue_closed: bool
    opened_by_hand: bool
    last_run_ms: int | None


class ChairView(Slice, frozen=True, kw_only=True):
    """One chair. ``began_run_ms`` is ``None`` where seated times are not shown.

    A ``closing`` chair goes away when it is left; a free one that is kept for its host or guest
    is ``empty``. ``asked`` tells that somebody is to make room here, asked by hand or tapped.
    """

    no: int
    state: Literal["empty", "open", "held", "seated", "speaking"]
    kind: ChairKind = "speaker"
    closing: bool = False
    person: Label | None = None
    turn: int | None = None
    began_run_ms: int | None = None
    asked: bool = False
    offered: bool = False


class BowlSlice(Slice, frozen=True, kw_only=True):
    """The chairs in the order of their numbers."""

    chairs: tuple[ChairView, ...]


class TopicView(Slice, frozen=True, kw_only=True):
    """A topic that may be shown. ``began_run_ms`` is when it became current, if it is.

    ``ran_ms`` is how long it was talked about before.
    """

    id: int
    title: str
    state: TopicState
    ran_ms: int = 0
    began_run_ms: int | None = None


class TopicsSlice(Slice, frozen=True, kw_only=True):
    """The topics that were put up, in the order in which they came."""

    topics: tuple[TopicView, ...]


class PaceView(Slice, frozen=True, kw_only=True):
    """About how long one place takes; the first ``free`` places have a chair already."""

    low_ms: int
    high_ms: int
    free: int


# Phones


class PhoneQueueSlice(Slice, frozen=True, kw_only=True):
    """Who waits, in order, one string a column, ids apart by blanks; kinds as one letter each.

    ``whys`` has for each the reason of the place with its numbers, apart by colons: how many who
    came later go first by the order, how many because they reply, and how often the order has
    stepped over this request so far. Zeroes at the end are left out; a dot is arrival.
    """

    requests: str
    people: str
    kinds: str
    next: tuple[Label, ...]
    whys: str = ""
    pace: PaceView | None = None


class MyTurn(Slice, frozen=True, kw_only=True):
    """The turn of the person whose phone this is.

    ``tapped_by`` takes over when they have finished. ``minute`` tells whether one more minute was
    asked for, ``minute_until_run_ms`` until when it runs.
    """

    turn: int
    chair: int
    began_run_ms: int
    asked: bool
    offered: bool
    nudged_at_ms: int | None
    tapped_by: Label | None
    minute: bool
    minute_until_run_ms: int | None


class MyRequest(Slice, frozen=True, kw_only=True):
    """The open request of the person whose phone this is.

    ``deadline_run_ms`` is until when a call is in the air; ``last`` tells how the last call
    came to nothing. ``tapped`` is the chair that they would like to take over. ``topic`` is the
    one under which it was made; ``wanted`` asks whether the chair is still wanted. ``gave_to``
    and ``given_by`` tell with whom the place was exchanged.
    """

    request: int
    kind: RequestKind
    words: str
    state: RequestState
    call: int | None
    chair: int | None
    deadline_run_ms: int | None
    last: CallEnd
    misses: int
    tapped: int | None
    topic: int | None = None
    wanted: bool = False
    snoozed_until_run_ms: int | None = None
    gave_to: Label | None = None
    given_by: Label | None = None


class MyTopic(Slice, frozen=True, kw_only=True):
    """A topic that this person suggested."""

    id: int
    title: str
    state: TopicState


class MyDots(Slice, frozen=True, kw_only=True):
    """The dots of this person on one topic, in the vote named."""

    vote: int
    topic: int
    dots: int


class MyThumb(Slice, frozen=True, kw_only=True):
    """What this person said when asked whether to go on."""

    thumbs: int
    way: Thumb


class MyQuestion(Slice, frozen=True, kw_only=True):
    """A question of this person, and for what it was set aside."""

    id: int
    words: str
    state: QuestionState
    why: AsideWhy | None


class MeSlice(Slice, frozen=True, kw_only=True):
    """What only one person's phones are told; never broadcast. ``person`` is 0 before joining.

    ``where`` is where the person said that they sit.
    """

    person: int
    label: Label | None
    out: bool
    forgotten: bool
    turns: int
    turn: MyTurn | None
    request: MyRequest | None
    topics: tuple[MyTopic, ...]
    group: str = ""
    read: int = 0
    dots: tuple[MyDots, ...] = ()
    thumb: MyThumb | None = None
    questions: tuple[MyQuestion, ...] = ()
    upvoted: tuple[int, ...] = ()
    where: str = ""
    points: tuple[str, ...] = ()


# The room display


class WaitingView(Slice, frozen=True, kw_only=True):
    """Somebody in the queue, as the wall shows it."""

    person: Label
    kind: RequestKind


class DisplayQueueSlice(Slice, frozen=True, kw_only=True):
    """The first who wait, and how many there are in all."""

    first: tuple[WaitingView, ...]
    count: int


class VoiceSum(Slice, frozen=True, kw_only=True):
    """What one voice has talked: ``talk_ms`` is over, ``since_run_ms`` is when what goes on began.

    ``longest_ms`` is the longest turn that is over.
    """

    talk_ms: int
    since_run_ms: int | None
    longest_ms: int


class BalanceSlice(Slice, frozen=True, kw_only=True):
    """How the talk is shared, without names; empty unless the facilitator shows it on the wall."""

    shown: bool
    tracked: bool
    voices: tuple[VoiceSum, ...]


class WallSlice(Slice, frozen=True, kw_only=True):
    """What the wall shows, and how to get in. ``join_url`` is what the QR says.

    ``voices`` counts people who have sat in the bowl: the closing thanks them.
    """

    what: Wall
    invited: bool
    join_url: str
    join_text: str
    voices: int


# The console


class WhyView(Slice, frozen=True, kw_only=True):
    """Why somebody stands in a place: the same numbers as in the phones' ``whys``."""

    reason: Reason
    ahead: int
    replies: int
    overtaken: int


class QueueItem(Slice, frozen=True, kw_only=True):
    """A waiting request. ``seated_ms`` is the person's time in the bowl so far.

    ``why`` tells why it stands there; ``topic`` is the one under which it was made; ``where`` is
    where the person said that they sit.
    """

    request: int
    person: Label
    kind: RequestKind
    words: str
    asked_at_ms: int
    turns: int
    seated_ms: int
    phone: bool
    resting: bool
    why: WhyView
    topic: int | None = None
    group: str = ""
    where: str = ""


class CallView(Slice, frozen=True, kw_only=True):
    """A call in the air; without a deadline for somebody without a phone."""

    call: int
    request: int
    person: Label
    chair: int
    walking: bool
    deadline_run_ms: int | None
    phone: bool
    where: str = ""


class ConsoleQueueSlice(Slice, frozen=True, kw_only=True):
    """Everybody who waits, and everybody who is on the way."""

    items: tuple[QueueItem, ...]
    calls: tuple[CallView, ...]
    pace: PaceView | None = None


class NextSlice(Slice, frozen=True, kw_only=True):
    """The one next action: ``do`` names the command, ``args`` are its fields.

    ``calm`` actions are offered quietly; ``hold`` ones need the key held for a second.
    ``words`` are to be read aloud.
    """

    do: str
    args: dict[str, int | str | None]
    person: Label | None
    chair: int | None
    leaves: Label | None
    calm: bool
    hold: bool
    words: str = ""


class MakesRoom(Slice, frozen=True, kw_only=True):
    """Who should leave next, and why; before ``minute_until_run_ms`` they finish a thought.

    ``takes`` has tapped in and gets this very chair.
    """

    turn: int
    person: Label
    chair: int
    why: ExitWhy
    began_run_ms: int
    minute_until_run_ms: int | None
    takes: Label | None


class ActionSlice(Slice, frozen=True, kw_only=True):
    """What Space means, who makes room, and what U and Shift+U would take back and forth."""

    next: NextSlice | None
    makes_room: MakesRoom | None
    undo: int | None
    redo: int | None


class ConsoleTopic(Slice, frozen=True, kw_only=True):
    """A topic in any state, with who suggested it.

    ``merged`` lists the titles that it stands for as well. When the session clock shows
    ``due_run_ms`` its time is up.
    """

    id: int
    title: str
    state: TopicState
    by: Label | None
    ran_ms: int
    began_run_ms: int | None
    due_run_ms: int | None
    merged: tuple[str, ...]


class ConsoleTopicsSlice(Slice, frozen=True, kw_only=True):
    """All topics in the order in which they came; ``next`` is what the votes would take up."""

    topics: tuple[ConsoleTopic, ...]
    next: int | None


class LogLine(Slice, frozen=True, kw_only=True):
    """Something that happened: the stored event name, and what its sentence needs.

    ``undo`` is the action that taking this back would undo, where that is possible now. ``by``
    is the role of a helper who did it.
    """

    seq: int
    at_ms: int
    event: str
    person: Label | None = None
    other: Label | None = None
    chair: int | None = None
    title: str | None = None
    minutes: int | None = None
    count: int | None = None
    why: str | None = None
    phase: int | None = None
    own: bool = False
    undo: int | None = None
    by: str | None = None


class LogSlice(Slice, frozen=True, kw_only=True):
    """What happened lately, newest first."""

    lines: tuple[LogLine, ...]


class YouSlice(Slice, frozen=True, kw_only=True):
    """Who is at this console: their role, and the commands (``do``) that it may send."""

    role: Role
    may: tuple[str, ...]


class AccessSlice(Slice, frozen=True, kw_only=True):
    """The generation of each role's links: another number means that they were taken back."""

    co_facilitator: int
    note_taker: int
    runner: int


class FiguresSlice(Slice, frozen=True, kw_only=True):
    """How well the talk is shared: people who joined, voices heard, turns taken."""

    people: int
    voices: int
    turns: int
    hidden: int
    out: int
    points: int


class VoiceView(VoiceSum, frozen=True, kw_only=True):
    """A voice with its person. ``first`` marks who has had one turn so far and no more."""

    person: Label
    turns: int
    first: bool


class TalkView(Slice, frozen=True, kw_only=True):
    """Who talked in a scope; ``tracked`` tells whether the floor counts, or time on a chair.

    The facilitator's own share stands apart. ``topic`` is ``None`` for the whole session.
    """

    topic: int | None
    title: str
    tracked: bool
    voices: tuple[VoiceView, ...]
    facilitator_ms: int
    facilitator_since_run_ms: int | None


class EquitySlice(Slice, frozen=True, kw_only=True):
    """How the talk is shared, in the session and in the current topic, as sums to count on from."""

    session: TalkView
    topic: TalkView | None


class NudgeView(Slice, frozen=True, kw_only=True):
    """A hint that is due at ``due_run_ms`` if nothing happens until then; first ones first.

    ``do`` and ``args`` are the remedy; ``key`` tells one hint from the next of its kind.
    """

    key: str
    code: NudgeCode
    due_run_ms: int
    since_run_ms: int
    person: Label | None
    chair: int | None
    count: int
    title: str
    people: tuple[Label, ...]
    do: str
    args: dict[str, int | str | bool | None]


class NudgesSlice(Slice, frozen=True, kw_only=True):
    """What the facilitator may want to be told, most important first."""

    items: tuple[NudgeView, ...]


class TurnLine(Slice, frozen=True, kw_only=True):
    """A turn on the timeline; ``ended_run_ms`` is ``None`` while it goes on."""

    turn: int
    person: Label
    chair: int
    began_run_ms: int
    ended_run_ms: int | None


class FloorLine(Slice, frozen=True, kw_only=True):
    """A stretch of the floor: a turn's, or the facilitator's without one; may go on."""

    turn: int | None
    person: Label | None
    from_run_ms: int
    until_run_ms: int | None


class TimelineSlice(Slice, frozen=True, kw_only=True):
    """The last turns and the last stretches of the floor, newest first."""

    turns: tuple[TurnLine, ...]
    floor: tuple[FloorLine, ...]


class AddressSlice(Slice, frozen=True, kw_only=True):
    """The address in the QR, for the console."""

    join_url: str
    join_text: str
    chosen: str
    wall: Wall
    invited: bool


# The microphone runner's phone


class FindView(Slice, frozen=True, kw_only=True):
    """Somebody whom the microphone may have to find: who, and where they said that they sit."""

    person: Label
    where: str


class RunnerCall(Slice, frozen=True, kw_only=True):
    """A call in the air, the oldest first: who is expected on which chair, and from where."""

    call: int
    person: Label
    where: str
    chair: int
    walking: bool
    deadline_run_ms: int | None


class RunnerSlice(Slice, frozen=True, kw_only=True):
    """Who is on the way, who is likely to be called after them, and how many wait in all."""

    calls: tuple[RunnerCall, ...]
    next: tuple[FindView, ...]
    count: int
