"""Who may send what: the one table, and nothing about it anywhere else.

A role maps to a scope: ``ANY`` may send the command about anybody, ``OWN`` only about itself,
its own request, call or turn. A role that is not listed may not send the command at all.

The facilitator alone begins and ends the session, decides what leaves the room (the summary,
and what is forgotten for good) and lets others help. A co-facilitator does all the rest, a
note-taker keeps the topics and the notes, a microphone runner sees people to their chairs.
"""

from enum import StrEnum
from functools import cache
from typing import Any

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import PersonId, TakeawayId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.model import Action
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air
from fishbowl.domain.session.state import Session


class Scope(StrEnum):
    """How far a right reaches."""

    ANY = "any"
    OWN = "own"


_ALONE = {Role.FACILITATOR: Scope.ANY}
_FACILITATOR = {**_ALONE, Role.CO_FACILITATOR: Scope.ANY}
"""The usual row: whoever runs the bowl. What is the facilitator's alone says so."""
_TOPICS = {**_FACILITATOR, Role.NOTE_TAKER: Scope.ANY}
_CHAIRS = {**_FACILITATOR, Role.RUNNER: Scope.ANY}
_ATTENDEE = {Role.ATTENDEE: Scope.OWN}
_BOTH = {**_FACILITATOR, **_ATTENDEE}
_TIME = {Role.TIME: Scope.ANY}
_DOOR = {Role.DOOR: Scope.ANY}

