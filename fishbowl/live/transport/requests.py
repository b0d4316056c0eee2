"""Tells the table of connections the phase of each request; for the handlers of both servers.

Eventlet's and Werkzeug's handlers are both made from the standard library's
``BaseHTTPRequestHandler``, and these are its methods.
"""

import logging
from collections.abc import Mapping
from threading import Lock
from typing import Any

from fishbowl.live.transport.connections import Connections

log = logging.getLogger(__name__)


def socket_of(environ: Mapping[str, Any]) -> Any:
    """The socket under a request, as Eventlet's or Werkzeug's server gives it away."""
    if "eventlet.input" in environ:
        return environ["eventlet.input"].get_socket()
    return environ.get("werkzeug.socket")


class WholeSends:
    """A socket that sends all it is given, from one task after the other.

    What handles WebSockets under Werkzeug's server calls ``send`` once for a frame. A socket that
    does not block takes only a part of a long frame, for a client that reads slowly.
    """

    def __init__(self, sock: Any) -> None:
        self._sock = sock
        self._lock = Lock()

    def send(self, data: bytes) -> int:
        """Send all of it.

        :raises OSError: the connection is gone.
        """
        with self._lock:
            self._sock.sendall(data)
        return len(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


class TimedRequests:
    """Goes before a handler's own class, and needs ``connections``."""

    connections: Connections
    request: Any
    close_connection: Any

    def handle(self) -> None:
        """Handle the requests of one connection; what breaks it ends it, and nothing else."""
        try:
            super().handle()  # type: ignore[misc]
        except OSError as error:
            log.debug("a connection broke: %s", type(error).__name__)

    def handle_one_request(self) -> None:
        """Handle a request, and be idle until there is another one."""
        super().handle_one_request()  # type: ignore[misc]
        if not self.close_connection:
            self.connections.enters(self.request, "idle")

    def parse_request(self) -> bool:
        """Read a request's first line and headers; ``False`` if it is not to be answered."""
        is_read: bool = super().parse_request()  # type: ignore[misc]
        if not self.connections.enters(self.request, "answer"):
            self.close_connection = True  # cut in the middle: what there is, is not all of it
            return False
        return is_read

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing: these lines name addresses, and anybody can cause them."""

    def finish(self) -> None:
        """End the connection."""
        self.connections.left(self.request)
        try:
            super().finish()  # type: ignore[misc]
        except OSError as error:
            log.debug("a connection broke at its end: %s", type(error).__name__)
