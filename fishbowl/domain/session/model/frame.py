"""Parts that a session has one of: what was chosen, the clock, the wall, the run of show."""

from typing import Any

from immutables import Map

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import (
    Attribution,
    EntryRule,
    ExitRule,
    KeptWords,
    QueueOrder,
    Showing,
    Wall,
    WifiSecurity,
)
from fishbowl.domain.session.commands.run import Phase
from fishbowl.domain.session.ids import PersonId, RunMillis, TopicId, TurnId
from fishbowl.domain.session.intervals import Interval
from fishbowl.domain.session.model.base import Struct


class Settings(Struct, frozen=True, kw_only=True):
    """What the facilitator chose. Of the instants, 0 is none: see ``CreateSession``.

    ``share_percent``, ``silent_ms``, ``empty_ms`` say when a hint is due: see ``ChangeSettings``.
    ``series`` and ``occasion`` are ids, empty for none; ``event`` is the name that is shown.
    ``show_web``: summary and replay may show who spoke straight after whom.
    """

    question: str
    event: str
    chair_count: int
    open_chairs: int
    seat_limit_ms: int
    attribution: Attribution
    address: str = ""
    show_times: bool = False
    show_balance: bool = False
    wall_names: bool = True
    wall_counts: bool = True
    wall_queue: bool = True
    format: str = ""
    last_ms: int = 0
    share_percent: int = 150
    silent_ms: int = 360_000
    empty_ms: int = 90_000
    starts_at_ms: int = 0
    opens_at_ms: int = 0
    closes_at_ms: int = 0
    keep_until_ms: int = 0
    language: str = ""
    expected_people: int = 0
    keeps: KeptWords = "nothing"
    under_18: bool = False
    series: str = ""
    occasion: str = ""
    show_web: bool = False


class EarlierQuestion(Struct, frozen=True, kw_only=True):
    """A question that the session had before the one in its settings, and when, by its clock."""

    question: str
    began_run_ms: RunMillis
    ended_run_ms: RunMillis


class MainQuestions(Struct, frozen=True, kw_only=True):
    """The questions before the one that goes on, oldest first, and since when that one does."""

    earlier: tuple[EarlierQuestion, ...] = ()
    since_run_ms: RunMillis = RunMillis(0)


class Rules(Struct, frozen=True, kw_only=True):
    """How people get in, who makes room, and who is next; all of it can change live."""

    entry: EntryRule = "called"
    exit_rule: ExitRule = "longest_seated"
    order: QueueOrder = "arrival"
    patience: int = 3


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


class RoomBreak(Struct, frozen=True, kw_only=True):
    """Until when the room rests; the clocks stand meanwhile."""

    until_ms: Millis | None = None


class Door(Struct, frozen=True, kw_only=True):
    """Whether new people may come in, and whether they wait first.

    ``waiting`` is what was said by hand about that; ``None`` lets the size decide.
    """

    locked: bool = False
    waiting: bool | None = None


class Removed(Struct, frozen=True, kw_only=True):
    """Who was sent back to the door, with the entry that did so; one part, however many it are."""

    people: Map[PersonId, Seq] = Map()


OWNERS = 0
"""No link is of this generation: the owner's way in cannot be taken back."""


class Access(Struct, frozen=True, kw_only=True):
    """The generation of each role's links: those of an earlier one have been taken back.

    Who owns the installation comes in without a link, by the generation :data:`OWNERS`.
    """

    facilitator: int = 1
    co_facilitator: int = 1
    note_taker: int = 1
    runner: int = 1
    stage_monitor: int = 1

    def holds(self, role: Role, generation: int) -> bool:
        """Whether somebody may come in by a link of this generation."""
        is_owner = role is Role.FACILITATOR and generation == OWNERS
        return is_owner or generation == self.generation(role)

    def generation(self, role: Role) -> int:
        """The generation of a role's links now."""
        generation: int = getattr(self, role.value)
        return generation


class WallState(Struct, frozen=True, kw_only=True):
    """What the room display shows, and when a voice was last invited.

    ``kept``: the result of a vote stays on the wall, whoever is called. ``set_seq`` is the entry
    that said so last.
    """

    what: Wall = "bowl"
    kept: bool = False
    set_seq: Seq = Seq(0)
    invited_at_ms: Millis | None = None


class Picture(Struct, frozen=True, kw_only=True):
    """Whether the wall goes on, and since when. ``frozen`` is the session that a frozen wall shows.

    It is a part of its own: whatever is shown next can be undone beneath a frozen wall.
    """

    showing: Showing = "live"
    since_ms: Millis = Millis(0)
    frozen: Any = None


class Wifi(Struct, frozen=True, kw_only=True):
    """The Wi-Fi of the room, as it is typed; an empty ``network`` is none.

    ``set_seq`` is the entry that said so last.
    """

    network: str = ""
    password: str = ""
    security: WifiSecurity = "wpa"
    hidden: bool = False
    set_seq: Seq = Seq(0)


class Retention(Struct, frozen=True, kw_only=True):
    """Whether the date until which people were kept has come and gone."""

    over: bool = False


class Floor(Struct, frozen=True, kw_only=True):
    """Which turn is talking, or the facilitator, and since when on the session clock."""

    turn: TurnId | None = None
    since_run_ms: RunMillis = RunMillis(0)
    facilitator: bool = False


class FacilitatorVoice(Struct, frozen=True, kw_only=True):
    """What the facilitator has spoken, as stretches (from, to), apart from everybody else's."""

    spoken: tuple[Interval, ...] = ()


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


class Recording(Struct, frozen=True, kw_only=True):
    """When somebody recorded the talk, as (from, to) in session time; the last may be open.

    A recording goes on while the session's clock stands.
    """

    spans: tuple[tuple[Millis, Millis | None], ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether it is being recorded now."""
        return bool(self.spans) and self.spans[-1][1] is None


class Timing(Struct, frozen=True, kw_only=True):
    """What time has come to: the current phase is due, the queue is closed for the last minutes.

    ``opened_seq`` is the entry that opened the queue last; ``by_hand`` keeps time from closing it.
    """

    due: bool = False
    queue_closed: bool = False
    by_hand: bool = False
    opened_seq: Seq = Seq(0)
