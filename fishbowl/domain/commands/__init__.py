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
    Command,
    EntryRule,
    ExitRule,
    QueueOrder,
    RequestKind,
    Wall,
    wire_name,
)
from fishbowl.domain.commands.chairs import (
    AskToMakeRoom,
    FreeChair,
    MovePerson,
    NudgePerson,
    OfferRoom,
    SeatPerson,
    SeatWalkUp,
    TakeOver,
)
from fishbowl.domain.commands.floor import CorrectFloor, CorrectTurn, GiveFloor, TakeFloor
from fishbowl.domain.commands.identity import MarkVolunteer, MergePeople, RecoverPerson
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
    | TakeFloor
    | CorrectFloor
    | CorrectTurn
    | MergePeople
    | RecoverPerson
    | MarkVolunteer
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
    "AskToMakeRoom",
    "Attribution",
    "BeginTopic",
    "CallPerson",
    "ChangeRequest",
    "ChangeRules",
    "ChangeSettings",
    "CloseSession",
    "Command",
    "ConfirmSeated",
    "CorrectFloor",
    "CorrectTurn",
    "CreateSession",
    "EndTopic",
    "EntryRule",
    "ExitRule",
    "ExpireCall",
    "ExtendClock",
    "ForgetPerson",
    "FreeChair",
    "GiveFloor",
    "HideName",
    "InviteVoice",
    "JoinSession",
    "LockDoor",
    "LowerHand",
    "MarkVolunteer",
    "MergePeople",
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
    "RecoverPerson",
    "RenamePerson",
    "RenameTopic",
    "RequestKind",
    "ResumeClock",
    "SeatPerson",
    "SeatWalkUp",
    "SendOut",
    "SetAsideTopic",
    "SettleCall",
    "ShowName",
    "ShowOnWall",
    "StartSession",
    "SuggestTopic",
    "TakeFloor",
    "TakeOver",
    "UndoAction",
    "UnlockDoor",
    "Wall",
    "WithdrawCall",
    "WithdrawSummary",
    "wire_name",
]
