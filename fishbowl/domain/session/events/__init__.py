"""What has happened in a session: the only truth there is.

Events are past, small and stored for ever: their names are dotted and versioned, never a class
path. Ids are log sequence numbers; what an entry creates is named by its own ``seq``. Fields
named in ``erasable`` hold a person's name or free words: they can be overwritten when that person
is forgotten, so nothing here or in :mod:`~fishbowl.domain.session.evolve` may depend on them.
"""

from fishbowl.domain.kernel.ids import PersonId, Seq
from fishbowl.domain.session.events.access import LinksRevoked
from fishbowl.domain.session.events.base import (
    UNDO_DEPTH,
    UNDOABLE_ROLES,
    Entry,
    Event,
    Result,
    missing_results,
    result,
    without_sender,
)
from fishbowl.domain.session.events.chairs import (
    ChairKindChanged,
    ChairLeft,
    ChairsChanged,
    ChairsMoved,
    ChairTaken,
    MinuteAsked,
    MinuteEnded,
    PersonNudged,
    RoomAsked,
    RoomOffered,
    RoomOfferWithdrawn,
    RoomTapped,
)
from fishbowl.domain.session.events.debrief import (
    AnswerChanged,
    AnswerGiven,
    AnswerPutUp,
    AnswerSetAside,
    AnswerTakenBack,
    DebriefClosed,
    DebriefOpened,
)
from fishbowl.domain.session.events.floor import FloorCorrected, FloorGiven, TurnCorrected
from fishbowl.domain.session.events.lifecycle import (
    ActionUndone,
    BreakBegun,
    BreakEnded,
    ClockExtended,
    ClockPaused,
    ClockResumed,
    DoorLocked,
    DoorUnlocked,
    MainQuestionBegun,
    RulesChanged,
    SessionClosed,
    SessionCreated,
    SessionIdle,
    SessionStarted,
    SettingsChanged,
    SignalsTotalled,
)
from fishbowl.domain.session.events.notes import NoteAdded, NoteChanged, NoteChecked, NoteRemoved
from fishbowl.domain.session.events.people import (
    EverybodyForgotten,
    NameHidden,
    NameShown,
    PeopleAdmitted,
    PeopleListed,
    PeopleMerged,
    PeopleRemoved,
    PersonAdded,
    PersonForgotten,
    PersonGrouped,
    PersonJoined,
    PersonKnocked,
    PersonMovedDevice,
    PersonReadmitted,
    PersonRenamed,
    PersonSentOut,
    VolunteerMarked,
    WaitingRoomSet,
    WhereSaid,
)
from fishbowl.domain.session.events.questions import (
    QuestionAnswered,
    QuestionAsked,
    QuestionPutUp,
    QuestionSetAside,
    QuestionShown,
    QuestionTakenBack,
    QuestionUpvoted,
)
from fishbowl.domain.session.events.queue import (
    CallAccepted,
    CallEnded,
    CallMade,
    PlaceGiven,
    QueueEmptied,
    QueueJoined,
    QueueLeft,
    QueueMoved,
    RequestChanged,
    RequestKept,
    RequestRead,
    RequestSnoozed,
    RequestWoken,
)
from fishbowl.domain.session.events.run import (
    PhaseBegun,
    PhaseDue,
    PhaseReplanned,
    PointLeft,
    PointWithdrawn,
    QueueClosed,
    QueueOpened,
    RunEdited,
)
from fishbowl.domain.session.events.summary import (
    ItemClosed,
    ItemReopened,
    PersonCredited,
    RecordingEnded,
    RecordingMarked,
    SummaryIntroduced,
    SummaryItemHidden,
    SummaryItemShown,
    SummaryOrdered,
    SummaryPublished,
    SummaryWithdrawn,
    WordsPassed,
)
from fishbowl.domain.session.events.takeaways import (
    TakeawayChanged,
    TakeawayKept,
    TakeawayMerged,
    TakeawayPutUp,
    TakeawayReworded,
    TakeawaySetAside,
    TakeawayWithdrawn,
)
from fishbowl.domain.session.events.topics import (
    TopicAdded,
    TopicBegun,
    TopicEnded,
    TopicMerged,
    TopicParked,
    TopicPutUp,
    TopicRenamed,
    TopicSetAside,
    TopicSuggested,
    TopicTimed,
)
from fishbowl.domain.session.events.votes import (
    DotsCast,
    ThumbCast,
    ThumbsClosed,
    ThumbsOpened,
    VoteClosed,
    VoteOpened,
    VoterConfirmed,
    VotersAdmitted,
)
from fishbowl.domain.session.events.wall import (
    VoiceInvited,
    WallChanged,
    WallSet,
    WifiErased,
    WifiSet,
)

