"""Time's own acts."""

from pathlib import Path

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.lifecycle.deadlines import IDLE_CLOSE_MS
from fishbowl.live.timekeeper import RETURN_S
from tests.live.timekeeper.night import Night, called, request_of


def test_a_call_that_nobody_answers_expires_after_the_grace_time(night: Night) -> None:
    request = called(night)
    night.clock.wait(46)
    night.wake()
    night.until(lambda: request_of(night, request).state == "waiting")
    assert request_of(night, request).misses == 1


def test_who_said_i_am_walking_up_is_seated_after_twenty_seconds(night: Night) -> None:
    request = called(night)
    night.sends(c.AcceptCall(call=request_of(night, request).call or 0), key="amira")
    night.clock.wait(21)
    night.wake()
    night.until(lambda: request_of(night, request).state == "seated")


def test_a_call_waits_while_the_clock_is_paused(night: Night) -> None:
    request = called(night)
    night.sends(c.PauseClock())
    night.clock.wait(600)
    night.sends(c.ResumeClock())
    assert request_of(night, request).state == "called"
    night.clock.wait(46)
    night.wake()
    night.until(lambda: request_of(night, request).state == "waiting")


def test_a_deadline_that_passed_while_the_server_was_down_waits_for_the_phones(
    night: Night, tmp_path: Path
) -> None:
    request = called(night)
    night.stop()
    night.clock.wait(300)
    morning = Night(tmp_path / "night.db", night.clock)
    morning.clock.wait(RETURN_S - 1)
    morning.wake()
    morning.sends(c.AcceptCall(call=request_of(morning, request).call or 0), key="amira")
    assert request_of(morning, request).state == "walking"
    morning.stop()


def test_a_deadline_that_has_gone_makes_way_for_the_one_behind_it(night: Night) -> None:
    first = called(night)
    night.sends(c.JoinSession(name="Kofi"), key="kofi")
    second = night.sends(c.AskForChair(), key="kofi")
    night.clock.wait(30)
    night.sends(c.CallPerson(request=second, chair=2))
    night.sends(c.LowerHand(request=first), key="amira")
    night.clock.wait(16)
    night.wake()
    night.clock.wait(30)
    night.wake()
    night.until(lambda: request_of(night, second).state == "waiting")
    assert request_of(night, first).state == "withdrawn"


def test_a_room_that_everybody_left_closes_after_twelve_hours(night: Night) -> None:
    night.sends(c.StartSession())
    night.clock.wait(IDLE_CLOSE_MS / 1000 + 1)
    night.wake()
    night.until(lambda: night.session().clock.closed_at_ms is not None)


def test_on_its_date_a_session_that_ended_long_ago_forgets_its_people_also_after_a_restart(
    night: Night, tmp_path: Path
) -> None:
    day_s = 24 * 60 * 60
    night.sends(c.ChangeSettings(keep_until_ms=night.clock.now_ms() + 30 * day_s * 1000))
    night.sends(c.StartSession())
    night.sends(c.JoinSession(name="Amira Osei"), key="amira")
    night.sends(c.CloseSession())
    night.stop()
    night.clock.wait(31 * day_s)
    later = Night(tmp_path / "night.db", night.clock)
    later.clock.wait(RETURN_S + 1)
    with later.timekeeper._wake:
        later.timekeeper._wake.notify_all()
    later.until(lambda: all(person.forgotten for person in later.session().people.values()))
    later.stop()
    assert b"Amira" not in (tmp_path / "night.db").read_bytes()


def test_sessions_are_not_read_at_the_start_but_when_something_is_due(
    night: Night, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    night.sends(c.StartSession())
    night.stop()
    reads: list[str] = []
    morning = Night(tmp_path / "night.db", night.clock, reads=reads)
    assert reads == []
    assert morning.timekeeper._rooms["WAVE47"].at_ms > night.clock.now_ms()
    morning.clock.wait(IDLE_CLOSE_MS / 1000 + RETURN_S + 1)
    morning.wake_by_hand()
    morning.until(lambda: morning.session().clock.closed_at_ms is not None)
    morning.stop()


def test_a_room_that_closed_by_itself_can_be_opened_again(night: Night) -> None:
    """A laptop that slept overnight, a clock that was wrong: nothing is final."""
    night.sends(c.StartSession())
    night.sends(c.SeatWalkUp(chair=1, name="Tomasz"))
    night.clock.wait(IDLE_CLOSE_MS / 1000 + 1)
    night.wake()
    night.until(lambda: night.session().clock.closed_at_ms is not None)
    action = night.session().actions[-1]
    assert action.event == "session.idle"
    night.sends(c.UndoAction(action=action.id))
    assert night.session().clock.closed_at_ms is None
    assert night.session().chairs[1].turn is not None


def test_after_sleep_deadlines_that_passed_wait_for_the_phones(night: Night) -> None:
    request = called(night)
    night.clock.wait(3_600)
    night.timekeeper.on_wake_up()
    night.sends(c.AcceptCall(call=request_of(night, request).call or 0), key="amira")
    assert request_of(night, request).state == "walking"
