"""What goes out: the slices that changed, whole, to everybody who looks at a face.

The first change goes out at once; further ones within a tick are sent together, so a burst of a
hundred hands is one message. Late, lost and doubled messages are harmless: slices are whole and
carry the session's version.
"""

import time
from collections.abc import Callable, Iterator
from threading import Condition

import msgspec
from flask_socketio import SocketIO

from fishbowl.domain.ids import PersonId
from fishbowl.domain.kept_out import person_with
from fishbowl.domain.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.state import Session
from fishbowl.live import rooms
from fishbowl.live.broadcast import BREATH, Broadcast
from fishbowl.live.gather import Gatherer
from fishbowl.live.links import LinkMaker
from fishbowl.live.outsiders import FACES_WITHOUT_KEY, Outsiders, is_outside
from fishbowl.live.presence import Connection, Presence
from fishbowl.live.protocol import SIGNALS, VIEW, SignalsMessage, ViewMessage
from fishbowl.live.rests import Rests
from fishbowl.live.views import Views, encoded
from fishbowl.service import Change
from fishbowl.services.health import Health
from fishbowl.services.session_time import SessionTime
from fishbowl.views.affected import affected_people
from fishbowl.views.phone import me_slice
from fishbowl.views.slices import FACES, Face

SIGNALS_S = 1.0
"""Presence counts may lag by a second: a room filling up would otherwise be a message a phone."""

FACES_WATCHED: tuple[Face, ...] = ("display", "runner", "stage")
"""Faces that everybody who looks at them sees the same of, beside the phones."""


