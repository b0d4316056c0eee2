"""A loop that looks at regular intervals: a look that fails, and being woken."""

import threading
from queue import SimpleQueue

import pytest

from fishbowl.host.looking import RegularLooks
from fishbowl.host.supervisor import Supervisor

PATIENCE_S = 20.0
WHAT = "looking at a test"


class Looks(RegularLooks):
    """Each look is counted; the first one fails, and the third one is the last."""

    def __init__(self, **how: object) -> None:
        self.supervisor = Supervisor()
        super().__init__(self.supervisor, "test", WHAT, **how)
        self.looks: SimpleQueue[int] = SimpleQueue()
        self._count = 0

    def look(self) -> None:
        self._count += 1
        self.looks.put(self._count)
        if self._count == 1:
            raise RuntimeError("the first look")
        if self._count == 3:
            self._loop.end()

    def starts(self) -> None:
        threading.Thread(target=self.run, daemon=True).start()
        self.next_is(1)

    def next_is(self, count: int) -> None:
        assert self.looks.get(timeout=PATIENCE_S) == count


@pytest.mark.parametrize("settle_s", [0.0, 0.001])
def test_it_looks_again_when_it_is_woken_also_after_a_look_that_failed(settle_s: float):
    looks = Looks(settle_s=settle_s)
    looks.starts()
    for count in (2, 3):
        looks.wake()
        looks.next_is(count)
    assert looks.supervisor.failures() == {WHAT: 1}
    assert looks.supervisor.restarts == 0


@pytest.mark.parametrize("how", [{"every_s": 0.001}, {"rate": lambda: 1e7}])
def test_it_looks_again_after_its_interval_of_session_time(how: dict[str, object]):
    looks = Looks(**how)
    looks.starts()
    looks.next_is(2)
    looks.next_is(3)
