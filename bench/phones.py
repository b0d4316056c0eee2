"""A crowd of phones that speaks the wire by hand, as lightly as possible.

A phone counts what it is sent and reads nothing it does not need, so that the client is not what
is measured; what it costs is measured beside the server all the same.
"""

import asyncio
import json
import time
from collections.abc import Iterable
from typing import Any

from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

PATIENCE_S = 60.0
CONNECTING_AT_ONCE = 200
"""Handshakes in the air; the storm itself has all at once."""

EVENT = b"42"
OPEN, PING, ACCEPTED, ANSWER = b"0", b"2", b"40", b"43"


class Crowd:
    """Counts what all phones together have been sent.

    ``bytes`` are those of the views; ``received`` are those of every frame.
    """

    def __init__(self) -> None:
        self.views = 0
        self.bytes = 0
        self.received = 0
        self.lost = 0
        self._wanted = 0
        self._there: asyncio.Event = asyncio.Event()
        self._at_s = 0.0

    def expect(self, views: int) -> None:
        """Begin to wait for so many views more than there have been."""
        self._wanted = self.views + views
        self._there.clear()

    async def all_there(self) -> float:
        """Wait for them; the monotonic second in which the last came.

        :raises TimeoutError: some did not come.
        """
        await asyncio.wait_for(self._there.wait(), PATIENCE_S)
        return self._at_s

    def viewed(self, size: int) -> None:
        """Count one view."""
        self.views += 1
        self.bytes += size
        if self.views == self._wanted:
            self._at_s = time.perf_counter()
            self._there.set()


class Phone(WSListener):  # type: ignore[misc]
    """One connection. Without a greeting it speaks plain WebSocket."""

    def __init__(self, crowd: Crowd, greeting: dict[str, Any] | None, *, keeps_views: bool) -> None:
        self._crowd = crowd
        self._greeting = greeting
        self._transport: WSTransport | None = None
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._number = 0
        self.accepted = asyncio.Event()
        self.keeps_views = keeps_views
        self.last_view: dict[str, Any] = {}
        self.slices: dict[str, Any] = {}

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Keep the line."""
        self._transport = transport

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """Count who was dropped."""
        self._crowd.lost += 1

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Take one frame."""
        payload = frame.get_payload_as_bytes()
        self._crowd.received += len(payload)
        if payload[:2] == EVENT:
            if payload[4:5] == b"v":
                self._crowd.viewed(len(payload))
                if self.keeps_views:
                    self.last_view = json.loads(payload[2:])[1]
                    self.slices.update(self.last_view["slices"])
        elif payload[:2] == ANSWER:
            self._answered(payload)
        elif payload[:2] == ACCEPTED:
            self.accepted.set()
        elif payload[:1] == PING:
            transport.send(WSMsgType.TEXT, b"3")
        elif payload[:1] == OPEN and self._greeting is not None:
            transport.send(WSMsgType.TEXT, b"40" + json.dumps(self._greeting).encode())

    def emit(self, event: str, argument: Any) -> asyncio.Future[Any]:
        """Send an event; the future has its acknowledgement."""
        assert self._transport is not None
        self._number += 1
        answer = asyncio.get_running_loop().create_future()
        self._answers[self._number] = answer
        text = f"42{self._number}{json.dumps([event, argument])}"
        self._transport.send(WSMsgType.TEXT, text.encode())
        return answer

    def command(self, do: str, **fields: Any) -> asyncio.Future[Any]:
        """Send a command of Fishbowl's."""
        message = {"id": f"bench-{id(self):x}-{self._number:06}", "command": {"do": do, **fields}}
        return self.emit("command", message)

    async def done(self, do: str, **fields: Any) -> Any:
        """Send a command that must succeed."""
        answer = await self.command(do, **fields)
        if not answer["ok"]:
            raise AssertionError(f"{do}: {answer['error']}")
        return answer

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._crowd.lost -= 1
            self._transport.disconnect()

    def _answered(self, payload: bytes) -> None:
        number, bracket, rest = payload[2:].decode().partition("[")
        answer = self._answers.pop(int(number))
        if not answer.done():
            answer.set_result(json.loads(bracket + rest)[0])


async def connect(
    crowd: Crowd,
    url: str,
    greeting: dict[str, Any] | None = None,
    cookie: str = "",
    *,
    keeps_views: bool = False,
) -> Phone:
    """Open one line; over Engine.IO if there is a greeting, which is then accepted."""
    path = "/socket.io/?EIO=4&transport=websocket" if greeting is not None else "/"
    _, phone = await ws_connect(
        lambda: Phone(crowd, greeting, keeps_views=keeps_views),
        url.replace("http", "ws", 1) + path,
        websocket_handshake_timeout=PATIENCE_S,
        extra_headers={"Cookie": cookie} if cookie else None,
    )
    if greeting is not None:
        await asyncio.wait_for(phone.accepted.wait(), PATIENCE_S)
    return phone


async def connect_all(
    crowd: Crowd, url: str, greetings: Iterable[dict[str, Any] | None]
) -> list[Phone]:
    """Open many lines, a few hundred at a time."""
    gate = asyncio.Semaphore(CONNECTING_AT_ONCE)

    async def one(greeting: dict[str, Any] | None) -> Phone:
        async with gate:
            return await connect(crowd, url, greeting)

    return list(await asyncio.gather(*(one(greeting) for greeting in greetings)))
