"""What goes out: what changed, to everybody who looks at a face.

The first change goes out at once; further ones within a tick are sent together, so a burst of a
hundred hands is one message. The crowd of phones has a budget of bytes besides the tick; each
person's own acts are answered without waiting for it. Late, lost and doubled messages are
harmless: whole slices carry the session's version, and differences are numbered.
"""

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from threading import Condition
from typing import Any

import msgspec
from flask_socketio import SocketIO

from fishbowl.domain.ids import PersonId
from fishbowl.domain.kept_out import person_with
from fishbowl.domain.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.state import Session
from fishbowl.live import rooms
from fishbowl.live.broadcast import BREATH, Broadcast
from fishbowl.live.due import Due
from fishbowl.live.gather import Gatherer
from fishbowl.live.links import LinkMaker
from fishbowl.live.outsiders import FACES_WITHOUT_KEY, Outsiders, is_outside
from fishbowl.live.presence import Connection, Presence
from fishbowl.live.protocol import SIGNALS, VIEW, SignalsMessage, ViewMessage
from fishbowl.live.rests import ByteBudget
from fishbowl.live.shown import Shown, State, changed, raw
from fishbowl.live.views import Views, encoded
from fishbowl.service import Change
from fishbowl.services.health import Health
from fishbowl.services.session_time import SessionTime
from fishbowl.views.affected import affected_people
from fishbowl.views.phone import me_slice
from fishbowl.views.slices import FACES, Face

log = logging.getLogger(__name__)

SIGNALS_S = 1.0
"""Presence counts may lag by a second: a room filling up would otherwise be a message a phone."""

COUNTS_S = 0.5
"""How often phones are sent how many have voted: a thousand thumbs are not a message each."""

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
        self._broadcast = Broadcast(socketio, self._newest, presence.plain)
        self._outsiders = Outsiders(socketio, presence)
        self._views = Views(links)
        self._wake = Condition()
        self._first, self._crowds = Due(), Due()
        self._phones: dict[str, dict[str, PersonId | None]] = {}
        self._budget = ByteBudget()
        self._counted_s: dict[str, float] = {}
        self._shown = Shown()
        self._signalled: dict[str, Session] = {}
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
            self._first.add(change.after)
            self._crowds.add(change.after)
            self._phones.setdefault(code, {}).update(_phones(change))
            self._signalled[code] = change.after
            self._wake.notify_all()

    def on_deleted(self, code: str) -> None:
        """Send nothing more of a session that is no more, and keep nothing of it."""
        with self._wake:
            self._first.drop(code)
            self._crowds.drop(code)
            self._phones.pop(code, None)
            self._signalled.pop(code, None)
        self._views.drop(code)
        self._budget.drop(code)
        self._counted_s.pop(code, None)

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
        code, face = session.code, connection.face
        room = rooms.of_view(code, face, role, outside=outside)
        newest = self._views.of(session, face, role, outside=outside)
        state = self._shown.state(room, session.seq, newest)
        if changed(state.slices, newest):
            self._send_soon(session)  # to the others
        else:
            state = msgspec.structs.replace(state, version=session.seq)
        if not connection.differences:
            state = State(number=0, version=session.seq, slices=newest)
        slices = dict(state.slices)
        if face == "phone":
            person = person_with(session, connection.key)
            slices["me"] = encoded(me_slice(session, person))
        message = self._message(code, state.version, whole=True)
        yield (
            VIEW,
            encoded(msgspec.structs.replace(message, slices=raw(slices), number=state.number)),
        )
        if outside:
            return
        # In a storm the last count serves: the next one is a second away.
        yield (
            SIGNALS,
            self._sent_signals.get(rooms.face(code, face)) or encoded(self._signals(session, face)),
        )

    def _send_soon(self, session: Session) -> None:
        with self._wake:
            self._first.again(session)
            self._crowds.again(session)
            self._wake.notify_all()

    def _send_views(self) -> None:
        while True:
            with self._wake:
                while not self._anything_due():
                    self._wake.wait(self._left_s())
                first, crowds = (due.take(time.monotonic()) for due in (self._first, self._crowds))
                phones = {one.code: self._phones.pop(one.code, {}) for one in first}
            for session in first:
                began_s = time.monotonic()
                self._isolated(self._send_first, session, phones[session.code])
                self._first.rest(session.code, began_s, self._presence.connected(session.code))
            for session in crowds:
                self._isolated(self._send_crowd, session)
            self._socketio.sleep(0)

    def _anything_due(self) -> bool:
        now_s = time.monotonic()
        return self._first.anything(now_s) or self._crowds.anything(now_s)

    def _left_s(self) -> float | None:
        now_s = time.monotonic()
        left = [due.left_s(now_s) for due in (self._first, self._crowds)]
        return min((one for one in left if one is not None), default=None)

    def _isolated(self, send: Callable[..., None], session: Session, *arguments: Any) -> None:
        """Send to one room; what goes wrong there keeps no other room waiting."""
        try:
            send(session, *arguments)
        except Exception:
            log.exception("what has changed in %s could not be sent", session.code)

    def _send_first(self, session: Session, phones: dict[str, PersonId | None]) -> None:
        """Send what changed to the few who act on it, and to everybody whom it concerns.

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
                message = self._message(code, session.seq)
                body = encoded(msgspec.structs.replace(message, slices=raw(me)))
                for sid in pages:
                    self._broadcast.to_room(sid, VIEW, body)
            if count % BREATH == 0:
                self._socketio.sleep(0)

    def _send_crowd(self, session: Session) -> None:
        """Send what changed to all phones, and to those who only learn that it is over."""
        code, began_s = session.code, time.monotonic()
        count = began_s >= self._counted_s.get(code, 0.0) + COUNTS_S
        size = self._send_changed(rooms.face(code, "phone"), session, "phone", count=count)
        if count:
            self._counted_s[code] = began_s
        for face in FACES_WITHOUT_KEY:
            self._send_changed(rooms.outside(code, face), session, face, outside=True)
        phones = self._presence.connected(code)
        wait_s = self._budget.spend(code, size * phones, began_s)
        self._crowds.rest(code, began_s, phones, wait_s)

    def _send_changed(
        self,
        room: str,
        session: Session,
        face: Face,
        role: Role = Role.FACILITATOR,
        *,
        outside: bool = False,
        count: bool = True,
    ) -> int:
        """Send what changed to the room of a face.

        :param count: whether counts go out now, too; else they are sent with a later tick.
        :return: how many bytes each client was sent that takes differences.
        """
        if not self._broadcast.anybody(room):
            self._shown.drop(room)  # whoever comes next begins with the whole view
            return 0
        newest: Mapping[str, bytes] = self._views.of(session, face, role, outside=outside)
        view = newest if count else self._shown.without_counts(room, newest)
        if view is not newest:
            with self._wake:
                self._crowds.again(session)
        news = self._shown.advance(
            room, session.seq, view, lambda version: self._message(session.code, version)
        )
        return 0 if news is None else self._broadcast.news_to_room(room, VIEW, news)

    def _message(self, code: str, version: int, *, whole: bool = False) -> ViewMessage:
        return ViewMessage(
            version=version,
            now_ms=self._time.now_ms(code),
            rate=self._time.rate,
            whole=whole,
            slices={},
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
