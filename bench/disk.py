"""What a slow disk costs those who do not wait for it: the hub must answer meanwhile.

Every sync takes as long as the size says, in milliseconds. One console saves all the time; pages
that need no disk are asked for beside it, and the longest answer of a round is its stall. The same
server on the disk as it is gives the quiet figure.
"""

import http.client
import threading
import time
from urllib.parse import urlsplit

from bench.result import Result, row
from bench.servers import fishbowl
from tests.support.face import Face

ASKED_S = 3.0
"""How long a round lasts."""
EVERY_S = 0.005
HOLD_STALL_MS = 20
MILLI = 1e3


async def measure(sync_ms: int, rounds: int) -> list[Result]:
    """Measure the longest stall of the hub, beside that of a quiet disk."""
    stalls, quiet = [], []
    for _ in range(rounds):
        quiet.append(_stall_ms(0))
        stalls.append(_stall_ms(sync_ms))
    return [
        row("disk.hub_stall_quiet", 0, quiet, "ms"),
        row("disk.hub_stall", sync_ms, stalls, "ms", hold={"median": HOLD_STALL_MS}),
    ]


def _stall_ms(sync_ms: int) -> float:
    """The longest answer of a round."""
    with fishbowl(disk={"sync_ms": sync_ms}) as running:
        assert running.harness is not None
        code = running.harness.create_session()
        console = Face(running.harness, code, "console").connect()
        console.done("start_session")
        stopping = threading.Event()

        def save() -> None:
            number = 0
            while not stopping.is_set():
                console.done("pause_clock" if number % 2 == 0 else "resume_clock")
                number += 1

        saving = threading.Thread(target=save)
        saving.start()
        longest_s = _longest_answer_s(running.url)
        stopping.set()
        saving.join()
        console.leave()
        return longest_s * MILLI


def _longest_answer_s(url: str) -> float:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    longest_s = 0.0
    until_s = time.perf_counter() + ASKED_S
    while time.perf_counter() < until_s:
        began_s = time.perf_counter()
        connection.request("GET", "/healthz")
        connection.getresponse().read()
        longest_s = max(longest_s, time.perf_counter() - began_s)
        time.sleep(EVERY_S)
    connection.close()
    return longest_s
