"""A simulated device: a Socket.IO client with one page open.

It follows the same protocol as the product's pages. It keeps the newest slice of each name, makes
the ids of its commands, sends a command again under the same id after a lost connection, and
reconnects by itself.
"""

import asyncio
import secrets
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import aiohttp
import msgspec
import socketio

from fishbowl.domain.session.commands import AnyCommand
from fishbowl.live.protocol import COMMAND, SIGNAL, VIEW, Ack, CommandMessage, SignalKind
from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.screen import Screen
from fishbowl.simulation.screen_model import Face

ANSWER_S = 15.0
"""Seconds after which a command without an answer is sent again."""
CONNECT_S = 15.0
RETRY_S = 0.5
CLOSE_TIMEOUT_S = 1.0
"""Seconds to wait for a clean disconnect when a page is closed."""
GIVE_UP_S = 30.0
"""Seconds without a connection after which the simulation fails."""
FATAL_ERRORS = ("invalid_command", "too_large", "not_saved")
"""Errors that a correct client never gets; they end the simulation."""


class SimulationError(Exception):
    """The simulation cannot continue; the message is one sentence."""


class _Json:
    """JSON for Socket.IO packets by msgspec, as in the server."""

    @staticmethod
    def dumps(data: Any, **_: Any) -> str:
        return msgspec.json.encode(data).decode()

    @staticmethod
    def loads(text: str, **_: Any) -> Any:
        return msgspec.json.decode(text)


def cookie_jar() -> aiohttp.CookieJar:
    """The cookies of a new browser; those of hosts that are IP addresses are kept too."""
    return aiohttp.CookieJar(unsafe=True)


