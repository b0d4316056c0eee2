"""Who may send what: every command by every role."""

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import EVENT_TYPES
from fishbowl.domain.session.ids import ActionId
from fishbowl.domain.session.model import Action
from fishbowl.domain.session.rights import RIGHTS, Scope, may_take_back
from tests.support.phone import Phone
from tests.support.refusals import refused
from tests.support.room import Room

ANYBODY_IN_THE_ROOM = {
    c.AcceptCall, c.AskForChair, c.ChangeRequest, c.ConfirmSeated, c.ForgetPerson, c.FreeChair,
    c.JoinSession, c.LowerHand, c.OfferRoom, c.PassCall, c.RenamePerson, c.SuggestTopic,
    c.AskMinute, c.HandOver, c.TakeChair, c.TapIn,
    c.GivePlace, c.KeepRequest, c.SetGroup, c.SnoozeRequest,
    c.AskBowl, c.CastDots, c.CastThumb, c.LeavePoint, c.UpvoteQuestion,
    c.SayWhere, c.CreditMe, c.TakeBackQuestion, c.WithdrawPoint,
    c.KeepTakeaway, c.EditTakeaway, c.WithdrawTakeaway, c.CloseItem, c.MoveItem, c.ReopenItem,
    c.AnswerDebrief, c.EditAnswer, c.TakeBackAnswer, c.ConfirmVoter,
}  # fmt: skip
ABOUT_NOBODY = {
    c.JoinSession, c.SuggestTopic, c.AskBowl, c.CastDots, c.CastThumb, c.UpvoteQuestion,
    c.TakeChair, c.SayWhere, c.CreditMe, c.KeepTakeaway, c.AnswerDebrief, c.ConfirmVoter,
}  # fmt: skip
"""Whoever sends these speaks for themself: nobody is named in them."""
ONLY_ATTENDEES = ABOUT_NOBODY | {
    c.AcceptCall, c.OfferRoom, c.PassCall,
    c.AskMinute, c.HandOver, c.TapIn, c.GivePlace,
    c.TakeBackQuestion, c.WithdrawPoint, c.LeavePoint,
    c.EditTakeaway, c.WithdrawTakeaway, c.EditAnswer, c.TakeBackAnswer, c.MoveItem,
}  # fmt: skip
THE_DOOR_S_OWN = {c.RecoverPerson, c.RenewLink}
THE_FACILITATORS_ALONE = {
    c.CreateSession, c.PlanSession, c.StartSession, c.CloseSession,
    c.PublishSummary, c.WithdrawSummary, c.ForgetPerson, c.RevokeLinks,
}  # fmt: skip
NOTE_TAKERS = {
    c.BeginTopic, c.EndTopic, c.RenameTopic, c.PutUpTopic, c.SetAsideTopic, c.ParkTopic,
    c.MergeTopics, c.AddTopic, c.UndoAction, c.AddNote, c.EditNote, c.RemoveNote, c.CheckNote,
    c.IntroduceSummary, c.MoveInSummary, c.SetLanguage,
}  # fmt: skip
RUNNERS = {c.ConfirmSeated, c.WithdrawCall}
ONLY_TIME = {
    c.EndMinute, c.EraseWifi, c.ExpireCall, c.ForgetEverybody, c.MarkPhaseDue, c.ReturnToBowl,
    c.SettleCall, c.TotalSignals, c.WakeRequest,
}  # fmt: skip
THE_HOSTS_OWN = {c.FileUnderSeries}
TIME_S_OWN = {c.CloseSession, c.CloseQueue, c.CloseVote, c.CloseThumbs} | ONLY_TIME
COMMANDS = sorted(RIGHTS, key=lambda kind: kind.__name__)


def may(role: Role) -> set[type[c.Command]]:
    """The commands that a role may send, as this test was told by hand."""
    match role:
        case Role.ATTENDEE:
            return ANYBODY_IN_THE_ROOM
        case Role.TIME:
            return TIME_S_OWN
        case Role.DOOR:
            return THE_DOOR_S_OWN
        case Role.FACILITATOR:
            return set(RIGHTS) - ONLY_ATTENDEES - ONLY_TIME - THE_DOOR_S_OWN - THE_HOSTS_OWN
        case Role.CO_FACILITATOR:
            return may(Role.FACILITATOR) - THE_FACILITATORS_ALONE
        case Role.NOTE_TAKER:
            return NOTE_TAKERS
        case Role.RUNNER:
            return RUNNERS
        case Role.OWNER:
            return THE_HOSTS_OWN
        case Role.STAGE_MONITOR | Role.MEMBER:
            return set()


