"""Failures are counted and told once a kind; loops that die are restarted."""

import logging

import pytest

from fishbowl.host.supervisor import RESTART_FIRST_S, RESTART_MAX_S, Supervisor

WORDS = "what Amira wrote"


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def supervisor(slept: list[float]) -> Supervisor:
    return Supervisor(slept.append)


def test_whatever_comes_after_a_failure_is_done(supervisor: Supervisor) -> None:
    done = []
    for room in ("first", "second"):
        with supervisor.isolated("serving a room"):
            if room == "first":
                raise ValueError(WORDS)
            done.append(room)
    assert done == ["second"]


def test_a_kind_of_failure_is_logged_once_with_its_count_and_never_with_its_message(
    supervisor: Supervisor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        for _ in range(120):
            with supervisor.isolated("serving a room"):
                raise ValueError(WORDS)
    assert [message.rpartition(" (")[2] for message in caplog.messages] == [
        "1 so far)", "10 so far)", "100 so far)",
    ]  # fmt: skip
    assert caplog.messages[0].startswith("serving a room failed: ValueError < ")
    assert "test_supervisor.py:" in caplog.messages[0]
    assert WORDS not in caplog.text


def test_another_kind_is_logged_too(
    supervisor: Supervisor, caplog: pytest.LogCaptureFixture
) -> None:
    for what, error in (("a", ValueError()), ("a", KeyError()), ("b", KeyError())):
        supervisor.failed(what, error)
    assert [message.partition(" (")[0] for message in caplog.messages] == [
        "a failed: ValueError", "a failed: KeyError", "b failed: KeyError",
    ]  # fmt: skip


def test_a_loop_that_dies_is_restarted_ever_later_until_it_ends(
    supervisor: Supervisor, slept: list[float]
) -> None:
    left = 9

    def loop() -> None:
        nonlocal left
        left -= 1
        if left:
            raise RuntimeError(WORDS)

    supervisor.run(supervisor.turns("send views", 60.0), loop)
    assert supervisor.restarts == len(slept) == 8
    assert slept[0] == RESTART_FIRST_S
    assert slept[1] == 2 * RESTART_FIRST_S
    assert slept[-1] == RESTART_MAX_S


def test_a_loop_that_is_ended_from_outside_stays_ended(supervisor: Supervisor) -> None:
    def loop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        supervisor.run(supervisor.turns("send views", 60.0), loop)
    assert supervisor.restarts == 0


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.s = 0.0

    def __call__(self) -> float:
        return self.s


def test_a_loop_hangs_when_a_turn_takes_longer_than_its_bound() -> None:
    clock, seen = Clock(), []
    supervisor = Supervisor(now_s=clock)
    turns = supervisor.turns("send views", 60.0)

    def loop() -> None:
        for after_s in (60.0, 61.0):
            turns.begins()
            clock.s += after_s
            seen.append(supervisor.hung())
        turns.begins()
        seen.append(supervisor.hung())

    supervisor.run(turns, loop)
    assert seen == [(), ("send views",), ()]
    clock.s += 1_000
    assert supervisor.hung() == ()  # it has ended


def test_a_loop_that_waits_for_something_to_do_does_not_hang() -> None:
    clock, seen = Clock(), []
    supervisor = Supervisor(now_s=clock)
    turns = supervisor.turns("send views", 60.0)

    def loop() -> None:
        with turns.waiting():
            clock.s += 1_000
            seen.append(supervisor.hung())
        seen.append(supervisor.hung())
        clock.s += 61
        seen.append(supervisor.hung())

    supervisor.run(turns, loop)
    assert seen == [(), (), ("send views",)]


def test_a_loop_that_waits_for_its_restart_does_not_hang() -> None:
    clock, seen, died = Clock(), [], []

    def sleep(seconds: float) -> None:
        clock.s += 1_000
        seen.append(supervisor.hung())

    def loop() -> None:
        if not died:
            died.append(True)
            raise RuntimeError(WORDS)

    supervisor = Supervisor(sleep, clock)
    supervisor.run(supervisor.turns("send views", 60.0), loop)
    assert seen == [()]


def test_only_the_loop_that_hangs_is_named() -> None:
    clock = Clock()
    supervisor = Supervisor(now_s=clock)
    patient, other = supervisor.turns("archivist", 300.0), supervisor.turns("writer", 60.0)
    patient.begins()
    other.begins()
    clock.s = 100.0
    assert supervisor.hung() == ("writer",)
