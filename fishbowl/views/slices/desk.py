"""Shapes for the console's panels: who one is, figures, hints, the timeline, the address."""

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import Showing, Wall
from fishbowl.domain.session.nudges import NudgeCode
from fishbowl.domain.session.rules.floor.web import WebRefusal
from fishbowl.domain.session.rules.wall import WallScreen
from fishbowl.views.slices.display import VoiceSum
from fishbowl.views.slices.shared import Label, Slice


class YouSlice(Slice, frozen=True, kw_only=True):
    """Who is at this console: their role, and the commands (``do``) that it may send."""

    role: Role
    may: tuple[str, ...]


class AccessSlice(Slice, frozen=True, kw_only=True):
    """The generation of each role's links: another number means that they were taken back."""

    facilitator: int
    co_facilitator: int
    note_taker: int
    runner: int
    stage_monitor: int


class FiguresSlice(Slice, frozen=True, kw_only=True):
    """How well the talk is shared: people who joined, voices heard, turns taken."""

    people: int
    voices: int
    turns: int
    hidden: int
    out: int
    points: int


class VoiceView(VoiceSum, frozen=True, kw_only=True):
    """A voice with its person. ``first`` marks who has had one turn so far and no more.

    ``minutes`` are runs of minutes of the session clock in which the voice was heard, as the first
    and the last of each; what goes on since ``since_run_ms`` is not in them.
    """

    person: Label
    turns: int
    first: bool
    minutes: tuple[tuple[int, int], ...] = ()


class TalkView(Slice, frozen=True, kw_only=True):
    """Who talked in a scope; ``tracked`` tells whether the floor counts, or time on a chair.

    ``marked``: the floor was marked, if for too little to count. The facilitator's own share
    stands apart; it is known by the floor alone. ``topic`` is ``None`` for the whole session.
    """

    topic: int | None
    title: str
    tracked: bool
    voices: tuple[VoiceView, ...]
    facilitator_ms: int
    facilitator_since_run_ms: int | None
    marked: bool = False


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
    """What the facilitator may want to be told, most important first; and when they want it."""

    items: tuple[NudgeView, ...]
    share_percent: int
    silent_ms: int
    empty_ms: int


class WebSlice(Slice, frozen=True, kw_only=True):
    """Whether the conversation web is turned on; once the session is over, why it is not shown."""

    on: bool
    refusal: WebRefusal | None


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
    """The address in the QR, and what the wall shows, for the console.

    ``screen`` is what the displays draw unless ``showing`` is blank; ``kept`` tells that the topics
    stay there, whoever is called.
    """

    join_url: str
    join_text: str
    chosen: str
    wall: Wall
    screen: WallScreen
    kept: bool
    showing: Showing
    invited: bool