def example(kind: type[c.Command], room: Room, whose: str) -> c.Command:
    """Fill a command with what belongs to a person who waits, is called, or sits."""
    person = room.person(whose)
    request = room.session.open_request.get(person, 0)
    behind = next((p for p in room.session.open_request if room.called(p) == "Behind"), 0)
    about = {
        "person": person,
        "request": request,
        "call": request and (room.session.requests[request].call or 0),
        "turn": room.session.current_turn.get(person, 0),
        "code": "WAVE48",
        "due": "2026-12-09",
        "question": "Why?",
        "name": "Noor",
        "title": "Pay",
        "language": "de",
        "topic": 9_999,
        "action": 9_999,
        "chair": 4,
        "minutes": 5,
        "what": "qr",
        "showing": "frozen",
        "network": "Hall 2",
        "password": "open sesame",
        "kind": "question",
        "count": 4,
        "chair_count": 4,
        "seat_limit_minutes": 5,
        "attribution": "named",
        "to": behind and room.session.open_request[behind],
        "group": "Nurses",
        "vote": 9_999,
        "thumbs": 9_999,
        "into": 9_999,
        "dots": 1,
        "way": "go_on",
        "words": "Why?",
        "why": "off_topic",
        "guest": person,
        "on": True,
        "from_run_ms": 0,
        "until_run_ms": 1,
        "role": "runner",
        "point": min(room.session.points),
        "index": 0,
        "phases": (),
        "how": "later",
        "ms": 60_000,
        "note": 9_999,
        "takeaway": min(room.session.takeaways),
        "answer": min(room.session.answers),
        "item": min(room.session.takeaways),
        "items": (min(room.session.takeaways),),
        "takeaways": (min(room.session.takeaways),),
        "until_ms": room.now_ms + 60_000,
        "stage": "so_what",
        "shared": True,
        "people": (c.NewPerson(name="Somebody"),),
        "since": person,
        "series": "lunch234",
        "up_to": person,
        "open": True,
    }
    if kind is c.KeepTakeaway:
        about["kind"] = "take"
    if kind is c.EditTakeaway:
        about["kind"] = "will"
    if kind is c.EditAnswer:
        about["words"] = "Otherwise."
    if kind is c.LeavePoint:
        about["words"] = "One more."
    if kind in (c.UpvoteQuestion, c.SetAsideQuestion):
        about["question"] = 9_999
    if kind is c.TakeBackQuestion:
        about["question"] = min(room.session.questions)
    needed = kind.__struct_fields__
    return kind(**{field: about[field] for field in needed if field in about})


@pytest.fixture
def room() -> Room:
    """Somebody waits, somebody is called, somebody sits, all by phone."""
    room = Room()
    room.facilitator.starts()
    waits, called, sits = room.asks("Waits", "Called", "Sits")
    room.facilitator.calls(sits.name, chair=1)
    sits.is_on_the_chair()
    room.facilitator.calls(called.name, chair=2)
    room.facilitator.changes_rules(exit_rule="tap_in")
    waits.taps_in_on(sits.name)
    room.asks("Behind")
    waits.puts_question("Who decides?")
    waits.leaves_point("Newcomers first.")
    room.facilitator.begins_topic("Trust")
    room.facilitator.sends(c.ShowOnWall(what="takeaways"))
    room.facilitator.sends(c.OpenDebrief(stage="what"))
    waits.sends(c.KeepTakeaway(kind="will", words="Ask who is tired.", shared=True))
    waits.sends(c.AnswerDebrief(stage="what", words="Silence."))
    waits.sends(c.CloseItem(item=min(room.session.takeaways)))
    return room


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_the_table_says_who_may_send_it(kind: type[c.Command], role: Role):
    assert (role in RIGHTS[kind]) == (kind in may(role))


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_who_may_not_is_refused_and_nothing_changes(room: Room, kind: type[c.Command]):
    waits = room.phone_of("Waits")
    for role in set(Role) - RIGHTS[kind].keys():
        with refused(room, "facilitator_only"):
            room.sends(example(kind, room, "Waits"), role=role, person=waits.person, key=waits.key)


