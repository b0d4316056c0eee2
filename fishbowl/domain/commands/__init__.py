"""What a person, or time itself, may ask of a session.

Commands are imperative and say what the presser saw (a request, a chair, a turn), never "next":
if it is no longer so, nothing happens and the acknowledgement says what is.
"""

from fishbowl.domain.commands.base import (
    CHAIRS_MAX,
    CHAIRS_MIN,
    MINUTES_MAX,
    NAME_MAX,
    QUESTION_MAX,
    TITLE_MAX,
    WORDS_MAX,
    Attribution,
    ChairKind,
    Command,
    EntryRule,
    ExitRule,
    QueueOrder,
    RequestKind,
    Wall,
    wire_name,
)
from fishbowl.domain.commands.bowl import (
    AskMinute,
    ChangeChairs,
    EndMinute,
    HandOver,
    SetChairKind,
    SwapGroup,
    TakeChair,
    TapIn,
)
from fishbowl.domain.commands.chairs import (
    AskToMakeRoom,
    FreeChair,
    GiveFloor,
    MovePerson,
    NudgePerson,
    OfferRoom,
    SeatPerson,
    SeatWalkUp,
    TakeOver,
)
from fishbowl.domain.commands.people import (
    ForgetPerson,
    HideName,
    JoinSession,
    ReadmitPerson,
    RenamePerson,
    SendOut,
    ShowName,
)
from fishbowl.domain.commands.queue import (
    AcceptCall,
    AskForChair,
    CallPerson,
    ChangeRequest,
    ConfirmSeated,
    ExpireCall,
    LowerHand,
    MoveRequest,
    PassCall,
    QueueWalkUp,
    SettleCall,
    WithdrawCall,
)
from fishbowl.domain.commands.session import (
    ChangeRules,
    ChangeSettings,
    CloseSession,
    CreateSession,
    ExtendClock,
    InviteVoice,
    LockDoor,
    PauseClock,
    PublishSummary,
    ResumeClock,
    ShowOnWall,
    StartSession,
    UndoAction,
    UnlockDoor,
    WithdrawSummary,
)
from fishbowl.domain.commands.topics import (
    BeginTopic,
    EndTopic,
    PutUpTopic,
    RenameTopic,
    SetAsideTopic,
    SuggestTopic,
)

AnyCommand = (
    CreateSession
    | ChangeSettings
    | ChangeRules
    | StartSession
    | CloseSession
    | PauseClock
    | ResumeClock
    | ExtendClock
    | LockDoor
    | UnlockDoor
    | ShowOnWall
    | InviteVoice
    | PublishSummary
    | WithdrawSummary
    | UndoAction
    | JoinSession
    | RenamePerson
    | HideName
    | ShowName
    | SendOut
    | ReadmitPerson
    | ForgetPerson
    | AskForChair
    | QueueWalkUp
    | ChangeRequest
    | LowerHand
    | MoveRequest
    | CallPerson
    | AcceptCall
    | PassCall
    | WithdrawCall
    | ConfirmSeated
    | ExpireCall
    | SettleCall
    | SeatPerson
    | SeatWalkUp
    | FreeChair
    | MovePerson
    | TakeOver
    | AskToMakeRoom
    | OfferRoom
    | NudgePerson
    | GiveFloor
    | SetChairKind
    | ChangeChairs
    | TakeChair
    | TapIn
    | HandOver
    | AskMinute
    | EndMinute
    | SwapGroup
    | SuggestTopic
    | PutUpTopic
    | SetAsideTopic
    | BeginTopic
    | EndTopic
    | RenameTopic
)
"""Every command there is."""

__all__ = [
    "CHAIRS_MAX",
    "CHAIRS_MIN",
    "MINUTES_MAX",
    "NAME_MAX",
    "QUESTION_MAX",
    "TITLE_MAX",
    "WORDS_MAX",
    "AcceptCall",
    "AnyCommand",
    "AskForChair",
    "AskMinute",
    "AskToMakeRoom",
    "Attribution",
    "BeginTopic",
    "CallPerson",
    "ChairKind",
    "ChangeChairs",
    "ChangeRequest",
    "ChangeRules",
    "ChangeSettings",
    "CloseSession",
    "Command",
    "ConfirmSeated",
    "CreateSession",
    "EndMinute",
    "EndTopic",
    "EntryRule",
    "ExitRule",
    "ExpireCall",
    "ExtendClock",
    "ForgetPerson",
    "FreeChair",
    "GiveFloor",
    "HandOver",
    "HideName",
    "InviteVoice",
    "JoinSession",
    "LockDoor",
    "LowerHand",
    "MovePerson",
    "MoveRequest",
    "NudgePerson",
    "OfferRoom",
    "PassCall",
    "PauseClock",
    "PublishSummary",
    "PutUpTopic",
    "QueueOrder",
    "QueueWalkUp",
    "ReadmitPerson",
    "RenamePerson",
    "RenameTopic",
    "RequestKind",
    "ResumeClock",
    "SeatPerson",
    "SeatWalkUp",
    "SendOut",
    "SetAsideTopic",
    "SetChairKind",
    "SettleCall",
    "ShowName",
    "ShowOnWall",
    "StartSession",
    "SuggestTopic",
    "SwapGroup",
    "TakeChair",
    "TakeOver",
    "TapIn",
    "UndoAction",
    "UnlockDoor",
    "Wall",
    "WithdrawCall",
    "WithdrawSummary",
    "wire_name",
]
