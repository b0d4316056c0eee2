"""A network between phones and server that delays, cuts, swallows and doubles, on real sockets."""

import asyncio
import contextlib
import random
from collections.abc import Callable

CHUNK = 65_536
MASKED, LENGTH = 0x80, 0x7F


class BadNetwork:
    """Forwards connections to a server, badly, until it is mended.

    :param port: the server's.
    :param delay_s: chunks wait up to so long.
    :param cut: how likely it is with every chunk that the line breaks.
    :param black_hole: how likely it is that nothing gets through any more, without a word.
    :param double: how likely it is that a message to the server arrives twice.
    """

    def __init__(
        self,
        port: int,
        draw: random.Random,
        *,
        delay_s: float = 0.05,
        cut: float = 0.01,
        black_hole: float = 0.005,
        double: float = 0.1,
    ) -> None:
        self._server_port = port
        self._draw = draw
        self._delay_s, self._cut = delay_s, cut
        self._black_hole, self._double = black_hole, double
        self._lines: set[asyncio.StreamWriter] = set()
        self.broken = self.swallowed = self.doubled = 0
        self.url = ""
        self._listener: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen on a port of its own."""
        self._listener = await asyncio.start_server(self._forward, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._listener.sockets[0].getsockname()[1]}"

    def mend(self) -> None:
        """From now on everything gets through at once; what is open is cut a last time."""
        self._delay_s = self._cut = self._black_hole = self._double = 0.0
        for line in list(self._lines):
            line.close()

    async def stop(self) -> None:
        """End all lines."""
        self.mend()
        if self._listener is not None:
            self._listener.close()

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            to_server = await asyncio.open_connection("127.0.0.1", self._server_port)
            lines = {writer, to_server[1]}
            self._lines |= lines
            state = _Line()
            frames = _Frames(self._is_doubled)
            await asyncio.gather(
                self._pump(reader, to_server[1], state, frames.take),
                self._pump(to_server[0], writer, state, lambda data: data),
            )
            for line in lines:
                self._lines.discard(line)
                line.close()

    async def _pump(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        line: "_Line",
        changed: Callable[[bytes], bytes],
    ) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(CHUNK):
                if line.is_swallowed:
                    continue
                fate = self._draw.random()
                if fate < self._cut:
                    self.broken += 1
                    break
                if fate < self._cut + self._black_hole:
                    self.swallowed += 1
                    line.is_swallowed = True
                    continue
                await asyncio.sleep(self._draw.random() * self._delay_s)
                writer.write(changed(data))
                await writer.drain()
        writer.close()

    def _is_doubled(self) -> bool:
        is_doubled = self._draw.random() < self._double
        self.doubled += is_doubled
        return is_doubled


class _Line:
    is_swallowed = False


class _Frames:
    """Doubles whole messages from a client, once its connection is a WebSocket (RFC 6455)."""

    def __init__(self, is_doubled: Callable[[], bool]) -> None:
        self._is_doubled = is_doubled
        self._is_open = False
        self._rest = b""

    def take(self, data: bytes) -> bytes:
        """What arrives at the server for what the client has sent."""
        if not self._is_open:
            head, end, frames = (self._rest + data).partition(b"\r\n\r\n")
            self._is_open = bool(end) and b"Upgrade: websocket" in head.replace(
                b"upgrade", b"Upgrade"
            )
            if not self._is_open:
                return data
            self._rest = b""
            passed = data[: len(data) - len(frames)]
            return passed + self._doubled(frames)
        return self._doubled(data)

    def _doubled(self, data: bytes) -> bytes:
        self._rest += data
        passed = b""
        while (size := _frame_size(self._rest)) and size <= len(self._rest):
            frame, self._rest = self._rest[:size], self._rest[size:]
            passed += frame * (2 if frame[0] == 0x81 and self._is_doubled() else 1)
        return passed


def _frame_size(data: bytes) -> int:
    """The bytes of the first frame; 0 where its head is not whole yet."""
    if len(data) < 2:
        return 0
    short, mask = data[1] & LENGTH, 4 if data[1] & MASKED else 0
    head = 2 + {126: 2, 127: 8}.get(short, 0)
    if len(data) < head:
        return 0
    length = short if short < 126 else int.from_bytes(data[2:head])
    return head + mask + length