ABOUT_SOMEBODY = [
    (c.RenamePerson, "Waits"),
    (c.ForgetPerson, "Waits"),
    (c.AskForChair, "Waits"),
    (c.ChangeRequest, "Waits"),
    (c.LowerHand, "Waits"),
    (c.LowerHand, "Called"),
    (c.KeepRequest, "Waits"),
    (c.SnoozeRequest, "Waits"),
    (c.GivePlace, "Waits"),
    (c.SetGroup, "Waits"),
    (c.TakeBackQuestion, "Waits"),
    (c.WithdrawPoint, "Waits"),
    (c.LeavePoint, "Waits"),
    (c.EditTakeaway, "Waits"),
    (c.WithdrawTakeaway, "Waits"),
    (c.EditAnswer, "Waits"),
    (c.TakeBackAnswer, "Waits"),
    (c.CloseItem, "Waits"),
    (c.MoveItem, "Waits"),
    (c.ReopenItem, "Waits"),
    (c.AcceptCall, "Called"),
    (c.PassCall, "Called"),
    (c.ConfirmSeated, "Called"),
    (c.FreeChair, "Sits"),
    (c.OfferRoom, "Sits"),
    (c.AskMinute, "Sits"),
    (c.HandOver, "Sits"),
]


def test_every_command_that_can_be_about_somebody_is_tried():
    own = {kind for kind, roles in RIGHTS.items() if roles.get(Role.ATTENDEE) is Scope.OWN}
    assert own - {kind for kind, _ in ABOUT_SOMEBODY} == ABOUT_NOBODY


@pytest.mark.parametrize(("kind", "whose"), ABOUT_SOMEBODY)
def test_an_attendee_speaks_only_for_themself(room: Room, kind: type[c.Command], whose: str):
    stranger = Phone(room, "Stranger")
    with refused(room, "not_yours"):
        stranger.sends(example(kind, room, whose))
    own = room.phone_of(whose)
    if kind is not c.AskForChair:
        own.sends(example(kind, room, whose))


@pytest.mark.parametrize(("kind", "whose"), ABOUT_SOMEBODY)
def test_a_passer_by_speaks_for_nobody(room: Room, kind: type[c.Command], whose: str):
    with refused(room, "not_yours"):
        room.sends(
            example(kind, room, whose), role=Role.ATTENDEE, person=None, key="device of a passer-by"
        )


@pytest.mark.parametrize(
    "command", [c.AskForChair(), c.TakeChair(chair=4), c.SuggestTopic(title="Pay")]
)
def test_who_has_not_joined_is_asked_to_come_in(room: Room, command: c.Command):
    with refused(room, "person_unknown"):
        room.sends(command, role=Role.ATTENDEE, person=None, key="device of a passer-by")


UNDONE_BY_THE_FACILITATOR_ALONE = {
    "session.started", "session.closed", "summary.published", "summary.withdrawn", "links.revoked",
}  # fmt: skip
UNDONE_BY_NOTE_TAKERS = {
    "topic.added", "topic.begun", "topic.ended", "topic.renamed", "topic.put_up",
    "topic.set_aside", "topic.parked", "topic.merged", "note.added", "note.changed",
    "note.removed", "note.checked", "summary.introduced", "summary.ordered",
}  # fmt: skip
IN_PASSING = {"thumbs.closed", "wall.changed"}
UNDOABLE = sorted(name for name, kind in EVENT_TYPES.items() if kind.undo_by is not None)


@pytest.mark.parametrize("name", UNDOABLE)
def test_who_may_undo_an_event_is_as_it_was_told_by_hand(room: Room, name: str):
    def may_undo(*events: str) -> set[Role]:
        action = Action(id=ActionId(1), at_ms=room.now_ms, event=events[0], events=events)
        return {role for role in Role if may_take_back(room.session, action, role)}

    note_takers = Role.NOTE_TAKER in may_undo(name)
    assert note_takers == (name in UNDONE_BY_NOTE_TAKERS or name == "action.undone")
    assert (Role.NOTE_TAKER in may_undo("topic.begun", name)) == (note_takers or name in IN_PASSING)
    assert (Role.CO_FACILITATOR in may_undo(name)) == (name not in UNDONE_BY_THE_FACILITATOR_ALONE)
    assert Role.FACILITATOR in may_undo(name)


def test_a_command_about_nobody_known_is_refused_kindly(room: Room):
    waits = room.phone_of("Waits")
    for command in (
        c.LowerHand(request=9_999),
        c.ChangeRequest(request=9_999, kind="reply"),
    ):
        with refused(room, "request_over"):
            waits.sends(command)
    with refused(room, "call_over"):
        waits.sends(c.AcceptCall(call=9_999))
    with refused(room, "turn_over"):
        waits.sends(c.FreeChair(turn=9_999))
