"""Hostile connections, one after the other: requests, phones, consoles, and what is neither."""

import json
import random
import secrets
import socket
from collections.abc import Callable

import websocket

from tests.fuzz.commands import any_message
from tests.fuzz.frames import any_frame, any_packet
from tests.fuzz.values import odd_value
from tests.fuzz.witness import Witness, error_of, status_of
from tests.support.server import Server
from tests.support.wire import PATIENCE_S, Wire

PHONES_PACKETS, CONSOLES_PACKETS = 14, 150
"""What a connection sends: no more than it may send at once, since the rest would be paced."""
GARBAGE_FRAMES = 8
HUNG_UP = (websocket.WebSocketException, OSError)
INTERNAL = ("not_saved",)
"""Refusals that hide a fault of the server."""
SENTINEL = '42999999["signal",{"kind":"agree"}]'
LINGER_S = 0.05
"""So long a line that has been sent garbage stays open: the server may answer or hang up."""


class Lines:
    """Opens connections to a server and sends what is drawn.

    :param code: gives the code of a session that may come to harm.
    """

    def __init__(self, server: Server, witness: Witness, code: Callable[[], str]) -> None:
        self._server, self._witness, self._code = server, witness, code

    def request(self, data: bytes) -> None:
        """Send a request by hand, and judge what is answered."""
        self._witness.sends(data)
        answer = b""
        with socket.create_connection(("127.0.0.1", self._server.port), PATIENCE_S) as line:
            try:
                line.sendall(data)
                line.shutdown(socket.SHUT_WR)
                while part := line.recv(65_536):
                    answer += part
            except TimeoutError:
                self._witness.finds("a request is not answered")
            except OSError:
                pass  # it hung up in the middle
        if status_of(answer) >= 500 or b"Traceback" in answer:
            self._witness.finds(f"a request is answered {answer[:300]!r}")

    def phone(self, draw: random.Random) -> None:
        """Join as a new phone, and send messages that are Socket.IO's and anything else inside."""
        with Wire(self._server, source=_address(draw)) as wire:
            wire.connect(self._code())
            if draw.random() < 0.8:
                try:
                    wire.command("join_session", 1, name=f"Fuzz {draw.randrange(10**6)}")
                except websocket.WebSocketTimeoutException:
                    self._witness.finds("joining is not answered")
                    return
                except HUNG_UP:
                    return  # a request has closed or deleted the session meanwhile
            self._messages(draw, wire, draw.randrange(1, PHONES_PACKETS))

    def console(self, draw: random.Random, cookies: str) -> None:
        """The same for who runs the session, and may do much more."""
        face = draw.choice(("console", "console", "console", "runner", "display", "stage"))
        with Wire(self._server, cookies=cookies) as wire:
            wire.connect(self._code(), face)
            if wire.heard[-1].startswith("44"):
                return  # signed out meanwhile
            self._messages(draw, wire, CONSOLES_PACKETS if face == "console" else PHONES_PACKETS)

    def hello(self, draw: random.Random) -> None:
        """Say hello in ways of one's own."""
        with Wire(self._server, source=_address(draw)) as wire:
            hello = {"code": self._code(), "face": "phone", "device": secrets.token_urlsafe(18)}
            hello[draw.choice((*hello, "extra"))] = odd_value(draw)
            text = f"40{json.dumps(hello)}"
            self._witness.sends(text.encode())
            try:
                wire.send(text)
                wire.linger(LINGER_S)
            except HUNG_UP:
                pass

    def packets(self, draw: random.Random) -> None:
        """Send text frames of which many are no packets."""
        with Wire(self._server, source=_address(draw)) as wire:
            wire.connect(self._code())
            try:
                for _ in range(GARBAGE_FRAMES):
                    text = any_packet(draw).encode("utf-8", "replace").decode()
                    self._witness.sends(text.encode())
                    wire.send(text)
                wire.linger(LINGER_S)
            except HUNG_UP:
                pass

    def frames(self, draw: random.Random) -> None:
        """Send bytes of which many are no frames."""
        with Wire(self._server, source=_address(draw)) as wire:
            if draw.random() < 0.7:
                wire.connect(self._code())
            try:
                for _ in range(draw.randrange(1, GARBAGE_FRAMES)):
                    data = any_frame(draw)
                    self._witness.sends(data)
                    wire.send_raw(data)
                wire.linger(LINGER_S)
            except HUNG_UP:
                pass

    def _messages(self, draw: random.Random, wire: Wire, count: int) -> None:
        """Each message gets one answer, and none of them is that of a fault."""
        sent: dict[str, str] = {}
        try:
            for number in range(100, 100 + count):
                text = f"42{number}{any_message(draw)}"
                sent[f"43{number}["] = text
                self._witness.sends(text.encode())
                wire.send(text)
            wire.send(SENTINEL)
            wire.until("43999999[")
        except websocket.WebSocketTimeoutException:
            self._witness.finds("messages are not answered")
        except HUNG_UP:
            pass  # the link was taken back, or it was no JSON
        for ack in wire.heard:
            start = ack[: ack.find("[") + 1]
            if start in sent and error_of(ack[len(start) - 1 :]) in INTERNAL:
                self._witness.sends(sent[start].encode())
                self._witness.finds(f"a message is answered {ack[:300]}")


def _address(draw: random.Random) -> str:
    """One of many addresses: each has a budget of its own."""
    return f"127.0.{draw.randrange(1, 250)}.{draw.randrange(1, 250)}"
