"""What has happened in a session: the only truth there is.

Events are past, small and stored for ever: their names are dotted and versioned, never a class
path. Ids are log sequence numbers; what an entry creates is named by its own ``seq``. Fields
named in ``erasable`` hold a person's name or free words: they can be overwritten when that person
is forgotten, so nothing here or in :mod:`~fishbowl.domain.evolve` may depend on them.
"""

from typing import ClassVar, Literal

import msgspec

from fishbowl.domain.commands import Attribution, RequestKind, Wall
from fishbowl.domain.ids import (
    ActionId,
    CallId,
    ChairNo,
    Millis,
    PersonId,
    RequestId,
    Seq,
    TopicId,
    TurnId,
)
from fishbowl.domain.roles import Role


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all events. ``name`` and ``version`` are what is stored beside the fields."""

    name: ClassVar[str]
    version: ClassVar[int] = 1
    erasable: ClassVar[tuple[str, ...]] = ()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log: an event, and who caused it when.

    ``command_id`` was made by the client, ``part`` counts the entries of one command from 0.
    ``at_ms`` never goes back within a session. ``actor`` is 0 for the facilitator and for time
    itself, else the person.
    """

    seq: Seq
    command_id: str
    part: int
    at_ms: Millis
    actor: PersonId
    role: Role
    event: Event


# The session


class SessionCreated(Event, frozen=True, kw_only=True):
    """The first entry: the question, and the rules that hold from the beginning."""

    name = "session.created"
    code: str
    question: str
    event: str
    chair_count: int
    open_chairs: int
    planned_ms: int
    seat_limit_ms: int
    attribution: Attribution
    address: str


class SettingsChanged(Event, frozen=True, kw_only=True):
    """The facilitator changed settings; ``None`` left a setting as it was."""

    name = "settings.changed"
    question: str | None = None
    event: str | None = None
    seat_limit_ms: int | None = None
    show_times: bool | None = None
    address: str | None = None


class SessionStarted(Event, frozen=True, kw_only=True):
    """The session clock runs from here."""

    name = "session.started"


class SessionClosed(Event, frozen=True, kw_only=True):
    """The session ended; everybody on a chair has left it."""

    name = "session.closed"


class ClockPaused(Event, frozen=True, kw_only=True):
    """All clocks stand still from here."""

    name = "clock.paused"


class ClockResumed(Event, frozen=True, kw_only=True):
    """All clocks run on from here."""

    name = "clock.resumed"


class ClockExtended(Event, frozen=True, kw_only=True):
    """The planned length grew by ``by_ms`` (shrank, if negative)."""

    name = "clock.extended"
    by_ms: int


class DoorLocked(Event, frozen=True, kw_only=True):
    """Nobody new comes in."""

    name = "door.locked"


class DoorUnlocked(Event, frozen=True, kw_only=True):
    """New people may come in."""

    name = "door.unlocked"


class WallChanged(Event, frozen=True, kw_only=True):
    """The room display shows ``what`` from here."""

    name = "wall.changed"
    what: Wall


class VoiceInvited(Event, frozen=True, kw_only=True):
    """The facilitator told the room that a chair is waiting for somebody."""

    name = "voice.invited"


class SummaryPublished(Event, frozen=True, kw_only=True):
    """A person made the summary public under its unguessable link."""

    name = "summary.published"


class SummaryWithdrawn(Event, frozen=True, kw_only=True):
    """The published summary was taken back."""

    name = "summary.withdrawn"


class ActionUndone(Event, frozen=True, kw_only=True):
    """The parts that the command of ``action`` touched are as they were before it.

    ``action`` is the ``seq`` of that command's first entry.
    """

    name = "action.undone"
    action: ActionId


# People


class PersonJoined(Event, frozen=True, kw_only=True):
    """A person came in by phone.

    ``key`` is the pseudonym of device and session. ``twin`` tells people of one name apart: the
    second Anna has 2. It is stored, so that a label never changes because somebody else went.
    """

    name = "person.joined"
    erasable = ("called",)
    key: str
    called: str
    twin: int = 1


class PersonAdded(Event, frozen=True, kw_only=True):
    """The facilitator added somebody without a phone; ``called`` may be empty."""

    name = "person.added"
    erasable = ("called",)
    called: str
    twin: int = 1


class PersonRenamed(Event, frozen=True, kw_only=True):
    """A person is called otherwise from now on, in the past as well."""

    name = "person.renamed"
    erasable = ("called",)
    person: PersonId
    called: str
    twin: int = 1


class NameHidden(Event, frozen=True, kw_only=True):
    """A person is shown as a numbered guest everywhere."""

    name = "name.hidden"
    person: PersonId


class NameShown(Event, frozen=True, kw_only=True):
    """A hidden name is shown again."""

    name = "name.shown"
    person: PersonId


class PersonSentOut(Event, frozen=True, kw_only=True):
    """A person was sent out and is kept out."""

    name = "person.sent_out"
    person: PersonId


class PersonReadmitted(Event, frozen=True, kw_only=True):
    """A person who was sent out may come back."""

    name = "person.readmitted"
    person: PersonId


class PersonForgotten(Event, frozen=True, kw_only=True):
    """A person's name and words were overwritten in every earlier entry."""

    name = "person.forgotten"
    person: PersonId