EVENT_TYPES: dict[str, type[Event]] = {cls.name: cls for cls in Event.__subclasses__()}
"""Every event by its stored name. A new event joins by being declared."""


def subject(entry: Entry) -> PersonId | None:
    """Tell whose name or words an entry's erasable fields hold; ``None`` if it has none."""
    if not entry.event.erasable:
        return None
    if isinstance(entry.event, (PersonJoined, PersonAdded)):
        return PersonId(entry.seq)
    person: PersonId | None = entry.event.person  # type: ignore[attr-defined]  # erasable: has one
    return person


def overwrites(event: Event) -> Seq | None:
    """Tell which earlier entry holds words that nobody is to read from here; ``None`` for none.

    Who takes back what they wrote takes it back for good: no undo leads to it.
    """
    return None if event.takes_back is None else Seq(getattr(event, event.takes_back))


__all__ = [
    "EVENT_TYPES", "UNDOABLE_ROLES", "UNDO_DEPTH", "ActionUndone", "AnswerChanged", "AnswerGiven",
    "AnswerPutUp", "AnswerSetAside", "AnswerTakenBack", "BreakBegun", "BreakEnded", "CallAccepted",
    "CallEnded", "CallMade", "ChairKindChanged", "ChairLeft", "ChairTaken", "ChairsChanged",
    "ChairsMoved", "ClockExtended", "ClockPaused", "ClockResumed", "DebriefClosed", "DebriefOpened",
    "DoorLocked", "DoorUnlocked", "DotsCast", "Entry", "Event", "EverybodyForgotten",
    "FloorCorrected", "FloorGiven", "ItemClosed", "ItemReopened", "LinksRevoked",
    "MainQuestionBegun", "MinuteAsked", "MinuteEnded", "NameHidden", "NameShown", "NoteAdded",
    "NoteChanged", "NoteChecked", "NoteRemoved", "PeopleAdmitted", "PeopleListed", "PeopleMerged",
    "PeopleRemoved", "PersonAdded", "PersonCredited", "PersonForgotten", "PersonGrouped",
    "PersonJoined", "PersonKnocked", "PersonMovedDevice", "PersonNudged", "PersonReadmitted",
    "PersonRenamed", "PersonSentOut", "PhaseBegun", "PhaseDue", "PhaseReplanned", "PlaceGiven",
    "PointLeft", "PointWithdrawn", "QuestionAnswered", "QuestionAsked", "QuestionPutUp",
    "QuestionSetAside", "QuestionShown", "QuestionTakenBack", "QuestionUpvoted", "QueueClosed",
    "QueueEmptied", "QueueJoined", "QueueLeft", "QueueMoved", "QueueOpened", "RecordingEnded",
    "RecordingMarked", "RequestChanged", "RequestKept", "RequestRead", "RequestSnoozed",
    "RequestWoken", "Result", "RoomAsked", "RoomOfferWithdrawn", "RoomOffered", "RoomTapped",
    "RulesChanged", "RunEdited", "SessionClosed", "SessionCreated", "SessionIdle", "SessionStarted",
    "SettingsChanged", "SignalsTotalled", "SummaryIntroduced", "SummaryItemHidden",
    "SummaryItemShown", "SummaryOrdered", "SummaryPublished", "SummaryWithdrawn", "TakeawayChanged",
    "TakeawayKept", "TakeawayMerged", "TakeawayPutUp", "TakeawayReworded", "TakeawaySetAside",
    "TakeawayWithdrawn", "ThumbCast", "ThumbsClosed", "ThumbsOpened", "TopicAdded", "TopicBegun",
    "TopicEnded", "TopicMerged", "TopicParked", "TopicPutUp", "TopicRenamed", "TopicSetAside",
    "TopicSuggested", "TopicTimed", "TurnCorrected", "VoiceInvited", "VolunteerMarked",
    "VoteClosed", "VoteOpened", "VoterConfirmed", "VotersAdmitted", "WaitingRoomSet", "WallChanged",
    "WallSet", "WhereSaid", "WifiErased", "WifiSet", "WordsPassed", "missing_results", "overwrites",
    "result", "subject", "without_sender",
]  # fmt: skip
