"""What a person, or time itself, may ask of a session.

Commands are imperative and say what the presser saw (a request, a chair, a turn), never "next":
if it is no longer so, nothing happens and the acknowledgement says what is.
"""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, TypeAlias

from fishbowl.domain.session.commands.access import RenewLink, RevokeLinks
from fishbowl.domain.session.commands.base import (
    CHAIRS_MAX,
    CHAIRS_MIN,
    GROUP_MAX,
    MINUTES_MAX,
    NAME_MAX,
    PATIENCE_MAX,
    QUESTION_MAX,
    SNOOZE_MAX,
    TITLE_MAX,
    WHERE_MAX,
    WORDS_MAX,
    Attribution,
    ChairKind,
    Command,
    EntryRule,
    ExitRule,
    KeptWords,
    QueueOrder,
    RequestKind,
    Showing,
    Wall,
    WifiSecurity,
    wire_name,
)
from fishbowl.domain.session.commands.chairs import (
    AskMinute,
    AskToMakeRoom,
    ChangeChairs,
    EndMinute,
    FreeChair,
    HandOver,
    MovePerson,
    NudgePerson,
    OfferRoom,
    SeatPerson,
    SeatWalkUp,
    SetChairKind,
    SwapGroup,
    TakeChair,
    TakeChairAway,
    TakeOver,
    TapIn,
)
from fishbowl.domain.session.commands.debrief import (
    AnswerDebrief,
    CloseDebrief,
    DebriefStage,
    EditAnswer,
    OpenDebrief,
    PutUpAnswer,
    SetAsideAnswer,
    TakeBackAnswer,
)
from fishbowl.domain.session.commands.floor import CorrectFloor, CorrectTurn, GiveFloor, TakeFloor
from fishbowl.domain.session.commands.lifecycle import (
    EXPECTED_MAX,
    TOPICS_MAX,
    BeginBreak,
    ChangeRules,
    ChangeSettings,
    CloseSession,
    CreateSession,
    ExtendClock,
    FileUnderSeries,
    LockDoor,
    NextQuestion,
    PauseClock,
    PlanSession,
    ResumeClock,
    SetLanguage,
    ShowWeb,
    StartSession,
    TotalSignals,
    UndoAction,
    UnlockDoor,
)
from fishbowl.domain.session.commands.notes import (
    LINK_MAX,
    AddNote,
    CheckNote,
    EditNote,
    NoteKind,
    RemoveNote,
)
from fishbowl.domain.session.commands.people import (
    LIST_MAX,
    AddPeople,
    AdmitPeople,
    ForgetEverybody,
    ForgetPerson,
    HideName,
    JoinSession,
    ListPlace,
    MarkVolunteer,
    MergePeople,
    NewPerson,
    ReadmitPerson,
    RecoverPerson,
    RemovePeople,
    RenamePerson,
    SayWhere,
    SendOut,
    SetGroup,
    SetWaitingRoom,
    ShowName,
)
from fishbowl.domain.session.commands.questions import (
    AnswerQuestion,
    AsideWhy,
    AskBowl,
    PutUpQuestion,
    SetAsideQuestion,
    ShowQuestion,
    TakeBackQuestion,
    UpvoteQuestion,
)
from fishbowl.domain.session.commands.queue import (
    AcceptCall,
    AskForChair,
    CallPerson,
    ChangeRequest,
    ConfirmSeated,
    ExpireCall,
    GivePlace,
    KeepRequest,
    LowerHand,
    MoveRequest,
    PassCall,
    QueueWalkUp,
    ReadAloud,
    SettleCall,
    SnoozeRequest,
    WakeRequest,
    WithdrawCall,
)
from fishbowl.domain.session.commands.run import (
    BeginPhase,
    CloseQueue,
    EditRun,
    LeavePoint,
    MarkPhaseDue,
    OpenQueue,
    Phase,
    PhaseKind,
    RebalanceHow,
    RebalanceRun,
    SetPhaseMinutes,
    WithdrawPoint,
)
from fishbowl.domain.session.commands.summary import (
    CREDIT_MAX,
    PARAGRAPH_MAX,
    CloseItem,
    CreditMe,
    HideFromSummary,
    IntroduceSummary,
    MarkRecordingStart,
    MarkRecordingStop,
    MoveInSummary,
    PassWords,
    PublishSummary,
    ReopenItem,
    ShowInSummary,
    WithdrawSummary,
)
from fishbowl.domain.session.commands.takeaways import (
    EditTakeaway,
    KeepTakeaway,
    MergeTakeaway,
    PutUpTakeaway,
    PutUpTakeaways,
    RewordTakeaway,
    SetAsideTakeaway,
    TakeawayKind,
    WithdrawTakeaway,
)
from fishbowl.domain.session.commands.telling import PlanRound
from fishbowl.domain.session.commands.topics import (
    AddTopic,
    BeginTopic,
    EndTopic,
    GiveTopicTime,
    MergeTopics,
    ParkTopic,
    PutUpTopic,
    RenameTopic,
    SetAsideTopic,
    SuggestTopic,
)
from fishbowl.domain.session.commands.votes import (
    DOTS_MAX,
    AdmitVoters,
    CastDots,
    CastThumb,
    CloseThumbs,
    CloseVote,
    ConfirmVoter,
    OpenThumbs,
    OpenVote,
    Thumb,
)
from fishbowl.domain.session.commands.wall import (
    NETWORK_MAX,
    PASSWORD_MAX,
    PASSWORD_MIN,
    EraseWifi,
    InviteVoice,
    ReturnToBowl,
    RoomWifi,
    SetWall,
    SetWifi,
    ShowOnWall,
)

