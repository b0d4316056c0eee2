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
from fishbowl.domain.commands.questions import (
    AnswerQuestion,
    AsideWhy,
    AskBowl,
    PutUpQuestion,
    SetAsideQuestion,
    ShowQuestion,
    UpvoteQuestion,
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
from fishbowl.domain.commands.signals import (
    TotalSignals,
)
from fishbowl.domain.commands.topics import (
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
from fishbowl.domain.commands.votes import (
    DOTS_MAX,
    CastDots,
    CastThumb,
    CloseThumbs,
    CloseVote,
    OpenThumbs,
    OpenVote,
    Thumb,
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
    | SuggestTopic
    | PutUpTopic
    | SetAsideTopic
    | BeginTopic
    | EndTopic
    | RenameTopic
    | GiveTopicTime
    | ParkTopic
    | MergeTopics
    | OpenVote
    | CloseVote
    | CastDots
    | OpenThumbs
    | CastThumb
    | CloseThumbs
    | AskBowl
    | PutUpQuestion
    | SetAsideQuestion
    | UpvoteQuestion
    | ShowQuestion
    | AnswerQuestion
    | TotalSignals
)
"""Every command there is."""

__all__ = [
    "CHAIRS_MAX",
    "CHAIRS_MIN",
    "DOTS_MAX",
    "MINUTES_MAX",
    "NAME_MAX",
    "QUESTION_MAX",
    "TITLE_MAX",
    "WORDS_MAX",
    "AcceptCall",
    "AnswerQuestion",
    "AnyCommand",
    "AsideWhy",
    "AskBowl",
    "AskForChair",
    "AskToMakeRoom",
    "Attribution",
    "BeginTopic",
    "CallPerson",
    "CastDots",
    "CastThumb",
    "ChangeRequest",
    "ChangeRules",
    "ChangeSettings",
    "CloseSession",
    "CloseThumbs",
    "CloseVote",
    "Command",
    "ConfirmSeated",
    "CreateSession",
    "EndTopic",
    "EntryRule",
    "ExitRule",
    "ExpireCall",
    "ExtendClock",
    "ForgetPerson",
    "FreeChair",
    "GiveFloor",
    "GiveTopicTime",
    "HideName",
    "InviteVoice",
    "JoinSession",
    "LockDoor",
    "LowerHand",
    "MergeTopics",
    "MovePerson",
    "MoveRequest",
    "NudgePerson",
    "OfferRoom",
    "OpenThumbs",
    "OpenVote",
    "ParkTopic",
    "PassCall",
    "PauseClock",
    "PublishSummary",
    "PutUpQuestion",
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
    "SetAsideQuestion",
    "SetAsideTopic",
    "SettleCall",
    "ShowName",
    "ShowOnWall",
    "ShowQuestion",
    "StartSession",
    "SuggestTopic",
    "TakeOver",
    "Thumb",
    "TotalSignals",
    "UndoAction",
    "UnlockDoor",
    "UpvoteQuestion",
    "Wall",
    "WithdrawCall",
    "WithdrawSummary",
    "wire_name",
]
