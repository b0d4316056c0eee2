"""What a scrape of ``/metrics`` takes beside an installation with many sessions."""

import tempfile
import time
from contextlib import closing
from pathlib import Path
from random import Random

import requests

from bench.archive import FIRST_DAY_MS, SEED, Writer
from bench.result import Result, row
from bench.servers import fishbowl
from fishbowl.domain.kernel.streams import Stream
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.row import session_row
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from fishbowl.log.effects import PutRow

SCRAPES = 20
"""In each round."""
IN_MEMORY = 50
"""Sessions whose consoles are asked for first, so that the server has their states."""
HOLD_MS = 20


def make_sessions(path: Path, sessions: int) -> list[str]:
    """Write sessions that have not begun, and return their codes."""
    draw = Random(SEED)
    logs: dict[Stream, list[Entry]] = {}
    rows: list[PutRow] = []
    for number in range(sessions):
        room = Writer(draw, FIRST_DAY_MS)
        room.do(c.CreateSession(code=f"WAVE{number + 2222}", question="What makes people stay?"))
        assert room.session is not None
        stream = session_stream(room.session.code)
        logs[stream] = room.log
        rows.append(PutRow(stream=stream, row=session_row(room.session)))
    with closing(open_store(path)) as store:
        store.append(logs, rows)
    return [stream.key for stream in logs]


async def measure(size: int, rounds: int) -> list[Result]:
    """Scrape a server with so many sessions; the first time imports the library."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        codes = make_sessions(path, size)
        with fishbowl(path) as server, requests.Session() as scraper:
            cookie = {"Cookie": server.cookie}
            for code in codes[:IN_MEMORY]:
                requests.get(f"{server.url}/{code}/console", headers=cookie, timeout=60)
            first = _scrape_ms(scraper, server.url)
            before_s = server.cpu_s()
            times = [_scrape_ms(scraper, server.url) for _ in range(SCRAPES * rounds)]
            cpu_ms = 1000 * (server.cpu_s() - before_s) / len(times)
    return [
        row("metrics.first", size, [first], "ms"),
        row("metrics.cpu", size, [cpu_ms], "ms"),
        row("metrics", size, times, "ms", hold={"p95": HOLD_MS}),
    ]


def _scrape_ms(scraper: requests.Session, url: str) -> float:
    began = time.perf_counter()
    answer = scraper.get(f"{url}/metrics", timeout=60)
    took_ms = 1000 * (time.perf_counter() - began)
    answer.raise_for_status()
    return took_ms