RIGHTS: dict[type[c.Command], dict[Role, Scope]] = {
    c.CreateSession: _ALONE,
    c.PlanSession: _ALONE,
    c.ChangeSettings: _FACILITATOR,
    c.NextQuestion: _FACILITATOR,
    c.SetLanguage: _TOPICS,
    c.ChangeRules: _FACILITATOR,
    c.StartSession: _ALONE,
    c.CloseSession: {**_ALONE, **_TIME},
    c.PauseClock: _FACILITATOR,
    c.ResumeClock: _FACILITATOR,
    c.BeginBreak: _FACILITATOR,
    c.ExtendClock: _FACILITATOR,
    c.LockDoor: _FACILITATOR,
    c.UnlockDoor: _FACILITATOR,
    c.SetWaitingRoom: _FACILITATOR,
    c.AdmitPeople: _FACILITATOR,
    c.RemovePeople: _FACILITATOR,
    c.RevokeLinks: _ALONE,
    c.RenewLink: _DOOR,
    c.ShowOnWall: _FACILITATOR,
    c.ReturnToBowl: _TIME,
    c.SetWall: _FACILITATOR,
    c.SetWifi: _FACILITATOR,
    c.EraseWifi: _TIME,
    c.InviteVoice: _FACILITATOR,
    c.PassWords: _FACILITATOR,
    c.PublishSummary: _ALONE,
    c.WithdrawSummary: _ALONE,
    c.IntroduceSummary: _TOPICS,
    c.HideFromSummary: _FACILITATOR,
    c.ShowInSummary: _FACILITATOR,
    c.MoveInSummary: _TOPICS,
    c.UndoAction: _TOPICS,
    c.JoinSession: _ATTENDEE,
    c.AddPeople: _FACILITATOR,
    c.RenamePerson: _BOTH,
    c.SetGroup: _BOTH,
    c.HideName: _FACILITATOR,
    c.ShowName: _FACILITATOR,
    c.SendOut: _FACILITATOR,
    c.ReadmitPerson: _FACILITATOR,
    c.SayWhere: _ATTENDEE,
    c.ForgetEverybody: _TIME,
    c.ForgetPerson: {**_ALONE, **_ATTENDEE},
    c.AskForChair: _BOTH,
    c.QueueWalkUp: _FACILITATOR,
    c.ChangeRequest: _BOTH,
    c.LowerHand: _BOTH,
    c.MoveRequest: _FACILITATOR,
    c.KeepRequest: _BOTH,
    c.SnoozeRequest: _BOTH,
    c.WakeRequest: _TIME,
    c.GivePlace: _ATTENDEE,
    c.ReadAloud: _FACILITATOR,
    c.CallPerson: _FACILITATOR,
    c.AcceptCall: _ATTENDEE,
    c.PassCall: _ATTENDEE,
    c.WithdrawCall: _CHAIRS,
    c.ConfirmSeated: {**_CHAIRS, **_ATTENDEE},
    c.ExpireCall: _TIME,
    c.SettleCall: _TIME,
    c.SeatPerson: _FACILITATOR,
    c.SeatWalkUp: _FACILITATOR,
    c.FreeChair: _BOTH,
    c.MovePerson: _FACILITATOR,
    c.TakeOver: _FACILITATOR,
    c.AskToMakeRoom: _FACILITATOR,
    c.OfferRoom: _ATTENDEE,
    c.NudgePerson: _FACILITATOR,
    c.GiveFloor: _FACILITATOR,
    c.SetChairKind: _FACILITATOR,
    c.ChangeChairs: _FACILITATOR,
    c.SwapGroup: _FACILITATOR,
    c.TakeChairAway: _FACILITATOR,
    c.TakeChair: _ATTENDEE,
    c.TapIn: {Role.ATTENDEE: Scope.ANY},
    c.HandOver: _ATTENDEE,
    c.AskMinute: _ATTENDEE,
    c.EndMinute: _TIME,
    c.TakeFloor: _FACILITATOR,
    c.CorrectFloor: _FACILITATOR,
    c.CorrectTurn: _FACILITATOR,
    c.MergePeople: _FACILITATOR,
    c.RecoverPerson: _DOOR,
    c.MarkVolunteer: _FACILITATOR,
    c.SuggestTopic: _ATTENDEE,
    c.AddTopic: _TOPICS,
    c.PutUpTopic: _TOPICS,
    c.SetAsideTopic: _TOPICS,
    c.BeginTopic: _TOPICS,
    c.EndTopic: _TOPICS,
    c.RenameTopic: _TOPICS,
    c.GiveTopicTime: _FACILITATOR,
    c.ParkTopic: _TOPICS,
    c.MergeTopics: _TOPICS,
    c.AddNote: _TOPICS,
    c.EditNote: _TOPICS,
    c.RemoveNote: _TOPICS,
    c.CheckNote: _TOPICS,
    c.KeepTakeaway: _ATTENDEE,
    c.EditTakeaway: _ATTENDEE,
    c.WithdrawTakeaway: _ATTENDEE,
    c.PutUpTakeaway: _FACILITATOR,
    c.PutUpTakeaways: _FACILITATOR,
    c.RewordTakeaway: _FACILITATOR,
    c.MergeTakeaway: _FACILITATOR,
    c.SetAsideTakeaway: _FACILITATOR,
    c.OpenDebrief: _FACILITATOR,
    c.CloseDebrief: _FACILITATOR,
    c.AnswerDebrief: _ATTENDEE,
    c.EditAnswer: _ATTENDEE,
    c.TakeBackAnswer: _ATTENDEE,
    c.PutUpAnswer: _FACILITATOR,
    c.SetAsideAnswer: _FACILITATOR,
    c.CloseItem: _BOTH,
    c.ReopenItem: _BOTH,
    c.OpenVote: _FACILITATOR,
    c.CloseVote: {**_FACILITATOR, **_TIME},
    c.AdmitVoters: _FACILITATOR,
    c.CastDots: _ATTENDEE,
    c.ConfirmVoter: _ATTENDEE,
    c.OpenThumbs: _FACILITATOR,
    c.CastThumb: _ATTENDEE,
    c.CloseThumbs: {**_FACILITATOR, **_TIME},
    c.AskBowl: _ATTENDEE,
    c.PutUpQuestion: _FACILITATOR,
    c.SetAsideQuestion: _FACILITATOR,
    c.TakeBackQuestion: _ATTENDEE,
    c.UpvoteQuestion: _ATTENDEE,
    c.ShowQuestion: _FACILITATOR,
    c.AnswerQuestion: _FACILITATOR,
    c.TotalSignals: _TIME,
    c.BeginPhase: _FACILITATOR,
    c.EditRun: _FACILITATOR,
    c.SetPhaseMinutes: _FACILITATOR,
    c.RebalanceRun: _FACILITATOR,
    c.MarkPhaseDue: _TIME,
    c.CloseQueue: {**_FACILITATOR, **_TIME},
    c.OpenQueue: _FACILITATOR,
    c.LeavePoint: _ATTENDEE,
    c.WithdrawPoint: _ATTENDEE,
    c.CreditMe: _ATTENDEE,
    c.MarkRecordingStart: _FACILITATOR,
    c.MarkRecordingStop: _FACILITATOR,
}

