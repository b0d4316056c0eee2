"""What happened lately, as lines that the console can put into words."""

from functools import cache
from itertools import takewhile
from typing import Any

from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.kernel.roles import HELPERS, Role
from fishbowl.domain.session.events import (
    Entry,
    MainQuestionBegun,
    NoteAdded,
    NoteChanged,
    PeopleAdmitted,
    PeopleRemoved,
    SettingsChanged,
    VolunteerMarked,
    WaitingRoomSet,
    WordsPassed,
)
from fishbowl.domain.session.ids import (
    ActionId,
    AnswerId,
    PersonId,
    QuestionId,
    TakeawayId,
    TopicId,
    TurnId,
)
from fishbowl.domain.session.model import Action, Request, Topic, Turn
from fishbowl.domain.session.rights import may_take_back
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.undo_conflicts import overtaken
from fishbowl.views.common import label
from fishbowl.views.slices import LogLine, LogSlice

LINES_SHOWN = 12
LOOKED_THROUGH_MAX = 300
"""Parts that an action may have touched to be looked through at every change."""

_QUIET = {
    "session.created",
    "person.joined",
    "person.added",
    "queue.moved",
    "topic.added",
    "minute.ended",
    "topic.timed",
    "person.moved_device",
    "request.kept",
    "request.woken",
    "person.grouped",
    "person.credited",
    "where.said",
    "person.knocked",
    "phase.due",
    "phase.replanned",
    "item.closed",
    "item.reopened",
    "wifi.erased",
    "queue.emptied",
}
"""Events that nobody needs to read about in "just now": too many, or told by the next one."""
REASONS = ("why", "what", "showing", "order", "role", "stage")
"""Fields that tell why something happened, or which of several things it was."""
_IN_PASSING = {"wall.changed", "clock.paused", "clock.resumed", "break.ended", "topic.ended"}
"""Events that are quiet where another one of the same command, such as a break, tells of them."""


def log_slice(session: Session, role: Role = Role.FACILITATOR) -> LogSlice:
    """The last things that happened, newest first, with what a role can take back."""
    shown = [entry for entry in session.recent if not _is_quiet(entry)][-LINES_SHOWN:]
    commands = {ActionId(entry.seq - entry.part) for entry in shown}
    oldest = min(commands, default=ActionId(0))
    latest = takewhile(lambda action: action.id >= oldest, reversed(session.actions))
    undoable = {
        a.id
        for a in latest
        if a.id in commands and a.touches and not a.undone and a.undoes is None
        if may_take_back(session, a, role) and may_still_be_undone(session, a)
    }
    return LogSlice(lines=tuple(_line(session, entry, undoable) for entry in reversed(shown)))


def may_still_be_undone(session: Session, action: Action) -> bool:
    """Whether an action is offered to be taken back.

    One that touched very much is offered unseen: looking through it at every change would slow
    down everybody, and whoever takes it back is told what stands in the way.
    """
    if len(action.touches) > LOOKED_THROUGH_MAX:
        return True
    known = _undoable(session)
    if action.id not in known:
        known[action.id] = overtaken(session, action) is None
    return known[action.id]


@memoized
def _undoable(session: Session) -> dict[ActionId, bool]:
    """What was found out about actions of a state: the log and the next action both ask."""
    return {}


def _is_quiet(entry: Entry) -> bool:
    """What a command brings with it goes without saying; so do settings, but the question."""
    if isinstance(entry.event, SettingsChanged):
        return entry.event.question is None
    return entry.event.name in _QUIET or (entry.part > 0 and entry.event.name in _IN_PASSING)


def _line(session: Session, entry: Entry, undoable: set[ActionId]) -> LogLine:
    event: Any = entry.event
    fields = _fields_of(event.__class__)
    command = ActionId(entry.seq - entry.part)
    turn = session.turns.get(event.turn) if "turn" in fields else None
    other = turn if event.name == "room.tapped" else _other(session, event)
    topic = None if _is_note(event) else _topic(session, entry)
    person = _person(session, entry)
    return LogLine(
        seq=entry.seq,
        at_ms=entry.at_ms,
        event=event.name,
        person=None if person is None else label(session, person),
        other=None if other is None else label(session, other.person),
        chair=event.chair if "chair" in fields else (turn.chair if turn else None),
        title=_title(session, event) if topic is None else topic.title,
        minutes=event.by_ms // 60_000 if "by_ms" in fields else None,
        count=_count(event),
        until_ms=event.until_ms if "until_ms" in fields else None,
        phase=_phase(session, event),
        why=_why(event),
        own=entry.role is Role.ATTENDEE,
        by=entry.role.value if entry.role in HELPERS else None,
        undo=command if command in undoable else None,
    )


