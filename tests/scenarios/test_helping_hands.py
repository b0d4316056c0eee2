"""An evening with helpers: a second laptop, somebody who keeps the topics, somebody who runs."""

from fishbowl.domain.kernel.ids import ActionId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.views.runner import runner_view
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


def test_scene_3_facilitator_and_co_facilitator_press_space_in_one_second():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Kofi")
    room.facilitator.seats("Tomasz", "Mei-Lin")
    amira = room.request("Amira")
    both_saw = c.CallPerson(request=amira.id, chair=3)

    room.sends(both_saw, role=Role.CO_FACILITATOR)
    with already(room, "already_called", person=amira.person, chair=3):
        room.sends(both_saw, role=Role.FACILITATOR)

    assert room.bowl[3] == "held for Amira"
    assert room.queue == ["Kofi"]


def test_the_runner_finds_amira_in_row_5_and_sees_her_to_her_chair():
    room = Room()
    room.facilitator.starts()
    (amira,) = room.asks("Amira")
    amira.sends(c.SayWhere(words="row 5, left"))
    room.facilitator.calls("Amira", chair=2)

    (call,) = runner_view(room.session, NOWHERE)["runner"].calls
    assert (call.person.name, call.where, call.chair) == ("Amira", "row 5, left", 2)
    room.sends(c.ConfirmSeated(call=call.call), role=Role.RUNNER)

    assert room.bowl == {2: "Amira"}


def test_the_runner_sees_that_she_does_not_come_and_the_next_is_offered():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Kofi")
    room.facilitator.calls("Amira", chair=2)
    room.sends(c.WithdrawCall(call=room.request("Amira").call), role=Role.RUNNER)
    assert room.bowl == {}
    assert sorted(room.queue) == ["Amira", "Kofi"]


def test_the_note_taker_keeps_the_topics_while_the_bowl_goes_on():
    room = Room()
    room.facilitator.starts()
    (noor,) = room.joins("Noor")
    noor.suggests("Trust")
    room.sends(c.PutUpTopic(topic=room.topic("Trust").id), role=Role.NOTE_TAKER)
    begun = room.sends(c.BeginTopic(topic=room.topic("Trust").id), role=Role.NOTE_TAKER)
    room.facilitator.seats("Tomasz")
    with refused(room, "facilitator_only"):
        room.sends(c.FreeChair(turn=room.turn("Tomasz").id), role=Role.NOTE_TAKER)
    room.sends(c.UndoAction(action=ActionId(begun[0].seq)), role=Role.NOTE_TAKER)
    assert room.topic("Trust").state == "up"
    assert room.bowl == {1: "Tomasz"}
