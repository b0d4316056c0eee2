"""Admission control: a request is handled when its body is complete and it is its turn.

Requests of people who run a session have a queue of their own. All others share one queue, in which
addresses take turns. WebSockets and polls that wait for messages are in no queue.
"""

import contextlib
import io
import logging
import os
import re
import socket
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TextIO
from urllib.parse import parse_qs

from fishbowl.access.client_address import limit_key
from fishbowl.access.turns import TURN, Turn, Turns
from fishbowl.live.transport.connections import Connections
from fishbowl.live.transport.inbound import InboundRateLimit
from fishbowl.live.transport.requests import socket_of

log = logging.getLogger(__name__)

LIVE_PATH = "/socket.io/"
STRANGERS_AT_ONCE, STAFF_AT_ONCE = 1, 4
PACKETS_APART = b"\x1e"
WEBSOCKET_VERSION = "13"
TOO_LONG = 2**31
"""Stands for the length of a body that was not read."""

_WEBSOCKET_KEY = re.compile(r"^[A-Za-z0-9+/]{22}==$")
_NUMBER = re.compile(r"^[0-9]{1,12}$")

WsgiApp = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Admission:
    """WSGI middleware around everything.

    :param is_staff: tells by a request's environment whether it proves to come from somebody who
        runs a session, or owns the installation.
    :param is_open: tells whether there is a connection of that Engine.IO id.
    :param body_max_bytes: longer bodies are not read, but for those of ``long_body_bytes``.
    :param long_body_bytes: tells by a request's environment how long its body may be at most; 0 for
        the usual.
    :param begin: waits for a round of the hub that has room for somebody new.
    """

    def __init__(
        self,
        app: WsgiApp,
        connections: Connections,
        inbound_limit: InboundRateLimit,
        is_staff: Callable[[Mapping[str, Any]], bool],
        is_open: Callable[[str], bool],
        body_max_bytes: int,
        begin: Callable[[], None] = lambda: None,
        long_body_bytes: Callable[[Mapping[str, Any]], int] = lambda environ: 0,
    ) -> None:
        self._app = app
        self._connections = connections
        self._inbound_limit = inbound_limit
        self._is_staff = is_staff
        self._is_open = is_open
        self._body_max_bytes = body_max_bytes
        self._long_body_bytes = long_body_bytes
        self._begin = begin
        self._strangers, self._staff = Turns(STRANGERS_AT_ONCE), Turns(STAFF_AT_ONCE)
        self._said: set[type[Exception]] = set()
        # What Eventlet's WebSocket writes there names the addresses of those who hang up.
        self._nowhere: TextIO = open(os.devnull, "w")  # noqa: SIM115

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request; a fault of ours is written down once, and ends this request alone."""
        try:
            return self._answered(environ, start_response)
        except OSError:
            raise  # who asked has gone
        except Exception as error:
            if type(error) not in self._said:
                self._said.add(type(error))
                log.exception("a request could not be answered")
            return _refused(start_response, "500 Internal Server Error")

    def _answered(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if not _is_text(environ):
            return _refused(start_response, "400 Bad Request")
        if _is_websocket(environ):
            return self._connected(environ, start_response)
        is_whole = self._read_body(environ)
        if environ.get("PATH_INFO", "").startswith(LIVE_PATH):
            if not is_whole:
                return _refused(start_response, "413 Content Too Large")
            return self._polled(environ, start_response)
        return self._in_turn(environ, start_response)

    def _connected(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Open a WebSocket; from here on the handlers decide how long it lasts."""
        if not _WEBSOCKET_KEY.match(environ.get("HTTP_SEC_WEBSOCKET_KEY", "")):
            return _refused(start_response, "400 Bad Request")
        if environ.get("HTTP_SEC_WEBSOCKET_VERSION") != WEBSOCKET_VERSION:
            return _refused(start_response, "400 Bad Request")
        # Per-message deflate costs a third more work and 100 kB a phone for messages this small.
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        environ["wsgi.errors"] = self._nowhere
        sock = socket_of(environ)
        if sock is not None:
            self._connections.left(sock)
        if not self._is_staff(environ):
            self._begin()
        return self._app(environ, start_response)

    def _polled(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Take what a phone without WebSocket sends, or let it wait for news."""
        if environ["REQUEST_METHOD"] != "POST":
            return self._app(environ, start_response)
        engine_id = parse_qs(environ.get("QUERY_STRING", "")).get("sid", [""])[0]
        if self._is_open(engine_id):  # a limit for made-up ids would be kept for ever
            packets = environ["wsgi.input"].getvalue().count(PACKETS_APART) + 1
            self._inbound_limit.take(engine_id, packets)
        if self._inbound_limit.is_trusted(engine_id):
            return self._app(environ, start_response)
        return self._in_turn(environ, start_response)

    def _in_turn(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        is_staff = self._is_staff(environ)
        turns = self._staff if is_staff else self._strangers
        address = limit_key(environ.get("REMOTE_ADDR", ""))
        if not turns.begin(address):
            return _refused(start_response, "503 Service Unavailable", ("Retry-After", "5"))
        environ[TURN] = Turn(turns, address)
        try:
            if not is_staff:
                self._begin()
            return self._app(environ, start_response)
        finally:
            turns.end()

    def _read_body(self, environ: dict[str, Any]) -> bool:
        """Read the body, so that nobody works on a half one.

        Of one that is too long, or broken off, nothing is passed on but its length, which the pages
        refuse by themselves; the connection ends with the answer.

        :return: whether it is there.
        """
        length = environ.get("CONTENT_LENGTH") or "0"
        is_chunked = bool(environ.pop("HTTP_TRANSFER_ENCODING", ""))
        if length == "0" and not is_chunked:
            environ["wsgi.input"] = io.BytesIO()
            return True
        sock = socket_of(environ)
        self._connections.enters(sock, "body")
        most = max(self._body_max_bytes, self._long_body_bytes(environ))
        body = self._body(environ["wsgi.input"], None if is_chunked else length, most)
        self._connections.enters(sock, "answer")
        environ["wsgi.input"] = io.BytesIO(body or b"")
        if body is None:
            environ["CONTENT_LENGTH"] = str(TOO_LONG)
            with contextlib.suppress(OSError):  # so that what is left of it is not read either
                sock.shutdown(socket.SHUT_RD)
            return False
        environ["CONTENT_LENGTH"] = str(len(body))
        return True

    @staticmethod
    def _body(stream: Any, length: str | None, most: int) -> bytes | None:
        """Read a body of a known length, or in chunks; ``None`` if it is too long or broken off."""
        if length is not None and (not _NUMBER.match(length) or int(length) > most):
            return None
        try:
            body: bytes = stream.read(most + 1 if length is None else int(length))
        except (ValueError, OSError):
            return None
        if len(body) > most or (length is not None and len(body) < int(length)):
            return None
        return body


def _is_text(environ: Mapping[str, Any]) -> bool:
    """Tell whether what a request names is UTF-8, as everything behind here expects."""
    try:
        for name in ("PATH_INFO", "QUERY_STRING", "HTTP_COOKIE"):
            str(environ.get(name, "")).encode("latin-1").decode()
    except UnicodeError:
        return False
    return True


def _is_websocket(environ: Mapping[str, Any]) -> bool:
    """Tell whether a request asks for a WebSocket where there is one."""
    return (
        str(environ.get("HTTP_UPGRADE", "")).lower() == "websocket"
        and environ["REQUEST_METHOD"] == "GET"
        and environ.get("PATH_INFO", "").startswith(LIVE_PATH)
    )


def _refused(start_response: Any, status: str, *more: tuple[str, str]) -> Iterable[bytes]:
    start_response(status, [("Content-Type", "text/plain"), ("Content-Length", "0"), *more])
    return [b""]
