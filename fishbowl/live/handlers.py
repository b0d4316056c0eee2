"""The live door: who may connect, and what becomes of a command.

Handlers parse, call and translate; they decide nothing.
"""

import sqlite3
import time
from typing import Any

import msgspec
from flask_socketio import ConnectionRefusedError, SocketIO
from werkzeug.http import parse_cookie

from fishbowl.codes import normalised
from fishbowl.domain.clock import clock_state
from fishbowl.domain.ids import PersonId
from fishbowl.domain.roles import AT_THE_CHAIRS, AT_THE_CONSOLE, AT_THE_STAGE, Role
from fishbowl.domain.state import Session
from fishbowl.doors import Doors, TakenBack
from fishbowl.live import rooms
from fishbowl.live.fanout import FanOut
from fishbowl.live.gather import Gatherer
from fishbowl.live.pace import Pace
from fishbowl.live.presence import Connection, Presence
from fishbowl.live.protocol import (
    COMMAND,
    CONSOLE_MESSAGE_MAX_BYTES,
    MESSAGE_MAX_BYTES,
    SIGNAL,
    Ack,
    CommandMessage,
    Handshake,
    Said,
    SignalMessage,
)
from fishbowl.service import BrokenSession, Change, Order, Outcome, Service
from fishbowl.views.common import public_id
from fishbowl.views.slices import Face

ROLES_AT: dict[Face, tuple[Role, ...]] = {
    "console": AT_THE_CONSOLE,
    "runner": AT_THE_CHAIRS,
    "stage": AT_THE_STAGE,
}
"""Faces that need a key, and the roles that open them. A display watches and never acts."""

TAPS: dict[Face, tuple[int, float]] = {
    "phone": (20, 10),
    "console": (200, 10),
    "runner": (20, 10),
    "stage": (20, 10),
}
"""Commands at once, and the seconds of rest after which as many may come again: more than thumbs
can do, far less than a script."""

SIGNALS_EACH = (5, 10)
"""The same for the signals of one device: applause, no flood."""


