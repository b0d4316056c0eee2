"""The libraries still look as the fan-out expects; a new version that does not fails here."""

import contextlib
import socket
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import eventlet
import pytest
from engineio import server as engine_server
from engineio import socket as engine_socket
from engineio.async_drivers import eventlet as driver
from eventlet.greenio import GreenSocket
from eventlet.queue import Queue
from eventlet.websocket import RFC6455WebSocket

from fishbowl.live.transport.message import frame
from fishbowl.live.transport.socket_writer import SocketWriter, unmasked
from tests.live.conftest import Room
from tests.support.server import Server


@pytest.mark.parametrize("length", [0, 1, 125, 126, 127, 65_535, 65_536, 200_000])
def test_a_frame_is_what_the_library_would_send(length: int) -> None:
    text = "ü" + "x" * length
    assert frame(text.encode()) == RFC6455WebSocket(None, {})._pack_message(text)


@pytest.mark.parametrize("length", [0, 1, 3, 4, 5, 126, 8_192])
@pytest.mark.parametrize("offset", [0, 1, 2, 3, 4, 1_001])
def test_a_mask_is_taken_off_as_the_library_would(length: int, offset: int) -> None:
    data, mask = bytes(n % 251 for n in range(length)), (0, 255, 17, 128)
    for part in (None, length):
        assert unmasked(data, mask, part, offset) == RFC6455WebSocket._apply_mask(
            data, mask, part, offset
        )


def test_what_a_server_answers_goes_through_the_function_that_is_replaced() -> None:
    """``send_packet`` is how Socket.IO answers, and ``_send_ping`` what it starts a task for."""
    source = Path(engine_server.__file__).read_text()
    assert "self.send_packet(sid, packet.Packet(packet.MESSAGE, data=data))" in source
    source = Path(engine_socket.__file__).read_text()
    assert "self.server.start_background_task(self._send_ping)" in source


def test_the_drivers_name_the_class_that_handles_a_websocket() -> None:
    assert driver._async["websocket"] is driver.WebSocketWSGI


def test_a_websocket_has_the_lock_and_the_socket_that_its_own_writes_use() -> None:
    websocket = RFC6455WebSocket(GreenSocket(), {})
    assert websocket.socket.fd.fileno() > 0
    assert not websocket._sendlock.locked()
    websocket.socket.close()


def test_a_connection_handles_its_websocket_itself_and_has_a_queue_and_an_upgrade() -> None:
    assert callable(engine_socket.Socket._websocket_handler)
    source = Path(engine_socket.__file__).read_text()
    assert "self.server._async['websocket'](\n            self._websocket_handler" in source
    for name in ("upgraded", "closed", "queue"):
        assert name in vars(engine_socket.base_socket.BaseSocket(_Server(), "sid"))


class _Server:
    """As little of a server as a connection asks for when it is made."""

    def create_queue(self) -> list[object]:
        return []

    def start_background_task(self, *_: object) -> None:
        """Ping nobody."""


def test_no_frame_gets_into_the_middle_of_another_one_that_was_waiting() -> None:
    """The lock was released, and the task that waits for it has not been woken yet."""
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4_096)
    websocket = RFC6455WebSocket(GreenSocket(ours), {})
    connection = SimpleNamespace(sid="A", queue=Queue(), upgraded=True, closed=False)
    writer = SocketWriter(connection, websocket, eventlet.spawn)
    large, small = frame(b"x" * 100_000), frame(b"small")
    received = bytearray()

    def receive() -> None:
        theirs.setblocking(False)
        while True:
            with contextlib.suppress(BlockingIOError):
                received.extend(theirs.recv(65_536))
            eventlet.sleep(0)

    websocket._sendlock.acquire()
    waits = eventlet.spawn(websocket._send, small)
    eventlet.sleep(0)
    receives = eventlet.spawn(receive)
    websocket._sendlock.release()
    is_written = writer.write(large)
    while len(received) < len(small) + is_written * len(large):
        eventlet.sleep(0)
    waits.wait()
    receives.kill()
    assert received in (small, small + large, large + small)
    websocket.socket.close()
    theirs.close()


def test_a_server_finds_everything_it_looks_for(
    start_server: Callable[..., Server], capfd: pytest.CaptureFixture[str]
) -> None:
    room = Room(server := start_server(), server.create_session())
    display, _phone = room.display(), room.phone("Amira")
    display.at(room.console().done("start_session"))
    room.close()
    assert "messages are slower" not in capfd.readouterr().err
