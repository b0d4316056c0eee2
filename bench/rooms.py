"""Many rooms in one process: in each somebody is called, all rooms taking turns.

The rooms press one after the other without a rest, as facilitators do who know nothing of each
other. CPU and memory are those of the one process that serves them all.
"""

import asyncio
import time

from bench.fanout import OwnLane
from bench.result import Result, row
from bench.servers import Running, fishbowl
from bench.stage import Stage, open_stage

ROUNDS = 5
PHONES_EACH = 40
WAITING_EACH = 8
IDLE_S = 5.0
"""So long nobody presses: what the open lines cost by themselves is a part of the rest."""
MILLI = 1e3
MICRO = 1e6
KB = 1_000


async def measure(size: int, rounds: int = ROUNDS) -> list[Result]:
    """Measure so many phones, forty to a room."""
    ack_ms: list[float] = []
    last_ms: list[float] = []
    cpu_us: list[float] = []
    with fishbowl() as server:
        empty = server.memory_bytes()
        stages: list[Stage] = []
        try:
            for _ in range(max(1, size // PHONES_EACH)):
                stages.append(await open_stage(server, PHONES_EACH, waiting=WAITING_EACH))
            kb = (server.memory_bytes() - empty) / len(stages) / PHONES_EACH / KB
            lanes = [OwnLane(stage) for stage in stages]
            for lane in lanes:
                await lane.play(2, counted=False)
            idle_share = await _idle(server)
            for _ in range(rounds):
                cpu_s, delivered = server.cpu_s(), _delivered(lanes)
                for lane in lanes:
                    acked_s, last_s = await _press(lane)
                    ack_ms.append(acked_s * MILLI)
                    last_ms.append(last_s * MILLI)
                delivered = _delivered(lanes) - delivered
                cpu_us.append((server.cpu_s() - cpu_s) / delivered * MICRO)
        finally:
            for stage in stages:
                stage.close()
    return [
        row("rooms.ack", size, ack_ms, "ms"),
        row("rooms.last_screen", size, last_ms, "ms"),
        row("rooms.cpu_per_delivery", size, cpu_us, "us"),
        row("rooms.idle_cpu", size, [idle_share], "of a core"),
        row("rooms.memory_per_phone", size, [kb], "kB"),
    ]


async def _idle(server: Running) -> float:
    cpu_s = server.cpu_s()
    await asyncio.sleep(IDLE_S)
    return (server.cpu_s() - cpu_s) / IDLE_S


async def _press(lane: OwnLane) -> tuple[float, float]:
    """The seconds until the acknowledgement, and until the last screen of the room."""
    lane.crowd.expect(lane.views)
    began_s = time.perf_counter()
    await lane.press()
    acked_s = time.perf_counter()
    last_s = await lane.crowd.all_there()
    return acked_s - began_s, last_s - began_s


def _delivered(lanes: list[OwnLane]) -> int:
    return sum(lane.crowd.views for lane in lanes)
