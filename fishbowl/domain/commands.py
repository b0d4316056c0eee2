"""What a person, or time itself, may ask of a session.

Commands are imperative and say what the presser saw (a request, a chair, a turn), never "next":
if it is no longer so, nothing happens and the acknowledgement says what is.
"""

import re
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from fishbowl.domain.ids import ActionId, CallId, ChairNo, PersonId, RequestId, TopicId, TurnId

NAME_MAX = 80
WORDS_MAX = 280
QUESTION_MAX = 280
TITLE_MAX = 140
CHAIRS_MIN, CHAIRS_MAX = 2, 8
MINUTES_MAX = 24 * 60

Name = Annotated[str, Meta(max_length=NAME_MAX)]
Words = Annotated[str, Meta(max_length=WORDS_MAX)]
Question = Annotated[str, Meta(max_length=QUESTION_MAX)]
Title = Annotated[str, Meta(max_length=TITLE_MAX)]
ChairCount = Annotated[int, Meta(ge=CHAIRS_MIN, le=CHAIRS_MAX)]
Minutes = Annotated[int, Meta(ge=1, le=MINUTES_MAX)]

Attribution = Literal["named", "chatham_house"]
RequestKind = Literal["new_point", "reply", "question"]
Wall = Literal["bowl", "qr"]


def wire_name(class_name: str) -> str:
    """Turn ``CallPerson`` into ``call_person``, the name a command has on the wire."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", class_name).lower()


class Command(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="do",
    tag=wire_name,
    forbid_unknown_fields=True,
):
    """The base of all commands; ``do`` on the wire tells which one it is."""


# The session


class CreateSession(Command, frozen=True, kw_only=True):
    """Begin the log: the question, and the rules that stand in the first event.

    ``chair_count`` includes the ``open_chairs`` that are kept free. ``seat_limit_minutes`` is a
    hint for the time on a chair, never a lock. ``address`` is the web address that phones on this
    network can reach; empty lets the server choose.
    """

    code: str
    question: Question
    event: Title = ""
    chair_count: ChairCount = 5
    open_chairs: Annotated[int, Meta(ge=0, le=2)] = 1
    minutes: Minutes = 45
    seat_limit_minutes: Minutes = 8
    attribution: Attribution = "named"
    address: Annotated[str, Meta(max_length=200)] = ""


class ChangeSettings(Command, frozen=True, kw_only=True):
    """Change what was chosen at creation; a field left out stays as it is."""

    question: Question | None = None
    event: Title | None = None
    seat_limit_minutes: Minutes | None = None
    show_times: bool | None = None
    address: Annotated[str, Meta(max_length=200)] | None = None


class StartSession(Command, frozen=True, kw_only=True):
    """Start the session clock; until then the room gathers."""


class CloseSession(Command, frozen=True, kw_only=True):
    """End the session: everybody leaves the bowl, the summary is there."""


class PauseClock(Command, frozen=True, kw_only=True):
    """Stop session, seat and floor clocks."""


class ResumeClock(Command, frozen=True, kw_only=True):
    """Let the stopped clocks run on."""


class ExtendClock(Command, frozen=True, kw_only=True):
    """Add minutes to the end (or take some away, with a negative number)."""

    minutes: Annotated[int, Meta(ge=-120, le=240)]


class LockDoor(Command, frozen=True, kw_only=True):
    """Let nobody new in; who is in stays in and can come back."""


class UnlockDoor(Command, frozen=True, kw_only=True):
    """Let new people in again."""


class ShowOnWall(Command, frozen=True, kw_only=True):
    """Choose what the room display shows: the bowl, or the QR over the whole wall."""

    what: Wall


class InviteVoice(Command, frozen=True, kw_only=True):
    """Tell the room, kindly, that a chair is waiting for somebody."""


class PublishSummary(Command, frozen=True, kw_only=True):
    """Put the summary under its unguessable link; the phones show it."""


class WithdrawSummary(Command, frozen=True, kw_only=True):
    """Take the published summary back."""


class UndoAction(Command, frozen=True, kw_only=True):
    """Take a facilitator's action back; on an undo, this is the redo."""

    action: ActionId


# People


class JoinSession(Command, frozen=True, kw_only=True):
    """Come in by phone under a name of one's own choice."""

    name: Name