COMMANDS: tuple[type[Command], ...] = tuple(Command.__subclasses__())
"""Every command there is. A new command joins by being declared in a module that is read here."""

if TYPE_CHECKING:
    AnyCommand: TypeAlias = Command
else:
    AnyCommand = reduce(or_, COMMANDS)
"""One of :data:`COMMANDS`, as a type that the wire can be read with."""

__all__ = [
    "CHAIRS_MAX", "CHAIRS_MIN", "COMMANDS", "CREDIT_MAX", "DOTS_MAX", "EXPECTED_MAX", "GROUP_MAX",
    "LINK_MAX", "LIST_MAX", "MINUTES_MAX", "NAME_MAX", "NETWORK_MAX", "PARAGRAPH_MAX",
    "PASSWORD_MAX", "PASSWORD_MIN", "PATIENCE_MAX", "QUESTION_MAX", "SNOOZE_MAX", "TITLE_MAX",
    "TOPICS_MAX", "WHERE_MAX", "WORDS_MAX", "AcceptCall", "AddNote", "AddPeople", "AddTopic",
    "AdmitPeople", "AdmitVoters", "AnswerDebrief", "AnswerQuestion", "AnyCommand", "AsideWhy",
    "AskBowl", "AskForChair", "AskMinute", "AskToMakeRoom", "Attribution", "BeginBreak",
    "BeginPhase", "BeginTopic", "CallPerson", "CastDots", "CastThumb", "ChairKind", "ChangeChairs",
    "ChangeRequest", "ChangeRules", "ChangeSettings", "CheckNote", "CloseDebrief", "CloseItem",
    "CloseQueue", "CloseSession", "CloseThumbs", "CloseVote", "Command", "ConfirmSeated",
    "ConfirmVoter", "CorrectFloor", "CorrectTurn", "CreateSession", "CreditMe", "DebriefStage",
    "EditAnswer", "EditNote", "EditRun", "EditTakeaway", "EndMinute", "EndTopic", "EntryRule",
    "EraseWifi", "ExitRule", "ExpireCall", "ExtendClock", "FileUnderSeries", "ForgetEverybody",
    "ForgetPerson", "FreeChair", "GiveFloor", "GivePlace", "GiveTopicTime", "HandOver",
    "HideFromSummary", "HideName", "IntroduceSummary", "InviteVoice", "JoinSession", "KeepRequest",
    "KeepTakeaway", "KeptWords", "LeavePoint", "ListPlace", "LockDoor", "LowerHand", "MarkPhaseDue",
    "MarkRecordingStart", "MarkRecordingStop", "MarkVolunteer", "MergePeople", "MergeTakeaway",
    "MergeTopics", "MoveInSummary", "MovePerson", "MoveRequest", "NewPerson", "NextQuestion",
    "NoteKind", "NudgePerson", "OfferRoom", "OpenDebrief", "OpenQueue", "OpenThumbs", "OpenVote",
    "ParkTopic", "PassCall", "PassWords", "PauseClock", "Phase", "PhaseKind", "PlanRound",
    "PlanSession", "PublishSummary", "PutUpAnswer", "PutUpQuestion", "PutUpTakeaway",
    "PutUpTakeaways", "PutUpTopic", "QueueOrder", "QueueWalkUp", "ReadAloud", "ReadmitPerson",
    "RebalanceHow", "RebalanceRun", "RecoverPerson", "RemoveNote", "RemovePeople", "RenamePerson",
    "RenameTopic", "RenewLink", "ReopenItem", "RequestKind", "ResumeClock", "ReturnToBowl",
    "RevokeLinks", "RewordTakeaway", "RoomWifi", "SayWhere", "SeatPerson", "SeatWalkUp", "SendOut",
    "SetAsideAnswer", "SetAsideQuestion", "SetAsideTakeaway", "SetAsideTopic", "SetChairKind",
    "SetGroup", "SetLanguage", "SetPhaseMinutes", "SetWaitingRoom", "SetWall", "SetWifi",
    "SettleCall", "ShowInSummary", "ShowName", "ShowOnWall", "ShowQuestion", "ShowWeb", "Showing",
    "SnoozeRequest", "StartSession", "SuggestTopic", "SwapGroup", "TakeBackAnswer",
    "TakeBackQuestion", "TakeChair", "TakeChairAway", "TakeFloor", "TakeOver", "TakeawayKind",
    "TapIn", "Thumb", "TotalSignals", "UndoAction", "UnlockDoor", "UpvoteQuestion", "WakeRequest",
    "Wall", "WifiSecurity", "WithdrawCall", "WithdrawPoint", "WithdrawSummary", "WithdrawTakeaway",
    "wire_name",
]  # fmt: skip
