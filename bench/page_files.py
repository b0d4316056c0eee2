"""The files of the phone's first page in a storm: what serving them costs beside the joins.

Each phone fetches the page and what it names over one connection of its own, as browsers do, and
none of it is cached: they are here for the first time.
"""

import asyncio
import time
from urllib.parse import urljoin

import aiohttp

from bench.first_page import assets
from bench.result import Result, row
from bench.servers import Running, fishbowl

AT_ONCE = 100
MICRO = 1e6


async def measure(size: int, rounds: int) -> list[Result]:
    """Let so many phones fetch the first page."""
    per_s, cpu_us = [], []
    with fishbowl() as server:
        assert server.harness is not None
        code = server.harness.create_session(question="What makes people stay?")
        url = f"{server.url}/{code}"
        await _storm(server, url, AT_ONCE)
        for _ in range(rounds):
            cpu_s, began_s = server.cpu_s(), time.perf_counter()
            await _storm(server, url, size)
            per_s.append(size / (time.perf_counter() - began_s))
            cpu_us.append((server.cpu_s() - cpu_s) / size * MICRO)
    return [
        row("join.page_files_per_second", size, per_s, "1/s"),
        row("join.page_files_cpu", size, cpu_us, "us"),
    ]


async def _storm(server: Running, url: str, phones: int) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def phone() -> None:
        async with gate, aiohttp.ClientSession(auto_decompress=False) as browser:
            page = await _fetched(browser, url, "identity")
            for path in assets(page.decode()):
                await _fetched(browser, urljoin(server.url, path), "gzip")

    await asyncio.gather(*(phone() for _ in range(phones)))


async def _fetched(browser: aiohttp.ClientSession, url: str, encoding: str) -> bytes:
    async with browser.get(url, headers={"Accept-Encoding": encoding}) as answer:
        answer.raise_for_status()
        return await answer.read()
