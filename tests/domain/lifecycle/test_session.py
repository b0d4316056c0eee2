"""Rules of the session: beginning, clock, door, wall, end."""

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.decide import Given, Rejected, decide
from fishbowl.domain.session.rules.lifecycle.deadlines import IDLE_CLOSE_MS, idle_close_ms
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import OPENED_MS, Room

NEW = Given(now_ms=OPENED_MS, role=Role.FACILITATOR)


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    return room


def test_a_session_needs_a_question():
    with pytest.raises(Rejected, match="words_needed"):
        decide(None, c.CreateSession(code="WAVE47", question=" \u200b "), NEW)


def test_one_chair_at_least_can_be_taken():
    command = c.CreateSession(code="WAVE47", question="Why?", chair_count=2, open_chairs=2)
    with pytest.raises(Rejected, match="bad_size") as refusal:
        decide(None, command, NEW)
    assert refusal.value.params == {"field": "open_chairs", "most": 1}


def test_a_session_is_created_once(room: Room):
    with refused(room, "session_exists"):
        room.facilitator.sends(c.CreateSession(code="WAVE47", question="Why?"))


@pytest.mark.parametrize("command", [c.StartSession(), c.CloseSession(), c.LockDoor()])
def test_a_session_that_is_not_there_can_do_nothing(command: c.Command):
    with pytest.raises(Rejected, match="session_unknown"):
        decide(None, command, NEW)


def test_the_states_of_a_session_and_its_clock():
    room = Room(minutes=45)
    states = [clock_state(room.session.clock)]
    for press in (
        room.facilitator.starts,
        room.facilitator.pauses,
        room.facilitator.resumes,
        room.facilitator.closes,
    ):
        room.wait(minutes=1)
        press()
        states.append(clock_state(room.session.clock))
    assert states == ["lobby", "running", "paused", "running", "closed"]
    room.wait(minutes=1)
    assert running_ms(room.session.clock, room.now_ms) == 2 * 60_000


def test_pressing_twice_is_pressing_once(room: Room):
    with already(room):
        room.facilitator.starts()
    with already(room):
        room.facilitator.resumes()
    room.facilitator.pauses()
    with already(room):
        room.facilitator.pauses()
    room.facilitator.closes()
    with already(room):
        room.facilitator.closes()


def test_what_needs_a_running_session_waits_for_it():
    room = Room()
    room.asks("Amira")
    for press in (room.facilitator.pauses, room.facilitator.resumes):
        with refused(room, "not_running"):
            press()
    for command in (
        c.InviteVoice(),
        c.BeginTopic(title="Pay"),
        c.CallPerson(request=room.request("Amira").id, chair=1),
    ):
        with refused(room, "not_running"):
            room.facilitator.sends(command)
    room.facilitator.seats("Tomasz")
    with refused(room, "not_running"):
        room.facilitator.takes_over("Amira", leaves="Tomasz")


def test_extending_moves_the_end_and_never_below_nothing(room: Room):
    room.facilitator.sends(c.ExtendClock(minutes=5))
    assert room.session.clock.planned_ms == 50 * 60_000
    room.facilitator.sends(c.ExtendClock(minutes=-120))
    assert room.session.clock.planned_ms == 0
    with already(room):
        room.facilitator.sends(c.ExtendClock(minutes=0))


def test_settings_change_one_by_one(room: Room):
    room.facilitator.sends(c.ChangeSettings(show_times=True))
    room.facilitator.sends(c.ChangeSettings(question="Who pays?", seat_limit_minutes=6))
    settings = room.session.settings
    assert (settings.show_times, settings.question, settings.seat_limit_ms) == (
        True,
        "Who pays?",
        360_000,
    )
    with already(room):
        room.facilitator.sends(c.ChangeSettings(show_times=True))
    with already(room):
        room.facilitator.sends(c.ChangeSettings())
    with refused(room, "words_needed", field="question"):
        room.facilitator.sends(c.ChangeSettings(question="\u202e"))


