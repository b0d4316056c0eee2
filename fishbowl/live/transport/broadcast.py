"""Fan-out of one message to a room: encoded once, and never waiting for the slowest client.

A client that does not read is skipped (backpressure) until it reads again. It is then sent the
newest state instead of what it missed. So it delays nobody, and its queue stays a few messages
long.
"""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from threading import Condition
from typing import Any, Protocol

from flask_socketio import SocketIO

from fishbowl.host.supervisor import Supervisor
from fishbowl.live.transport.interface import Transport
from fishbowl.live.transport.message import Message

CATCH_UP_S = 0.25
"""How often clients that were skipped are checked."""
TURN_MAX_S = 60.0
"""To look at all connections takes less, or the loop hangs."""
BREATH = 50
"""After so many writes other tasks may run, so that no acknowledgement waits for a whole room."""

Newest = Callable[[str], Iterable[tuple[str, bytes]]]
"""Gives the messages with which one connection is up to date: events, and their JSON."""


class Update(Protocol):
    """What has changed on a face, in the two forms that clients take."""

    @property
    def differences(self) -> bytes:
        """For clients that take differences."""
        ...

    @property
    def whole_slices(self) -> bytes:
        """For all other clients."""
        ...


class Broadcast:
    """Sends to the rooms of a Socket.IO server.

    :param transport: writes to one connection.
    :param newest: what a connection that was skipped is sent when it reads again.
    :param plain: the connections that take no differences; it is read when something is sent.
    :param silent_after_s: how often connections are checked for missing answers to pings.
    :param breathe: lets other tasks run in the middle of writing to many.
    """

    def __init__(
        self,
        socketio: SocketIO,
        transport: Transport,
        newest: Newest,
        plain: AbstractSet[str],
        supervisor: Supervisor,
        silent_after_s: float,
        breathe: Callable[[], None],
    ) -> None:
        self._socketio = socketio
        self._transport = transport
        self._newest = newest
        self._plain = plain
        self._supervisor = supervisor
        self._catching_up = supervisor.turns("catch up", TURN_MAX_S)
        self._ending_silent = supervisor.turns(
            "end silent connections", silent_after_s + TURN_MAX_S
        )
        self._silent_after_s = silent_after_s
        self._breathe = breathe
        self._behind: dict[str, str] = {}
        self._somebody = Condition()

    def start(self) -> None:
        """Start the heartbeat, and the tasks for clients that do not read or do not answer."""
        spawn, supervised = self._socketio.start_background_task, self._supervisor.supervised
        self._transport.start()
        spawn(supervised(self._catching_up, self._catch_up_loop))
        spawn(supervised(self._ending_silent, self._end_silent_loop))

    def to_room(self, room: str, event: str, body: bytes) -> None:
        """Send an event to everybody in a room; a connection's own id is a room of one.

        :param body: the event's one argument as JSON.
        """
        self._to_all(self._in_room(room), Message(event, body))

    def update_to_room(self, room: str, event: str, update: Update) -> int:
        """Send everybody in a room what has changed, in the form that they take.

        :return: bytes sent to each client that takes differences; 0 if there is none.
        """
        takers, size = dict(self._in_room(room)), 0
        others = [(sid, takers.pop(sid)) for sid in self._plain & takers.keys()]
        if takers:
            message = Message(event, update.differences)
            size = len(message.frame)
            self._to_all(list(takers.items()), message)
        if others:
            self._to_all(others, Message(event, update.whole_slices))
        return size

    def _in_room(self, room: str) -> list[tuple[str, str]]:
        """Everybody in a room: their Socket.IO and Engine.IO ids."""
        return list(self._socketio.server.manager.get_participants("/", room))

    def _to_all(self, everybody: list[tuple[str, str]], message: Message) -> None:
        behind, writer_of, whole = self._behind, self._transport.writer, message.frame
        breathe = self._breathe
        for count, (sid, engine_id) in enumerate(everybody, 1):
            try:
                if engine_id not in behind:
                    writer = writer_of(engine_id)
                    is_written = writer is not None and writer.write(whole)
                    if not is_written and not self._transport.queue(engine_id, message):
                        self._skip(sid, engine_id)
            except Exception as error:
                self._supervisor.failed("writing to a connection", error)
            if count % BREATH == 0:
                breathe()

    def to_one(self, sid: str, messages: Iterable[tuple[str, bytes]]) -> None:
        """Send one connection several events, in one write if it can take them.

        :param messages: events, and their one argument as JSON.
        """
        engine_id = self._socketio.server.manager.eio_sid_from_sid(sid, "/")
        writer, made = self._transport.writer(engine_id), [Message(*one) for one in messages]
        if writer is not None and writer.write(b"".join(one.frame for one in made)):
            return
        if not all(self._transport.queue(engine_id, one) for one in made):
            self._skip(sid, engine_id)

    def anybody(self, room: str) -> bool:
        """Whether a room has anybody in it."""
        return bool(self._socketio.server.manager.rooms.get("/", {}).get(room))

    def _skip(self, sid: str, engine_id: str) -> None:
        """Send a client nothing until it reads again."""
        with self._somebody:
            self._behind[engine_id] = sid
            self._somebody.notify_all()

    def _catch_up_loop(self) -> None:
        while True:
            self._catching_up.begins()
            with self._somebody:
                while not self._behind:
                    with self._catching_up.waiting():
                        self._somebody.wait()
            self._socketio.sleep(CATCH_UP_S)
            for engine_id, sid in list(self._behind.items()):
                with self._supervisor.isolated("bringing a connection up to now"):
                    self._catch_up(engine_id, sid)

    def _catch_up(self, engine_id: str, sid: str) -> None:
        connection = self._socketio.server.eio.sockets.get(engine_id)
        if connection is not None and connection.queue.qsize():
            return  # it still does not read
        del self._behind[engine_id]
        if connection is not None:
            self.to_one(sid, self._newest(sid))

    def _end_silent_loop(self) -> None:
        """End connections that have not answered a ping; one task instead of the library's."""
        connections: dict[str, Any] = self._socketio.server.eio.sockets
        while True:
            self._ending_silent.begins()
            self._socketio.sleep(self._silent_after_s)
            for engine_id, connection in list(connections.items()):
                with self._supervisor.isolated("ending a silent connection"):
                    if connection.closed:
                        connections.pop(engine_id, None)
                    elif not connection.closing:
                        connection.check_ping_timeout()
