"""Turns: one works at a time, and addresses take turns."""

import threading
from collections.abc import Callable

import pytest

from fishbowl.access import turns as module
from fishbowl.access.turns import Turn, Turns

PATIENCE_S = 30


class Line:
    """Requests that wait for a turn, and in which order they got one."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.order: list[str] = []
        self._news = threading.Condition()
        self._threads: list[threading.Thread] = []

    def joins(self, name: str, address: str) -> None:
        """Let a request wait, and come back once it does."""
        before = self.turns._count

        def works() -> None:
            assert self.turns.begin(address)
            with self._news:
                self.order.append(name)
                self._news.notify_all()
            self.turns.end()

        thread = threading.Thread(target=works)
        self._threads.append(thread)
        thread.start()
        self.until(lambda: self.turns._count > before)

    def until(self, holds: Callable[[], bool]) -> None:
        ended = threading.Event()
        for _ in range(PATIENCE_S * 200):
            if holds():
                return
            ended.wait(0.005)
        raise AssertionError("it never came")

    def ends(self) -> list[str]:
        for thread in self._threads:
            thread.join(PATIENCE_S)
        return self.order


def test_addresses_take_turns_whatever_one_of_them_asks_for() -> None:
    turns = Turns()
    line = Line(turns)
    assert turns.begin("somebody")
    for number in range(3):
        line.joins(f"attacker {number}", "attacker")
    line.joins("hall", "hall")
    turns.end()
    assert line.ends() == ["attacker 0", "hall", "attacker 1", "attacker 2"]


def test_as_many_work_at_once_as_may() -> None:
    turns = Turns(at_once=2)
    assert turns.begin("one")
    assert turns.begin("one")
    line = Line(turns)
    line.joins("third", "one")
    assert line.order == []
    turns.end()
    assert line.ends() == ["third"]
    turns.end()
    assert turns.begin("one")


def test_too_long_a_line_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAITING_MAX", 1)
    turns = Turns()
    line = Line(turns)
    turns.begin("one")
    line.joins("waits", "one")
    assert not turns.begin("another")
    turns.end()
    assert line.ends() == ["waits"]


def test_who_waits_for_something_else_gives_the_turn_away() -> None:
    turns = Turns()
    line = Line(turns)
    turns.begin("one")
    line.joins("other", "two")
    with Turn(turns, "one"):
        assert line.ends() == ["other"]
    turns.end()
    assert turns.begin("three")
