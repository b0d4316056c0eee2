"""Command ids are those of one sender: nobody meets the id of somebody else."""

import pytest

from fishbowl.domain.kernel.ids import RequestId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.lifecycle.deadlines import deadlines
from fishbowl.services.writer import Outcome
from tests.support.served import CODE, ServedRoom

ID = "the-same-id-00000001"


def test_two_people_with_the_same_command_id_are_both_heard(room: ServedRoom):
    first = room.sends(c.JoinSession(name="Amira"), key="amira", id=ID)
    second = room.sends(c.JoinSession(name="Kofi"), key="kofi", id=ID)
    assert first.seq != second.seq
    assert [person.called for person in room.session.people.values()] == ["Amira", "Kofi"]


def test_two_people_with_the_same_command_id_in_one_batch_are_both_heard(room: ServedRoom):
    first, second = room.sends_together(
        room.envelope(c.JoinSession(name="Amira"), key="amira", id=ID),
        room.envelope(c.JoinSession(name="Kofi"), key="kofi", id=ID),
    )
    assert first.seq != second.seq


def test_a_phone_cannot_take_the_id_of_a_facilitator(room: ServedRoom):
    room.sends(c.JoinSession(name="Amira"), key="amira", id=ID)
    assert room.sends(c.PauseClock(), id=ID).seq == room.session.seq
    assert room.session.clock.paused_at_ms is not None


@pytest.mark.parametrize("role", [Role.ATTENDEE, Role.FACILITATOR])
def test_nobody_can_take_the_id_of_times_own_act(room: ServedRoom, role: Role):
    room.sends(c.JoinSession(name="Amira"), key="amira")
    request = room.sends(c.AskForChair(), key="amira").seq
    room.sends(c.CallPerson(request=RequestId(request or 0), chair=2))
    (due,) = [d for d in deadlines(room.session) if isinstance(d.command, c.ExpireCall)]
    key = "amira" if role is Role.ATTENDEE else ""
    room.sends(c.SuggestTopic(title="Pay") if key else c.PauseClock(), key=key, id=due.command_id)
    if not key:
        room.sends(c.ResumeClock())
    room.wait(60)
    expired = room.sends(due.command, role=Role.TIME, id=due.command_id)
    assert expired.ok
    assert room.session.requests[RequestId(request or 0)].misses == 1


def test_a_retry_after_leaving_gets_its_first_answer(room: ServedRoom):
    joined = room.sends(c.JoinSession(name="Amira"), key="amira")
    asked = room.sends(c.AskForChair(), key="amira", id=ID)
    room.sends(c.SendOut(person=joined.seq))
    assert room.sends(c.AskForChair(), key="amira", id=ID) == asked
    assert room.sends(c.AskForChair(), key="amira").code == "sent_out"


def test_a_retry_after_the_close_gets_its_first_answer(room: ServedRoom):
    room.sends(c.JoinSession(name="Amira"), key="amira")
    asked = room.sends(c.AskForChair(), key="amira", id=ID)
    room.sends(c.CloseSession())
    assert room.sends(c.AskForChair(), key="amira", id=ID) == asked


def test_whoever_is_forgotten_leaves_no_trace_of_the_device(room: ServedRoom):
    joined = room.sends(c.JoinSession(name="Amira"), key="amira")
    room.sends(c.AskForChair(), key="amira")
    before = room.service.entries(CODE)
    senders = {e.sender for e in before if joined.seq in (e.actor, e.seq)}
    room.sends(c.ForgetPerson(person=joined.seq), key="amira")
    entries = room.service.entries(CODE)
    assert senders.isdisjoint(entry.sender for entry in entries)
    gone = [entry for entry in entries if entry.sender.startswith("gone-")]
    assert {entry.sender for entry in gone} == {f"gone-{e.seq - e.part}" for e in gone}


def test_a_second_tap_on_forget_me_hears_that_it_is_done(room: ServedRoom):
    joined = room.sends(c.JoinSession(name="Amira"), key="amira")
    forget = room.envelope(c.ForgetPerson(person=joined.seq), key="amira", id=ID)
    assert room.service.submit(forget).ok
    again = room.service.submit(forget)
    assert (again.ok, again.code) == (True, "already_so")


def test_an_answer_that_appends_nothing_is_not_remembered_for_ever(room: ServedRoom):
    assert room.sends(c.ResumeClock(), id=ID) == Outcome(
        ok=True, version=room.session.seq, code="already_so"
    )
    room.sends(c.PauseClock())
    assert room.sends(c.ResumeClock(), id=ID).seq == room.session.seq
