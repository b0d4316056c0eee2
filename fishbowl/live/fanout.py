"""What goes out: the slices that changed, whole, to everybody who looks at a face.

The first change goes out at once; further ones within a tick are sent together, so a burst of a
hundred hands is one message. Late, lost and doubled messages are harmless: slices are whole and
carry the session's version.
"""

import logging
import time
from collections.abc import Callable
from threading import Condition
from typing import Any

import msgspec
from flask_socketio import SocketIO

from fishbowl.clock import Clock
from fishbowl.domain.ids import PersonId
from fishbowl.domain.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.state import Session
from fishbowl.live import rooms
from fishbowl.live.gather import Gatherer
from fishbowl.live.links import LinkMaker
from fishbowl.live.presence import Connection, Presence
from fishbowl.live.protocol import SIGNALS, VIEW, SignalsMessage, ViewMessage
from fishbowl.service import Change
from fishbowl.views.affected import affected_people
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from fishbowl.views.runner import runner_view
from fishbowl.views.slices import FACES, Face, Slice

log = logging.getLogger(__name__)

TICK_S = 0.1
"""At most ten messages a second to a face: faster than anybody can follow."""
SIGNALS_S = 1.0
"""Presence counts may lag by a second: a room filling up would otherwise be a message a phone."""

FACE_VIEWS: dict[Face, Callable[[Session, Links], dict[str, Slice]]] = {
    "phone": phone_view,
    "display": display_view,
    "runner": runner_view,
}
"""The console is not among them: it is another one for every role."""


class FanOut:
    """Sends views and signals; one background task does all the sending."""

    def __init__(
        self,
        socketio: SocketIO,
        clock: Clock,
        presence: Presence,
        links: LinkMaker,
        gatherer: Gatherer,
    ) -> None:
        self._socketio = socketio
        self._clock = clock
        self._presence = presence
        self._links = links
        self._gatherer = gatherer
        self._wake = Condition()
        self._changed: dict[str, Session] = {}
        self._phones: dict[str, dict[str, PersonId | None]] = {}
        self._signalled: dict[str, Session] = {}
        self._sent: dict[str, dict[str, Slice]] = {}
        self._sent_signals: dict[tuple[str, Face], SignalsMessage] = {}

    def start(self) -> None:
        """Begin to send."""
        self._socketio.start_background_task(self._send_views)
        self._socketio.start_background_task(self._send_signals)

    def on_change(self, change: Change) -> None:
        """Take note of a commit; called by the writer, so it only wakes the sender."""
        code = change.after.code
        with self._wake:
            self._changed[code] = change.after
            self._phones.setdefault(code, {}).update(_phones(change))
            self._signalled[code] = change.after
            self._wake.notify_all()

    def on_presence(self, session: Session) -> None:
        """Take note that somebody came or went."""
        with self._wake:
            self._signalled[session.code] = session
            self._wake.notify_all()

    def whole(self, session: Session, connection: Connection) -> dict[str, Any]:
        """Make the message that a connection begins with."""
        links, face, role = self._links.links(session), connection.face, connection.role
        if face == "console":
            slices = console_view(session, links, role or Role.FACILITATOR)
        else:
            slices = FACE_VIEWS[face](session, links)
        if face == "phone":
            person = session.person_of_key.get(connection.key)
            slices = {**slices, "me": me_slice(session, person)}
        return self._message(session, slices, whole=True)

    def signals(self, session: Session, face: Face) -> dict[str, Any]:
        """Make the message about who is here, and what they signal."""
        built: dict[str, Any] = msgspec.to_builtins(self._signals(session, face))
        return built

    def _send_views(self) -> None:
        while True:
            with self._wake:
                while not self._changed:
                    self._wake.wait()
                changed, self._changed = self._changed, {}
                phones, self._phones = self._phones, {}
            began_s = time.monotonic()
            for code, session in changed.items():
                self._send_session(session, phones.get(code, {}))
            self._socketio.sleep(max(0.0, TICK_S - (time.monotonic() - began_s)))

    def _send_session(self, session: Session, phones: dict[str, PersonId | None]) -> None:
        links, code = self._links.links(session), session.code
        for face, view in FACE_VIEWS.items():
            self._send_changed(rooms.face(code, face), session, view(session, links))
        for role in AT_THE_CONSOLE:
            room = rooms.consoles(code, role)
            if self._presence.has_console(code, role):
                self._send_changed(room, session, console_view(session, links, role))
            else:
                self._sent.pop(room, None)  # whoever comes next begins with the whole view
        for key, person in phones.items():
            if self._presence.is_live(session.code, key):
                room = rooms.person(session.code, key)
                self._emit(room, session, {"me": me_slice(session, person)})

    def _send_changed(self, room: str, session: Session, view: dict[str, Slice]) -> None:
        before = self._sent.get(room, {})
        changed = {name: part for name, part in view.items() if before.get(name) != part}
        self._sent[room] = view
        if changed:
            self._emit(room, session, changed)

    def _emit(self, room: str, session: Session, slices: dict[str, Slice]) -> None:
        self._socketio.emit(VIEW, self._message(session, slices, whole=False), to=room)

    def _message(
        self, session: Session, slices: dict[str, Slice], *, whole: bool
    ) -> dict[str, Any]:
        message = ViewMessage(
            version=session.seq,
            now_ms=self._clock.now_ms(),
            rate=self._clock.rate,
            whole=whole,
            slices=slices,
        )
        built: dict[str, Any] = msgspec.to_builtins(message)
        return built

    def _send_signals(self) -> None:
        while True:
            with self._wake:
                while not self._signalled:
                    self._wake.wait()
                signalled, self._signalled = self._signalled, {}
            fading = {}
            for code, session in signalled.items():
                for face in FACES:
                    self._send_signals_to(face, session)
                if self._gatherer.counts(code, self._clock.now_ms()):
                    fading[code] = session
            self._socketio.sleep(SIGNALS_S)
            with self._wake:  # what is in the air fades without anybody doing anything
                self._signalled = {**fading, **self._signalled}

    def _send_signals_to(self, face: Face, session: Session) -> None:
        code = session.code
        signals = self._signals(session, face)
        if self._sent_signals.get((code, face)) != signals:
            self._sent_signals[code, face] = signals
            built = msgspec.to_builtins(signals)
            self._socketio.emit(SIGNALS, built, to=rooms.face(code, face))

    def _signals(self, session: Session, face: Face) -> SignalsMessage:
        url = self._links.links(session).join_url
        host = url.partition("://")[2].partition("/")[0]
        here = sum(not (p.out or p.forgotten) for p in session.people.values())
        in_the_air = {}
        if face != "phone":
            in_the_air = self._gatherer.counts(session.code, self._clock.now_ms())
        return SignalsMessage(
            **in_the_air,
            here=here,
            live=self._presence.live(session.code),
            reached=self._presence.was_reached(session.code, host),
            helpers=self._presence.helper_pages(session.code),
        )


def _phones(change: Change) -> dict[str, PersonId | None]:
    """Which phones a change concerns, and whose they are now.

    A forgotten person is still told so on the phone they had; a phone from which somebody has
    moved to another one is nobody's.
    """
    phones: dict[str, PersonId | None] = {}
    for person in affected_people(change.after, change.entries):
        before = None if change.before is None else change.before.people.get(person)
        after = change.after.people[person]
        if before is not None and before.key and before.key != after.key:
            whose = change.after.person_of_key.get(before.key)
            phones[before.key] = person if after.forgotten else whose
        if after.key:
            phones[after.key] = person
    return phones
