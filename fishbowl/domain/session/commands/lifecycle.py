"""Commands about the session itself: beginning and end, clock, door, summary."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from fishbowl.domain.session.commands.base import (
    CHAIRS_MAX,
    Address,
    Attribution,
    ChairCount,
    ChairKind,
    Command,
    EntryRule,
    ExitRule,
    Instant,
    KeptWords,
    LanguageTag,
    Minutes,
    OccasionRef,
    OpenChairs,
    Patience,
    Question,
    QueueOrder,
    SeriesRef,
    Title,
)
from fishbowl.domain.session.commands.run import Phases
from fishbowl.domain.session.commands.senders import (
    FACILITATOR,
    FACILITATORS,
    NOTE_TAKERS,
    OWNER,
    TIME,
    Senders,
)
from fishbowl.domain.session.commands.wall import RoomWifi
from fishbowl.domain.session.ids import ActionId, TopicId

EXPECTED_MAX = 5_000
ExpectedPeople = Annotated[int, Meta(ge=0, le=EXPECTED_MAX)]
"""How many people are expected; 0 is not known."""
LAST_MINUTES_MAX = 60
LastMinutes = Annotated[int, Meta(ge=0, le=LAST_MINUTES_MAX)]
SharePercent = Literal[0, 150, 200, 300]
"""From how much of the median talk a voice is hinted at; 0 is never."""
SilentMillis = Annotated[int, Meta(ge=0, le=3_600_000)]
EmptyMillis = Annotated[int, Meta(ge=0, le=900_000)]
TOPICS_MAX = 20
Topics = Annotated[tuple[Title, ...], Meta(max_length=TOPICS_MAX)]
FormatName = Annotated[str, Meta(max_length=40)]


class CreateSession(Command, frozen=True, kw_only=True):
    """Begin the log: the question, and the rules that stand in the first event.

    What is left out is as the ``format`` has it; its phases are fitted into ``minutes``, unless
    ``phases`` names them one by one. ``chair_count`` includes the ``open_chairs`` that are kept
    free. ``seat_limit_minutes`` is a hint for the time on a chair, never a lock. In the
    ``last_minutes`` of the last bowl the queue closes; 0 leaves it open. ``address`` is the web
    address that phones on this network can reach; empty lets the server choose.

    ``starts_at_ms`` is when it is planned to begin; nothing begins by itself. Phones may join from
    ``opens_at_ms`` until ``closes_at_ms``; 0 is at once, and never. At ``keep_until_ms`` names,
    pseudonyms and words are deleted, but for the words that ``keeps`` names; 0 is never.
    With ``under_18`` nobody is named, that date is needed, and no pass is offered.
    ``language`` is that of the talk; left empty, the archive guesses it. Above one and a half times
    ``expected_people`` new people wait at the door; 0 is not known, and nobody waits. ``topics``
    are up from the beginning, and so is the ``wifi``. ``entry`` and what follows let a session
    begin with the rules of another one. ``series`` is what it belongs to, ``occasion`` the date of
    the series that it is; ``event`` is the name that is shown.
    """

    senders: ClassVar[Senders] = FACILITATOR

    code: str
    question: Question
    event: Title = ""
    format: FormatName = ""
    phases: Phases = ()
    chair_count: ChairCount | None = None
    open_chairs: OpenChairs | None = None
    minutes: Minutes | None = None
    seat_limit_minutes: Minutes | None = None
    last_minutes: LastMinutes = 5
    attribution: Attribution = "named"
    under_18: bool = False
    address: Address = ""
    starts_at_ms: Instant = 0
    opens_at_ms: Instant = 0
    closes_at_ms: Instant = 0
    keep_until_ms: Instant = 0
    keeps: KeptWords = "published"
    language: LanguageTag = ""
    expected_people: ExpectedPeople = 0
    topics: Topics = ()
    wifi: RoomWifi | None = None
    entry: EntryRule | None = None
    exit_rule: ExitRule | None = None
    order: QueueOrder | None = None
    kinds: Annotated[tuple[ChairKind, ...], Meta(max_length=CHAIRS_MAX)] | None = None
    patience: Patience | None = None
    show_times: bool = False
    show_balance: bool = False
    share_percent: SharePercent | None = None
    silent_ms: SilentMillis | None = None
    empty_ms: EmptyMillis | None = None
    series: SeriesRef = ""
    occasion: OccasionRef = ""


class PlanSession(Command, frozen=True, kw_only=True):
    """Plan a session anew before it starts: everything that setting it up asks for, at once.

    Phases that are not named are those of the ``format``, fitted into ``minutes``. The
    ``attribution`` and ``under_18`` are promises: they can change until somebody has come in.
    ``topics`` are those of the facilitator; ``None`` leaves them, and likewise the ``wifi``.
    """

    senders: ClassVar[Senders] = FACILITATOR

    question: Question
    event: Title = ""
    format: FormatName = ""
    phases: Phases = ()
    chair_count: ChairCount
    minutes: Minutes | None = None
    seat_limit_minutes: Minutes
    attribution: Attribution
    under_18: bool = False
    starts_at_ms: Instant = 0
    opens_at_ms: Instant = 0
    closes_at_ms: Instant = 0
    keep_until_ms: Instant = 0
    keeps: KeptWords = "published"
    language: LanguageTag = ""
    expected_people: ExpectedPeople = 0
    topics: Topics | None = None
    wifi: RoomWifi | None = None
    series: SeriesRef = ""
    occasion: OccasionRef = ""


class ChangeSettings(Command, frozen=True, kw_only=True):
    """Change what was chosen at creation; a field left out stays as it is.

    Of the chairs ``open_chairs`` are kept open: when they are taken, somebody is to make room.
    ``wall_names``, ``wall_counts`` and ``wall_queue`` are what the room display may show. A hint is
    due when a voice has ``share_percent`` of the median talk, when somebody on a chair has not had
    the floor for ``silent_ms``, and when a chair has been empty for ``empty_ms``; 0 is never.
    The server finds the ``series`` by the name in ``event``; what a client says of it is ignored.
    """

    senders: ClassVar[Senders] = FACILITATORS

    question: Question | None = None
    event: Title | None = None
    open_chairs: OpenChairs | None = None
    seat_limit_minutes: Minutes | None = None
    show_times: bool | None = None
    show_balance: bool | None = None
    wall_names: bool | None = None
    wall_counts: bool | None = None
    wall_queue: bool | None = None
    last_minutes: LastMinutes | None = None
    share_percent: SharePercent | None = None
    silent_ms: SilentMillis | None = None
    empty_ms: EmptyMillis | None = None
    address: Address | None = None
    starts_at_ms: Instant | None = None
    opens_at_ms: Instant | None = None
    closes_at_ms: Instant | None = None
    keep_until_ms: Instant | None = None
    keeps: KeptWords | None = None
    expected_people: ExpectedPeople | None = None
    series: SeriesRef | None = None


class NextQuestion(Command, frozen=True, kw_only=True):
    """Go on to another question; the one before stays in the record, with its time.

    To put the same question otherwise, change the settings.
    """

    senders: ClassVar[Senders] = FACILITATORS

    question: Question


class SetLanguage(Command, frozen=True, kw_only=True):
    """Say in which language the talk is; empty lets it be guessed from the words again."""

    senders: ClassVar[Senders] = NOTE_TAKERS
    after_the_end: ClassVar[bool] = True

    language: LanguageTag


class ShowWeb(Command, frozen=True, kw_only=True):
    """Show who spoke straight after whom, in the summary and the replay, or show it no more.

    It is off at first. Where speakers were marked too rarely, or few spoke, nothing is shown.
    """

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    on: bool


class FileUnderSeries(Command, frozen=True, kw_only=True):
    """File a session under a series, or under none if ``series`` is empty.

    The ``event`` is the name that is shown; ``None`` leaves it as it is.
    """

    senders: ClassVar[Senders] = OWNER
    after_the_end: ClassVar[bool] = True

    series: SeriesRef
    occasion: OccasionRef = ""
    event: Title | None = None


class ChangeRules(Command, frozen=True, kw_only=True):
    """Change, live, how people get in, who makes room and who is next; ``None`` leaves a rule.

    ``patience`` is how often the order may step over somebody.
    """

    senders: ClassVar[Senders] = FACILITATORS

    entry: EntryRule | None = None
    exit_rule: ExitRule | None = None
    order: QueueOrder | None = None
    patience: Patience | None = None


class StartSession(Command, frozen=True, kw_only=True):
    """Start the session clock; until then the room gathers."""

    senders: ClassVar[Senders] = FACILITATOR


class CloseSession(Command, frozen=True, kw_only=True):
    """End the session: everybody leaves the bowl, the summary is there."""

    senders: ClassVar[Senders] = {**FACILITATOR, **TIME}
    after_the_end: ClassVar[bool] = True


class PauseClock(Command, frozen=True, kw_only=True):
    """Stop session, seat and floor clocks."""

    senders: ClassVar[Senders] = FACILITATORS


class ResumeClock(Command, frozen=True, kw_only=True):
    """Let the stopped clocks run on; a break is over with it."""

    senders: ClassVar[Senders] = FACILITATORS


class BeginBreak(Command, frozen=True, kw_only=True):
    """Let the room rest until an instant, with all clocks stopped; in a break, set another one."""

    senders: ClassVar[Senders] = FACILITATORS

    until_ms: Instant


class ExtendClock(Command, frozen=True, kw_only=True):
    """Add minutes to the end (or take some away, with a negative number)."""

    senders: ClassVar[Senders] = FACILITATORS

    minutes: Annotated[int, Meta(ge=-120, le=240)]


class LockDoor(Command, frozen=True, kw_only=True):
    """Let nobody new in; who is in stays in and can come back."""

    senders: ClassVar[Senders] = FACILITATORS


class UnlockDoor(Command, frozen=True, kw_only=True):
    """Let new people in again."""

    senders: ClassVar[Senders] = FACILITATORS


class UndoAction(Command, frozen=True, kw_only=True):
    """Take a facilitator's action back; on an undo, this is the redo."""

    senders: ClassVar[Senders] = NOTE_TAKERS
    after_the_end: ClassVar[bool] = True

    action: ActionId


Total = Annotated[int, Meta(ge=0)]


class TotalSignals(Command, frozen=True, kw_only=True):
    """Time's own act: the sum of what the room signalled under a topic, or under none."""

    senders: ClassVar[Senders] = TIME
    after_the_end: ClassVar[bool] = True

    topic: TopicId | None = None
    agree: Total = 0
    thanks: Total = 0
    surprised: Total = 0
    slower: Total = 0
    microphone: Total = 0
