"""The parts that a session is made of. What changes is always a part, so that undo is one rule."""

from fishbowl.domain.parts.base import (
    CallEnd,
    Part,
    PartKind,
    Stretch,
    Struct,
    TopicState,
)
from fishbowl.domain.parts.frame import (
    OWNERS,
    Access,
    Agenda,
    Bowl,
    Clock,
    Door,
    EarlierQuestion,
    FacilitatorVoice,
    Floor,
    MainQuestions,
    Picture,
    Recording,
    Removed,
    Retention,
    RoomBreak,
    Rules,
    Run,
    Settings,
    Timing,
    WallState,
    Wifi,
)
from fishbowl.domain.parts.history import Action, Touch
from fishbowl.domain.parts.notes import Note
from fishbowl.domain.parts.room import (
    Chair,
    Knock,
    Person,
    Point,
    Request,
    Sitting,
    Topic,
    Turn,
    Whereabouts,
)
from fishbowl.domain.parts.summary import Summary, SummaryOrder, SummaryWords
from fishbowl.domain.parts.takeaways import Answer, Debrief, ItemEnd, Takeaway, WordsState

__all__ = [
    "OWNERS", "Access", "Action",
    "Agenda", "Answer", "Bowl", "CallEnd", "Chair", "Clock", "Debrief", "Door", "EarlierQuestion",
    "FacilitatorVoice", "Floor", "ItemEnd", "Knock", "MainQuestions", "Note", "Part", "PartKind",
    "Person", "Picture", "Point", "Recording", "Removed", "Request", "Retention", "RoomBreak",
    "Rules", "Run", "Settings", "Sitting", "Stretch", "Struct", "Summary", "SummaryOrder",
    "SummaryWords", "Takeaway", "Timing", "Topic", "TopicState", "Touch", "Turn", "WallState",
    "Whereabouts", "Wifi", "WordsState",
]  # fmt: skip
