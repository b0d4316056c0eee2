"""How a server notices that it lags, and that its disk is nearly full."""

import pytest

from fishbowl.services.health import Health
from fishbowl.services.vitals import (
    DISK_FINE_BYTES,
    DISK_LOW_BYTES,
    LOOK_S,
    REMEMBERED,
    Sources,
    VitalsWatch,
)


class Machine:
    """A machine whose numbers are set by hand: each sleep takes ``late_s`` longer than asked."""

    def __init__(self) -> None:
        self.s, self.late_s = 0.0, 0.0
        self.free: int | None = 50_000_000_000
        self.health = Health(wall=lambda: 1_000)
        self.watch = VitalsWatch(
            self.health,
            Sources(lambda: 7, lambda: 5_000, lambda: self.free, lambda: -61_000),
            sleep=self.sleep,
            now_s=lambda: self.s,
        )

    def sleep(self, seconds: float) -> None:
        self.s += seconds + self.late_s

    def goes_on(self, looks: int) -> None:
        for _ in range(looks):
            self.watch.measure()
            self.watch.look()

    @property
    def codes(self) -> list[str]:
        return [condition.code for condition in self.health.conditions()]


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_everything_is_told_as_it_is_now(machine: Machine):
    machine.late_s = 0.25
    machine.goes_on(1)
    vitals = machine.watch.now()
    assert (vitals.connections, vitals.lag_ms, vitals.saved_at_ms) == (7, 250, 5_000)
    assert (vitals.free_mb, vitals.clock_ahead_s) == (50_000, -61)


def test_one_late_answer_is_no_condition_and_lasting_lag_is(machine: Machine):
    machine.goes_on(REMEMBERED)
    machine.late_s = 2.0
    machine.goes_on(1)
    assert machine.watch.lag_ms == pytest.approx(2_000)
    assert machine.codes == []
    machine.goes_on(REMEMBERED)
    assert machine.codes == ["lagging"]
    machine.late_s = 0.0
    machine.goes_on(REMEMBERED - 1)
    assert machine.codes == ["lagging"]
    machine.goes_on(1)
    assert machine.codes == []
    assert LOOK_S > 0


def test_a_disk_that_is_nearly_full_is_told_until_there_is_clearly_more_space(machine: Machine):
    machine.free = DISK_LOW_BYTES - 1
    machine.goes_on(1)
    (condition,) = machine.health.conditions()
    assert (condition.code, condition.params) == ("disk_low", {"free_mb": 400})
    machine.free = DISK_FINE_BYTES - 1
    machine.goes_on(1)
    assert machine.codes == ["disk_low"]
    machine.free = DISK_FINE_BYTES + 1
    machine.goes_on(1)
    assert machine.codes == []


def test_a_system_that_does_not_tell_its_space_has_no_condition(machine: Machine):
    machine.free = None
    machine.goes_on(1)
    assert machine.codes == []
    assert machine.watch.now().free_mb is None
