"""What every request passes: who polls is paced by the connection that they have."""

import io
import socket
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from fishbowl.live.transport.admission import LIVE_PATH, Admission
from fishbowl.live.transport.connections import Connections
from fishbowl.live.transport.inbound import InboundRateLimit

OPEN = "an-open-connection"
LISTS, OTHERS = "/lists", "/others"


class Transport:
    """Answers requests through the middleware; the pace is kept by a clock that stands."""

    def __init__(self) -> None:
        self.waited: list[float] = []
        self._sockets = socket.socketpair()
        self.inbound_limit = InboundRateLimit(self.waited.append, lambda: 0.0)
        self._app = Admission(
            self._answer,
            Connections(),
            self.inbound_limit,
            lambda environ: False,
            {OPEN}.__contains__,
            100,
            long_body_bytes=lambda environ: 300 if environ["PATH_INFO"] == LISTS else 0,
        )

    def post(self, engine_id: str, body: bytes, path: str = LIVE_PATH) -> Iterable[bytes]:
        """Poll as a client without WebSocket does."""
        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": path,
            "QUERY_STRING": f"EIO=4&transport=polling&sid={engine_id}",
            "CONTENT_LENGTH": str(len(body)),
            "REMOTE_ADDR": "192.168.1.77",
            "werkzeug.socket": self._sockets[0],
            "wsgi.input": io.BytesIO(body),
        }
        return self._app(environ, None)

    def close(self) -> None:
        """Close what it holds open."""
        self._app._nowhere.close()
        for one in self._sockets:
            one.close()

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        return [environ["wsgi.input"].getvalue()]


@pytest.fixture
def transport() -> Iterator[Transport]:
    transport = Transport()
    yield transport
    transport.close()


def test_a_connection_that_polls_too_much_waits(transport: Transport) -> None:
    assert list(transport.post(OPEN, b"42\x1e" * 30)) == [b"42\x1e" * 30]
    assert transport.waited


def test_made_up_connections_are_neither_paced_nor_kept(transport: Transport) -> None:
    for number in range(300):
        assert list(transport.post(f"nobody-{number}", b"42\x1e" * 30)) == [b"42\x1e" * 30]
    assert not transport.waited
    assert transport.inbound_limit.kept() == 0


@pytest.mark.parametrize(
    ("path", "sent", "read"),
    [(LISTS, 300, 300), (LISTS, 301, 0), (OTHERS, 100, 100), (OTHERS, 101, 0)],
)
def test_only_who_may_sends_a_longer_body(
    transport: Transport, path: str, sent: int, read: int
) -> None:
    assert transport.post("", b"x" * sent, path) == [b"x" * read]
