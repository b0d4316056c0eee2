"""The hostile crowd, in a process of its own: ``python -m bench.attackers KIND URL PATH SIZE``.

It says ``ready`` when it is at it, and goes on until its standard input ends. All of it is nice to
the process that measures, which shares its core, and to nobody else.
"""

import asyncio
import contextlib
import json
import os
import secrets
import sys
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import uvloop

from bench.machine import raise_limits
from bench.phones import Crowd, Phone, connect

NICE = 15
AT_ONCE = 100
"""Connections that an attack opens at the same time."""
KEPT_OPEN = 2_000
COMMANDS_PER_S = 10
BURST = 20
PATIENCE_S = 30.0

Attack = Callable[["Target"], Awaitable[None]]


class Target:
    """What is attacked: a server, a session's code or a path, and how many take part."""

    def __init__(self, url: str, path: str, size: int, cookie: str) -> None:
        self.url, self.path, self.size, self.cookie = url, path, size, cookie
        self.crowd = Crowd()
        self.done = 0
        self.refused = 0

    @property
    def code(self) -> str:
        """The session's code."""
        return self.path.strip("/").partition("/")[0]

    async def phone(self, device: str = "") -> Phone:
        """Open a phone's line."""
        greeting = {"code": self.code, "face": "phone", "device": device or _device()}
        return await connect(self.crowd, self.url, greeting)

    async def commanded(self, phone: Phone, do: str, **fields: object) -> None:
        """Send a command and count what became of it."""
        answer = await asyncio.wait_for(phone.command(do, **fields), PATIENCE_S)
        self.done += answer["ok"]
        self.refused += not answer["ok"]


def _device() -> str:
    return secrets.token_urlsafe(18)


async def joins(target: Target) -> None:
    """Made-up people come in, as many as there are to be, and stay."""
    left = iter(range(target.size))
    kept: list[Phone] = []

    async def lane() -> None:
        for number in left:
            phone = await target.phone()
            await target.commanded(phone, "join_session", name=f"Fake {number}")
            kept.append(phone)
            if len(kept) > KEPT_OPEN:
                kept.pop(0).close()

    await asyncio.gather(*(_again(lane) for _ in range(AT_ONCE)))
    await asyncio.Event().wait()


async def commands(target: Target) -> None:
    """So many sockets send ten commands a second each, without waiting for answers."""

    async def lane(number: int) -> None:
        phone = await target.phone()
        await target.commanded(phone, "join_session", name=f"Fake {number}")
        sent = 0
        while True:
            sent += 1
            do = "ask_for_chair" if sent % 2 else "say_where"
            answer = phone.command(do, **({} if sent % 2 else {"words": f"Row {sent}"}))
            answer.add_done_callback(lambda found: _counted(target, found))
            await asyncio.sleep(1 / COMMANDS_PER_S)

    await asyncio.gather(*(_again(lambda n=n: lane(n)) for n in range(target.size)))


async def reconnects(target: Target) -> None:
    """So many sockets send a burst each, hang up and come back under the same secret."""

    async def lane() -> None:
        device = _device()
        while True:
            phone = await target.phone(device)
            answers = [phone.command("join_session", name="Fake") for _ in range(BURST)]
            for answer in answers:
                answer.add_done_callback(lambda found: _counted(target, found))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(answers[-1]), 1)
            phone.close()

    await asyncio.gather(*(_again(lane) for _ in range(target.size)))


async def pages(target: Target) -> None:
    """So many fetch a path over and over, each time over a new connection."""
    lanes = (_again(lambda: _fetch(target, close=True), for_ever=True) for _ in range(target.size))
    await asyncio.gather(*lanes)


async def fetches(target: Target) -> None:
    """So many fetch a path over and over, over one connection each."""
    lanes = (_again(lambda: _fetch(target, close=False), for_ever=True) for _ in range(target.size))
    await asyncio.gather(*lanes)


async def half_sent(target: Target) -> None:
    """So many begin a request and never end it."""
    parts = urlsplit(target.url)

    async def lane() -> None:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        while not reader.at_eof():
            writer.write(b"x")
            await writer.drain()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(reader.read(1024), 1)
        target.refused += 1
        writer.close()

    await asyncio.gather(*(_again(lane) for _ in range(target.size)))


async def idle(target: Target) -> None:
    """So many connect and say nothing."""
    parts = urlsplit(target.url)

    async def lane() -> None:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        await reader.read()
        target.refused += 1
        writer.close()

    await asyncio.gather(*(_again(lane, for_ever=True) for _ in range(target.size)))


async def _fetch(target: Target, *, close: bool) -> None:
    parts = urlsplit(target.url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    head = [f"GET {target.path} HTTP/1.1", f"Host: {parts.netloc}", f"Cookie: {target.cookie}"]
    request = "\r\n".join([*head, *(["Connection: close"] if close else []), "", ""]).encode()
    try:
        while True:
            writer.write(request)
            header = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE_S)
            fields = dict(line.lower().split(b": ", 1) for line in header.splitlines()[1:-1])
            await reader.readexactly(int(fields.get(b"content-length", b"0")))
            ok = header.split(b" ", 2)[1] == b"200"
            target.done += ok
            target.refused += not ok
            if close or fields.get(b"connection") == b"close":
                return
    finally:
        writer.close()


async def _again(lane: Callable[[], Awaitable[None]], *, for_ever: bool = False) -> None:
    """Begin anew whenever a line breaks or is refused; for ever also when it is done."""
    while True:
        try:
            await lane()
        except Exception:  # whatever became of the line, there will be another
            await asyncio.sleep(0.05)
        else:
            if not for_ever:
                return


def _counted(target: Target, answer: "asyncio.Future[object]") -> None:
    if not answer.cancelled() and answer.exception() is None:
        found = answer.result()
        assert isinstance(found, dict)
        target.done += bool(found["ok"])
        target.refused += not found["ok"]


ATTACKS: dict[str, Attack] = {
    attack.__name__: attack
    for attack in (joins, commands, reconnects, pages, fetches, half_sent, idle)
}


async def _main(kind: str, url: str, path: str, size: str, cookie: str = "") -> None:
    target = Target(url, path, int(size), cookie)
    at_it = asyncio.ensure_future(ATTACKS[kind](target))
    print("ready", flush=True)
    reading = asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await asyncio.wait([reading, at_it], return_when=asyncio.FIRST_COMPLETED)
    if at_it.done() and at_it.exception() is not None:
        raise at_it.exception()  # type: ignore[misc]
    await reading
    print(json.dumps({"done": target.done, "refused": target.refused}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    raise_limits()
    os.nice(NICE)
    uvloop.run(_main(*sys.argv[1:]))
