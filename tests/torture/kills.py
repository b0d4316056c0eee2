"""SIGKILL at random moments under a crowd, restart, and compare every answer with the log."""

import asyncio
import random
from pathlib import Path
from typing import NamedTuple

from tests.support.server import Server
from tests.torture.judging import broken_promises
from tests.torture.taps import Ledger, Tapper

PHONES = 24
LONGEST_S = 1.5
"""A server lives at most so long after it serves."""


class Kills(NamedTuple):
    """What a round came to."""

    kills: int
    acknowledged: int
    wrong: list[str]


def kill_again_and_again(db: Path, *, kills: int, until_s: float, seed: int = 1) -> Kills:
    """Kill a server under a crowd, and start it again.

    :param kills: how often at most.
    :param until_s: no further kill after so many seconds.
    """
    return asyncio.run(_killed(db, kills, until_s, random.Random(seed)))


async def _killed(db: Path, kills: int, until_s: float, draw: random.Random) -> Kills:
    server = Server(db)
    await asyncio.to_thread(server.start)
    ledger = Ledger()
    code = await asyncio.to_thread(server.create_session)
    cookie = await asyncio.to_thread(server.owner_cookie)
    crowd = [Tapper(server.url, code, ledger, seed) for seed in range(PHONES)]
    crowd.append(Tapper(server.url, code, ledger, PHONES, cookie=cookie))
    running = [asyncio.create_task(tapper.run()) for tapper in crowd]
    loop = asyncio.get_running_loop()
    begun_s, done = loop.time(), 0
    while done < kills and loop.time() - begun_s < until_s:
        before = len(ledger.acknowledged)
        while len(ledger.acknowledged) < before + PHONES // 2:
            await asyncio.sleep(0.005)
        await asyncio.sleep(draw.random() * LONGEST_S)
        server.kill()
        done += 1
        await asyncio.to_thread(server.start)
    for tapper in crowd:
        tapper.stop()
    await asyncio.gather(*running)
    await asyncio.to_thread(server.stop)
    wrong = broken_promises(db, code, ledger)
    return Kills(done, len(ledger.acknowledged), wrong)
