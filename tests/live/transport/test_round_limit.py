"""A round of the hub handles a few of the crowd, and consoles go first."""

from collections.abc import Callable
from threading import Event, Semaphore, Thread

from fishbowl.live.transport.round_limit import ACTIVE_S, HELD_MAX_S, RoundLimit

TAKES_TOO_LONG_S = 20.0


class SteppedHub:
    """A hub whose rounds a test begins one by one; time passes only while a task sleeps."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self._may_go_on, self._asleep = Semaphore(0), Semaphore(0)

    def sleep(self, seconds: float) -> None:
        self._asleep.release()
        self._may_go_on.acquire()
        self.now_s += seconds

    def spawn(self, task: Callable[[], None]) -> None:
        Thread(target=task, daemon=True).start()

    def step(self) -> None:
        """Let the task that sleeps go on until it sleeps again."""
        assert self._asleep.acquire(timeout=TAKES_TOO_LONG_S)
        self._may_go_on.release()
        assert self._asleep.acquire(timeout=TAKES_TOO_LONG_S)
        self._asleep.release()

    def limit(self, at_once: int) -> RoundLimit:
        return RoundLimit(self.spawn, self.sleep, lambda: self.now_s, at_once)


class Member:
    """One of the crowd who wants to be handled."""

    def __init__(self, limit: RoundLimit) -> None:
        self.handled = Event()
        self._limit = limit
        Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        self._limit.begin()
        self.handled.set()

    def is_handled(self) -> bool:
        return self.handled.wait(TAKES_TOO_LONG_S)


def crowd(limit: RoundLimit, size: int, waiting: int) -> list[Member]:
    """Let so many come one after the other; the last so many of them stand in line."""
    members = []
    for number in range(size):
        members.append(Member(limit))
        if number < size - waiting:
            assert members[-1].is_handled()
        else:
            in_line = number - (size - waiting) + 1
            while limit.waiting() < in_line:
                pass
    return members


def test_a_round_handles_so_many_and_the_others_come_in_later_rounds() -> None:
    hub = SteppedHub()
    limit = hub.limit(at_once=2)
    with limit.ahead():
        pass
    members = crowd(limit, 5, waiting=3)
    hub.step()
    assert all(one.is_handled() for one in members[:4])
    assert not members[4].handled.is_set()
    hub.step()
    assert members[4].is_handled()


def test_where_no_console_has_sent_anything_lately_nobody_is_limited() -> None:
    hub = SteppedHub()
    limit = hub.limit(at_once=1)
    with limit.ahead():
        pass
    hub.now_s += 2 * ACTIVE_S
    crowd(limit, 5, waiting=0)


def test_while_a_console_waits_for_its_answer_the_crowd_waits() -> None:
    hub = SteppedHub()
    limit = hub.limit(at_once=4)
    with limit.ahead():
        (member,) = crowd(limit, 1, waiting=1)
        hub.step()
        assert not member.handled.is_set()
    hub.step()
    assert member.is_handled()


def test_however_many_commands_consoles_send_the_crowd_has_its_rounds() -> None:
    hub = SteppedHub()
    limit = hub.limit(at_once=4)
    with limit.ahead():
        (member,) = crowd(limit, 1, waiting=1)
        while limit.waiting() and hub.now_s < 2 * HELD_MAX_S:
            hub.step()
        assert member.is_handled()
