"""Makes and sends signals: how many are connected, and the sums of reactions and wishes.

They are sent at most once a second. They are no events: they are kept in memory, outside the
version of a session.
"""

from collections.abc import Callable
from threading import Condition, Lock

from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.live import rooms
from fishbowl.live.links import LinkMaker
from fishbowl.live.presence import Presence
from fishbowl.live.protocol import SIGNALS, SignalsMessage
from fishbowl.live.signal_counts import SignalCounter
from fishbowl.live.transport.broadcast import Broadcast
from fishbowl.live.transport.server import LiveServer
from fishbowl.live.views import encoded
from fishbowl.services.health import Health
from fishbowl.services.session_time import SessionTime
from fishbowl.views.slices import FACES, Face

SIGNALS_S = 1.0
"""Presence counts may lag by a second: a room filling up would otherwise be a message a phone."""
TURN_MAX_S = 60.0
"""To send those of all rooms takes less, or the loop hangs."""


class SignalMessages:
    """Makes the message of signals that a face is sent.

    :param session_time: tells the time of every session.
    :param health: what consoles are told about the server itself.
    :param asking: counts the phones that ask to be let in again to a session.
    """

    def __init__(
        self,
        session_time: SessionTime,
        health: Health,
        presence: Presence,
        links: LinkMaker,
        signal_counter: SignalCounter,
        asking: Callable[[str], int] = lambda code: 0,
    ) -> None:
        self._time = session_time
        self._health = health
        self._presence = presence
        self._links = links
        self._signal_counter = signal_counter
        self._asking = asking

    def in_the_air(self, code: str) -> dict[str, int]:
        """Reactions and wishes of now; they expire by time."""
        return self._signal_counter.counts(code, self._time.now_ms(code))

    def message(self, session: Session, face: Face) -> SignalsMessage:
        """The signals as a face is sent them."""
        url = self._links.links(session).join_url
        host = url.partition("://")[2].partition("/")[0]
        code = session.code
        reached = self._presence.was_reached(code, host)
        return SignalsMessage(
            **({} if face == "phone" else self.in_the_air(code)),
            here=session.present,
            live=self._presence.live(session),
            reached=None if not reached and self._presence.is_simulated(code) else reached,
            helpers=self._presence.helper_pages(code),
            asking=self._asking(code) if face == "console" else 0,
            health=self._health.conditions() if face == "console" else (),
            silent_walls=self._presence.silent_walls(code) if face == "console" else 0,
        )


class SignalSender:
    """Sends the signals of every session in which they have changed, in one background task."""

    def __init__(
        self,
        live: LiveServer,
        messages: SignalMessages,
        broadcast: Broadcast,
        supervisor: Supervisor,
    ) -> None:
        self._live = live
        self._messages = messages
        self._broadcast = broadcast
        self._supervisor = supervisor
        self._turns = supervisor.turns("send signals", TURN_MAX_S)
        self._wake = Condition(Lock())
        self._changed: dict[str, Session] = {}
        self._sent: dict[str, bytes] = {}

    def start(self) -> None:
        """Begin to send."""
        self._live.spawn(self._supervisor.supervised(self._turns, self._send))

    def changed(self, session: Session) -> None:
        """Take note that a session's signals may have changed."""
        with self._wake:
            self._changed[session.code] = session
            self._wake.notify_all()

    def drop(self, code: str) -> None:
        """Send nothing more of a session that is no more."""
        with self._wake:
            self._changed.pop(code, None)

    def greeting(self, session: Session, face: Face) -> bytes:
        """The signals for somebody who has just come in.

        In a storm the last count serves: the next one is a second away.
        """
        sent = self._sent.get(rooms.face(session.code, face))
        return sent or encoded(self._messages.message(session, face))

    def _send(self) -> None:
        while True:
            self._turns.begins()
            with self._wake:
                while not self._changed:
                    with self._turns.waiting():
                        self._wake.wait()
                changed, self._changed = self._changed, {}
            fading = {}
            for code, session in changed.items():
                for face in FACES:
                    with self._supervisor.isolated("sending signals"):
                        self._send_to(face, session)
                with self._supervisor.isolated("counting signals"):
                    if self._messages.in_the_air(code):
                        fading[code] = session
            self._live.sleep(SIGNALS_S)
            with self._wake:  # what is in the air fades without anybody doing anything
                self._changed = {**fading, **self._changed}

    def _send_to(self, face: Face, session: Session) -> None:
        room = rooms.face(session.code, face)
        if not self._broadcast.anybody(room):
            self._sent.pop(room, None)
            return
        signals = encoded(self._messages.message(session, face))
        if self._sent.get(room) != signals:
            self._sent[room] = signals
            self._broadcast.to_room(room, SIGNALS, signals)
