"""One message to a whole room, encoded once, and never waiting for the slowest phone.

A phone that does not read is left behind: it is sent nothing until it reads again, and then the
newest state, not what it has missed. So it holds up nobody, and its backlog stays a few messages.
"""

import contextlib
from collections.abc import Callable, Container, Iterable
from threading import Condition

from engineio.exceptions import SocketIsClosedError
from engineio.packet import MESSAGE, Packet
from flask_socketio import SocketIO

from fishbowl.host.supervisor import Supervisor
from fishbowl.live.sent_state import News
from fishbowl.live.transport.heartbeat import Pings
from fishbowl.live.transport.server import EVENTLET, PING_TIMEOUT_S
from fishbowl.live.transport.socket_writer import Wires, frame

BACKLOG_MAX = 4
"""Messages that may wait for one phone: a greeting has three."""
CATCH_UP_S = 0.25
"""How often is looked whether a phone that was left behind reads again."""
BREATH = 200
"""After so many writes others get a turn: an acknowledgement never waits for a whole room."""

Newest = Callable[[str], Iterable[tuple[str, bytes]]]
"""Gives the messages that bring one connection up to now: events, and their JSON."""


class Broadcast:
    """Sends to rooms of a Socket.IO server.

    :param socketio: the server; its wires are noted from now on.
    :param newest: what brings a connection that was left behind up to now.
    :param plain: the connections that take no differences, as they are now.
    :param breathe: lets others have a turn in the middle of writing to many.
    """

    def __init__(
        self,
        socketio: SocketIO,
        newest: Newest,
        plain: Container[str],
        supervisor: Supervisor,
        breathe: Callable[[], None],
    ) -> None:
        self._socketio = socketio
        self._newest = newest
        self._plain = plain
        self._supervisor = supervisor
        self._breathe = breathe
        self._wires = Wires()
        if socketio.async_mode == EVENTLET:
            self._wires.attach(socketio)
        self._behind: dict[str, str] = {}
        self._somebody = Condition()

    def start(self) -> None:
        """Begin to ping, and to look after those who were left behind and those who are gone."""
        spawn, supervised = self._socketio.start_background_task, self._supervisor.supervised
        Pings(self._socketio, self._supervisor).start()
        spawn(supervised("catch up", self._look_after))
        spawn(supervised("end silent connections", self._part_from_the_silent))

    def to_room(self, room: str, event: str, body: bytes) -> None:
        """Send an event to everybody in a room; a connection's own id is a room of one.

        :param body: the event's one argument as JSON.
        """
        self._to_all(self._in_room(room), Message(event, body))

    def news_to_room(self, room: str, event: str, news: News) -> int:
        """Send everybody in a room what has changed, in the form that they take.

        :return: how many bytes went to each of those who take differences; 0 if nobody does.
        """
        everybody, size = self._in_room(room), 0
        takers = [one for one in everybody if one[0] not in self._plain]
        if takers:
            message = Message(event, news.differences)
            size = len(message.frame)
            self._to_all(takers, message)
        if len(takers) < len(everybody):
            others = [one for one in everybody if one[0] in self._plain]
            self._to_all(others, Message(event, news.whole_slices))
        return size

    def _in_room(self, room: str) -> list[tuple[str, str]]:
        """Everybody in a room: their Socket.IO and Engine.IO ids."""
        return list(self._socketio.server.manager.get_participants("/", room))

    def _to_all(self, everybody: list[tuple[str, str]], message: "Message") -> None:
        behind, wire_of, whole = self._behind, self._wires.get, message.frame
        for count, (sid, engine_id) in enumerate(everybody, 1):
            try:
                if engine_id not in behind:
                    wire = wire_of(engine_id)
                    is_written = wire is not None and wire.write(whole)
                    if not is_written and not self._queue(engine_id, message):
                        self._leave_behind(sid, engine_id)
            except Exception as error:
                self._supervisor.failed("writing to a connection", error)
            if count % BREATH == 0:
                self._breathe()

    def to_one(self, sid: str, messages: Iterable[tuple[str, bytes]]) -> None:
        """Bring one connection up to now: several events in one go, if its line is free.

        :param messages: events, and their one argument as JSON.
        """
        engine_id = self._socketio.server.manager.eio_sid_from_sid(sid, "/")
        wire = self._wires.get(engine_id)
        made = [Message(event, body) for event, body in messages]
        if wire is not None and wire.write(b"".join(message.frame for message in made)):
            return
        for message in made:
            if not self._write(engine_id, message):
                self._leave_behind(sid, engine_id)
                return

    def anybody(self, room: str) -> bool:
        """Whether a room has anybody in it."""
        return bool(self._socketio.server.manager.rooms.get("/", {}).get(room))

    def _write(self, engine_id: str, message: "Message") -> bool:
        wire = self._wires.get(engine_id)
        if wire is not None and wire.write(message.frame):
            return True
        return self._queue(engine_id, message)

    def _queue(self, engine_id: str, message: "Message") -> bool:
        """Let the library send a message; ``False`` if too many wait already."""
        connection = self._socketio.server.eio.sockets.get(engine_id)
        if connection is None or connection.closed:
            return True  # gone a moment ago
        if connection.queue.qsize() >= BACKLOG_MAX:
            return False
        with contextlib.suppress(SocketIsClosedError):  # gone just now
            self._socketio.server.eio.send_packet(engine_id, message.packet)
        return True

    def _leave_behind(self, sid: str, engine_id: str) -> None:
        with self._somebody:
            self._behind[engine_id] = sid
            self._somebody.notify_all()

    def _look_after(self) -> None:
        while True:
            with self._somebody:
                while not self._behind:
                    self._somebody.wait()
            self._socketio.sleep(CATCH_UP_S)
            for engine_id, sid in list(self._behind.items()):
                with self._supervisor.isolated("bringing a connection up to now"):
                    self._catch_up(engine_id, sid)

    def _catch_up(self, engine_id: str, sid: str) -> None:
        connection = self._socketio.server.eio.sockets.get(engine_id)
        if connection is not None and connection.queue.qsize():
            return  # still not reading
        del self._behind[engine_id]
        if connection is not None:
            self.to_one(sid, self._newest(sid))

    def _part_from_the_silent(self) -> None:
        """Cut the lines of phones that have not answered a ping, as the library's monitor would."""
        connections = self._socketio.server.eio.sockets
        while True:
            self._socketio.sleep(PING_TIMEOUT_S / 2)
            for engine_id, connection in list(connections.items()):
                with self._supervisor.isolated("ending a silent connection"):
                    if connection.closed:
                        connections.pop(engine_id, None)
                    elif not connection.closing:
                        connection.check_ping_timeout()


class Message:
    """One event, in the two shapes in which it goes out; each is made once."""

    __slots__ = ("frame", "packet")

    def __init__(self, event: str, body: bytes) -> None:
        # Socket.IO's EVENT packet in the default namespace, inside Engine.IO's MESSAGE.
        text = f'2["{event}",{body.decode()}]'
        self.packet = Packet(MESSAGE, text)
        self.frame = frame(f"{MESSAGE}{text}".encode())
