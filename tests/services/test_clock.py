"""Session time runs on a steady clock, whatever happens to the wall clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.host.clock import SystemClock, awake_ms, steady_ms
from fishbowl.log import open_store
from fishbowl.services.clock_watch import ClockWatch
from fishbowl.services.writer import Envelope, Service

CODE = "WAVE47"
HOUR_MS = 3_600_000


class Machine:
    """A machine whose clocks are set by hand, with a service that runs on it."""

    def __init__(self, path: Path) -> None:
        self.wall_ms, self.steady_ms, self.asleep_ms = 1_800_000_000_000, 5_000, 0
        self.woken = 0
        self.clock = SystemClock(lambda: self.wall_ms, lambda: self.steady_ms)
        self.service = Service(open_store(path), self.clock)
        self.service.start()
        self.watch = ClockWatch(self.clock, self.service, self._wake, lambda: self.asleep_ms)
        self._ids = 0

    def _wake(self) -> None:
        self.woken += 1

    def passes(self, ms: int, *, asleep: bool = False) -> None:
        self.wall_ms += ms
        self.steady_ms += ms
        self.asleep_ms += ms if asleep else 0

    def sends(self, command: c.Command) -> None:
        self._ids += 1
        envelope = Envelope(code=CODE, command=command, command_id=f"id-{self._ids:08}",
                      role=Role.FACILITATOR)  # fmt: skip
        assert self.service.submit(envelope).ok

    @property
    def conditions(self) -> dict[str, dict[str, object]]:
        return {one.code: one.params for one in self.service.health.conditions()}


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path / "fishbowl.db")
    machine.sends(c.CreateSession(code=CODE, question="What time is it?"))
    yield machine
    machine.service.stop()


@pytest.mark.parametrize("step_ms", [12 * HOUR_MS, -2 * HOUR_MS])
def test_a_step_of_the_wall_clock_moves_no_session_that_runs_and_is_said(
    machine: Machine, step_ms: int
):
    machine.sends(c.StartSession())
    before_ms = machine.service.time.now_ms(CODE)
    machine.wall_ms += step_ms
    machine.passes(1_000)
    machine.watch.look()
    assert machine.service.time.now_ms(CODE) == before_ms + 1_000
    assert machine.conditions == {"clock_set": {"by_s": step_ms // 1000}}


@pytest.mark.parametrize("step_ms", [12 * HOUR_MS, -2 * HOUR_MS])
def test_when_no_session_runs_the_wall_clock_is_followed(machine: Machine, step_ms: int):
    machine.sends(c.StartSession())
    machine.wall_ms += step_ms
    machine.watch.look()
    machine.sends(c.CloseSession())
    machine.watch.look()
    assert machine.clock.now_ms() == machine.wall_ms
    assert machine.conditions == {}
    at_ms = [entry.at_ms for entry in machine.service.entries(CODE)]
    assert at_ms == sorted(at_ms)


def test_the_small_steps_of_a_time_server_are_followed_without_a_word(machine: Machine):
    machine.sends(c.StartSession())
    machine.wall_ms += 700
    machine.watch.look()
    assert machine.clock.now_ms() == machine.wall_ms
    assert machine.conditions == {}


def test_what_the_machine_slept_counts_and_is_said(machine: Machine):
    machine.sends(c.StartSession())
    before_ms = machine.service.time.now_ms(CODE)
    machine.passes(600_000, asleep=True)
    machine.watch.look()
    assert machine.service.time.now_ms(CODE) == before_ms + 600_000
    assert machine.conditions["slept"]["seconds"] == 600
    assert machine.woken == 1
    machine.passes(5_000)
    machine.watch.look()
    assert machine.woken == 1


def test_a_closed_session_of_the_future_goes_on_from_its_last_entry(machine: Machine):
    machine.sends(c.StartSession())
    machine.sends(c.CloseSession())
    at_ms = machine.service.time.now_ms(CODE)
    machine.wall_ms -= 2 * HOUR_MS
    machine.watch.look()
    machine.passes(1_000)
    assert machine.service.time.now_ms(CODE) == at_ms + 1_000


def test_the_clocks_of_this_machine_go_forward():
    assert steady_ms() <= steady_ms()
    assert 0 <= awake_ms() <= steady_ms() + 1
