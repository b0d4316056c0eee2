"""A line to a server on which a test sends whatever it likes."""

import contextlib
import json
import secrets
import socket
from typing import Any

import websocket

from tests.support.server import Server

PATIENCE_S = 30
OPENING = "/socket.io/?EIO=4&transport=websocket"


class Wire:
    """An open WebSocket that sends frames as they are, and keeps what it hears.

    :param source: the address to come from: on loopback every 127.x.y.z is another one.
    """

    def __init__(self, server: Server, *, cookies: str = "", source: str = "127.0.0.1") -> None:
        self._raw = socket.create_connection(
            ("127.0.0.1", server.port), PATIENCE_S, source_address=(source, 0)
        )
        self._line = websocket.create_connection(
            f"{server.url.replace('http', 'ws')}{OPENING}",
            socket=self._raw,
            timeout=PATIENCE_S,
            cookie=cookies,
        )
        self.heard: list[str] = []
        self.close_frame: bytes | None = None
        self.until("0")

    def connect(self, code: str, face: str = "phone", device: str = "") -> "Wire":
        """Say hello, and wait until one is let in or refused."""
        device = device or (secrets.token_urlsafe(18) if face == "phone" else "")
        self.send("40" + json.dumps({"code": code, "face": face, "device": device}))
        self.until("40", "44")
        return self

    def send(self, text: str) -> None:
        """Send a text frame."""
        self._line.send(text)

    def send_bytes(self, data: bytes) -> None:
        """Send a binary frame."""
        self._line.send_binary(data)

    def send_raw(self, data: bytes) -> None:
        """Send bytes that need not be a frame."""
        self._raw.sendall(data)

    def ends_after(self, text: str) -> bool:
        """Send a text frame, answer nothing, and tell whether the server ends the connection."""
        try:
            self._line.send(text)
            while self._raw.recv(65_536):
                pass
        except TimeoutError:
            return False
        except OSError:
            pass  # it need not read all of it
        return True

    def linger(self, seconds: float) -> None:
        """Read what comes for so long at most.

        :raises websocket.WebSocketConnectionClosedException: the server has hung up.
        """
        self._line.settimeout(seconds)
        with contextlib.suppress(websocket.WebSocketTimeoutException):
            while True:
                self.until("never")

    def command(self, do: str, number: int = 1, **fields: Any) -> dict[str, Any]:
        """Send a command and return its acknowledgement."""
        message = {"id": f"wire-{secrets.token_hex(8)}", "command": {"do": do, **fields}}
        self.send(f"42{number}{json.dumps(['command', message])}")
        answer: dict[str, Any] = json.loads(self.until(f"43{number}[")[2 + len(str(number)) :])[0]
        return answer

    def until(self, *starts: str) -> str:
        """Read until a frame begins with one of these, and return it.

        :raises websocket.WebSocketConnectionClosedException: the server has hung up.
        """
        while True:
            opcode, data = self._line.recv_data(control_frame=True)
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                self.close_frame = data
            if opcode != websocket.ABNF.OPCODE_TEXT:
                continue
            text = data.decode()
            if not text:
                raise websocket.WebSocketConnectionClosedException("the server has hung up")
            if text == "2":
                self.send("3")
            self.heard.append(text)
            if text.startswith(starts):
                return text

    def is_cut(self) -> bool:
        """Read until the server hangs up; ``True`` once it has."""
        try:
            while True:
                self.until("never")
        except (websocket.WebSocketConnectionClosedException, OSError):
            return True

    def close(self) -> None:
        """Cut the line."""
        self._line.shutdown()
        self._raw.close()

    def __enter__(self) -> "Wire":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
