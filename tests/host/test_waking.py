"""A loop that pauses until there is news: what wakes it, and what ends it."""

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest

from fishbowl.host.supervisor import Supervisor
from fishbowl.host.waking import WakingLoop

PATIENCE_S = 20.0
FOR_EVER_S = 3_600.0


class Looped:
    """A loop in a thread; each turn is counted, and pauses for ever."""

    def __init__(self) -> None:
        self.supervisor = Supervisor()
        self.loop = WakingLoop(self.supervisor.turns("test", FOR_EVER_S))
        self.turns: SimpleQueue[int] = SimpleQueue()
        self.does: Callable[[], None] = lambda: None
        self._count = 0
        run = lambda: self.loop.run_supervised(self.supervisor, self._turn)  # noqa: E731
        self.thread = threading.Thread(target=run, daemon=True)

    def starts(self) -> None:
        self.thread.start()
        self.takes_a_turn()

    def takes_a_turn(self) -> int:
        return self.turns.get(timeout=PATIENCE_S)

    def _turn(self) -> None:
        self._count += 1
        self.does()
        self.turns.put(self._count)
        self.loop.pause(FOR_EVER_S)


@pytest.fixture
def looped() -> Iterator[Looped]:
    looped = Looped()
    yield looped
    looped.loop.end()
    looped.thread.join(PATIENCE_S)
    assert not looped.thread.is_alive()


def test_news_end_a_pause(looped: Looped):
    looped.starts()
    looped.loop.wake()
    assert looped.takes_a_turn() == 2


def test_news_that_come_in_the_middle_of_a_turn_are_not_lost(looped: Looped):
    wakes = iter([looped.loop.wake])
    looped.does = lambda: next(wakes, lambda: None)()
    looped.thread.start()
    assert [looped.takes_a_turn() for _ in range(2)] == [1, 2]


def test_a_pause_ends_when_it_was_asked_to(looped: Looped):
    looped.starts()
    looped.loop.wake_in(0.0)
    assert looped.takes_a_turn() == 2


def test_an_end_ends_a_pause_and_is_waited_for(looped: Looped):
    looped.starts()
    looped.loop.end()
    looped.loop.wait_ended(PATIENCE_S)
    assert looped.turns.empty()


def test_a_loop_whose_turn_fails_goes_on(looped: Looped):
    failures = iter([RuntimeError("the disk is gone")])

    def fails_once() -> None:
        for failure in failures:
            raise failure

    looped.does = fails_once
    looped.thread.start()
    assert looped.takes_a_turn() == 2
