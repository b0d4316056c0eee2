"""Fan-out: a real command on a real session, from the tap to the last screen.

The facilitator calls the next person and takes the call back, by turns; each is decided, appended
durably and shown on every phone. The peers send the same bytes to as many lines.
"""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.util import find_spec
from typing import Any

from bench.phones import Crowd, Phone, connect, connect_all
from bench.result import Result, judge, row
from bench.servers import KINDS, Kind, Running, fishbowl, peer
from bench.stage import Stage, greeting, open_stage
from fishbowl.host.settings import ASYNC_MODES

ROUNDS = 5
PRESSES = 20
WARM_UP = 4
REST_S = 0.12
"""Between presses, so that each is the first change of its tick and goes out at once."""
MICRO = 1e6
MILLI = 1e3

HOLD = {"node_socketio": 1.0, "floor": 2.0}
GOAL = {"node_socketio": 0.9, "floor": 1.6}
JUDGED_SIZE = 1_000

Press = Callable[[], Awaitable[Any]]


class Lane:
    """One server with its crowd, ready to be pressed."""

    def __init__(self, server: Running, crowd: Crowd, press: Press, views: int) -> None:
        self.server, self.crowd, self.press, self.views = server, crowd, press, views
        self.cpu_us: list[float] = []
        self.client_us: list[float] = []
        self.last_ms: list[float] = []

    async def play(self, presses: int, *, counted: bool) -> None:
        """Press so often, and keep what it took."""
        cpu, client = self.server.cpu_s(), time.process_time()
        delivered = self.crowd.views
        for _ in range(presses):
            self.crowd.expect(self.views)
            began_s = time.perf_counter()
            await self.press()
            last_s = await self.crowd.all_there()
            if counted:
                self.last_ms.append((last_s - began_s) * MILLI)
            await asyncio.sleep(REST_S)
        delivered = self.crowd.views - delivered
        if counted:
            self.cpu_us.append((self.server.cpu_s() - cpu) / delivered * MICRO)
            self.client_us.append((time.process_time() - client) / delivered * MICRO)


async def measure(size: int, rounds: int = ROUNDS) -> list[Result]:
    """Measure one size of crowd against both peers, taking turns."""
    async with _fishbowl_lane(size) as ours:
        with peer("node_socketio", ours.sample) as node, peer("floor", ours.sample) as floor:
            lanes = {
                "fishbowl": ours,
                "node_socketio": await _peer_lane(node, size),
                "floor": await _peer_lane(floor, size),
            }
            for lane in lanes.values():
                await lane.play(WARM_UP, counted=False)
            for _ in range(rounds):
                for lane in lanes.values():
                    await lane.play(PRESSES, counted=True)
    return _rows(lanes, size)


async def measure_modes(size: int, rounds: int = ROUNDS) -> list[Result]:
    """Measure the fan-out in every async mode that is installed, taking turns."""
    modes = [mode for mode in ASYNC_MODES if mode == "threading" or find_spec(mode)]
    async with AsyncExitStack() as stack:
        lanes = {
            mode: await stack.enter_async_context(_fishbowl_lane(size, mode)) for mode in modes
        }
        for _ in range(rounds):
            for lane in lanes.values():
                await lane.play(PRESSES, counted=True)
    found = []
    for mode, lane in lanes.items():
        found.append(row(f"fanout.mode.{mode}.cpu", size, lane.cpu_us, "us"))
        found.append(row(f"fanout.mode.{mode}.last", size, lane.last_ms, "ms"))
    return found


def _rows(lanes: dict[Kind, Lane], size: int) -> list[Result]:
    cpu = {kind: statistics.median(lanes[kind].cpu_us) for kind in KINDS}
    last = {kind: statistics.median(lanes[kind].last_ms) for kind in KINDS}
    peers: tuple[Kind, ...] = ("node_socketio", "floor")
    judged = judge.bounds_at(size, JUDGED_SIZE)
    return [
        row(
            "fanout.cpu_per_delivery", size, lanes["fishbowl"].cpu_us, "us",
            ratios={kind: cpu["fishbowl"] / cpu[kind] for kind in peers},
            hold=HOLD if judged else None, goal=GOAL if judged else None,
        ),
        row(
            "fanout.last_screen", size, lanes["fishbowl"].last_ms, "ms",
            ratios={kind: last["fishbowl"] / last[kind] for kind in peers},
        ),
        *(row(f"fanout.cpu.{kind}", size, lanes[kind].cpu_us, "us") for kind in peers),
        *(row(f"fanout.client_cpu.{kind}", size, lanes[kind].client_us, "us") for kind in KINDS),
    ]  # fmt: skip


@asynccontextmanager
async def _fishbowl_lane(size: int, async_mode: str = "eventlet") -> AsyncIterator["OwnLane"]:
    with fishbowl(async_mode=async_mode) as server:
        stage = await open_stage(server, size)
        witness = stage.phones[-1]
        witness.keeps_views = True
        await asyncio.sleep(REST_S)
        lane = OwnLane(stage)
        await lane.play(2, counted=False)
        lane.sample = (await whole_view(stage), witness.last_view)
        witness.keeps_views = False
        try:
            yield lane
        finally:
            stage.close()


class OwnLane(Lane):
    """Fishbowl itself; a press is a command of the console."""

    sample: tuple[Any, Any]
    """What a phone begins with, and what it is sent when somebody is called."""

    def __init__(self, stage: Stage) -> None:
        # Beside what everybody is sent, whoever is called is told so.
        super().__init__(stage.server, stage.crowd, self._press, len(stage.phones) + 1)
        self._stage = stage
        self._called: int | None = None

    async def _press(self) -> None:
        if self._called is not None:
            await self._stage.console.done("undo_action", action=self._called)
            self._called = None
            return
        action = self._stage.next_action()
        assert action["do"] == "call_person", action
        answer = await self._stage.console.done(action["do"], **action["args"])
        self._called = answer["seq"]


async def whole_view(stage: Stage) -> Any:
    """What a phone that comes now begins with."""
    crowd = Crowd()
    crowd.expect(1)
    late = await connect(crowd, stage.server.url, greeting(stage.code), keeps_views=True)
    await crowd.all_there()
    late.close()
    return late.last_view


async def _peer_lane(server: Running, size: int) -> Lane:
    crowd = Crowd()
    greets: dict[str, Any] | None = {} if server.kind == "node_socketio" else None
    crowd.expect(size)
    lines: list[Phone] = await connect_all(crowd, server.url, [greets] * size)
    await crowd.all_there()
    return Lane(server, crowd, lambda: lines[0].emit("go", None), size)