_FACILITATORS_OWN = frozenset(
    {"session.started", "session.closed", "summary.published", "summary.withdrawn", "links.revoked"}
)
_NOTE_TAKERS_OWN = frozenset(
    {
        "topic.added", "topic.begun", "topic.ended", "topic.renamed", "topic.put_up",
        "topic.set_aside", "topic.parked", "topic.merged", "note.added", "note.changed",
        "note.removed", "note.checked", "summary.introduced", "summary.ordered",
    }
)  # fmt: skip
_IN_PASSING = frozenset({"thumbs.closed", "wall.changed"})
"""What a new topic brings with it."""


_NOBODY = PersonId(0)
"""Whose a thing is that belongs to the session; no attendee is it."""


def check_rights(
    session: Session | None, command: Any, role: Role, person: PersonId | None
) -> None:
    """Let a command pass, or refuse it.

    :param person: who the attendee is in this session; ``None`` if not joined.
    :raises Rejected: ``facilitator_only`` or ``not_yours``.
    """
    scope = RIGHTS[type(command)].get(role)
    if scope is None:
        raise Rejected("facilitator_only")
    if scope is Scope.OWN and session is not None:
        owner = _owner(session, command)
        if owner is not None and owner != person:
            raise Rejected("not_yours")


def may_take_back(session: Session, action: Action, role: Role) -> bool:
    """Tell whether a role may undo an action: nobody takes back what they could not have done.

    The undo of an action is judged as what it took back.
    """
    if role is Role.FACILITATOR:
        return True
    done: Action | None = action
    while done is not None and done.undoes is not None:
        before = done.undoes
        done = next((a for a in session.actions if a.id == before), None)
    if done is None:
        return False
    if role is Role.CO_FACILITATOR:
        return _FACILITATORS_OWN.isdisjoint(done.events)
    events = frozenset(done.events)
    return bool(events & _NOTE_TAKERS_OWN) and events <= _NOTE_TAKERS_OWN | _IN_PASSING


@cache
def sendable(role: Role) -> tuple[str, ...]:
    """Name on the wire what a role may send, in the order of the table."""
    return tuple(c.wire_name(kind.__name__) for kind, roles in RIGHTS.items() if role in roles)


def _owner(session: Session, command: Any) -> PersonId | None:
    """Whose a command is, by whom or what it is about; ``None`` if nobody's."""
    fields = command.__struct_fields__
    if "person" in fields:
        person: PersonId | None = command.person
        return person
    if "turn" in fields and command.turn in session.turns:
        return session.turns[command.turn].person
    if "request" in fields and command.request in session.requests:
        return session.requests[command.request].person
    if isinstance(command, c.TakeBackQuestion) and command.question in session.questions:
        return session.questions[command.question].person
    if "point" in fields and command.point in session.points:
        return session.points[command.point].person
    if "takeaway" in fields and command.takeaway in session.takeaways:
        return session.takeaways[command.takeaway].person
    if "answer" in fields and command.answer in session.answers:
        return session.answers[command.answer].person
    if isinstance(command, (c.CloseItem, c.ReopenItem)):
        takeaway = session.takeaways.get(TakeawayId(command.item))
        return _NOBODY if takeaway is None else takeaway.person
    if "call" in fields:
        return next((r.person for r in calls_in_the_air(session) if r.call == command.call), None)
    return None
