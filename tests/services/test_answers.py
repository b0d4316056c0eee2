"""What the writer answers, and that it says so only once it is on disk."""

from pathlib import Path

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from fishbowl.services.writer import Outcome
from tests.domain.invariants import replace
from tests.services.desk import CODE, NEW, Desk


def test_an_answer_names_the_first_entry_and_the_version(desk: Desk):
    before = desk.session.seq
    seated = desk.does(c.SeatWalkUp(chair=1, name="Tomasz"))
    assert seated == Outcome(ok=True, seq=before + 1, version=before + 2)
    assert desk.session.people[before + 1].called == "Tomasz"


def test_what_is_acknowledged_is_in_the_file(desk: Desk):
    for n in range(20):
        answer = desk.does(c.JoinSession(name=f"Listener {n}"), key=f"key {n}")
        reading = open_store(desk.store.path, readonly=True)
        assert reading.entries(session_stream(CODE))[-1].seq == answer.version
        reading.close()
    assert fold(desk.store.entries(session_stream(CODE))) == desk.session


def test_what_is_refused_or_true_already_leaves_no_entry(desk: Desk):
    before = desk.session
    already = desk.does(c.StartSession())
    assert already == Outcome(ok=True, version=before.seq, code="already_so")
    refused = desk.does(c.SeatWalkUp(chair=9))
    assert refused == Outcome(
        ok=False, version=before.seq, code="chair_unknown", params={"chair": 9}
    )
    assert desk.session is before
    assert desk.published == []


def test_a_session_that_is_not_there(desk: Desk):
    order = replace(desk.order(c.StartSession()), code="NOWHERE")
    outcome = desk.service.submit(order)
    assert (outcome.ok, outcome.code, outcome.version) == (False, "session_unknown", None)
    assert desk.service.session("NOWHERE") is None


def test_a_code_is_taken_once(desk: Desk):
    assert desk.does(NEW).code == "session_exists"


def test_a_command_that_comes_again_gets_its_first_answer(desk: Desk):
    seats = desk.order(c.SeatWalkUp(chair=1, name="Tomasz"), id="seats-tomasz")
    first = desk.service.submit(seats)
    desk.does(c.PauseClock())
    again = desk.service.submit(seats)
    assert again == first
    assert len(desk.session.people) == 1
    assert len(desk.published) == 2, "the repetition is not published"


def test_it_gets_it_after_a_restart_too(desk: Desk, tmp_path: Path):
    seats = desk.order(c.SeatWalkUp(chair=1, name="Tomasz"), id="seats-tomasz")
    first = desk.service.submit(seats)
    other = Desk(tmp_path / "fishbowl.db")
    assert other.together(seats) == [first]
    assert len(other.session.people) == 1
    other.store.close()


def test_twice_in_the_same_moment_is_once(desk: Desk):
    seats = desk.order(c.SeatWalkUp(chair=1, name="Tomasz"), id="seats-tomasz")
    first, second = desk.together(seats, seats)
    assert first == second
    assert len(desk.session.people) == 1


def test_the_same_phone_in_two_tabs_in_the_same_moment_is_one_person(desk: Desk):
    first, second = desk.together(
        desk.order(c.JoinSession(name="Noor"), key="noor"),
        desk.order(c.JoinSession(name="Noor"), key="noor"),
    )
    assert first.seq is not None
    assert (second.code, second.params) == ("already_so", {"person": first.seq})


def test_a_batch_is_decided_one_after_the_other(desk: Desk):
    desk.together(
        desk.order(c.JoinSession(name="Amira"), key="amira"),
        desk.order(c.AskForChair(), key="amira"),
    )
    (request,) = desk.session.requests.values()
    call = c.CallPerson(request=request.id, chair=3)
    first, second = desk.together(desk.order(call), desk.order(call))
    assert (first.ok, first.code) == (True, "")
    assert (second.ok, second.code) == (True, "already_called")


def test_a_batch_is_one_commit_and_one_change_a_session(desk: Desk):
    version = desk.session.seq
    desk.together(*(desk.order(c.JoinSession(name=f"L{n}"), key=f"k{n}") for n in range(50)))
    (change,) = desk.published
    assert (change.before.seq, change.after.seq) == (version, version + 50)
    assert [entry.seq for entry in change.entries] == list(range(version + 1, version + 51))
    assert change.after is desk.session


def test_entries_say_who_did_what_and_when(desk: Desk):
    desk.clock.pass_s(5)
    joined = desk.does(c.JoinSession(name="Amira"), key="amira", id="amira-joins")
    desk.clock.pass_s(5)
    desk.does(c.AskForChair(), key="amira", id="amira-asks")
    entry, asked = desk.service.entries(CODE)[-2:]
    assert (entry.command_id, entry.part, entry.actor) == ("amira-joins", 0, 0)
    assert (asked.command_id, asked.actor) == ("amira-asks", joined.seq)
    assert asked.at_ms - entry.at_ms == 5_000


def test_time_in_the_log_never_goes_back(desk: Desk):
    desk.clock.pass_s(60)
    desk.does(c.PauseClock())
    desk.clock.pass_s(-30)
    desk.does(c.ResumeClock())
    desk.clock.pass_s(-3_600)
    desk.does(c.PauseClock())
    instants = [entry.at_ms for entry in desk.service.entries(CODE)]
    assert instants == sorted(instants)


def test_sessions_are_listed_with_what_became_of_them(desk: Desk):
    desk.does(c.SeatWalkUp(chair=1, name="Tomasz"))
    desk.does(c.StartSession())
    desk.does(c.CloseSession())
    (listed,) = desk.service.sessions()
    assert (listed.code, listed.state, listed.people, listed.voices) == (CODE, "closed", 1, 1)


def test_who_is_forgotten_is_gone_from_the_state_and_from_what_is_published(desk: Desk):
    desk.does(c.JoinSession(name="Rafael"), key="rafael")
    desk.does(c.AskForChair(words="my words"), key="rafael")
    (person,) = desk.session.people
    desk.published.clear()
    answer = desk.does(c.ForgetPerson(person=person), key="rafael")
    assert answer.ok
    (change,) = desk.published
    for state in (change.after, desk.session):
        assert "Rafael" not in repr(state)
        assert "my words" not in repr(state)
    assert desk.session == fold(desk.store.entries(session_stream(CODE)))
    assert desk.does(c.JoinSession(name="Somebody new"), key="rafael").seq is not None
