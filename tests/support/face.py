"""A face for tests: an ordinary Socket.IO client that keeps what it is shown."""

import functools
import itertools
import secrets
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

import socketio
from socketio.exceptions import DisconnectedError, SocketIOError

from tests.support.server import Server

PATIENCE_S = 30
"""How long a condition may take before a test gives up: slowness is not failure."""


class Face:
    """Connects to a session and keeps every slice in its newest version."""

    says: Mapping[str, Any] = {}
    """What it says in the handshake beside who it is."""

    def __init__(self, server: Server, code: str, face: str, device: str = "") -> None:
        self.server, self.code, self.face = server, code, face
        self.device = device or secrets.token_urlsafe(18)
        self.slices: dict[str, Any] = {}
        self.signals: dict[str, Any] = {}
        self.version = 0
        self._versions: dict[str, int] = {}
        self._news = threading.Condition()
        self._ids = (f"{id(self):x}-{n:06}" for n in itertools.count())
        self._client = socketio.Client(reconnection=False)
        self._client.on("view", self._on_view)
        self._client.on("signals", self._on_signals)
        self._client.on("disconnect", self._on_disconnect)
        self._client.on("connect_error", self._on_refusal)
        self._refusal = ""

    def connect(
        self, transport: str = "websocket", cookies: str = "", *, silent: bool = False
    ) -> "Face":
        """Connect and wait for the whole view; ``silent`` is a display without a bell."""
        if self.face == "console" and not cookies:
            cookies = self.server.owner_cookie()
        self._versions = {}
        auth: dict[str, Any] = {"code": self.code, "face": self.face, **self.says}
        if silent:
            auth["silent"] = True
        if self.face == "phone":
            auth["device"] = self.device
        try:
            self._client.connect(
                self.server.url,
                auth=auth,
                transports=[transport],
                headers={"Cookie": cookies},
                wait_timeout=PATIENCE_S,
            )
        except SocketIOError as error:
            self.leave()
            raise type(error)(self._refusal or str(error)) from error
        self.until(lambda: "session" in self._versions)
        return self

    def command(self, do: str, command_id: str | None = None, **fields: Any) -> dict[str, Any]:
        """Send a command and return its acknowledgement."""
        return self.raw({"id": command_id or next(self._ids), "command": {"do": do, **fields}})

    def signal(self, kind: str) -> dict[str, Any]:
        """Send a signal and return its acknowledgement."""
        return self.raw({"kind": kind}, event="signal")

    def raw(self, message: Any, event: str = "command") -> dict[str, Any]:
        """Send anything at all as a command."""
        answers: list[dict[str, Any]] = []

        def answered(answer: dict[str, Any]) -> None:
            with self._news:
                answers.append(answer)
                self._news.notify_all()

        self._client.emit(event, message, callback=answered)
        self.until(lambda: answers or not self._client.connected)
        if not answers:
            raise DisconnectedError
        return answers[0]

    def done(self, do: str, **fields: Any) -> int:
        """Send a command that must succeed, and return the ``seq`` of its first entry."""
        answer = self.command(do, **fields)
        assert answer["ok"], answer
        return int(answer["seq"])

    def press_space(self) -> dict[str, Any]:
        """Do the one next action that the console shows."""
        action = self.slices["action"]["next"]
        return self.command(action["do"], **action["args"])

    def until(self, condition: Callable[[], Any]) -> Any:
        """Wait until what is shown satisfies a condition, and return its value."""

        def holds() -> Any:
            try:
                return condition()
            except (KeyError, IndexError, TypeError):
                return None  # what it asks about is not shown yet

        with self._news:
            met = self._news.wait_for(holds, PATIENCE_S)
        assert met, f"the {self.face} still shows {self.slices}"
        return met

    def at(self, version: int) -> "Face":
        """Wait until the face has seen at least this version of the session."""
        self.until(lambda: self.version >= version)
        return self

    @property
    def is_connected(self) -> bool:
        """Whether the line is open."""
        return bool(self._client.connected)

    def leave(self) -> None:
        """Close the page."""
        socket = self._client.eio.ws
        http = self._client.eio.http
        if socket is not None:
            # A phone that is put away waits for no answer either; the default waits 3 s for one.
            socket.close = functools.partial(socket.close, timeout=0)
        self._client.disconnect()
        if socket is not None:
            socket.shutdown()  # close() leaves it open where the server hung up first
        if http is not None:
            http.close()

    def _on_view(self, message: dict[str, Any]) -> None:
        with self._news:
            for name, part in message["slices"].items():
                if message["version"] >= self._versions.get(name, -1):
                    self.slices[name] = part
                    self._versions[name] = message["version"]
            self.version = max(self.version, message["version"])
            self._news.notify_all()

    def _on_signals(self, message: dict[str, Any]) -> None:
        with self._news:
            self.signals = message
            self._news.notify_all()

    def _on_refusal(self, reason: Any) -> None:
        self._refusal = reason.get("message", "") if isinstance(reason, dict) else str(reason)

    def _on_disconnect(self, *reason: Any) -> None:
        with self._news:
            self._news.notify_all()

    def __enter__(self) -> "Face":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.leave()
