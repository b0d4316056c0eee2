"""What all parts share: their names, and a few small types."""

from typing import Literal, NamedTuple

import msgspec

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


class Part(NamedTuple):
    """The name of one part of the state; ``id`` is 0 where there is only one."""

    kind: PartKind
    id: int = 0


class Struct(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """The base of everything that a session is made of.

    A snapshot holds the fields without their names: it is read by the code that wrote it, or not at
    all. Nothing in a state refers back to what holds it, so the garbage collector has no work here.
    """
