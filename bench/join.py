"""A join storm: everybody scans the QR in the same moment, and gets the state of the room.

All handshakes are in the air at once. The peer sends the same state to whoever comes.
"""

import asyncio
import statistics
import time
from typing import Any

from bench.fanout import whole_view
from bench.phones import Crowd, Phone, connect
from bench.result import Result, judge, row
from bench.servers import Kind, Running, fishbowl, peer
from bench.stage import greeting, open_stage

ROUNDS = 5
IN_THE_ROOM = 100
"""People who are there already, so that the state is that of a real room."""
SETTLE_S = 1.0
MILLI = 1e3
MICRO = 1e6
KB = 1_000

JUDGED_SIZE = 1_000
HOLD_RATE = {"node_socketio": 0.85}
GOAL_RATE = {"node_socketio": 1.0}
HOLD_CPU_S = 3.0
HOLD_KB = 60.0
GOAL_KB = 45.0


class Storm:
    """What one server took for its storms."""

    def __init__(self) -> None:
        self.per_s: list[float] = []
        self.cpu_us: list[float] = []
        self.kb: list[float] = []
        self.lost = 0

    async def blow(self, server: Running, greetings: list[dict[str, Any]]) -> None:
        """Let everybody in at once, and out again."""
        crowd = Crowd()
        crowd.expect(len(greetings))
        cpu_s, memory = server.cpu_s(), server.memory_bytes()
        began_s = time.perf_counter()
        phones: list[Phone] = await asyncio.gather(
            *(connect(crowd, server.url, one) for one in greetings)
        )
        last_s = await crowd.all_there()
        took_cpu_s = server.cpu_s() - cpu_s
        await asyncio.sleep(SETTLE_S)
        self.per_s.append(len(phones) / (last_s - began_s))
        self.cpu_us.append(took_cpu_s / len(phones) * MICRO)
        self.kb.append((server.memory_bytes() - memory) / len(phones) / KB)
        self.lost += crowd.lost
        for phone in phones:
            phone.close()
        await asyncio.sleep(SETTLE_S)


async def measure(size: int, rounds: int = ROUNDS) -> list[Result]:
    """Measure one size of storm against Node, taking turns."""
    own, node = Storm(), Storm()
    for _ in range(rounds):
        # Memory that was freed is not given back, so every storm meets a fresh process.
        with fishbowl() as server:
            stage = await open_stage(server, IN_THE_ROOM)
            state = await whole_view(stage)
            await own.blow(server, [greeting(stage.code) for _ in range(size)])
            stage.close()
        with peer("node_socketio", (state, state)) as server:
            await node.blow(server, [{}] * size)
    return _rows(own, node, size)


def _rows(own: Storm, node: Storm, size: int) -> list[Result]:
    kind: Kind = "node_socketio"
    judged = judge.bounds_at(size, JUDGED_SIZE)
    rate = statistics.median(own.per_s) / statistics.median(node.per_s)
    cpu = statistics.median(own.cpu_us) / statistics.median(node.cpu_us)
    return [
        row(
            "join.per_second", size, own.per_s, "1/s", at_least=True, ratios={kind: rate},
            hold=HOLD_RATE if judged else None, goal=GOAL_RATE if judged else None,
        ),
        row("join.cpu_per_join", size, own.cpu_us, "us", ratios={kind: cpu},
            hold={"median": HOLD_CPU_S * MICRO / JUDGED_SIZE} if judged else None),
        row("join.memory_per_phone", size, own.kb, "kB",
            hold={"median": HOLD_KB} if judged else None,
            goal={"median": GOAL_KB} if judged else None),
        row("join.lost", size, [float(own.lost)], "phones", hold={"median": 0.0}),
        row("join.per_second.node", size, node.per_s, "1/s"),
        row("join.memory_per_phone.node", size, node.kb, "kB"),
    ]  # fmt: skip
