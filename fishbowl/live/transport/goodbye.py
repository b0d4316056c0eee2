"""The end of a server: every client is told that it stops, and every connection is closed.

It takes a bounded time, since a client that does not read is not waited for. A page that was told
connects again by itself once the server runs, and sends what it could not send.
"""

import contextlib
import time
from collections.abc import Callable
from typing import Any

import msgspec
from flask_socketio import SocketIO

from fishbowl.live.protocol import STOPPING, StoppingMessage
from fishbowl.live.transport.message import Message

PATIENCE_S = 2.0
"""How long connections may take to close."""
LOOK_S = 0.02
BREATH = 200
"""After so many connections other tasks run: the closing ones have something to send."""


def say_goodbye(
    socketio: SocketIO, stop_listening: Callable[[], None], is_answering: Callable[[], bool]
) -> None:
    """Tell every client that the server stops, then close all connections and the listener.

    :param stop_listening: closes the listener.
    :param is_answering: tells whether a request is being answered.
    """
    engine, until_s = socketio.server.eio, time.monotonic() + PATIENCE_S
    message = Message(STOPPING, msgspec.json.encode(StoppingMessage()))
    connections = [one for one in engine.sockets.values() if not one.closed]
    for connection in connections:
        with contextlib.suppress(Exception):  # one that is broken is told nothing
            engine.send_packet(connection.sid, message.packet)
    for count, connection in enumerate(connections, 1):
        if connection.upgraded:
            _close(connection)
        if count % BREATH == 0:
            socketio.sleep(0)
    while any(not one.closed and one.queue.qsize() for one in connections):
        if time.monotonic() > until_s:
            break
        socketio.sleep(LOOK_S)  # a client that polls has to ask for the message
    stop_listening()
    for connection in connections:
        _close(connection)
    while (_is_open(engine, connections) or is_answering()) and time.monotonic() < until_s:
        socketio.sleep(LOOK_S)


def _close(connection: Any) -> None:
    with contextlib.suppress(Exception):  # one that breaks now is closed as well
        connection.close(wait=False)


def _is_open(engine: Any, connections: list[Any]) -> bool:
    """Whether a WebSocket is still being closed."""
    return any(one.upgraded and one.sid in engine.sockets for one in connections)
