"""A phone that speaks the wire by hand, so that a test decides when it reads."""

import json
import secrets
import socket
from typing import Any

import websocket

from tests.support.server import Server

RECEIVE_BUFFER_BYTES = 4096
"""As small as a machine allows: what does not fit stays with the server."""
PATIENCE_S = 30


class RawPhone:
    """Connects and greets; reads nothing until it is told to."""

    def __init__(self, server: Server, code: str) -> None:
        self._line = websocket.create_connection(
            f"{server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket",
            sockopt=((socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER_BYTES),),
            timeout=PATIENCE_S,
        )
        assert self._line.recv().startswith("0")  # the handshake of Engine.IO
        auth = {"code": code, "face": "phone", "device": secrets.token_urlsafe(18)}
        self._line.send("40" + json.dumps(auth))
        self.views: list[dict[str, Any]] = []
        self.read_until(0)

    def read_until(self, version: int) -> None:
        """Read until a view of at least this version has come, and no further."""
        while not self.views or self.views[-1]["version"] < version:
            text = self._line.recv()
            if text == "2":  # a ping
                self._line.send("3")
            elif text.startswith("42"):
                event, argument = json.loads(text[2:])
                if event == "view":
                    self.views.append(argument)

    def close(self) -> None:
        """Cut the line."""
        self._line.shutdown()
