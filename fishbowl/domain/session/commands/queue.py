"""Commands about the queue and about calls."""

from typing import Annotated

from msgspec import Meta

from fishbowl.domain.kernel.ids import CallId, ChairNo, PersonId, RequestId
from fishbowl.domain.session.commands.base import SNOOZE_MAX, Command, Name, RequestKind, Words


class AskForChair(Command, frozen=True, kw_only=True):
    """Join the queue. ``person`` is for the facilitator who asks on somebody's behalf."""

    person: PersonId | None = None
    kind: RequestKind = "new_point"
    words: Words = ""


class QueueWalkUp(Command, frozen=True, kw_only=True):
    """Put somebody without a phone into the queue; the name is optional."""

    name: Name = ""


class ChangeRequest(Command, frozen=True, kw_only=True):
    """Change what one wants to bring, keeping the place."""

    request: RequestId
    kind: RequestKind
    words: Words = ""


class LowerHand(Command, frozen=True, kw_only=True):
    """Leave the queue (by oneself), or be taken off it (by the facilitator)."""

    request: RequestId


class MoveRequest(Command, frozen=True, kw_only=True):
    """Put a request right before another one, or last with ``before`` left out."""

    request: RequestId
    before: RequestId | None = None


class KeepRequest(Command, frozen=True, kw_only=True):
    """Say that the request still stands: under the topic of now, and after "not now" too."""

    request: RequestId


class SnoozeRequest(Command, frozen=True, kw_only=True):
    """Be stepped over for some minutes and keep the place; 0 ends it."""

    request: RequestId
    minutes: Annotated[int, Meta(ge=0, le=SNOOZE_MAX)]


class WakeRequest(Command, frozen=True, kw_only=True):
    """Time's own act: the minutes are over."""

    request: RequestId


class GivePlace(Command, frozen=True, kw_only=True):
    """Exchange places with somebody who waits further behind."""

    request: RequestId
    to: RequestId


class ReadAloud(Command, frozen=True, kw_only=True):
    """The words of a request were read to the room: it is fulfilled, without a chair."""

    request: RequestId


# Calls


class CallPerson(Command, frozen=True, kw_only=True):
    """Invite one request to one chair."""

    request: RequestId
    chair: ChairNo


class AcceptCall(Command, frozen=True, kw_only=True):
    """Say "I am walking up"; the chair stays held."""

    call: CallId


class PassCall(Command, frozen=True, kw_only=True):
    """Say "not now"; the place in the queue is kept."""

    call: CallId


class WithdrawCall(Command, frozen=True, kw_only=True):
    """Take a call back; the person keeps the place in the queue."""

    call: CallId


class ConfirmSeated(Command, frozen=True, kw_only=True):
    """The called person is on the chair: said by the console or by the person's phone."""

    call: CallId


class ExpireCall(Command, frozen=True, kw_only=True):
    """Time's own act: nobody came, the next person is offered."""

    call: CallId


class SettleCall(Command, frozen=True, kw_only=True):
    """Time's own act: who said "I am walking up" a while ago counts as seated."""

    call: CallId
