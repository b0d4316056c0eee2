"""Events of the queue and of calls."""

from typing import Literal

from fishbowl.domain.commands.base import RequestKind
from fishbowl.domain.events.base import Event
from fishbowl.domain.ids import CallId, ChairNo, PersonId, RequestId, TopicId


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
