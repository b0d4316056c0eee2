"""A deadline that fails, or that somebody was faster than, delays no other."""

import threading
import time
from collections.abc import Callable

import pytest

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.lifecycle.deadlines import IDLE_CLOSE_MS
from fishbowl.live import timekeeper
from fishbowl.services.writer import Envelope, Outcome
from tests.live.timekeeper.night import Night, called, request_of
from tests.support.face import PATIENCE_S


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
