"""What a person, or time itself, may ask of a session.

Commands are imperative and say what the presser saw (a request, a chair, a turn), never "next":
if it is no longer so, nothing happens and the acknowledgement says what is.
"""

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
    InviteVoice,
    LockDoor,
    NextQuestion,
    PauseClock,
    PlanSession,
    ResumeClock,
    SetLanguage,
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
    ReturnToBowl,
    RoomWifi,
    SetWall,
    SetWifi,
    ShowOnWall,
)

AnyCommand = (
    CreateSession | PlanSession | ChangeSettings | NextQuestion | SetLanguage | ChangeRules
    | StartSession | CloseSession | PauseClock | ResumeClock | BeginBreak | ExtendClock | LockDoor
    | UnlockDoor | RevokeLinks | RenewLink | ShowOnWall | ReturnToBowl | SetWall | SetWifi
    | InviteVoice | PassWords | PublishSummary | WithdrawSummary | UndoAction | JoinSession
    | AddPeople | RenamePerson | HideName | ShowName | SendOut | ReadmitPerson | SetGroup | SayWhere
    | ForgetPerson | ForgetEverybody | AskForChair | QueueWalkUp | ChangeRequest | LowerHand
    | MoveRequest | KeepRequest | SnoozeRequest | WakeRequest | GivePlace | ReadAloud | CallPerson
    | AcceptCall | PassCall | WithdrawCall | ConfirmSeated | ExpireCall | SettleCall | SeatPerson
    | SeatWalkUp | FreeChair | MovePerson | TakeOver | AskToMakeRoom | OfferRoom | NudgePerson
    | GiveFloor | SetChairKind | ChangeChairs | TakeChair | TakeChairAway | TapIn | HandOver
    | AskMinute | EndMinute | SwapGroup | TakeFloor | CorrectFloor | CorrectTurn | MergePeople
    | RecoverPerson | MarkVolunteer | SuggestTopic | AddTopic | PutUpTopic | SetAsideTopic
    | BeginTopic | EndTopic | RenameTopic | GiveTopicTime | ParkTopic | MergeTopics | OpenVote
    | CloseVote | CastDots | OpenThumbs | CastThumb | CloseThumbs | AskBowl | PutUpQuestion
    | SetAsideQuestion | TakeBackQuestion | UpvoteQuestion | ShowQuestion | AnswerQuestion | AddNote
    | EditNote | RemoveNote | IntroduceSummary | HideFromSummary | ShowInSummary | MoveInSummary
    | KeepTakeaway | EditTakeaway | PutUpTakeaways | RewordTakeaway | MergeTakeaway
    | WithdrawTakeaway | PutUpTakeaway | SetAsideTakeaway | OpenDebrief | CloseDebrief
    | AnswerDebrief | EditAnswer | TakeBackAnswer | PutUpAnswer | SetAsideAnswer | CloseItem
    | ReopenItem | TotalSignals | BeginPhase | EditRun | SetPhaseMinutes | RebalanceRun
    | MarkPhaseDue | CloseQueue | OpenQueue | LeavePoint | WithdrawPoint | CreditMe
    | MarkRecordingStart | MarkRecordingStop | AdmitVoters | CheckNote | ConfirmVoter | EraseWifi
    | SetWaitingRoom | AdmitPeople | RemovePeople
)  # fmt: skip
"""Every command there is."""

__all__ = [
    "CHAIRS_MAX", "CHAIRS_MIN", "CREDIT_MAX", "DOTS_MAX", "EXPECTED_MAX", "GROUP_MAX", "LINK_MAX",
    "LIST_MAX", "MINUTES_MAX", "NAME_MAX", "NETWORK_MAX", "PARAGRAPH_MAX", "PASSWORD_MAX",
    "PASSWORD_MIN", "PATIENCE_MAX", "QUESTION_MAX", "SNOOZE_MAX", "TITLE_MAX", "TOPICS_MAX",
    "WHERE_MAX", "WORDS_MAX", "AcceptCall", "AddNote", "AddPeople", "AddTopic", "AdmitPeople",
    "AdmitVoters", "AnswerDebrief", "AnswerQuestion", "AnyCommand", "AsideWhy", "AskBowl",
    "AskForChair", "AskMinute", "AskToMakeRoom", "Attribution", "BeginBreak", "BeginPhase",
    "BeginTopic", "CallPerson", "CastDots", "CastThumb", "ChairKind", "ChangeChairs",
    "ChangeRequest", "ChangeRules", "ChangeSettings", "CheckNote", "CloseDebrief", "CloseItem",
    "CloseQueue", "CloseSession", "CloseThumbs", "CloseVote", "Command", "ConfirmSeated",
    "ConfirmVoter", "CorrectFloor", "CorrectTurn", "CreateSession", "CreditMe", "DebriefStage",
    "EditAnswer", "EditNote", "EditRun", "EditTakeaway", "EndMinute", "EndTopic", "EntryRule",
    "EraseWifi", "ExitRule", "ExpireCall", "ExtendClock", "ForgetEverybody", "ForgetPerson",
    "FreeChair", "GiveFloor", "GivePlace", "GiveTopicTime", "HandOver", "HideFromSummary",
    "HideName", "IntroduceSummary", "InviteVoice", "JoinSession", "KeepRequest", "KeepTakeaway",
    "KeptWords", "LeavePoint", "ListPlace", "LockDoor", "LowerHand", "MarkPhaseDue",
    "MarkRecordingStart", "MarkRecordingStop", "MarkVolunteer", "MergePeople", "MergeTakeaway",
    "MergeTopics", "MoveInSummary", "MovePerson", "MoveRequest", "NewPerson", "NextQuestion",
    "NoteKind", "NudgePerson", "OfferRoom", "OpenDebrief", "OpenQueue", "OpenThumbs", "OpenVote",
    "ParkTopic", "PassCall", "PassWords", "PauseClock", "Phase", "PhaseKind", "PlanSession",
    "PublishSummary", "PutUpAnswer", "PutUpQuestion", "PutUpTakeaway", "PutUpTakeaways",
    "PutUpTopic", "QueueOrder", "QueueWalkUp", "ReadAloud", "ReadmitPerson", "RebalanceHow",
    "RebalanceRun", "RecoverPerson", "RemoveNote", "RemovePeople", "RenamePerson", "RenameTopic",
    "RenewLink", "ReopenItem", "RequestKind", "ResumeClock", "ReturnToBowl", "RevokeLinks",
    "RewordTakeaway", "RoomWifi", "SayWhere", "SeatPerson", "SeatWalkUp", "SendOut",
    "SetAsideAnswer", "SetAsideQuestion", "SetAsideTakeaway", "SetAsideTopic", "SetChairKind",
    "SetGroup", "SetLanguage", "SetPhaseMinutes", "SetWaitingRoom", "SetWall", "SetWifi",
    "SettleCall", "ShowInSummary", "ShowName", "ShowOnWall", "ShowQuestion", "Showing",
    "SnoozeRequest", "StartSession", "SuggestTopic", "SwapGroup", "TakeBackAnswer",
    "TakeBackQuestion", "TakeChair", "TakeChairAway", "TakeFloor", "TakeOver", "TakeawayKind",
    "TapIn", "Thumb", "TotalSignals", "UndoAction", "UnlockDoor", "UpvoteQuestion", "WakeRequest",
    "Wall", "WifiSecurity", "WithdrawCall", "WithdrawPoint", "WithdrawSummary", "WithdrawTakeaway",
    "wire_name",
]  # fmt: skip
