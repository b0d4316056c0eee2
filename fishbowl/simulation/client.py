"""A face in somebody's hands: one device that connects, sees and taps.

It behaves as the product's own pages do: it keeps the newest slice of each name, makes the ids of
its commands itself, sends a tap again under the same id after a lost connection, and comes back by
itself.
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
"""A tap without an answer is sent again after this long."""
CONNECT_S = 15.0
RETRY_S = 0.5
GOODBYE_S = 1.0
"""A page that is closed does not wait longer for the server to take note."""
GIVE_UP_S = 30.0
"""A server that cannot be reached for this long is gone."""
NEVER = ("invalid_command", "too_large", "not_saved")
"""Refusals that an honest face never gets."""


class CrowdError(Exception):
    """The crowd cannot go on; in one sentence."""


class _Json:
    """Socket.IO's packets, read by the library that the server uses too."""

    @staticmethod
    def dumps(data: Any, **_: Any) -> str:
        return msgspec.json.encode(data).decode()

    @staticmethod
    def loads(text: str, **_: Any) -> Any:
        return msgspec.json.decode(text)


class Client(Screen):
    """One device with one page open. Use it as an async context manager: it connects on entering
    and says goodbye on leaving.

    :param url: the server, as ``http://host:port``.
    :param code: the session.
    :param face: which page is open.
    :param clock: learns session time from every message.
    :param device: the phone's secret.
    :param key: the facilitator's key, for a console.
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
    ) -> None:
        super().__init__(clock)
        self.url = url
        self.code = code
        self.face = face
        self._device = device
        self._key = key
        self._jar = aiohttp.CookieJar(unsafe=True)  # the server's name is a number
        self._at_hand = asyncio.Event()
        self._at_hand.set()
        self._online = asyncio.Event()
        self._lost = asyncio.Event()
        self._refused = ""
        self._http: aiohttp.ClientSession | None = None
        self._socket: Any = None
        self._keeper: asyncio.Task[None] | None = None

    # What it does

    async def send(self, command: AnyCommand) -> Ack:
        """Tap: send a command until it is answered, under one id.

        :return: the answer; a refusal is an answer.
        :raises CrowdError: the answer is one that an honest face never gets.
        """
        message = CommandMessage(id=secrets.token_urlsafe(12), command=command)
        built = msgspec.to_builtins(message)
        while True:
            ack = await self._answer(built)
            if ack is None or (ack.error is not None and ack.error.code == "too_fast"):
                await asyncio.sleep(RETRY_S)
                continue
            if ack.error is not None and ack.error.code in NEVER:
                name = type(command).__name__
                raise CrowdError(f"{name} was refused: {ack.error.code} {ack.error.params}.")
            return ack

    async def signal(self, kind: SignalKind) -> None:
        """React without words; without a connection the moment passes."""
        if self._online.is_set():
            with suppress(socketio.exceptions.SocketIOError):
                await self._socket.emit(SIGNAL, {"kind": kind})

    async def get(self, path: str, **query: str) -> bytes:
        """Fetch a page or a file through the same door.

        :raises CrowdError: the answer is not 200.
        """
        while True:
            await self._connected()
            if self._http is not None and not self._http.closed:
                with suppress(aiohttp.ClientError, OSError, TimeoutError):
                    async with self._http.get(f"{self.url}{path}", params=query) as answer:
                        if answer.status != 200:
                            raise CrowdError(f"{path} was answered with {answer.status}.")
                        return await answer.read()
            await asyncio.sleep(RETRY_S)

    async def lose_connection(self, seconds: float) -> None:
        """Be cut off without a word, and come back after a while of session time."""
        self._at_hand.clear()
        self._online.clear()
        if self._http is not None:
            await self._http.close()
        await self.clock.sleep(seconds)
        self._at_hand.set()

    # How it stays connected

    async def __aenter__(self) -> Self:
        self._keeper = asyncio.create_task(self._keep())
        try:
            await self._connected()
            await self.until(self.is_on)
        except BaseException:
            await self._go()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        await self._go()

    async def _go(self) -> None:
        """Put the device away. Connecting may swallow a cancellation, so it is told again."""
        try:
            while self._keeper is not None and not self._keeper.done():
                self._keeper.cancel()
                await asyncio.wait([self._keeper], timeout=GOODBYE_S)
        finally:  # also when it is cancelled here
            await self._hang_up()

    async def _keep(self) -> None:
        try:
            while True:
                await self._at_hand.wait()
                await self._dial()
                await self._lost.wait()
                self._online.clear()
                await self._hang_up()
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            self.fail(error)
            self._online.set()

    async def _dial(self) -> None:
        """Open the page and connect, again and again until it works.

        :raises CrowdError: it is refused, or the server is gone.
        """
        loop = asyncio.get_running_loop()
        give_up = loop.time() + GIVE_UP_S
        while True:
            await self._at_hand.wait()
            try:
                await self._connect()
                return
            except (
                socketio.exceptions.SocketIOError,
                aiohttp.ClientError,
                OSError,
                TimeoutError,
            ) as error:
                await self._hang_up()
                if self._refused:
                    raise CrowdError(
                        f"{self.code} refuses the {self.face}: {self._refused}."
                    ) from error
                if loop.time() > give_up:
                    raise CrowdError(f"The server at {self.url} cannot be reached.") from error
            await asyncio.sleep(RETRY_S)

    async def _connect(self) -> None:
        self._lost = lost = asyncio.Event()
        self._http = http = aiohttp.ClientSession(cookie_jar=self._jar)
        await self._open_page(http)
        self._socket = socket = socketio.AsyncClient(
            reconnection=False, handle_sigint=False, http_session=http, json=_Json
        )
        socket.on(VIEW, self.see)
        socket.on("disconnect", lambda reason: self._be_cut_off(lost))
        socket.on("connect_error", self._be_refused)
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
                    raise CrowdError("The facilitator's key does not open this session.")
        face = "" if self.face == "phone" else f"/{self.face}"
        async with http.get(f"{self.url}/{self.code}{face}") as answer:
            if answer.status == 404:
                raise CrowdError(f"There is no session {self.code} at {self.url}.")
            if answer.status >= 400:
                raise CrowdError(f"The {self.face} page was answered with {answer.status}.")
            await answer.read()

    async def _answer(self, message: Any) -> Ack | None:
        """Send a message once; ``None`` if no answer came before the connection went."""
        await self._connected()
        lost = asyncio.create_task(self._lost.wait())
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def take(said: Any) -> None:
            if not answer.done():
                answer.set_result(said)

        try:
            await self._socket.emit(COMMAND, message, callback=take)
            await asyncio.wait(
                (lost, answer), timeout=ANSWER_S, return_when=asyncio.FIRST_COMPLETED
            )
        except socketio.exceptions.SocketIOError:
            return None
        finally:
            lost.cancel()
        return msgspec.convert(answer.result(), Ack) if answer.done() else None

    async def _hang_up(self) -> None:
        if self._socket is not None and self._socket.connected:
            with suppress(TimeoutError):
                async with asyncio.timeout(GOODBYE_S):
                    await self._socket.disconnect()
        if self._http is not None:
            await self._http.close()

    async def _connected(self) -> None:
        await self._online.wait()
        self.check()

    def _be_cut_off(self, lost: asyncio.Event) -> None:
        if lost is self._lost:
            self._online.clear()
        lost.set()

    def _be_refused(self, said: Any = "") -> None:
        message = said.get("message", "") if isinstance(said, dict) else ""
        if message in ("session_unknown", "facilitator_only", "invalid_command"):
            self._refused = message
