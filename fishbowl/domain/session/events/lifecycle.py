"""Events of the session itself: beginning and end, clock, door, summary, undo."""

from fishbowl.domain.session.commands.base import (
    Attribution,
    ChairKind,
    EntryRule,
    ExitRule,
    Instant,
    KeptWords,
    LanguageTag,
    QueueOrder,
)
from fishbowl.domain.session.commands.run import Phases
from fishbowl.domain.session.events.base import Event
from fishbowl.domain.session.events.limits import (
    AddressText,
    Chairs,
    CodeText,
    Count,
    LengthMs,
    OpenChairsNo,
    PatienceNo,
    Percent,
    PlannedMs,
    QuestionText,
    ShiftMs,
    TitleText,
)
from fishbowl.domain.session.ids import ActionId, TopicId


class SessionCreated(Event, frozen=True, kw_only=True):
    """The first entry: the question, and the rules and settings that hold from the beginning.

    The defaults are what entries of older programs mean, which did not say it: they never change.
    """

    name = "session.created"
    undo = "never"
    code: CodeText
    question: QuestionText
    event: TitleText
    chair_count: Chairs
    open_chairs: OpenChairsNo
    planned_ms: PlannedMs
    seat_limit_ms: LengthMs
    attribution: Attribution
    address: AddressText
    format: CodeText = ""
    phases: Phases = ()
    entry: EntryRule = "called"
    exit_rule: ExitRule = "longest_seated"
    order: QueueOrder = "arrival"
    last_ms: LengthMs = 0
    kinds: tuple[ChairKind, ...] = ()
    starts_at_ms: Instant = 0
    opens_at_ms: Instant = 0
    closes_at_ms: Instant = 0
    keep_until_ms: Instant = 0
    language: LanguageTag = ""
    keeps: KeptWords = "nothing"
    expected_people: Count = 0
    patience: PatienceNo = 3
    share_percent: Percent = 150
    silent_ms: LengthMs = 360_000
    empty_ms: LengthMs = 90_000
    show_times: bool = False
    show_balance: bool = False
    wall_names: bool = True
    wall_counts: bool = True
    wall_queue: bool = True
    under_18: bool = False
    series: CodeText = ""
    occasion: CodeText = ""


class SettingsChanged(Event, frozen=True, kw_only=True):
    """The facilitator changed settings; ``None`` left a setting as it was."""

    name = "settings.changed"
    undo = "by_role"
    undo_by = "facilitators"
    question: QuestionText | None = None
    event: TitleText | None = None
    seat_limit_ms: LengthMs | None = None
    show_times: bool | None = None
    show_balance: bool | None = None
    wall_names: bool | None = None
    wall_counts: bool | None = None
    wall_queue: bool | None = None
    last_ms: LengthMs | None = None
    share_percent: Percent | None = None
    silent_ms: LengthMs | None = None
    empty_ms: LengthMs | None = None
    address: AddressText | None = None
    attribution: Attribution | None = None
    format: CodeText | None = None
    open_chairs: OpenChairsNo | None = None
    starts_at_ms: Instant | None = None
    opens_at_ms: Instant | None = None
    closes_at_ms: Instant | None = None
    keep_until_ms: Instant | None = None
    language: LanguageTag | None = None
    keeps: KeptWords | None = None
    expected_people: Count | None = None
    under_18: bool | None = None
    series: CodeText | None = None
    occasion: CodeText | None = None
    show_web: bool | None = None


class MainQuestionBegun(Event, frozen=True, kw_only=True):
    """The session goes on with another ``question`` from here; it has had the one before."""

    name = "session.question_begun"
    undo = "by_role"
    undo_by = "facilitators"
    question: str


class RulesChanged(Event, frozen=True, kw_only=True):
    """Other rules hold from here; ``None`` left a rule as it was."""

    name = "rules.changed"
    undo = "by_role"
    undo_by = "facilitators"
    entry: EntryRule | None = None
    exit_rule: ExitRule | None = None
    order: QueueOrder | None = None
    patience: PatienceNo | None = None


class SessionStarted(Event, frozen=True, kw_only=True):
    """The session clock runs from here."""

    name = "session.started"
    undo = "by_role"
    undo_by = "facilitator"


class SessionIdle(Event, frozen=True, kw_only=True):
    """Nobody has done anything for hours; what the same command does can be taken back."""

    name = "session.idle"
    undo = "always"
    undo_by = "facilitators"


class SessionClosed(Event, frozen=True, kw_only=True):
    """The session ended; everybody on a chair has left it."""

    name = "session.closed"
    undo = "by_role"
    undo_by = "facilitator"


class ClockPaused(Event, frozen=True, kw_only=True):
    """All clocks stand still from here."""

    name = "clock.paused"
    undo = "by_role"
    undo_by = "facilitators"


class ClockResumed(Event, frozen=True, kw_only=True):
    """All clocks run on from here."""

    name = "clock.resumed"
    undo = "by_role"
    undo_by = "facilitators"


class BreakBegun(Event, frozen=True, kw_only=True):
    """The room rests until ``until_ms``; in a break that goes on, until another instant."""

    name = "break.begun"
    undo = "by_role"
    undo_by = "facilitators"
    until_ms: int


class BreakEnded(Event, frozen=True, kw_only=True):
    """The break is over."""

    name = "break.ended"
    undo = "by_role"
    undo_by = "facilitators"


class ClockExtended(Event, frozen=True, kw_only=True):
    """The planned length grew by ``by_ms`` (shrank, if negative)."""

    name = "clock.extended"
    undo = "by_role"
    undo_by = "facilitators"
    by_ms: ShiftMs


class DoorLocked(Event, frozen=True, kw_only=True):
    """Nobody new comes in."""

    name = "door.locked"
    undo = "by_role"
    undo_by = "facilitators"


class DoorUnlocked(Event, frozen=True, kw_only=True):
    """New people may come in."""

    name = "door.unlocked"
    undo = "by_role"
    undo_by = "facilitators"


class ActionUndone(Event, frozen=True, kw_only=True):
    """The parts that the command of ``action`` touched are as they were before it.

    ``action`` is the ``seq`` of that command's first entry.
    """

    name = "action.undone"
    undo = "always"
    undo_by = "note_takers"
    action: ActionId


class SignalsTotalled(Event, frozen=True, kw_only=True):
    """How often the room reacted under ``topic``, and how many asked for the two other things."""

    name = "signals.totalled"
    undo = "never"
    topic: TopicId | None
    agree: Count
    thanks: Count
    surprised: Count
    slower: Count
    microphone: Count
