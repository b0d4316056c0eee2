"""Taps through a bad network: each happens once, and in the end everybody sees the same."""

import asyncio
import random
from pathlib import Path
from typing import Any, NamedTuple

from tests.support.bad_network import BadNetwork
from tests.support.face import Face
from tests.support.server import Server
from tests.torture import taps
from tests.torture.judging import broken_promises
from tests.torture.taps import Ledger, Tapper

PHONES = 20
WATCHERS = 3
SWALLOWED_S = 2.0
"""A tap that gets no answer for so long is sent again on a new line: black holes say nothing."""


class Taps(NamedTuple):
    """What a round came to, and what the network did to it."""

    taps: int
    broken: int
    swallowed: int
    doubled: int
    wrong: list[str]


def tap_through(db: Path, *, taps_wanted: int, until_s: float, seed: int = 1) -> Taps:
    """Let phones tap through a bad network.

    :param taps_wanted: until so many were answered,
    :param until_s: or so many seconds are over.
    """
    answer_s, taps.ANSWER_S = taps.ANSWER_S, SWALLOWED_S
    try:
        return asyncio.run(_tapped(db, taps_wanted, until_s, random.Random(seed)))
    finally:
        taps.ANSWER_S = answer_s


async def _tapped(db: Path, wanted: int, until_s: float, draw: random.Random) -> Taps:
    server = Server(db)
    await asyncio.to_thread(server.start)
    code = await asyncio.to_thread(server.create_session)
    network = BadNetwork(server.port, draw)
    await network.start()
    ledger = Ledger()
    crowd = [Tapper(network.url, code, ledger, seed) for seed in range(PHONES)]
    running = [asyncio.create_task(tapper.run()) for tapper in crowd]
    loop = asyncio.get_running_loop()
    begun_s = loop.time()
    while sum(tapper.taps for tapper in crowd) < wanted and loop.time() - begun_s < until_s:
        await asyncio.sleep(0.02)
    network.mend()
    for tapper in crowd:
        tapper.stop()
    await asyncio.gather(*running)
    wrong = await asyncio.to_thread(_what_is_seen, server, code)
    await network.stop()
    await asyncio.to_thread(server.stop)
    wrong += broken_promises(db, code, ledger)
    return Taps(
        sum(tapper.taps for tapper in crowd),
        network.broken,
        network.swallowed,
        network.doubled,
        wrong,
    )


def _what_is_seen(server: Server, code: str) -> list[str]:
    """Phones that come now must all be shown the same."""
    seen: list[dict[str, Any]] = []
    for _ in range(WATCHERS):
        phone = Face(server, code, "phone").connect()
        seen.append({name: part for name, part in phone.slices.items() if name != "me"})
        phone.leave()
    return [] if all(one == seen[0] for one in seen) else ["phones are shown different things"]