def _count(event: Any) -> int | None:
    """How many an entry is about."""
    if isinstance(event, (PeopleAdmitted, PeopleRemoved)):
        return len(event.people)
    if isinstance(event, WordsPassed):
        return len(event.items)
    count: int | None = getattr(event, "count", None)
    return count


def _is_note(event: Any) -> bool:
    """A line about a note has its words, not those of its topic."""
    return isinstance(event, (NoteAdded, NoteChanged))


def _topic(session: Session, entry: Entry) -> Topic | None:
    """The topic that an entry is about, or has made."""
    id = getattr(entry.event, "topic", entry.seq)
    return None if id is None else session.topics.get(TopicId(id))


def _title(session: Session, event: Any) -> str | None:
    """The words of the question, takeaway or answer that an entry is about."""
    if isinstance(event, (MainQuestionBegun, SettingsChanged)):
        return event.question
    fields = _fields_of(event.__class__)
    about: list[Any] = []
    if "question" in fields:
        about.append(session.questions.get(event.question or QuestionId(0)))
    if "takeaway" in fields:
        about.append(session.takeaways.get(event.takeaway or TakeawayId(0)))
    if "answer" in fields:
        about.append(session.answers.get(event.answer or AnswerId(0)))
    for found in about:
        if found is not None and getattr(found, "shared", True):
            words: str | None = found.words
            return words
    return getattr(event, "words", None)


def _other(session: Session, event: Any) -> Turn | Request | None:
    """The turn or the request of the second person whom an entry names."""
    fields = _fields_of(event.__class__)
    if "to" in fields:
        return session.requests.get(event.to)
    return session.turns.get(event.other) if "other" in fields else None


def _phase(session: Session, event: Any) -> int | None:
    """Which phase an entry is about, while the run still has it."""
    index: int | None = getattr(event, "index", None)
    return index if index is not None and index < len(session.run.phases) else None


def _why(event: Any) -> str | None:
    if event.name == "chair.kind_changed" or _is_note(event):
        return str(event.kind)
    if getattr(event, "facilitator", False):
        return "facilitator"
    if isinstance(event, VolunteerMarked):
        return "on" if event.on else "off"
    if isinstance(event, WaitingRoomSet):
        return "size" if event.open is None else "on" if event.open else "off"
    for field in _reasons_of(event.__class__):
        why: str | None = getattr(event, field)
        if why:
            return why
    return None


@cache
def _fields_of(kind: type) -> frozenset[str]:
    """The fields of a kind of event."""
    return frozenset(kind.__struct_fields__)  # type: ignore[attr-defined]


@cache
def _reasons_of(kind: type) -> tuple[str, ...]:
    """Those fields of a kind of event that may tell why, the first one first."""
    return tuple(field for field in REASONS if field in _fields_of(kind))


def _person(session: Session, entry: Entry) -> PersonId | None:
    """Find whom an entry is about, where undo has not taken them away."""
    event: Any = entry.event
    fields = _fields_of(event.__class__)
    found: PersonId | None = None
    if (
        TurnId(entry.seq) in session.turns
    ):  # whose turn it is by now: a guest may have become somebody
        found = session.turns[TurnId(entry.seq)].person
    elif "person" in fields:
        found = event.person
    elif "turn" in fields and event.name != "room.tapped":
        turn = session.turns.get(event.turn if event.turn is not None else TurnId(0))
        found = None if turn is None else turn.person
    elif "request" in fields:
        request = session.requests.get(event.request)
        found = None if request is None else request.person
    elif getattr(event, "question", None) in session.questions:
        found = session.questions[event.question].person
    elif event.name in ("person.joined", "person.added"):
        found = PersonId(entry.seq)
    return found if found in session.people else None
