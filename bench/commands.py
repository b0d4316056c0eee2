"""Durable commands a second: hands go up and down on many phones at once.

Each phone waits for its acknowledgement before the next command. The whole path has the socket,
the decision, the append with its fsync, the views and the acknowledgement; beside it the service
alone is asked, from threads of one process. The disk has its share in both.
"""

import asyncio
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bench.phones import Phone
from bench.result import Result, row
from bench.servers import fishbowl
from bench.stage import open_stage
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.ids import RequestId
from fishbowl.host.clock import SystemClock
from fishbowl.log import open_store
from fishbowl.services.writer import Envelope, Outcome, Service

ROUNDS = 5
HANDS_EACH = 4
"""In a round; a hand is two commands, and stays below what a phone may tap."""
REST_S = 4.0
"""Until as many taps are allowed again."""
THREADS_MAX = 200
CODE = "WAVE2222"


async def measure(size: int, rounds: int = ROUNDS) -> list[Result]:
    """Measure so many phones, and as many threads up to a most."""
    over_the_wire = await _over_the_wire(size, rounds)
    in_process = _in_process(min(size, THREADS_MAX), rounds)
    return [
        row("commands.per_second", size, over_the_wire, "1/s"),
        row("commands.in_process", min(size, THREADS_MAX), in_process, "1/s"),
    ]


async def _over_the_wire(size: int, rounds: int) -> list[float]:
    rates = []
    with fishbowl() as server:
        stage = await open_stage(server, size, waiting=0)
        try:
            for _ in range(rounds):
                began_s = time.perf_counter()
                await asyncio.gather(*(_up_and_down(phone) for phone in stage.phones))
                rates.append(2 * HANDS_EACH * size / (time.perf_counter() - began_s))
                await asyncio.sleep(REST_S)
        finally:
            stage.close()
    return rates


async def _up_and_down(phone: Phone) -> None:
    for _ in range(HANDS_EACH):
        asked: dict[str, Any] = await phone.done("ask_for_chair")
        await phone.done("lower_hand", request=asked["seq"])


def _in_process(threads: int, rounds: int) -> list[float]:
    rates = []
    with tempfile.TemporaryDirectory() as folder:
        service = Service(open_store(Path(folder) / "bench.db"), SystemClock())
        service.start()
        try:
            hands = _Hands(service, threads)
            with ThreadPoolExecutor(threads) as pool:
                for _ in range(rounds):
                    began_s = time.perf_counter()
                    list(pool.map(hands.up_and_down, range(threads)))
                    rates.append(2 * HANDS_EACH * threads / (time.perf_counter() - began_s))
        finally:
            service.stop()
    return rates


class _Hands:
    """A running session, asked through the service by people who raise and lower their hands."""

    def __init__(self, service: Service, people: int) -> None:
        self._service = service
        self._commands = [0] * people
        self._submit(c.CreateSession(code=CODE, question="Who stays?"), "create-it")
        for number in range(people):
            join = c.JoinSession(name=f"Person {number}")
            self._submit(join, f"join-{number:06}", f"key-{number}")
        self._submit(c.StartSession(), "start-it")

    def up_and_down(self, person: int) -> None:
        """One person's round."""
        for _ in range(HANDS_EACH):
            asked = self._by(person, c.AskForChair())
            assert asked.seq is not None
            self._by(person, c.LowerHand(request=RequestId(asked.seq)))

    def _by(self, person: int, command: c.Command) -> Outcome:
        self._commands[person] += 1
        return self._submit(command, f"{person:04}-{self._commands[person]:06}", f"key-{person}")

    def _submit(self, command: c.Command, command_id: str, key: str = "") -> Outcome:
        role = Role.ATTENDEE if key else Role.FACILITATOR
        order = Envelope(code=CODE, command=command, command_id=command_id, role=role, key=key)
        outcome = self._service.submit(order)
        assert outcome.ok, outcome
        return outcome
