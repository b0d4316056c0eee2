"""Command ids are those of one sender: nobody meets the id of somebody else."""

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.ids import RequestId
from fishbowl.domain.session.rules.lifecycle.deadlines import deadlines
from fishbowl.services.writer import Outcome
from tests.services.desk import CODE, Desk

ID = "the-same-id-00000001"


def test_two_people_with_the_same_command_id_are_both_heard(desk: Desk):
    first = desk.does(c.JoinSession(name="Amira"), key="amira", id=ID)
    second = desk.does(c.JoinSession(name="Kofi"), key="kofi", id=ID)
    assert first.seq != second.seq
    assert [person.called for person in desk.session.people.values()] == ["Amira", "Kofi"]


def test_two_people_with_the_same_command_id_in_one_batch_are_both_heard(desk: Desk):
    first, second = desk.together(
        desk.order(c.JoinSession(name="Amira"), key="amira", id=ID),
        desk.order(c.JoinSession(name="Kofi"), key="kofi", id=ID),
    )
    assert first.seq != second.seq


def test_a_phone_cannot_take_the_id_of_a_facilitator(desk: Desk):
    desk.does(c.JoinSession(name="Amira"), key="amira", id=ID)
    assert desk.does(c.PauseClock(), id=ID).seq == desk.session.seq
    assert desk.session.clock.paused_at_ms is not None


@pytest.mark.parametrize("role", [Role.ATTENDEE, Role.FACILITATOR])
def test_nobody_can_take_the_id_of_times_own_act(desk: Desk, role: Role):
    desk.does(c.JoinSession(name="Amira"), key="amira")
    request = desk.does(c.AskForChair(), key="amira").seq
    desk.does(c.CallPerson(request=RequestId(request or 0), chair=2))
    (due,) = [d for d in deadlines(desk.session) if isinstance(d.command, c.ExpireCall)]
    key = "amira" if role is Role.ATTENDEE else ""
    desk.does(c.SuggestTopic(title="Pay") if key else c.PauseClock(), key=key, id=due.command_id)
    if not key:
        desk.does(c.ResumeClock())
    desk.clock.pass_s(60)
    expired = desk.does(due.command, role=Role.TIME, id=due.command_id)
    assert expired.ok
    assert desk.session.requests[RequestId(request or 0)].misses == 1


def test_a_retry_after_leaving_gets_its_first_answer(desk: Desk):
    joined = desk.does(c.JoinSession(name="Amira"), key="amira")
    asked = desk.does(c.AskForChair(), key="amira", id=ID)
    desk.does(c.SendOut(person=joined.seq))
    assert desk.does(c.AskForChair(), key="amira", id=ID) == asked
    assert desk.does(c.AskForChair(), key="amira").code == "sent_out"


def test_a_retry_after_the_close_gets_its_first_answer(desk: Desk):
    desk.does(c.JoinSession(name="Amira"), key="amira")
    asked = desk.does(c.AskForChair(), key="amira", id=ID)
    desk.does(c.CloseSession())
    assert desk.does(c.AskForChair(), key="amira", id=ID) == asked


def test_whoever_is_forgotten_leaves_no_trace_of_the_device(desk: Desk):
    joined = desk.does(c.JoinSession(name="Amira"), key="amira")
    desk.does(c.AskForChair(), key="amira")
    before = desk.service.entries(CODE)
    senders = {e.sender for e in before if joined.seq in (e.actor, e.seq)}
    desk.does(c.ForgetPerson(person=joined.seq), key="amira")
    entries = desk.service.entries(CODE)
    assert senders.isdisjoint(entry.sender for entry in entries)
    gone = [entry for entry in entries if entry.sender.startswith("gone-")]
    assert {entry.sender for entry in gone} == {f"gone-{e.seq - e.part}" for e in gone}


def test_a_second_tap_on_forget_me_hears_that_it_is_done(desk: Desk):
    joined = desk.does(c.JoinSession(name="Amira"), key="amira")
    forget = desk.order(c.ForgetPerson(person=joined.seq), key="amira", id=ID)
    assert desk.service.submit(forget).ok
    again = desk.service.submit(forget)
    assert (again.ok, again.code) == (True, "already_so")


def test_an_answer_that_appends_nothing_is_not_remembered_for_ever(desk: Desk):
    assert desk.does(c.ResumeClock(), id=ID) == Outcome(
        ok=True, version=desk.session.seq, code="already_so"
    )
    desk.does(c.PauseClock())
    assert desk.does(c.ResumeClock(), id=ID).seq == desk.session.seq