def test_a_locked_door_keeps_new_people_out_and_nobody_else(room: Room):
    (amira,) = room.joins("Amira")
    room.facilitator.sends(c.LockDoor())
    with refused(room, "door_locked"):
        Phone(room, "Kofi")
    with already(room, person=amira.person):
        amira.joins("Amira")
    amira.asks()
    room.facilitator.seats("Walks in")
    with already(room):
        room.facilitator.sends(c.LockDoor())
    room.facilitator.sends(c.UnlockDoor())
    Phone(room, "Kofi")
    with already(room):
        room.facilitator.sends(c.UnlockDoor())


def test_the_wall_shows_what_it_is_told(room: Room):
    room.facilitator.sends(c.ShowOnWall(what="qr"))
    with already(room):
        room.facilitator.sends(c.ShowOnWall(what="qr"))
    room.facilitator.sends(c.ShowOnWall(what="bowl"))
    assert room.session.wall.what == "bowl"


def test_a_voice_is_invited_to_a_free_chair_only():
    room = Room(chairs=2)
    room.facilitator.starts()
    room.facilitator.sends(c.InviteVoice())
    room.facilitator.seats("Tomasz", "Mei-Lin")
    with refused(room, "chair_taken"):
        room.facilitator.sends(c.InviteVoice())


def test_closing_ends_turns_topic_calls_and_the_queue(room: Room):
    room.facilitator.seats("Tomasz")
    room.facilitator.gives_floor("Tomasz")
    room.facilitator.begins_topic("Pay")
    room.asks("Amira", "Kofi")
    room.facilitator.calls("Amira", chair=2)
    room.wait(seconds=30)
    room.facilitator.closes()

    assert room.bowl == {}
    assert room.floor is None
    assert room.topic("Pay").spans == ((0, 30_000),)
    assert room.turn("Tomasz").spoken == ((0, 30_000),)
    assert room.queue == []
    assert [r.state for r in room.session.requests.values()] == ["unreached", "unreached"]
    assert {r.misses for r in room.session.requests.values()} == {0}


def test_after_the_end_only_corrections_are_taken(room: Room):
    amira, kofi = room.asks("Amira", "Kofi")
    room.facilitator.begins_topic("Pay")
    room.facilitator.closes()
    for command in (
        c.StartSession(),
        c.PauseClock(),
        c.SeatWalkUp(chair=1),
        c.QueueWalkUp(),
        c.SendOut(person=amira.person),
        c.BeginTopic(title="Trust"),
        c.ChangeSettings(question="Who?"),
    ):
        with refused(room, "session_closed"):
            room.facilitator.sends(command)
    with refused(room, "session_closed"):
        Phone(room, "Late")
    with refused(room, "session_closed"):
        amira.asks()

    room.facilitator.hides("Kofi")
    room.facilitator.renames("Amira", to="Amira B.")
    room.facilitator.sends(c.RenameTopic(topic=room.topic("Pay").id, title="Fair pay"))
    kofi.forgets()


def test_the_summary_is_published_by_a_person_after_the_end(room: Room):
    with refused(room, "summary_not_ready"):
        room.facilitator.sends(c.PublishSummary())
    room.facilitator.closes()
    with already(room):
        room.facilitator.sends(c.WithdrawSummary())
    room.facilitator.sends(c.PublishSummary())
    with already(room):
        room.facilitator.sends(c.PublishSummary())
    room.facilitator.sends(c.WithdrawSummary())
    assert not room.session.summary.published


def test_only_a_room_that_everybody_left_closes_by_itself(room: Room):
    room.wait(minutes=90)
    assert clock_state(room.session.clock) == "running", "overrun is shown, nothing closes"
    assert idle_close_ms(room.session) == OPENED_MS + IDLE_CLOSE_MS
    room.sends(c.CloseSession(), role=Role.TIME)
    assert idle_close_ms(room.session) is None


def test_a_session_that_was_prepared_days_before_waits_for_its_start():
    assert idle_close_ms(Room().session) is None
