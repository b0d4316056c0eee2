"""Events of the queue and of calls."""

from typing import Literal

from msgspec import UNSET

from fishbowl.domain.kernel.ids import CallId, PersonId, RequestId, TopicId
from fishbowl.domain.session.commands.base import RequestKind
from fishbowl.domain.session.events.base import ITSELF, Event, Result
from fishbowl.domain.session.events.limits import ChairNumber, OnTheClock, WordsText


class QueueJoined(Event, frozen=True, kw_only=True):
    """A person asked for a chair; the entry's ``seq`` is the request.

    ``rank`` orders the queue, smallest first. ``topic`` is the current one at the time. ``lot``
    was drawn for it, for the order that goes by lot.
    """

    name = "queue.joined"
    undo = "by_role"
    undo_by = "facilitators"
    words_of = ITSELF
    erasable = ("words",)
    person: PersonId
    kind: RequestKind
    words: WordsText
    rank: int
    topic: TopicId | None = None
    lot: int | None = None


class RequestChanged(Event, frozen=True, kw_only=True):
    """A waiting person wants to bring something else, under ``topic`` if that is another now."""

    name = "request.changed"
    undo = "by_role"
    undo_by = "facilitators"
    words_of = "request"
    erasable = ("words",)
    person: PersonId
    request: RequestId
    kind: RequestKind
    words: WordsText
    topic: TopicId | None = None


class QueueLeft(Event, frozen=True, kw_only=True):
    """A request ended without a turn: withdrawn by the person, or removed."""

    name = "queue.left"
    undo = "by_role"
    undo_by = "facilitators"
    request: RequestId
    why: Literal["withdrawn", "removed"]


class QueueEmptied(Event, frozen=True, kw_only=True):
    """The session ended while these still waited; who they are stays with the session."""

    name = "queue.emptied"
    undo = "by_role"
    undo_by = "facilitators"
    requests: tuple[RequestId, ...]


class QueueMoved(Event, frozen=True, kw_only=True):
    """A request has another rank in the queue.

    ``before`` is the request right before which a hand has put it, 0 behind everybody. ``lead``
    are that request and everybody behind it at that moment; ``None`` where no hand moved it.
    """

    name = "queue.moved"
    undo = "by_role"
    undo_by = "facilitators"
    request: RequestId
    rank: int
    before: RequestId | None = None
    lead: Result[tuple[RequestId, ...] | None] = UNSET


class RequestKept(Event, frozen=True, kw_only=True):
    """A waiting person still wants the chair, under ``topic`` from now on."""

    name = "request.kept"
    undo = "by_role"
    undo_by = "facilitators"
    request: RequestId
    topic: TopicId | None = None


class RequestSnoozed(Event, frozen=True, kw_only=True):
    """A waiting person is stepped over until then on the session clock; the place is kept."""

    name = "request.snoozed"
    undo = "by_role"
    undo_by = "facilitators"
    request: RequestId
    until_run_ms: OnTheClock


class RequestWoken(Event, frozen=True, kw_only=True):
    """A waiting person is no longer stepped over."""

    name = "request.woken"
    undo = "by_role"
    undo_by = "facilitators"
    request: RequestId


class PlaceGiven(Event, frozen=True, kw_only=True):
    """A waiting person let ``to``, who waited further behind, go before them.

    ``exchanged``: they stand in each other's places now. Otherwise giving up the right to reply
    first was enough. Neither goes ahead by a reply that only the other one makes: ``points`` are
    those of the two that wait as new points from here.
    """

    name = "place.given"
    undo = "never"
    request: RequestId
    to: RequestId
    exchanged: bool = True
    points: Result[tuple[RequestId, ...]] = UNSET


class RequestRead(Event, frozen=True, kw_only=True):
    """The words of a request were read aloud: its person has contributed.

    ``passed_over`` and ``as_reply`` as in ``call.made``.
    """

    name = "request.read"
    undo = "by_role"
    undo_by = "facilitators"
    request: RequestId
    passed_over: tuple[RequestId, ...] = ()
    as_reply: Result[bool] = UNSET


# Calls


class CallMade(Event, frozen=True, kw_only=True):
    """A request was invited to a chair, which is held for it; the entry's ``seq`` is the call.

    ``passed_over`` are the places that arrived earlier and were stepped over by the queue order,
    not by a hand or by own wish. ``as_reply``: the call counts as one of a reply. The chair is held
    until ``until_run_ms`` on the session clock, if the person has a phone to answer with.
    """

    name = "call.made"
    undo = "by_role"
    undo_by = "facilitators"
    request: RequestId
    chair: ChairNumber
    passed_over: tuple[RequestId, ...] = ()
    as_reply: Result[bool] = UNSET
    until_run_ms: Result[OnTheClock] = UNSET


class CallAccepted(Event, frozen=True, kw_only=True):
    """The person is walking up, and counts as seated at ``until_run_ms`` on the session clock."""

    name = "call.accepted"
    undo = "never"
    call: CallId
    request: RequestId
    until_run_ms: Result[OnTheClock] = UNSET


class CallEnded(Event, frozen=True, kw_only=True):
    """A call came to nothing; the request waits again, with the ``rank`` given.

    ``passed``: "not now". ``missed``: nobody came within the grace time. ``withdrawn``: taken
    back by the facilitator. ``before`` keeps who was missed twice behind the next two, whatever
    the queue order; ``lead`` as in ``queue.moved``.
    """

    name = "call.ended"
    undo = "by_role"
    undo_by = "facilitators"
    call: CallId
    request: RequestId
    why: Literal["passed", "missed", "withdrawn"]
    rank: int
    before: RequestId | None = None
    lead: Result[tuple[RequestId, ...] | None] = UNSET
