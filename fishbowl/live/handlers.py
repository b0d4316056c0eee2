"""The handlers of Socket.IO events: connect, disconnect, command, signal and resend.

Handlers parse, call the service and translate its answer. They decide nothing.
"""

from collections.abc import Callable, Collection
from threading import Semaphore
from typing import Any

import msgspec

from fishbowl.access.codes import normalised
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands import ForgetPerson
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.live import rooms
from fishbowl.live.fanout import FanOut
from fishbowl.live.gate import Gate
from fishbowl.live.outsiders import room_of
from fishbowl.live.presence import Connection, Presence
from fishbowl.live.protocol import (
    COMMAND,
    CONSOLE_MESSAGE_MAX_BYTES,
    MESSAGE_MAX_BYTES,
    RESEND,
    SIGNAL,
    Ack,
    CommandMessage,
    Handshake,
    Said,
    SignalMessage,
)
from fishbowl.live.rate_limits import RateLimits
from fishbowl.live.revocation import cut_off, rooms_of_links
from fishbowl.live.signal_counts import SignalCounter
from fishbowl.live.transport.inbound import PERSON, STAFF
from fishbowl.live.transport.server import LiveServer
from fishbowl.live.transport.sockets import ConnectionRefused
from fishbowl.log import StoreError
from fishbowl.services.writer import BrokenSession, Change, Envelope, Outcome, Service
from fishbowl.views.common import public_id

PHONE_COMMANDS_AT_ONCE, STRANGERS_COMMANDS_AT_ONCE = 64, 4
"""How many commands of phones, and of phones that have not joined, the writer has at a time. A
command of a console waits for no more than these."""


