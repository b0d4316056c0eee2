"""The notes of the simulated facilitator, one of each kind in turn."""

from datetime import UTC, datetime, timedelta
from random import Random

from fishbowl.domain.kernel.ids import Millis, PersonId
from fishbowl.domain.session.commands import AddNote
from fishbowl.domain.session.commands.notes import NoteKind
from fishbowl.simulation.material.types import Thread

ROUND: tuple[NoteKind, ...] = (
    "insight", "question", "action", "resource", "decision", "undecided",
)  # fmt: skip
"""The order of the kinds, so that a summary shows all of them."""
DUE_DAYS = 14

_ACTIONS = (
    "Write down how we did it, on one page",
    "Ask three people who were not here",
    "Try it once before we meet again",
)
_DECISIONS = (
    "We begin the next meeting with this",
    "Whoever tries something tells the others how it went",
)
_UNDECIDED = ("Who takes this on", "What we would stop doing for it")
_RESOURCES = (
    ("The one-page guide that was passed around", "example.org/guide"),
    ("The report with the figures", "example.org/report"),
)


def note(
    kind: NoteKind, thread: Thread, who: PersonId | None, now_ms: Millis, draw: Random
) -> AddNote:
    """Make a note about a topic.

    :param who: who is named for an action; ``None`` for nobody.
    """
    match kind:
        case "insight":
            return AddNote(kind=kind, words=draw.choice(thread.points))
        case "question":
            return AddNote(kind=kind, words=draw.choice(thread.questions))
        case "action":
            due = datetime.fromtimestamp(now_ms / 1000, UTC).date() + timedelta(days=DUE_DAYS)
            return AddNote(kind=kind, words=draw.choice(_ACTIONS), person=who, due=due.isoformat())
        case "resource":
            words, link = draw.choice(_RESOURCES)
            return AddNote(kind=kind, words=words, link=link)
        case "decision":
            return AddNote(kind=kind, words=draw.choice(_DECISIONS))
        case "undecided":
            return AddNote(kind=kind, words=draw.choice(_UNDECIDED))