# The queue


class QueueJoined(Event, frozen=True, kw_only=True):
    """A person asked for a chair; the entry's ``seq`` is the request.

    ``rank`` orders the queue, smallest first. ``topic`` is the current one at the time.
    """

    name = "queue.joined"
    erasable = ("words",)
    person: PersonId
    kind: RequestKind
    words: str
    rank: int
    topic: TopicId | None = None


class RequestChanged(Event, frozen=True, kw_only=True):
    """A waiting person wants to bring something else."""

    name = "request.changed"
    erasable = ("words",)
    person: PersonId
    request: RequestId
    kind: RequestKind
    words: str


class QueueLeft(Event, frozen=True, kw_only=True):
    """A request ended without a turn: withdrawn by the person, or removed."""

    name = "queue.left"
    request: RequestId
    why: Literal["withdrawn", "removed"]


class QueueMoved(Event, frozen=True, kw_only=True):
    """A request has another rank in the queue."""

    name = "queue.moved"
    request: RequestId
    rank: int


# Calls


class CallMade(Event, frozen=True, kw_only=True):
    """A request was invited to a chair, which is held for it; the entry's ``seq`` is the call."""

    name = "call.made"
    request: RequestId
    chair: ChairNo


class CallAccepted(Event, frozen=True, kw_only=True):
    """The person is walking up."""

    name = "call.accepted"
    call: CallId
    request: RequestId


class CallEnded(Event, frozen=True, kw_only=True):
    """A call came to nothing; the request waits again, with the ``rank`` given.

    ``passed``: "not now". ``missed``: nobody came within the grace time. ``withdrawn``: taken
    back by the facilitator.
    """

    name = "call.ended"
    call: CallId
    request: RequestId
    why: Literal["passed", "missed", "withdrawn"]
    rank: int


# Chairs


class ChairTaken(Event, frozen=True, kw_only=True):
    """A person sat down; the entry's ``seq`` is the turn.

    ``request`` is the one that is fulfilled by it, if there was one.
    """

    name = "chair.taken"
    chair: ChairNo
    person: PersonId
    request: RequestId | None = None


class ChairLeft(Event, frozen=True, kw_only=True):
    """A turn ended."""

    name = "chair.left"
    turn: TurnId
    chair: ChairNo
    why: Literal["left", "freed", "made_room", "sent_out", "closed"]


class ChairsMoved(Event, frozen=True, kw_only=True):
    """A turn goes on another chair; ``other`` is the turn that moved the opposite way."""

    name = "chairs.moved"
    turn: TurnId
    chair: ChairNo
    from_chair: ChairNo
    other: TurnId | None = None


class RoomAsked(Event, frozen=True, kw_only=True):
    """A seated person was asked to make room."""

    name = "room.asked"
    turn: TurnId


class RoomOffered(Event, frozen=True, kw_only=True):
    """A seated person offered to make room."""

    name = "room.offered"
    turn: TurnId


class PersonNudged(Event, frozen=True, kw_only=True):
    """A seated person was reminded of the time, privately."""

    name = "person.nudged"
    turn: TurnId


class FloorGiven(Event, frozen=True, kw_only=True):
    """``turn`` is talking from here, or nobody."""

    name = "floor.given"
    turn: TurnId | None


# Topics


class TopicSuggested(Event, frozen=True, kw_only=True):
    """Somebody suggested a topic; the entry's ``seq`` is the topic. It is not shown yet."""

    name = "topic.suggested"
    erasable = ("title",)
    person: PersonId
    title: str


class TopicPutUp(Event, frozen=True, kw_only=True):
    """A suggested topic may be shown on the wall and the phones."""

    name = "topic.put_up"
    topic: TopicId


class TopicSetAside(Event, frozen=True, kw_only=True):
    """A suggested topic stays off the wall."""

    name = "topic.set_aside"
    topic: TopicId


class TopicAdded(Event, frozen=True, kw_only=True):
    """The facilitator named a topic; the entry's ``seq`` is the topic."""

    name = "topic.added"
    title: str


class TopicBegun(Event, frozen=True, kw_only=True):
    """The talk is about ``topic`` from here; the topic before it is done."""

    name = "topic.begun"
    topic: TopicId


class TopicEnded(Event, frozen=True, kw_only=True):
    """The talk is about no particular topic from here."""

    name = "topic.ended"
    topic: TopicId


class TopicRenamed(Event, frozen=True, kw_only=True):
    """A topic has another title, now and in the past."""

    name = "topic.renamed"
    erasable = ("title",)
    topic: TopicId
    title: str
    person: PersonId | None = None


EVENT_TYPES: dict[str, type[Event]] = {cls.name: cls for cls in Event.__subclasses__()}
"""Every event by its stored name. A new event joins by being declared."""


def subject(entry: Entry) -> PersonId | None:
    """Tell whose name or words an entry's erasable fields hold; ``None`` if it has none."""
    if not entry.event.erasable:
        return None
    if isinstance(entry.event, (PersonJoined, PersonAdded)):
        return PersonId(entry.seq)
    person: PersonId | None = entry.event.person  # type: ignore[attr-defined]  # erasable: has one
    return person
