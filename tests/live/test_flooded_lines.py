"""Connections without end: whoever is connected is served on, and there is room for who comes."""

import contextlib
import selectors
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.live.conftest import Room
from tests.support.server import Server
from tests.support.wire import Wire

FILES = 200
"""What the machine allows: as little as a server can start with."""
FLOOD = 400
BOUND_S = 60

both_modes = pytest.mark.parametrize("async_mode", ["eventlet", "threading"])


class Flood:
    """Raw connections to a server, from any loopback address."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.lines: list[socket.socket] = []

    def opens(self, count: int, sent: bytes = b"", source: str = "127.0.0.1") -> None:
        for _ in range(count):
            line = socket.create_connection(
                ("127.0.0.1", self._server.port), BOUND_S, source_address=(source, 0)
            )
            self.lines.append(line)
            if sent:
                with contextlib.suppress(OSError):
                    line.sendall(sent)

    def ends(self) -> None:
        for line in self.lines:
            line.close()

    def closed(self, drop: bytes = b"") -> int:
        """Wait until the server has ended every line, and count them.

        :param drop: what is sent on each of them every second meanwhile.
        """
        began_s, found = time.monotonic(), 0
        with selectors.DefaultSelector() as waiting:
            for line in self.lines:
                waiting.register(line, selectors.EVENT_READ)
            while waiting.get_map() and time.monotonic() < began_s + BOUND_S:
                for key, _ in waiting.select(1):
                    line = key.fileobj
                    assert isinstance(line, socket.socket)
                    with contextlib.suppress(OSError):
                        if line.recv(65_536):
                            continue
                    found += 1
                    waiting.unregister(line)
                for key in list(waiting.get_map().values()) if drop else ():
                    with contextlib.suppress(OSError):
                        key.fileobj.sendall(drop)  # type: ignore[union-attr]
        return found


@pytest.fixture
def flood_of() -> Iterator[Callable[[Server], Flood]]:
    floods: list[Flood] = []

    def flood(server: Server) -> Flood:
        floods.append(Flood(server))
        return floods[-1]

    yield flood
    for one in floods:
        one.ends()


@both_modes
@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "])
def test_more_connections_than_files_leave_the_room_as_it_is(
    start_server: Callable[..., Server],
    flood_of: Callable[[Server], Flood],
    tmp_path: Path,
    async_mode: str,
    sent: bytes,
) -> None:
    errors = tmp_path / "errors"
    server = start_server(async_mode=async_mode, files=FILES, errors=errors)
    room = Room(server, server.create_session())
    console, amira = room.console(), room.phone("Amira")
    flood = flood_of(server)
    for number in range(4):
        flood.opens(FLOOD // 4, sent, f"127.0.0.{number + 2}")
    amira.done("ask_for_chair")
    console.until(lambda: console.slices["queue"]["items"])
    room.phone("Kofi").done("ask_for_chair")
    console.until(lambda: len(console.slices["queue"]["items"]) == 2)
    room.close()
    server.stop()
    said = errors.read_text()
    assert said.count("no more connections") == 1
    assert said.count("\n") == 1
    assert "127.0.0." not in said


@both_modes
def test_who_only_looks_on_gives_way_to_who_comes(
    start_server: Callable[..., Server], async_mode: str
) -> None:
    server = start_server(async_mode=async_mode, files=FILES)
    room = Room(server, server.create_session())
    amira = room.phone("Amira")
    lookers = []
    for _ in range(FILES):
        with contextlib.suppress(Exception):  # near the end some are told to come again
            lookers.append(Wire(server, source="127.0.0.2").connect(room.code, "display"))
    room.phone("Kofi").done("ask_for_chair")
    assert amira.done("ask_for_chair")
    for wire in lookers:
        wire.close()
    room.close()


def test_what_is_half_sent_idle_or_silent_is_closed_in_time(
    servers: Callable[[str], Server], flood_of: Callable[[Server], Flood]
) -> None:
    """In both modes at once: it takes as long as the deadlines do."""
    post = b"POST /o HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"
    healthy = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    floods: dict[tuple[str, str], Flood] = {}
    for mode in ("eventlet", "threading"):
        for what, sent in (("nothing", b""), ("head", b"GET / HTTP/1.1\r\nX: "), ("body", post),
                           ("idle", healthy)):  # fmt: skip
            floods[mode, what] = flood_of(servers(mode))
            floods[mode, what].opens(3, sent)
    silent = [Wire(servers(mode)) for mode in ("eventlet", "threading")]
    for (mode, what), flood in floods.items():
        assert flood.closed(drop=b"x" if what == "head" else b"") == 3, (mode, what)
    assert all(wire.is_cut() for wire in silent), "who says no hello is not waited for"
    for wire in silent:
        wire.close()
