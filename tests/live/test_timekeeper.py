"""Time's own acts, with a clock moved by hand and everything else real."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.rules.lifecycle.deadlines import IDLE_CLOSE_MS
from fishbowl.domain.session.state import Session
from fishbowl.live import timekeeper
from fishbowl.live.timekeeper import RETURN_S, Timekeeper
from fishbowl.log import open_store
from fishbowl.services.writer import Change, Envelope, Outcome, Service
from tests.support.face import PATIENCE_S
from tests.support.hand_clock import HandClock


class Night:
    """A service and its timekeeper; ``until`` waits for what the timekeeper does."""

    def __init__(self, db: Path, clock: HandClock, reads: list[str] | None = None) -> None:
        self.clock = clock
        store = open_store(db)
        if reads is not None:
            real = store.entries
            store.entries = lambda code: (reads.append(code), real(code))[1]  # type: ignore[method-assign]
        self.service = Service(store, clock)
        self._news = threading.Condition()
        self.timekeeper = Timekeeper(self.service, self._spawn)
        self.service.subscribe(self.timekeeper.on_change)
        self.service.subscribe(self._noticed)
        self.service.start()
        self.timekeeper.start()
        self._commands = 0
        self._stopped = False

    def another(self, code: str) -> str:
        """Make and start one more session."""
        for command in (c.CreateSession(code=code, question="Why?"), c.StartSession()):
            assert self.service.submit(
                Envelope(code=code, command=command, command_id=f"{code}-{command}",
                      role=Role.FACILITATOR)
            ).ok  # fmt: skip
        return code

    def sends(self, command: c.Command, key: str = "") -> int:
        """Send a command that must succeed."""
        self._commands += 1
        role = Role.ATTENDEE if key else Role.FACILITATOR
        outcome = self.service.submit(
            Envelope(code="WAVE47", command=command, command_id=f"{id(self)}-{self._commands}",
                  role=role, key=key)
        )  # fmt: skip
        assert outcome.ok, outcome
        return outcome.seq or 0

    def session(self, code: str = "WAVE47") -> Session:
        found = self.service.session(code)
        assert found is not None
        return found

    def wake(self) -> None:
        """Let the timekeeper look at the clock again."""
        self.timekeeper.on_change(Change(before=None, after=self.session(), entries=()))

    def wake_by_hand(self) -> None:
        """The same without reading a session."""
        with self.timekeeper._wake:
            self.timekeeper._wake.notify_all()

    def until_true(self, condition: Callable[[], object]) -> None:
        """Wait for what only the timekeeper knows."""
        with self.timekeeper._wake:
            assert self.timekeeper._wake.wait_for(condition, PATIENCE_S)

    def until(self, condition: Callable[[], object]) -> None:
        with self._news:
            assert self._news.wait_for(condition, PATIENCE_S)

    def stop(self) -> None:
        if not self._stopped:
            self.service.stop()
        self._stopped = True

    def _noticed(self, change: Change) -> None:
        with self._news:
            self._news.notify_all()

    @staticmethod
    def _spawn(task: Callable[[], None]) -> None:
        threading.Thread(target=task, daemon=True).start()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def night(tmp_path: Path, clock: HandClock) -> Iterator[Night]:
    night = Night(tmp_path / "night.db", clock)
    night.sends(c.CreateSession(code="WAVE47", question="Why do people stay?"))
    yield night
    night.stop()


def called(night: Night) -> int:
    """Let Amira ask and be called to chair 1."""
    night.sends(c.StartSession())
    night.sends(c.JoinSession(name="Amira"), key="amira")
    request = night.sends(c.AskForChair(), key="amira")
    night.sends(c.CallPerson(request=request, chair=1))
    return request


def request_of(night: Night, request: int) -> Request:
    return night.session().requests[request]


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


def test_a_deadline_that_survives_its_command_is_tried_ever_later_and_logged_once(
    night: Night, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Another rule may refuse what time asks for: no core spins, and no log fills up."""
    called(night)
    tried = threading.Semaphore(0)
    real = night.service.submit

    def refuse(order: Envelope) -> Outcome:
        if order.role is not Role.TIME:
            return real(order)
        tried.release()
        return Outcome(ok=True)

    monkeypatch.setattr(night.service, "submit", refuse)
    night.clock.wait(46)
    night.wake()
    for _ in range(2):
        assert tried.acquire(timeout=PATIENCE_S)
        night.wake()
    room = night.timekeeper._rooms["WAVE47"]
    night.until_true(lambda: room.failures >= 2 and not room.busy)
    assert room.not_before_s > time.monotonic()
    assert sum("expire-call" in record.message for record in caplog.records) == 1


def test_a_deadline_that_somebody_was_faster_than_is_no_failure(
    night: Night, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    request = called(night)
    real = night.service.submit
    refused: list[str] = []

    def answer_first(order: Envelope) -> Outcome:
        if order.role is Role.TIME and not refused:
            call = request_of(night, request).call
            assert call is not None
            night.sends(c.AcceptCall(call=call), key="amira")
            refused.append(real(order).code)
            return Outcome(ok=False, code=refused[0])
        return real(order)

    monkeypatch.setattr(night.service, "submit", answer_first)
    night.clock.wait(46)
    night.wake()
    room = night.timekeeper._rooms["WAVE47"]
    night.until_true(lambda: refused and not room.busy)
    assert refused == ["call_over"]
    assert room.failures == 0
    assert "expire-call" not in caplog.text


def test_a_room_whose_deadline_fails_delays_no_other(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    night.sends(c.StartSession())
    second = night.another("TUNE88")
    stuck, released = threading.Event(), threading.Event()
    real = night.service.submit

    def hang(order: Envelope) -> Outcome:
        if order.role is Role.TIME and order.code == "WAVE47":
            stuck.set()
            released.wait(PATIENCE_S)
        return real(order)

    monkeypatch.setattr(night.service, "submit", hang)
    night.clock.wait(IDLE_CLOSE_MS / 1000 + 1)
    night.wake()
    assert stuck.wait(PATIENCE_S)
    night.until(lambda: night.session(second).clock.closed_at_ms is not None)
    released.set()
    night.until(lambda: night.session().clock.closed_at_ms is not None)


def test_a_room_whose_deadline_cannot_be_told_delays_no_other(
    night: Night, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    night.sends(c.StartSession())
    second = night.another("TUNE88")
    real = night.service.time.wall_seconds_until

    def fails(code: str, instant_ms: Millis) -> float:
        if code == "WAVE47":
            raise ValueError("Amira")
        return real(code, instant_ms)

    monkeypatch.setattr(night.service.time, "wall_seconds_until", fails)
    night.clock.wait(IDLE_CLOSE_MS / 1000 + 1)
    night.wake()
    night.until(lambda: night.session(second).clock.closed_at_ms is not None)
    assert "reading a room's deadline failed: ValueError" in caplog.text
    assert "Amira" not in caplog.text


def test_a_deadline_for_which_no_task_could_be_started_is_tried_again(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timekeeper, "RETRY_MAX_S", 0.0)
    request = called(night)
    troubles = [RuntimeError("can't start new thread")]

    def spawn(task: Callable[[], None]) -> None:
        if troubles:
            raise troubles.pop()
        night._spawn(task)

    monkeypatch.setattr(night.timekeeper, "_spawn", spawn)
    night.clock.wait(46)
    night.wake()
    night.until(lambda: request_of(night, request).state == "waiting")
    assert troubles == []


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