class RenamePerson(Command, frozen=True, kw_only=True):
    """Give a person another name; people may rename themselves."""

    person: PersonId
    name: Name


class HideName(Command, frozen=True, kw_only=True):
    """Show a person everywhere at once as a numbered guest."""

    person: PersonId


class ShowName(Command, frozen=True, kw_only=True):
    """Show a hidden name again."""

    person: PersonId


class SendOut(Command, frozen=True, kw_only=True):
    """Send a person out of the session and keep them out."""

    person: PersonId


class ReadmitPerson(Command, frozen=True, kw_only=True):
    """Let a person who was sent out come back."""

    person: PersonId


class ForgetPerson(Command, frozen=True, kw_only=True):
    """Delete everything held about a person, for good; this cannot be undone."""

    person: PersonId


# The queue


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


# Chairs


class SeatPerson(Command, frozen=True, kw_only=True):
    """Seat a known person on a free chair, whatever the queue says."""

    person: PersonId
    chair: ChairNo


class SeatWalkUp(Command, frozen=True, kw_only=True):
    """Seat somebody without a phone at once; the name is optional and can come later."""

    chair: ChairNo
    name: Name = ""


class FreeChair(Command, frozen=True, kw_only=True):
    """End a turn: by the facilitator, or by oneself ("leave my chair")."""

    turn: TurnId


class MovePerson(Command, frozen=True, kw_only=True):
    """Move a turn to another chair; two people exchange chairs when it is taken."""

    turn: TurnId
    chair: ChairNo


class TakeOver(Command, frozen=True, kw_only=True):
    """One person leaves, the other sits down on the same chair: one action, one undo."""

    request: RequestId
    turn: TurnId


class AskToMakeRoom(Command, frozen=True, kw_only=True):
    """Ask a seated person to make room; their phone and, kindly, the wall say so."""

    turn: TurnId


class OfferRoom(Command, frozen=True, kw_only=True):
    """A seated person offers to make room for whoever waits."""

    turn: TurnId


class NudgePerson(Command, frozen=True, kw_only=True):
    """Remind a seated person of the time, on their own phone only."""

    turn: TurnId


class GiveFloor(Command, frozen=True, kw_only=True):
    """Mark which turn is talking; ``None`` for nobody."""

    turn: TurnId | None


# Topics


class SuggestTopic(Command, frozen=True, kw_only=True):
    """Suggest a thread of the question; it waits for the facilitator."""

    title: Title


class PutUpTopic(Command, frozen=True, kw_only=True):
    """Let a suggested topic reach the wall and the phones."""

    topic: TopicId


class SetAsideTopic(Command, frozen=True, kw_only=True):
    """Leave a suggested topic off the wall."""

    topic: TopicId


class BeginTopic(Command, frozen=True, kw_only=True):
    """Make a topic the current one: a known ``topic``, or a new one called ``title``."""

    topic: TopicId | None = None
    title: Title = ""


class EndTopic(Command, frozen=True, kw_only=True):
    """Close the current topic without beginning another."""

    topic: TopicId


class RenameTopic(Command, frozen=True, kw_only=True):
    """Give a topic another title; everything that refers to it stays linked."""

    topic: TopicId
    title: Title


AnyCommand = (
    CreateSession
    | ChangeSettings
    | StartSession
    | CloseSession
    | PauseClock
    | ResumeClock
    | ExtendClock
    | LockDoor
    | UnlockDoor
    | ShowOnWall
    | InviteVoice
    | PublishSummary
    | WithdrawSummary
    | UndoAction
    | JoinSession
    | RenamePerson
    | HideName
    | ShowName
    | SendOut
    | ReadmitPerson
    | ForgetPerson
    | AskForChair
    | QueueWalkUp
    | ChangeRequest
    | LowerHand
    | MoveRequest
    | CallPerson
    | AcceptCall
    | PassCall
    | WithdrawCall
    | ConfirmSeated
    | ExpireCall
    | SettleCall
    | SeatPerson
    | SeatWalkUp
    | FreeChair
    | MovePerson
    | TakeOver
    | AskToMakeRoom
    | OfferRoom
    | NudgePerson
    | GiveFloor
    | SuggestTopic
    | PutUpTopic
    | SetAsideTopic
    | BeginTopic
    | EndTopic
    | RenameTopic
)
"""Every command there is."""
