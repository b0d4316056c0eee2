"""What all parts share: their names, and the numbers of the rules."""

from typing import Literal, NamedTuple

import msgspec

from fishbowl.domain.ids import RunMillis

CALL_HOLD_MS = 45_000
"""How long a chair is held for a called person: time to cross a hall."""
WALK_MS = 20_000
"""After "I am walking up" a person counts as seated after this long."""
RESULT_MS = 15_000
"""How long the result of a vote stays on the wall at least: time for a room to read it."""
MINUTE_MS = 60_000
"""How long "one more minute" is."""

PATIENCE = 3
"""How often the queue order steps over somebody before they go first."""

PartKind = Literal[
    "settings", "rules", "bowl", "clock", "door", "access", "wall", "summary", "floor",
    "agenda", "answer", "chair", "credit", "debrief", "facilitator", "item", "kept_out", "knock",
    "left_out", "main_questions", "note", "note_check", "passed", "person", "picture", "point",
    "question", "recording", "removed", "request", "retention", "room_break", "run", "shown",
    "summary_order", "summary_words", "takeaway", "thumbs", "timing", "topic", "turn", "upvotes",
    "vote", "whereabouts", "wifi",
]  # fmt: skip

CallEnd = Literal["", "passed", "missed", "withdrawn"]
"""How the last call of a request came to nothing."""
TopicState = Literal["suggested", "up", "aside", "current", "done", "parked", "merged"]
Stretch = tuple[RunMillis, RunMillis]
"""From when until when on the session clock."""


class Part(NamedTuple):
    """The name of one part of the state; ``id`` is 0 where there is only one."""

    kind: PartKind
    id: int = 0


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """The base of everything that a session is made of."""
