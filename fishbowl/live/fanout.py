"""Fan-out: sends what changed to everybody who looks at a face.

The first change is sent at once. Further ones within a tick are sent together (send throttle), so
a hundred hands are one message. Phones have a byte budget besides the tick. What concerns one
person is sent to their phone without waiting for the budget. Late, lost and doubled messages do
no harm: whole slices carry the session's version, and differences are numbered.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from threading import Condition, Lock

import msgspec

from fishbowl.domain.kernel.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.rules.people.identity import person_with
from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.live import rooms
from fishbowl.live.due_rooms import DueRooms
from fishbowl.live.links import LinkMaker
from fishbowl.live.outsiders import FACES_WITHOUT_KEY, Outsiders, is_outside
from fishbowl.live.presence import Connection, Presence
from fishbowl.live.protocol import SIGNALS, VIEW, ViewMessage
from fishbowl.live.send_throttle import ByteBudget
from fishbowl.live.sent_state import FaceState, SentState, changed, raw
from fishbowl.live.signals import SignalMessages, SignalSender
from fishbowl.live.transport.server import LiveServer
from fishbowl.live.views import Views, encoded
from fishbowl.services.session_time import SessionTime
from fishbowl.services.writer import Change
from fishbowl.views.affected import affected_people
from fishbowl.views.phone import me_slice
from fishbowl.views.slices import Face

TURN_MAX_S = 60.0
"""To send the views of all rooms that are due takes less, or the loop hangs."""
COUNTS_S = 0.5
"""How often phones are sent how many have voted: a thousand thumbs are not a message each."""

FACES_WATCHED: tuple[Face, ...] = ("display", "runner", "stage")
"""Faces that everybody who looks at them sees the same of, beside the phones."""


class FanOut:
    """Sends views, in one background task. A failure for one face of a room affects no other.

    :param live: the server; its clients are sent the views.
    :param session_time: tells the time of every session.
    :param signals: counts what is sent beside the views.
    :param session_of: gives the newest state of a session.
    """

    def __init__(
        self,
        live: LiveServer,
        session_time: SessionTime,
        presence: Presence,
        links: LinkMaker,
        signals: SignalMessages,
        session_of: Callable[[str], Session | None],
        supervisor: Supervisor,
    ) -> None:
        self._live = live
        self._time = session_time
        self._presence = presence
        self._session_of = session_of
        self._supervisor = supervisor
        self._turns = supervisor.turns("send views", TURN_MAX_S)
        self._broadcast = live.broadcast(self._newest, presence.plain)
        self._signals = SignalSender(live, signals, self._broadcast, supervisor)
        self._outsiders = Outsiders(live.sockets, presence)
        self._views = Views(links)
        self._wake = Condition(Lock())  # a reentrant lock is several times as dear
        self._first, self._crowds = DueRooms(), DueRooms()
        self._phones: dict[str, dict[str, PersonId | None]] = {}
        self._budget = ByteBudget()
        self._counted_s: dict[str, float] = {}
        self._sent_state = SentState()

    def start(self) -> None:
        """Begin to send."""
        self._broadcast.start()
        self._signals.start()
        self._live.spawn(self._supervisor.supervised(self._turns, self._send_views))

    def on_change(self, change: Change) -> None:
        """Take note of a commit; called by the writer, so it only wakes the sender."""
        code, phones = change.after.code, {}
        with self._supervisor.isolated("finding whom a change concerns"):
            phones = _phones(change)
        with self._wake:
            self._first.add(change.after)
            self._crowds.add(change.after)
            self._phones.setdefault(code, {}).update(phones)
            self._wake.notify_all()
        self._signals.changed(change.after)

    def on_deleted(self, code: str) -> None:
        """Send nothing more of a session that is no more, and keep nothing of it."""
        with self._wake:
            self._first.drop(code)
            self._crowds.drop(code)
            self._phones.pop(code, None)
        self._signals.drop(code)
        self._views.drop(code)
        self._budget.drop(code)
        self._counted_s.pop(code, None)

    def on_presence(self, session: Session) -> None:
        """Take note that somebody came or went."""
        self._signals.changed(session)

    def on_signal(self, code: str) -> None:
        """Take note that a number of a session has changed that is no part of its log."""
        with self._supervisor.isolated("noting a signal"):
            session = self._session_of(code)
            if session is not None:
                self._signals.changed(session)

    def on_health(self) -> None:
        """Take note that something is wrong with the server, or right again: consoles say so."""
        for code in self._presence.codes_at_work():
            self.on_signal(code)

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
        state = self._sent_state.state(room, session.seq, newest)
        if changed(state.slices, newest):
            self._send_soon(session)  # to the others
        else:
            state = msgspec.structs.replace(state, version=session.seq)
        if not connection.differences:
            state = FaceState(number=0, version=session.seq, slices=newest)
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
        signals = b""
        with self._supervisor.isolated("counting signals"):
            signals = self._signals.greeting(session, face)
        if signals:
            yield SIGNALS, signals

    def _send_soon(self, session: Session) -> None:
        with self._wake:
            self._first.again(session)
            self._crowds.again(session)
            self._wake.notify_all()

    def _send_views(self) -> None:
        while True:
            self._turns.begins()
            with self._wake:
                while not self._anything_due():
                    with self._turns.waiting():
                        self._wake.wait(self._left_s())
                first, crowds = (due.take(time.monotonic()) for due in (self._first, self._crowds))
                phones = {one.code: self._phones.pop(one.code, {}) for one in first}
            for session in first:
                with self._supervisor.isolated("sending views to a room"):
                    self._send_first(session, phones[session.code])
            for session in crowds:
                with self._supervisor.isolated("sending views to a crowd"):
                    self._send_crowd(session)
            self._live.breathe()

    def _anything_due(self) -> bool:
        now_s = time.monotonic()
        return self._first.anything(now_s) or self._crowds.anything(now_s)

    def _left_s(self) -> float | None:
        now_s = time.monotonic()
        left = [due.left_s(now_s) for due in (self._first, self._crowds)]
        return min((one for one in left if one is not None), default=None)

    def _send_first(self, session: Session, phones: dict[str, PersonId | None]) -> None:
        """Send what changed to the few who act on it, and to everybody whom it concerns.

        Other tasks run in between, so that an answer waits for one view at most.
        """
        code, began_s = session.code, time.monotonic()
        self._first.throttle(code, began_s, self._presence.connected(code))
        isolated = self._supervisor.isolated
        self._move_outsiders(session)
        for role in AT_THE_CONSOLE:
            if self._is_watched(room := rooms.consoles(code, role)):
                with isolated("sending views to consoles"):
                    self._send_changed(room, session, "console", role)
        for face in FACES_WATCHED:
            if self._is_watched(room := rooms.face(code, face)):
                with isolated(f"sending views to the {face}"):
                    self._send_changed(room, session, face)
        for key, person in phones.items():
            with isolated("sending a phone what concerns its person"):
                self._send_me(session, key, person)

    def _move_outsiders(self, session: Session) -> None:
        """Move who may see more or less of a session now; before anything else of it is sent."""
        with self._supervisor.isolated("moving who is outside"):
            for sid, connection in self._outsiders.sort(session):
                with self._supervisor.isolated("greeting who is outside"):
                    self.greet(sid, session, connection)

    def _send_me(self, session: Session, key: str, person: PersonId | None) -> None:
        """Send the phone pages of one device what concerns its person alone."""
        pages = self._presence.phones_of(session.code, key)
        if pages:
            self._live.breathe()
            me = {"me": encoded(me_slice(session, person))}
            message = self._message(session.code, session.seq)
            body = encoded(msgspec.structs.replace(message, slices=raw(me)))
            for sid in pages:
                self._broadcast.to_room(sid, VIEW, body)

    def _send_crowd(self, session: Session) -> None:
        """Send what changed to all phones, and to those who only learn that it is over."""
        code, began_s = session.code, time.monotonic()
        count = began_s >= self._counted_s.get(code, 0.0) + COUNTS_S
        phones, size = self._presence.connected(code), 0
        self._move_outsiders(session)  # phones can be due before the consoles are
        if self._is_watched(room := rooms.face(code, "phone")):
            with self._supervisor.isolated("sending views to phones"):
                size = self._send_changed(room, session, "phone", count=count)
        if count:
            self._counted_s[code] = began_s
        for face in FACES_WITHOUT_KEY:
            if self._is_watched(room := rooms.outside(code, face)):
                with self._supervisor.isolated("sending views to who is outside"):
                    self._send_changed(room, session, face, outside=True)
        wait_s = self._budget.spend(code, size * phones, began_s)
        self._crowds.throttle(code, began_s, phones, wait_s)

    def _is_watched(self, room: str) -> bool:
        """Whether the room of a face has anybody in it; whoever comes next into one that has not
        begins with the whole view."""
        if self._broadcast.anybody(room):
            return True
        self._sent_state.drop(room)
        return False

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
        self._live.breathe()
        newest: Mapping[str, bytes] = self._views.of(session, face, role, outside=outside)
        view = newest if count else self._sent_state.without_counts(room, newest)
        if view is not newest:
            with self._wake:
                self._crowds.again(session)
        update = self._sent_state.advance(
            room, session.seq, view, lambda version: self._message(session.code, version)
        )
        return 0 if update is None else self._broadcast.update_to_room(room, VIEW, update)

    def _message(self, code: str, version: int, *, whole: bool = False) -> ViewMessage:
        return ViewMessage(
            version=version,
            now_ms=self._time.now_ms(code),
            rate=self._time.rate,
            whole=whole,
            slices={},
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
