"""The time of the demo, which skips what nobody waits for: breaks, and the night.

The server's clock belongs to the process that runs it. This process asks for a time over a socket
that it has inherited, one line a question: the instant to skip to, in milliseconds since 1970; the
answer is the time that it is now, and how fast it goes on.
"""

import asyncio
import socket
from types import TracebackType
from typing import Self

from fishbowl.simulation.clock import SessionClock

NOW = 0
"""Asks for the time without skipping any."""


class Daytime:
    """Asks for the time, and sets the session clock by it. Use it as an async context manager.

    :param descriptor: of the socket.
    :param clock: is set by every answer.
    """

    def __init__(self, descriptor: int, clock: SessionClock) -> None:
        self.clock = clock
        self._socket = socket.socket(fileno=descriptor)
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def skip_to(self, instant_ms: int) -> None:
        """Let time pass at once until an instant; none, if it is over."""
        assert self._reader is not None
        assert self._writer is not None
        self._writer.write(b"%d\n" % instant_ms)
        await self._writer.drain()
        now_ms, rate = (await self._reader.readline()).split()
        self.clock.hear(int(now_ms), float(rate))

    async def __aenter__(self) -> Self:
        self._reader, self._writer = await asyncio.open_connection(sock=self._socket)
        await self.skip_to(NOW)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self._writer is not None:
            self._writer.close()
