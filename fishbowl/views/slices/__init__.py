"""The shapes that the faces receive: the whole vocabulary of what is shown.

Slices carry codes, ids and instants, never sentences: each face makes its own words. Times are
instants on the session clock (``*_run_ms``) or session time (``*_at_ms``); nothing ticks.
"""

from fishbowl.views.slices.console import (
    ActionSlice,
    CallView,
    ConsoleQueueSlice,
    ConsoleTopic,
    ConsoleTopicsSlice,
    LogLine,
    LogSlice,
    MakesRoom,
    NextSlice,
    QueueItem,
    WhyView,
)
from fishbowl.views.slices.desk import (
    AccessSlice,
    AddressSlice,
    EquitySlice,
    FiguresSlice,
    FloorLine,
    NudgesSlice,
    NudgeView,
    TalkView,
    TimelineSlice,
    TurnLine,
    VoiceView,
    WebSlice,
    YouSlice,
)
from fishbowl.views.slices.display import (
    BalanceSlice,
    CalledView,
    DisplayQueueSlice,
    VoiceSum,
    WaitingView,
    WallSlice,
)
from fishbowl.views.slices.door import ArrivalGroup, AtDoor, DoorSlice, WaitingRoom
from fishbowl.views.slices.notes import NotesSlice, NoteView
from fishbowl.views.slices.phone import (
    MeSlice,
    MyDots,
    MyPoint,
    MyQuestion,
    MyRequest,
    MyThumb,
    MyTopic,
    MyTurn,
    PhoneQueueSlice,
)
from fishbowl.views.slices.runner import FindView, RunnerCall, RunnerSlice
from fishbowl.views.slices.shared import (
    FACES,
    BowlSlice,
    ChairView,
    ClockSlice,
    Face,
    Label,
    PaceView,
    PairStepView,
    RulesSlice,
    RunSlice,
    SessionSlice,
    Slice,
    TopicsSlice,
    TopicView,
    WifiSlice,
)
from fishbowl.views.slices.stage import RoomView, StageSlice
from fishbowl.views.slices.takeaways import (
    ConsoleAnswer,
    ConsoleAnswersSlice,
    ConsoleTakeaway,
    ConsoleTakeawaysSlice,
    LookingBackSlice,
    MyAnswer,
    MyTakeaway,
    OpenItemsSlice,
    OpenItemView,
    QuotesSlice,
    QuoteView,
    RoundSlice,
    UnseenSlice,
    WrittenView,
)

__all__ = [
    "FACES", "AccessSlice", "ActionSlice", "AddressSlice", "ArrivalGroup", "AtDoor", "BalanceSlice",
    "BowlSlice", "CallView", "CalledView", "ChairView", "ClockSlice", "ConsoleAnswer",
    "ConsoleAnswersSlice", "ConsoleQueueSlice", "ConsoleTakeaway", "ConsoleTakeawaysSlice",
    "ConsoleTopic", "ConsoleTopicsSlice", "DisplayQueueSlice", "DoorSlice", "EquitySlice", "Face",
    "FiguresSlice", "FindView", "FloorLine", "Label", "LogLine", "LogSlice", "LookingBackSlice",
    "MakesRoom", "MeSlice", "MyAnswer", "MyDots", "MyPoint", "MyQuestion", "MyRequest",
    "MyTakeaway", "MyThumb", "MyTopic", "MyTurn", "NextSlice", "NoteView", "NotesSlice",
    "NudgeView", "NudgesSlice", "OpenItemView", "OpenItemsSlice", "PaceView", "PairStepView",
    "PhoneQueueSlice", "QueueItem", "QuoteView", "QuotesSlice", "RoomView", "RoundSlice",
    "RulesSlice", "RunSlice", "RunnerCall", "RunnerSlice", "SessionSlice", "Slice", "StageSlice",
    "TalkView", "TimelineSlice", "TopicView", "TopicsSlice", "TurnLine", "UnseenSlice", "VoiceSum",
    "VoiceView",
    "WaitingRoom", "WaitingView", "WallSlice", "WebSlice", "WhyView", "WifiSlice", "WrittenView",
    "YouSlice",
]  # fmt: skip