class LiveDoor:
    """Registers the handlers on a Socket.IO server.

    :param socketio: the server.
    :param service: where commands go.
    :param doors: who is who.
    """

    def __init__(
        self,
        socketio: SocketIO,
        service: Service,
        doors: Doors,
        presence: Presence,
        fanout: FanOut,
        gatherer: Gatherer,
    ) -> None:
        self._socketio = socketio
        self._service = service
        self._doors = doors
        self._presence = presence
        self._fanout = fanout
        self._gatherer = gatherer
        self._taps = {face: Pace(*pace) for face, pace in TAPS.items()}
        self._signal_pace = Pace(*SIGNALS_EACH)
        # On the Socket.IO server itself: Flask's request around every tap is a third of its cost.
        server = socketio.server
        server.on("connect", self.connect)
        server.on("disconnect", self.disconnect)
        server.on(COMMAND, self.command)
        server.on(SIGNAL, self.signal)

    def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Let a face in and send it the whole view.

        :raises ConnectionRefusedError: with a code from ``ConnectRefusal``.
        """
        try:
            hello = msgspec.convert(auth, Handshake)
        except msgspec.ValidationError as error:
            raise ConnectionRefusedError("invalid_command") from error
        code = normalised(hello.code)
        try:
            session = self._service.session(code)
        except (BrokenSession, sqlite3.Error) as error:
            raise ConnectionRefusedError("not_saved") from error
        if session is None:
            gone = self._service.was_deleted(code)
            raise ConnectionRefusedError("session_deleted" if gone else "session_unknown")
        connection = self._recognised(hello, session, environ)
        self._presence.came(sid, connection)
        server = self._socketio.server
        server.enter_room(sid, rooms.face(code, hello.face))
        if hello.face == "console" and connection.role is not None:
            server.enter_room(sid, rooms.consoles(code, connection.role))
        self._greet(sid, code)

    def _recognised(
        self, hello: Handshake, session: Session, environ: dict[str, Any]
    ) -> Connection:
        """Tell who comes.

        :raises ConnectionRefusedError: the key is missing, or was taken back.
        """
        code, face = session.code, hello.face
        if face == "phone":
            key = self._doors.person_key(code, hello.device)
            return Connection(code=code, face=face, key=key, role=Role.ATTENDEE)
        if face not in ROLES_AT:
            return Connection(code=code, face=face, silent=hello.silent)
        try:
            found = self._doors.pass_of(parse_cookie(environ), code, session.access, ROLES_AT[face])
        except TakenBack as error:
            raise ConnectionRefusedError("link_revoked") from error
        if found is None:
            raise ConnectionRefusedError("facilitator_only")
        return Connection(code=code, face=face, role=found.role, generation=found.generation)

    def on_change(self, change: Change) -> None:
        """Cut the lines of those whose link is no longer good; called by the writer."""
        before, after = change.before, change.after
        if before is not None and before.access != after.access:
            self._socketio.start_background_task(self._part_from_old_links, after)

    def _part_from_old_links(self, session: Session) -> None:
        for sid, connection in self._presence.at_work(session.code):
            if not _is_good(connection, session):
                # On its way back in, the door tells it why.
                self._socketio.server.disconnect(sid)

    def on_deleted(self, code: str) -> None:
        """Cut all lines of a session that is no more; who comes again is told why."""
        self._socketio.start_background_task(self._part_from_all, code)

    def _part_from_all(self, code: str) -> None:
        for sid in self._presence.everybody(code):
            self._socketio.server.disconnect(sid)

    def disconnect(self, sid: str, reason: str = "") -> None:
        """Note that a socket is gone; the person keeps everything."""
        gone = self._presence.went(sid)
        session = None if gone is None else self._service.session(gone.code)
        if session is not None:
            self._fanout.on_presence(session)

    def command(self, sid: str, message: Any = None, *extra: Any) -> dict[str, Any]:
        """Answer a command with an acknowledgement, whatever was sent."""
        built: dict[str, Any] = msgspec.to_builtins(self._answer(sid, message))
        return built

    def signal(self, sid: str, message: Any = None, *extra: Any) -> dict[str, Any]:
        """Answer a signal of somebody who is in the room."""
        built: dict[str, Any] = msgspec.to_builtins(self._signalled(sid, message))
        return built

    def _signalled(self, sid: str, message: Any) -> Ack:
        sender = self._presence.of(sid)
        session = None if sender is None else self._service.session(sender.code)
        if sender is None or session is None or sender.face != "phone":
            return refusal("facilitator_only")
        if not self._signal_pace.allows((sender.code, sender.key), time.monotonic()):
            return refusal("too_fast")
        person = session.people.get(session.person_of_key.get(sender.key, PersonId(0)))
        if person is None or person.out or clock_state(session.clock) == "closed":
            return refusal("person_unknown" if person is None else "not_running")
        try:
            parsed = msgspec.convert(message, SignalMessage)
        except msgspec.ValidationError as error:
            return refusal("invalid_command", why=str(error))
        self._gatherer.add(
            sender.code, sender.key, parsed.kind, self._service.time.now_ms(sender.code)
        )
        self._fanout.on_presence(session)
        return Ack(ok=True)

    def _answer(self, sid: str, message: Any) -> Ack:
        sender = self._presence.of(sid)
        if sender is None or sender.role is None:
            return refusal("facilitator_only")
        session = self._service.session(sender.code)
        if session is not None and not _is_good(sender, session):
            return refusal("link_revoked")
        if not self._taps[sender.face].allows(sid, time.monotonic()):
            return refusal("too_fast")
        most = CONSOLE_MESSAGE_MAX_BYTES if sender.face == "console" else MESSAGE_MAX_BYTES
        if len(msgspec.json.encode(message)) > most:
            return refusal("too_large", most=most)
        try:
            parsed = msgspec.convert(message, CommandMessage)
        except msgspec.ValidationError as error:
            return refusal("invalid_command", why=str(error))
        order = Order(
            code=sender.code,
            command=parsed.command,
            command_id=parsed.id,
            role=sender.role,
            key=sender.key,
        )
        outcome = self._service.submit(order)
        if sender.role is Role.ATTENDEE and "person" in outcome.params:
            outcome = self._for_the_room(sender.code, outcome)
        return acknowledged(outcome)

    def _for_the_room(self, code: str, outcome: Outcome) -> Outcome:
        """Name whom an answer is about as everybody's screens do: a hidden name is not followed."""
        session, person = self._service.session(code), outcome.params["person"]
        if session is None or not isinstance(person, int) or person not in session.people:
            return outcome
        named = {**outcome.params, "person": public_id(session, PersonId(person))}
        return msgspec.structs.replace(outcome, params=named)

    def _greet(self, sid: str, code: str) -> None:
        connection = self._presence.of(sid)
        session = self._service.session(code)
        if connection is None or session is None:
            return
        if not _is_good(connection, session):  # taken back while it came in
            return self._part_from_old_links(session)
        self._fanout.greet(sid, session, connection)
        self._fanout.on_presence(session)


def _is_good(connection: Connection, session: Session) -> bool:
    """Whether the link by which somebody came still opens the door."""
    role = connection.role
    if role is None or role is Role.ATTENDEE:
        return True
    return session.access.holds(role, connection.generation)


def acknowledged(outcome: Outcome) -> Ack:
    """Turn the service's answer into what goes over the wire."""
    said = Said(code=outcome.code, params=outcome.params) if outcome.code else None
    if outcome.ok:
        return Ack(ok=True, seq=outcome.seq, version=outcome.version, said=said)
    return Ack(ok=False, version=outcome.version, error=said)


def refusal(code: str, **params: Any) -> Ack:
    """Make the answer to a message that never reached the rules."""
    return Ack(ok=False, error=Said(code=code, params=params))
