"""Commands about the queue and about calls."""

from typing import Annotated, ClassVar

from msgspec import Meta

from fishbowl.domain.session.commands.base import SNOOZE_MAX, Command, Name, RequestKind, Words
from fishbowl.domain.session.commands.senders import (
    ATTENDEES,
    EVERYBODY,
    FACILITATORS,
    RUNNERS,
    TIME,
    Owner,
    Senders,
)
from fishbowl.domain.session.ids import CallId, ChairNo, PersonId, RequestId


class AskForChair(Command, frozen=True, kw_only=True):
    """Join the queue. ``person`` is for the facilitator who asks on somebody's behalf."""

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "person"

    person: PersonId | None = None
    kind: RequestKind = "new_point"
    words: Words = ""


class QueueWalkUp(Command, frozen=True, kw_only=True):
    """Put somebody without a phone into the queue; the name is optional."""

    senders: ClassVar[Senders] = FACILITATORS

    name: Name = ""


class ChangeRequest(Command, frozen=True, kw_only=True):
    """Change what one wants to bring, keeping the place."""

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "request"

    request: RequestId
    kind: RequestKind
    words: Words = ""


class LowerHand(Command, frozen=True, kw_only=True):
    """Leave the queue (by oneself), or be taken off it (by the facilitator)."""

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "request"

    request: RequestId


class MoveRequest(Command, frozen=True, kw_only=True):
    """Put a request right before another one, or last with ``before`` left out."""

    senders: ClassVar[Senders] = FACILITATORS

    request: RequestId
    before: RequestId | None = None


class KeepRequest(Command, frozen=True, kw_only=True):
    """Say that the request still stands: under the topic of now, and after "not now" too."""

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "request"

    request: RequestId


class SnoozeRequest(Command, frozen=True, kw_only=True):
    """Be stepped over for some minutes and keep the place; 0 ends it."""

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "request"

    request: RequestId
    minutes: Annotated[int, Meta(ge=0, le=SNOOZE_MAX)]


class WakeRequest(Command, frozen=True, kw_only=True):
    """Time's own act: the minutes are over."""

    senders: ClassVar[Senders] = TIME

    request: RequestId


class GivePlace(Command, frozen=True, kw_only=True):
    """Exchange places with somebody who waits further behind."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "request"

    request: RequestId
    to: RequestId


class ReadAloud(Command, frozen=True, kw_only=True):
    """The words of a request were read to the room: it is fulfilled, without a chair."""

    senders: ClassVar[Senders] = FACILITATORS

    request: RequestId


# Calls


class CallPerson(Command, frozen=True, kw_only=True):
    """Invite one request to one chair."""

    senders: ClassVar[Senders] = FACILITATORS

    request: RequestId
    chair: ChairNo


class AcceptCall(Command, frozen=True, kw_only=True):
    """Say "I am walking up"; the chair stays held."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "call"

    call: CallId


class PassCall(Command, frozen=True, kw_only=True):
    """Say "not now"; the place in the queue is kept."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "call"

    call: CallId


class WithdrawCall(Command, frozen=True, kw_only=True):
    """Take a call back; the person keeps the place in the queue."""

    senders: ClassVar[Senders] = RUNNERS

    call: CallId


class ConfirmSeated(Command, frozen=True, kw_only=True):
    """The called person is on the chair: said by the console or by the person's phone."""

    senders: ClassVar[Senders] = {**RUNNERS, **ATTENDEES}
    whose: ClassVar[Owner] = "call"

    call: CallId


class ExpireCall(Command, frozen=True, kw_only=True):
    """Time's own act: nobody came, the next person is offered."""

    senders: ClassVar[Senders] = TIME

    call: CallId


class SettleCall(Command, frozen=True, kw_only=True):
    """Time's own act: who said "I am walking up" a while ago counts as seated."""

    senders: ClassVar[Senders] = TIME

    call: CallId