class Client(Screen):
    """One device with one page open. Use it as an async context manager: it connects on entering
    and says goodbye on leaving.

    :param url: the server, as ``http://host:port``.
    :param code: the code of the session.
    :param face: which page is open.
    :param clock: is set from the time in every message.
    :param device: the phone's random secret.
    :param key: the facilitator's key, for a console.
    :param jar: the cookies of a browser that has other pages too; without it, it has none yet.
    """

    def __init__(
        self,
        url: str,
        code: str,
        face: Face,
        clock: SessionClock,
        *,
        device: str = "",
        key: str = "",
        jar: aiohttp.CookieJar | None = None,
    ) -> None:
        super().__init__(clock)
        self.url = url
        self.code = code
        self.face = face
        self._device = device
        self._key = key
        self._jar = cookie_jar() if jar is None else jar
        self._may_connect = asyncio.Event()
        self._may_connect.set()
        self._online = asyncio.Event()
        self._lost = asyncio.Event()
        self._refused = ""
        self._http: aiohttp.ClientSession | None = None
        self._socket: Any = None
        self._connection_task: asyncio.Task[None] | None = None

    # Actions

    async def send(self, command: AnyCommand) -> Ack:
        """Send a command under one id until it is answered.

        :return: the answer, also if the command was rejected.
        :raises SimulationError: the error is one of :data:`FATAL_ERRORS`.
        """
        message = CommandMessage(id=secrets.token_urlsafe(12), command=command)
        built = msgspec.to_builtins(message)
        while True:
            ack = await self._answer(built)
            if ack is None or (ack.error is not None and ack.error.code == "too_fast"):
                await asyncio.sleep(RETRY_S)
                continue
            if ack.error is not None and ack.error.code in FATAL_ERRORS:
                name = type(command).__name__
                raise SimulationError(f"{name} was refused: {ack.error.code} {ack.error.params}.")
            return ack

    async def signal(self, kind: SignalKind) -> None:
        """Send a reaction; without a connection it is dropped."""
        if self._online.is_set():
            with suppress(socketio.exceptions.SocketIOError):
                await self._socket.emit(SIGNAL, {"kind": kind})

    async def get(self, path: str, **query: str) -> bytes:
        """Fetch a page or a file with the cookies of this device.

        :raises SimulationError: the answer is not 200.
        """
        while True:
            await self._connected()
            if self._http is not None and not self._http.closed:
                with suppress(aiohttp.ClientError, OSError, TimeoutError):
                    async with self._http.get(f"{self.url}{path}", params=query) as answer:
                        if answer.status != 200:
                            raise SimulationError(f"{path} was answered with {answer.status}.")
                        return await answer.read()
            await asyncio.sleep(RETRY_S)

    async def lose_connection(self, seconds: float) -> None:
        """Drop the connection without a disconnect, and reconnect after some session time."""
        self._may_connect.clear()
        self._online.clear()
        if self._http is not None:
            await self._http.close()
        await self.clock.sleep(seconds)
        self._may_connect.set()

    # Connection

    async def __aenter__(self) -> Self:
        self._connection_task = asyncio.create_task(self._stay_connected())
        try:
            await self._connected()
            await self.until(self.has_slices)
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        await self._close()

    async def _close(self) -> None:
        """Stop the connection task and disconnect.

        Connecting can swallow a cancellation, so the task is cancelled until it ends.
        """
        try:
            while self._connection_task is not None and not self._connection_task.done():
                self._connection_task.cancel()
                await asyncio.wait([self._connection_task], timeout=CLOSE_TIMEOUT_S)
        finally:  # also when it is cancelled here
            await self._disconnect()

    async def _stay_connected(self) -> None:
        try:
            while True:
                await self._may_connect.wait()
                await self._connect_with_retries()
                await self._lost.wait()
                self._online.clear()
                await self._disconnect()
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            self.fail(error)
            self._online.set()

    async def _connect_with_retries(self) -> None:
        """Open the page and connect, with retries.

        :raises SimulationError: the connection is refused, or the server is not reachable.
        """
        loop = asyncio.get_running_loop()
        give_up = loop.time() + GIVE_UP_S
        while True:
            await self._may_connect.wait()
            try:
                await self._connect()
                return
            except (
                socketio.exceptions.SocketIOError,
                aiohttp.ClientError,
                OSError,
                TimeoutError,
            ) as error:
                await self._disconnect()
                if self._refused:
                    raise SimulationError(
                        f"{self.code} refuses the {self.face}: {self._refused}."
                    ) from error
                if loop.time() > give_up:
                    raise SimulationError(f"The server at {self.url} cannot be reached.") from error
            await asyncio.sleep(RETRY_S)

    async def _connect(self) -> None:
        self._lost = lost = asyncio.Event()
        self._http = http = aiohttp.ClientSession(cookie_jar=self._jar)
        await self._open_page(http)
        self._socket = socket = socketio.AsyncClient(
            reconnection=False, handle_sigint=False, http_session=http, json=_Json
        )
        socket.on(VIEW, self.receive)
        socket.on("disconnect", lambda reason: self._on_disconnect(lost))
        socket.on("connect_error", self._on_connect_error)
        await socket.connect(
            self.url,
            transports=["websocket"],
            auth={"code": self.code, "face": self.face, "device": self._device},
            wait_timeout=CONNECT_S,
        )
        self._online.set()

    async def _open_page(self, http: aiohttp.ClientSession) -> None:
        if self._key:
            async with http.post(
                f"{self.url}/k", json={"key": self._key}, headers={"Origin": self.url}
            ) as answer:
                if answer.status >= 400:
                    raise SimulationError("The facilitator's key does not open this session.")
        face = "" if self.face == "phone" else f"/{self.face}"
        async with http.get(f"{self.url}/{self.code}{face}") as answer:
            if answer.status == 404:
                raise SimulationError(f"There is no session {self.code} at {self.url}.")
            if answer.status >= 400:
                raise SimulationError(f"The {self.face} page was answered with {answer.status}.")
            await answer.read()

    async def _answer(self, message: Any) -> Ack | None:
        """Send a command once; ``None`` if no answer came in time or the connection was lost."""
        await self._connected()
        lost = asyncio.create_task(self._lost.wait())
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def on_answer(said: Any) -> None:
            if not answer.done():
                answer.set_result(said)

        try:
            await self._socket.emit(COMMAND, message, callback=on_answer)
            await asyncio.wait(
                (lost, answer), timeout=ANSWER_S, return_when=asyncio.FIRST_COMPLETED
            )
        except socketio.exceptions.SocketIOError:
            return None
        finally:
            lost.cancel()
        return msgspec.convert(answer.result(), Ack) if answer.done() else None

    async def _disconnect(self) -> None:
        if self._socket is not None and self._socket.connected:
            with suppress(TimeoutError):
                async with asyncio.timeout(CLOSE_TIMEOUT_S):
                    await self._socket.disconnect()
        if self._http is not None:
            await self._http.close()

    async def _connected(self) -> None:
        await self._online.wait()
        self.check()

    def _on_disconnect(self, lost: asyncio.Event) -> None:
        if lost is self._lost:
            self._online.clear()
        lost.set()

    def _on_connect_error(self, said: Any = "") -> None:
        message = said.get("message", "") if isinstance(said, dict) else ""
        if message in ("session_unknown", "facilitator_only", "invalid_command"):
            self._refused = message
