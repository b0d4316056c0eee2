"""Shapes that more than one face receives."""

from typing import Literal

import msgspec

from fishbowl.domain.session.clock import ClockState
from fishbowl.domain.session.commands import (
    Attribution,
    ChairKind,
    EntryRule,
    ExitRule,
    KeptWords,
    QueueOrder,
    WifiSecurity,
)
from fishbowl.domain.session.commands.run import Phase
from fishbowl.domain.session.model import TopicState
from fishbowl.domain.session.rules.queue.order_play import PATIENCE
from fishbowl.domain.session.rules.run import PairStepName

Face = Literal["phone", "console", "display", "runner", "stage"]
FACES: tuple[Face, ...] = ("phone", "console", "display", "runner", "stage")


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
    """The frame of the session. ``summary`` is the path of the published summary.

    ``question`` is the one that goes on, the session's ``question_no``-th.
    Phones may join from ``opens_at_ms`` until ``closes_at_ms``; 0 is at once, and never.
    ``starts_at_ms`` is when it is planned to begin, ``keep_until_ms`` when people are forgotten.
    With ``waiting_room`` new people wait at the door. ``recording`` tells that somebody records the
    talk. ``language`` is that of the talk, as far as somebody has said it. With ``under_18`` no
    pass is offered.
    """

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
    wall_names: bool
    wall_counts: bool
    wall_queue: bool
    last_ms: int
    language: str
    door_locked: bool
    summary: str | None
    starts_at_ms: int = 0
    opens_at_ms: int = 0
    closes_at_ms: int = 0
    keep_until_ms: int = 0
    keeps: KeptWords = "nothing"
    recording: bool = False
    waiting_room: bool = False
    question_no: int = 1
    under_18: bool = False


class WifiSlice(Slice, frozen=True, kw_only=True):
    """The Wi-Fi of the room; an empty ``network`` is none. ``set_seq`` tells QR from QR."""

    network: str
    password: str
    security: WifiSecurity
    hidden: bool
    set_seq: int


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
    """The session clock as instants; see ``clock.js`` for how faces count with it.

    ``break_until_ms`` is until when the room rests; ``None`` if it does not.
    """

    state: ClockState
    planned_ms: int
    started_at_ms: int | None
    paused_at_ms: int | None
    paused_ms: int
    closed_at_ms: int | None
    break_until_ms: int | None = None


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

    A ``closing`` chair goes away when it is left; a free one that is kept for its host or guest, or
    that nobody can ask for any more, is ``empty``. ``asked`` tells that somebody is to make room
    here, asked by hand or tapped.
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