class FanOut:
    """Sends views and signals; one background task does all the sending.

    :param session_time: tells the time of every session.
    :param health: what consoles are told about the server itself.
    :param session_of: gives the newest state of a session.
    :param asking: counts the phones that ask to be let in again to a session.
    """

    def __init__(
        self,
        socketio: SocketIO,
        session_time: SessionTime,
        health: Health,
        presence: Presence,
        links: LinkMaker,
        gatherer: Gatherer,
        session_of: Callable[[str], Session | None],
        asking: Callable[[str], int] = lambda code: 0,
    ) -> None:
        self._socketio = socketio
        self._time = session_time
        self._health = health
        self._presence = presence
        self._links = links
        self._gatherer = gatherer
        self._session_of = session_of
        self._asking = asking
        self._broadcast = Broadcast(socketio, self._newest)
        self._outsiders = Outsiders(socketio, presence)
        self._views = Views(links)
        self._wake = Condition()
        self._changed: dict[str, Session] = {}
        self._phones: dict[str, dict[str, PersonId | None]] = {}
        self._rests = Rests()
        self._signalled: dict[str, Session] = {}
        self._sent: dict[str, dict[str, bytes]] = {}
        self._sent_signals: dict[str, bytes] = {}

    def start(self) -> None:
        """Begin to send."""
        self._broadcast.start()
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

    def on_deleted(self, code: str) -> None:
        """Send nothing more of a session that is no more, and keep nothing of it."""
        with self._wake:
            self._changed.pop(code, None)
            self._phones.pop(code, None)
            self._signalled.pop(code, None)
        self._views.drop(code)

    def on_presence(self, session: Session) -> None:
        """Take note that somebody came or went."""
        with self._wake:
            self._signalled[session.code] = session
            self._wake.notify_all()

    def on_signal(self, code: str) -> None:
        """Take note that a number of a session has changed that is no part of its log."""
        session = self._session_of(code)
        if session is not None:
            self.on_presence(session)

    def on_health(self) -> None:
        """Take note that something is wrong with the server, or right again: consoles say so."""
        for code in self._presence.codes_at_work():
            session = self._session_of(code)
            if session is not None:
                self.on_presence(session)

    def greet(self, sid: str, session: Session, connection: Connection) -> None:
        """Send a connection what it begins with: the whole view, and the signals."""
        self._broadcast.to_one(sid, self._whole(session, connection))

    def _newest(self, sid: str) -> Iterator[tuple[str, bytes]]:
        connection = self._presence.of(sid)
        session = None if connection is None else self._session_of(connection.code)
        if connection is not None and session is not None:
            yield from self._whole(session, connection)

    def _whole(self, session: Session, connection: Connection) -> Iterator[tuple[str, bytes]]:
        outside, role = is_outside(connection, session), connection.role or Role.FACILITATOR
        slices = self._views.of(session, connection.face, role, outside=outside)
        if connection.face == "phone":
            person = person_with(session, connection.key)
            slices = {**slices, "me": encoded(me_slice(session, person))}
        yield VIEW, self._body(session, slices, whole=True)
        if outside:
            return
        # In a storm the last count serves: the next one is a second away.
        room = rooms.face(session.code, connection.face)
        yield (
            SIGNALS,
            self._sent_signals.get(room) or encoded(self._signals(session, connection.face)),
        )

    def _send_views(self) -> None:
        while True:
            with self._wake:
                while not (due := self._rests.due(self._changed, time.monotonic())):
                    self._wake.wait(self._rests.left_s(self._changed, time.monotonic()))
                taken = [(self._changed.pop(code), self._phones.pop(code, {})) for code in due]
            for session, phones in taken:
                began_s = time.monotonic()
                self._send_session(session, phones)
                self._rests.begin(session.code, began_s, self._presence.connected(session.code))
            self._socketio.sleep(0)

    def _send_session(self, session: Session, phones: dict[str, PersonId | None]) -> None:
        """Send what changed: to the few who act on it first, and then to the crowd.

        Between them others get a turn: an answer waits for one view at the most.
        """
        code = session.code
        for sid, connection in self._outsiders.sort(session):
            self.greet(sid, session, connection)
        for role in AT_THE_CONSOLE:
            self._send_changed(rooms.consoles(code, role), session, "console", role)
        self._socketio.sleep(0)
        for face in FACES_WATCHED:
            self._send_changed(rooms.face(code, face), session, face)
        self._socketio.sleep(0)
        for count, (key, person) in enumerate(phones.items(), 1):
            if pages := self._presence.phones_of(code, key):
                me = {"me": encoded(me_slice(session, person))}
                body = self._body(session, me, whole=False)
                for sid in pages:
                    self._broadcast.to_room(sid, VIEW, body)
            if count % BREATH == 0:
                self._socketio.sleep(0)
        self._socketio.sleep(0)
        self._send_changed(rooms.face(code, "phone"), session, "phone")
        for face in FACES_WITHOUT_KEY:
            self._send_changed(rooms.outside(code, face), session, face, outside=True)

    def _send_changed(
        self,
        room: str,
        session: Session,
        face: Face,
        role: Role = Role.FACILITATOR,
        *,
        outside: bool = False,
    ) -> None:
        if not self._broadcast.anybody(room):
            self._sent.pop(room, None)  # whoever comes next begins with the whole view
            return
        before = self._sent.get(room, {})
        view = self._views.of(session, face, role, outside=outside)
        changed = {name: part for name, part in view.items() if before.get(name) != part}
        self._sent[room] = view
        if changed:
            self._broadcast.to_room(room, VIEW, self._body(session, changed, whole=False))

    def _body(self, session: Session, slices: dict[str, bytes], *, whole: bool) -> bytes:
        return encoded(
            ViewMessage(
                version=session.seq,
                now_ms=self._time.now_ms(session.code),
                rate=self._time.rate,
                whole=whole,
                slices={name: msgspec.Raw(part) for name, part in slices.items()},
            )
        )

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
                if self._gatherer.counts(code, self._time.now_ms(code)):
                    fading[code] = session
            self._socketio.sleep(SIGNALS_S)
            with self._wake:  # what is in the air fades without anybody doing anything
                self._signalled = {**fading, **self._signalled}

    def _send_signals_to(self, face: Face, session: Session) -> None:
        room = rooms.face(session.code, face)
        if not self._broadcast.anybody(room):
            self._sent_signals.pop(room, None)
            return
        signals = encoded(self._signals(session, face))
        if self._sent_signals.get(room) != signals:
            self._sent_signals[room] = signals
            self._broadcast.to_room(room, SIGNALS, signals)

    def _signals(self, session: Session, face: Face) -> SignalsMessage:
        url = self._links.links(session).join_url
        host = url.partition("://")[2].partition("/")[0]
        code = session.code
        reached = self._presence.was_reached(code, host)
        in_the_air = {}
        if face != "phone":
            in_the_air = self._gatherer.counts(code, self._time.now_ms(code))
        return SignalsMessage(
            **in_the_air,
            here=session.present,
            live=self._presence.live(session),
            reached=None if not reached and self._presence.is_simulated(code) else reached,
            helpers=self._presence.helper_pages(code),
            asking=self._asking(code) if face == "console" else 0,
            health=self._health.conditions() if face == "console" else (),
            silent_walls=self._presence.silent_walls(code) if face == "console" else 0,
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
