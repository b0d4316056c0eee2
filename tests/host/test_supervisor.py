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

    supervisor.run("send views", loop)
    assert supervisor.restarts == len(slept) == 8
    assert slept[0] == RESTART_FIRST_S
    assert slept[1] == 2 * RESTART_FIRST_S
    assert slept[-1] == RESTART_MAX_S


def test_a_loop_that_is_ended_from_outside_stays_ended(supervisor: Supervisor) -> None:
    def loop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        supervisor.run("send views", loop)
    assert supervisor.restarts == 0