class LiveHandlers:
    """Registers the handlers on a Socket.IO server.

    :param live: the server.
    :param service: where commands go.
    :param submit_staff: where commands of consoles go, on their way to the service.
    :param gate: tells who comes.
    """

    def __init__(
        self,
        live: LiveServer,
        service: Service,
        submit_staff: Callable[[Envelope], Outcome],
        gate: Gate,
        presence: Presence,
        fanout: FanOut,
        signal_counter: SignalCounter,
        supervisor: Supervisor,
    ) -> None:
        self._live = live
        self._sockets = live.sockets
        self._service = service
        self._submit_staff = submit_staff
        self._gate = gate
        self._presence = presence
        self._fanout = fanout
        self._signal_counter = signal_counter
        self._supervisor = supervisor
        self._rate_limits = RateLimits()
        self._phones = Semaphore(PHONE_COMMANDS_AT_ONCE)
        self._strangers = Semaphore(STRANGERS_COMMANDS_AT_ONCE)
        self._is_stopping = False
        self._sockets.on("connect", self.connect)
        self._sockets.on("disconnect", self.disconnect)
        self._sockets.on(COMMAND, self.command)
        self._sockets.on(SIGNAL, self.signal)
        self._sockets.on(RESEND, self.resend)

    def stop(self) -> None:
        """Answer nothing any more: who has no answer asks again when the server is back."""
        self._is_stopping = True

    def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Let a face in and send it the whole view.

        :raises ConnectionRefused: with a code from ``ConnectRefusal``.
        """
        try:
            self._let_in(sid, environ, auth)
        except ConnectionRefused:
            self._presence.went(sid)
            raise
        except Exception as error:
            # Else the library leaves it in its rooms, half let in.
            self._presence.went(sid)
            self._supervisor.failed("letting a connection in", error)
            raise ConnectionRefused("not_saved") from error

    def _let_in(self, sid: str, environ: dict[str, Any], auth: Any) -> None:
        if self._is_stopping:
            raise ConnectionRefused("not_saved")
        try:
            hello = msgspec.convert(auth, Handshake)
        except msgspec.ValidationError as error:
            raise ConnectionRefused("invalid_command") from error
        code = normalised(hello.code)
        try:
            session = self._gate.look_up(code, environ)
        except (BrokenSession, StoreError) as error:
            raise ConnectionRefused("not_saved") from error
        if session is None:
            gone = self._service.was_deleted(code)
            raise ConnectionRefused("session_deleted" if gone else "session_unknown")
        recognised = self._gate.recognised(hello, session, environ)
        connection = msgspec.structs.replace(recognised, differences=hello.differences)
        self._presence.came(sid, connection)
        for room in (room_of(connection, session), *rooms.with_key(connection)):
            self._sockets.enter(sid, room)
        self._sockets.said_hello(sid)
        self._greet(sid, code)

    def on_signed_out(self, sign_ins: frozenset[bytes]) -> None:
        """Disconnect whoever has signed out."""
        self._cut_off([rooms.by_sign_in(sign_in) for sign_in in sign_ins])

    def on_change(self, change: Change) -> None:
        """Disconnect those whose link is no longer valid; called by the writer."""
        before, after = change.before, change.after
        if before is not None and before.access != after.access:
            self._cut_off(rooms_of_links(after.code, before.access, after.access))

    def on_deleted(self, code: str) -> None:
        """Disconnect everybody of a deleted session; who connects again is told why."""
        self._cut_off(rooms.all_of(code))

    def _cut_off(self, names: Collection[str]) -> None:
        self._live.spawn(cut_off, self._sockets, self._live.sleep, names, self._supervisor)

    def disconnect(self, sid: str, reason: str = "") -> None:
        """Note that a socket is gone; the person keeps everything."""
        gone = self._presence.went(sid)
        if gone is None or self._is_stopping:
            return
        with self._supervisor.isolated("noting that a connection is gone"):
            self._sockets.gone(sid, gone.address)
            session = self._session(gone.code)
            if session is not None:
                self._fanout.on_presence(session)

    def command(self, sid: str, message: Any = None, *extra: Any) -> Any:
        """Answer a command with an acknowledgement, whatever was sent."""
        return self._answered(self._answer, sid, message)

    def signal(self, sid: str, message: Any = None, *extra: Any) -> Any:
        """Answer a signal of somebody who is in the room."""
        return self._answered(self._signalled, sid, message)

    def resend(self, sid: str, *extra: Any) -> Any:
        """Send a connection the whole view again: it has missed something."""
        return self._answered(self._resent, sid)

    def _answered(self, answer: Callable[..., Ack], *asked: Any) -> Any:
        """Acknowledge what was sent.

        Where answering fails there is no answer: the command may be saved. Whoever sends it again
        under the same id gets its first answer.
        """
        ack = None
        with self._supervisor.isolated("answering a message"):
            ack = answer(*asked)
        if ack is None or self._is_stopping:
            return self._sockets.no_answer
        return msgspec.to_builtins(ack)

    def _resent(self, sid: str) -> Ack:
        sender = self._presence.of(sid)
        session = None if sender is None else self._session(sender.code)
        if sender is None or session is None or not self._gate.is_good(sender, session):
            return refusal("link_revoked")
        if not self._rate_limits.resend(sid):
            return refusal("too_fast")
        self._fanout.greet(sid, session, sender)
        return Ack(ok=True)

    def _signalled(self, sid: str, message: Any) -> Ack:
        sender = self._presence.of(sid)
        session = None if sender is None else self._session(sender.code)
        if sender is None or session is None or sender.face != "phone":
            return refusal("facilitator_only")
        if not self._rate_limits.signal(sender):
            return refusal("too_fast")
        person = session.people.get(session.person_of_key.get(sender.key, PersonId(0)))
        if person is None or person.forgotten:
            return refusal("person_unknown")
        if not session.is_here(person) or clock_state(session.clock) == "closed":
            return refusal("not_running")
        try:
            parsed = msgspec.convert(message, SignalMessage)
        except msgspec.ValidationError as error:
            return refusal("invalid_command", why=str(error))
        self._signal_counter.add(
            sender.code, sender.key, parsed.kind, self._service.time.now_ms(sender.code)
        )
        self._fanout.on_presence(session)
        return Ack(ok=True)

    def _answer(self, sid: str, message: Any) -> Ack:
        sender = self._presence.of(sid)
        if sender is None or sender.role is None:
            return refusal("facilitator_only")
        session = self._session(sender.code)
        if session is not None and not self._gate.is_good(sender, session):
            return refusal("link_revoked")
        is_known = self._is_known(sender, session)
        wait_s = self._rate_limits.command(sender, is_known=is_known)
        if wait_s is None:
            return refusal("too_fast")
        most = CONSOLE_MESSAGE_MAX_BYTES if sender.face == "console" else MESSAGE_MAX_BYTES
        if len(msgspec.json.encode(message)) > most:
            return refusal("too_large", most=most)
        try:
            parsed = msgspec.convert(message, CommandMessage)
        except msgspec.ValidationError as error:
            return refusal("invalid_command", why=str(error))
        envelope = Envelope(
            code=sender.code,
            command=parsed.command,
            command_id=parsed.id,
            role=sender.role,
            key=sender.key,
            face=sender.face,
        )
        if sender.face != "phone":
            with self._live.ahead():
                return acknowledged(self._submit_staff(envelope))
        if isinstance(envelope.command, ForgetPerson) and not self._rate_limits.forgetting(sender):
            return refusal("too_fast")
        if wait_s:
            self._live.sleep(wait_s)
            if self._presence.of(sid) is not sender:
                return refusal("facilitator_only")  # gone meanwhile: nobody reads this
        with self._phones if is_known else self._strangers:
            outcome = self._service.submit(envelope)
        if not is_known:
            now_known = self._is_known(sender, self._session(sender.code))
            self._trust(sid, sender, is_known=now_known)
        return acknowledged(self._for_the_room(sender.code, outcome))

    def _for_the_room(self, code: str, outcome: Outcome) -> Outcome:
        """Name whom an answer is about as everybody's screens do: a hidden name is not followed."""
        person = outcome.params.get("person")
        session = self._session(code)
        if not isinstance(person, int) or session is None or person not in session.people:
            return outcome
        named = {**outcome.params, "person": public_id(session, PersonId(person))}
        return msgspec.structs.replace(outcome, params=named)

    def _greet(self, sid: str, code: str) -> None:
        """Send a connection what it begins with.

        :raises ConnectionRefused: it may not come in any more.
        """
        connection = self._presence.of(sid)
        session = self._session(code)
        if connection is None or session is None:  # deleted, while it came in
            raise ConnectionRefused("not_saved")
        if not self._gate.is_good(connection, session):
            raise ConnectionRefused("link_revoked")
        self._trust(sid, connection, is_known=self._is_known(connection, session))
        self._fanout.greet(sid, session, connection)
        self._fanout.on_presence(session)

    def _session(self, code: str) -> Session | None:
        try:
            return self._service.session(code)
        except BrokenSession:
            return None

    def _is_known(self, sender: Connection, session: Session | None) -> bool:
        """Whether somebody has joined, or runs the session."""
        if sender.face != "phone":
            return sender.role is not None
        if session is None:
            return False
        person = session.people.get(session.person_of_key.get(sender.key, PersonId(0)))
        return person is not None and session.is_here(person)

    def _trust(self, sid: str, sender: Connection, *, is_known: bool) -> None:
        """Give a connection the rate limit of who it is; one of who is known is kept when the
        server is full."""
        if is_known:
            self._sockets.known(sid, PERSON if sender.face == "phone" else STAFF)
        else:
            self._sockets.unknown(sid)


def acknowledged(outcome: Outcome) -> Ack:
    """Turn the service's answer into what goes over the wire."""
    said = Said(code=outcome.code, params=outcome.params) if outcome.code else None
    if outcome.ok:
        return Ack(ok=True, seq=outcome.seq, version=outcome.version, said=said)
    return Ack(ok=False, version=outcome.version, error=said)


def refusal(code: str, **params: Any) -> Ack:
    """Make the answer to a message that never reached the rules."""
    return Ack(ok=False, error=Said(code=code, params=params))
