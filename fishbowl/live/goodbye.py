"""Saying goodbye: before the server ends, every page is told so, and every line is closed in order.

It takes a bounded time: whoever does not read is not waited for. A page that was told comes back by
itself once the server runs again, and sends what it could not send.
"""

import contextlib
import time
from typing import Any

from engineio.packet import MESSAGE, Packet

from fishbowl.live.protocol import STOPPING, StoppingMessage
from fishbowl.live.transport.server import LiveServer
from fishbowl.live.views import encoded

PATIENCE_S = 2.0
"""So long is waited for lines to close."""
LOOK_S = 0.02
BREATH = 200
"""After so many lines others get a turn: the closing ones have something to send."""


def say_goodbye(live: LiveServer) -> None:
    """Tell everybody who is connected that the server stops, and close their lines and the door."""
    socketio = live.socketio
    engine, until_s = socketio.server.eio, time.monotonic() + PATIENCE_S
    text = f'2["{STOPPING}",{encoded(StoppingMessage()).decode()}]'
    connections = [one for one in engine.sockets.values() if not one.closed]
    for connection in connections:
        with contextlib.suppress(Exception):  # one that is broken is told nothing
            engine.send_packet(connection.sid, Packet(MESSAGE, text))
    for count, connection in enumerate(connections, 1):
        if connection.upgraded:
            _close(connection)
        if count % BREATH == 0:
            socketio.sleep(0)
    while any(not one.closed and one.queue.qsize() for one in connections):
        if time.monotonic() > until_s:
            break
        socketio.sleep(LOOK_S)  # who polls has to ask for the word
    live.stop_listening()
    for connection in connections:
        _close(connection)
    while (_is_open(engine, connections) or live.is_answering()) and time.monotonic() < until_s:
        socketio.sleep(LOOK_S)


def _close(connection: Any) -> None:
    with contextlib.suppress(Exception):  # one that breaks now is closed as well
        connection.close(wait=False)


def _is_open(engine: Any, connections: list[Any]) -> bool:
    """Whether a WebSocket is still being closed."""
    return any(one.upgraded and one.sid in engine.sockets for one in connections)
