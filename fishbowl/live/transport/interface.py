"""The interface between the live server and what depends on the async mode.

There are two implementations. :mod:`fishbowl.live.transport.plain` uses the public API of the
libraries only and serves threading and gevent. :mod:`fishbowl.live.transport.eventlet` adds the
fast path. :mod:`fishbowl.live.transport.async_modes` chooses between them.
"""

from typing import Protocol

from flask import Flask

from fishbowl.live.transport.connections import Connections
from fishbowl.live.transport.listener import FairListener
from fishbowl.live.transport.message import Message


class Writer(Protocol):
    """Writes finished frames to one socket."""

    def write(self, whole_frame: bytes) -> bool:
        """Write frames now, or not at all: ``False`` if the library has to send the message."""
        ...


class Transport(Protocol):
    """Accepts connections, keeps their heartbeat, and writes messages to them."""

    has_hub: bool
    """Whether all tasks share one OS thread, so that a long task delays the others."""

    def start(self) -> None:
        """Start the heartbeat. Call it before the first connection."""
        ...

    def writer(self, engine_id: str) -> Writer | None:
        """The direct way to the socket of a connection, where the fast path has one.

        :param engine_id: the Engine.IO id of the connection.
        """
        ...

    def queue(self, engine_id: str, message: Message) -> bool:
        """Let the library send a message, without waiting for the client.

        :param engine_id: the Engine.IO id of the connection. One that has ended is skipped.
        :return: ``False`` if too many messages wait already (backpressure); it is not sent then.
        """
        ...

    def serve(self, app: Flask, listener: FairListener, connections: Connections) -> None:
        """Serve the application until the listener is closed.

        :param connections: the table in which every request notes how far it is.
        """
        ...
