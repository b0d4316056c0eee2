"""The request that opens a WebSocket is read by our own reader; the rest by the library's."""

import base64
import os
import socket
from collections.abc import Iterator

import pytest

from tests.live.conftest import Room
from tests.support.server import Server

PATIENCE_S = 30
OPENING = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1"


def asked(server: Server, *lines: str) -> str:
    """Send a request by hand and return the first line of the answer."""
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE_S) as line:
        line.sendall("\r\n".join([*lines, "", ""]).encode("iso-8859-1"))
        return line.makefile("rb").readline().decode().strip()


def upgrade(*more: str) -> list[str]:
    key = base64.b64encode(os.urandom(16)).decode()
    return [OPENING, "Host: 127.0.0.1", "Upgrade: websocket", "Connection: keep-alive, Upgrade",
            f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", *more]  # fmt: skip


@pytest.fixture(scope="module")
def eventlet_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("handshake") / "fishbowl.db")
    server.start()
    yield server
    server.stop()


def test_an_opening_is_answered(eventlet_server: Server) -> None:
    assert asked(eventlet_server, *upgrade()) == "HTTP/1.1 101 Switching Protocols"


@pytest.mark.parametrize(
    "header", ["X-Ünknown: yes", "no colon", "Folded: one\r\n two", "Space : x", ": x"]
)
def test_an_opening_with_a_broken_header_is_refused(eventlet_server: Server, header: str) -> None:
    assert asked(eventlet_server, *upgrade(header)).endswith("400 Bad Request")


def test_an_endless_header_is_refused(eventlet_server: Server) -> None:
    answer = asked(eventlet_server, *upgrade(f"X-Long: {'x' * 100_000}"))
    assert " 400 " in answer


def test_headers_are_found_whatever_their_capitals_and_blanks(eventlet_server: Server) -> None:
    lines = [line.replace(": ", ":").upper() if "Key" not in line else line for line in upgrade()]
    assert asked(eventlet_server, OPENING, *lines[1:]).endswith("101 Switching Protocols")


def test_a_page_of_another_origin_cannot_open_a_line(eventlet_server: Server) -> None:
    answer = asked(eventlet_server, *upgrade("Origin: http://evil.example"))
    assert " 400 " in answer


def test_other_requests_go_the_usual_way(eventlet_server: Server) -> None:
    assert asked(eventlet_server, "GET /healthz HTTP/1.1", "Host: x") == "HTTP/1.1 200 OK"
    assert " 400 " in asked(eventlet_server, "GET /socket.io/?transport=websocket", "Host: x")


def test_a_console_is_known_by_its_cookie(eventlet_server: Server) -> None:
    room = Room(eventlet_server, eventlet_server.create_session())
    assert room.face("console", transport="websocket").slices["you"]
    room.close()
