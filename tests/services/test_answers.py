"""What the writer answers, and that it says so only once it is on disk."""

from pathlib import Path
from typing import Any

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import News, open_store
from fishbowl.services.writer import Outcome
from tests.support.served import CODE, NEW, ServedRoom


def test_an_answer_names_the_first_entry_and_the_version(room: ServedRoom):
    before = room.session.seq
    seated = room.sends(c.SeatWalkUp(chair=1, name="Tomasz"))
    assert seated == Outcome(ok=True, seq=before + 1, version=before + 2)
    assert room.session.people[before + 1].called == "Tomasz"


def test_what_is_acknowledged_is_in_the_file(room: ServedRoom):
    for n in range(20):
        answer = room.sends(c.JoinSession(name=f"Listener {n}"), key=f"key {n}")
        reading = open_store(room.store.path, readonly=True)
        assert reading.entries(session_stream(CODE))[-1].seq == answer.version
        reading.close()
    assert fold(room.store.entries(session_stream(CODE))) == room.session


def test_what_is_refused_or_true_already_leaves_no_entry(room: ServedRoom):
    before = room.session
    already = room.sends(c.StartSession())
    assert already == Outcome(ok=True, version=before.seq, code="already_so")
    refused = room.sends(c.SeatWalkUp(chair=9))
    assert refused == Outcome(
        ok=False, version=before.seq, code="chair_unknown", params={"chair": 9}
    )
    assert room.session is before
    assert room.published == []


def test_a_session_that_is_not_there(room: ServedRoom):
    envelope = room.envelope(c.StartSession(), code="NOWHERE")
    outcome = room.service.submit(envelope)
    assert (outcome.ok, outcome.code, outcome.version) == (False, "session_unknown", None)
    assert room.service.session("NOWHERE") is None


def test_a_code_is_taken_once(room: ServedRoom):
    assert room.sends(NEW).code == "session_exists"


def test_a_command_that_comes_again_gets_its_first_answer(room: ServedRoom):
    seats = room.envelope(c.SeatWalkUp(chair=1, name="Tomasz"), id="seats-tomasz")
    first = room.service.submit(seats)
    room.sends(c.PauseClock())
    again = room.service.submit(seats)
    assert again == first
    assert len(room.session.people) == 1
    assert len(room.published) == 2, "the repetition is not published"


def test_it_gets_it_after_a_restart_too(room: ServedRoom, tmp_path: Path):
    seats = room.envelope(c.SeatWalkUp(chair=1, name="Tomasz"), id="seats-tomasz")
    first = room.service.submit(seats)
    other = ServedRoom(tmp_path / "fishbowl.db")
    assert other.sends_together(seats) == [first]
    assert len(other.session.people) == 1
    other.store.close()


def test_twice_in_the_same_moment_is_once(room: ServedRoom):
    seats = room.envelope(c.SeatWalkUp(chair=1, name="Tomasz"), id="seats-tomasz")
    first, second = room.sends_together(seats, seats)
    assert first == second
    assert len(room.session.people) == 1


def test_the_same_phone_in_two_tabs_in_the_same_moment_is_one_person(room: ServedRoom):
    first, second = room.sends_together(
        room.envelope(c.JoinSession(name="Noor"), key="noor"),
        room.envelope(c.JoinSession(name="Noor"), key="noor"),
    )
    assert first.seq is not None
    assert (second.code, second.params) == ("already_so", {"person": first.seq})


def test_a_batch_is_decided_one_after_the_other(room: ServedRoom):
    room.sends_together(
        room.envelope(c.JoinSession(name="Amira"), key="amira"),
        room.envelope(c.AskForChair(), key="amira"),
    )
    (request,) = room.session.requests.values()
    call = c.CallPerson(request=request.id, chair=3)
    first, second = room.sends_together(room.envelope(call), room.envelope(call))
    assert (first.ok, first.code) == (True, "")
    assert (second.ok, second.code) == (True, "already_called")


def test_a_batch_is_one_commit_and_one_change_a_session(room: ServedRoom):
    version = room.session.seq
    room.sends_together(
        *(room.envelope(c.JoinSession(name=f"L{n}"), key=f"k{n}") for n in range(50))
    )
    (change,) = room.published
    assert (change.before.seq, change.after.seq) == (version, version + 50)
    assert [entry.seq for entry in change.entries] == list(range(version + 1, version + 51))
    assert change.after is room.session


def test_entries_say_who_did_what_and_when(room: ServedRoom):
    room.wait(5)
    joined = room.sends(c.JoinSession(name="Amira"), key="amira", id="amira-joins")
    room.wait(5)
    room.sends(c.AskForChair(), key="amira", id="amira-asks")
    entry, asked = room.service.entries(CODE)[-2:]
    assert (entry.command_id, entry.part, entry.actor) == ("amira-joins", 0, 0)
    assert (asked.command_id, asked.actor) == ("amira-asks", joined.seq)
    assert asked.at_ms - entry.at_ms == 5_000


def test_time_in_the_log_never_goes_back(room: ServedRoom):
    room.wait(60)
    room.sends(c.PauseClock())
    room.wait(-30)
    room.sends(c.ResumeClock())
    room.wait(-3_600)
    room.sends(c.PauseClock())
    instants = [entry.at_ms for entry in room.service.entries(CODE)]
    assert instants == sorted(instants)


def test_sessions_are_listed_with_what_became_of_them(room: ServedRoom):
    room.sends(c.SeatWalkUp(chair=1, name="Tomasz"))
    room.sends(c.StartSession())
    room.sends(c.CloseSession())
    (listed,) = room.service.sessions()
    assert (listed.code, listed.state, listed.people, listed.voices) == (CODE, "closed", 1, 1)


def test_who_is_forgotten_is_gone_from_the_state_and_from_what_is_published(room: ServedRoom):
    room.sends(c.JoinSession(name="Rafael"), key="rafael")
    room.sends(c.AskForChair(words="my words"), key="rafael")
    (person,) = room.session.people
    room.published.clear()
    answer = room.sends(c.ForgetPerson(person=person), key="rafael")
    assert answer.ok
    (change,) = room.published
    for state in (change.after, room.session):
        assert "Rafael" not in repr(state)
        assert "my words" not in repr(state)
    assert room.session == fold(room.store.entries(session_stream(CODE)))
    assert room.sends(c.JoinSession(name="Somebody new"), key="rafael").seq is not None


def test_the_log_is_asked_only_where_a_command_leaves_no_entry(
    room: ServedRoom, monkeypatch: pytest.MonkeyPatch
):
    """A command that leaves entries is compared with the log when they are appended."""
    asked: list[object] = []
    news = room.store.news

    def noted(*about: Any) -> News:
        asked.append(about)
        return news(*about)

    monkeypatch.setattr(room.store, "news", noted)
    seats = room.envelope(c.SeatWalkUp(chair=1, name="Tomasz"), id="seats-tomasz")
    first = room.service.submit(seats)
    assert asked == []
    assert room.sends(c.SeatWalkUp(chair=9)).code == "chair_unknown"
    assert len(asked) == 1
    assert room.service.submit(seats) == first
    assert len(asked) == 2


def test_a_command_that_comes_again_and_could_be_done_again_is_not_done_twice(
    room: ServedRoom,
):
    adds = room.envelope(c.JoinSession(name="Amira"), id="adds-amira", key="a key")
    first = room.service.submit(adds)
    topic = room.envelope(c.BeginTopic(title="Trust"), id="begins-trust")
    begun = room.service.submit(topic)
    before = room.session
    assert room.service.submit(topic) == begun
    assert room.service.submit(adds) == first
    assert room.session is before
