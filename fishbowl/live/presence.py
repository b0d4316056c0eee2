"""Presence: who is connected. It is kept in memory only, since signals are no events.

Connections are counted per device, so a second tab is not a second person.
"""

from collections import Counter
from threading import Lock

import msgspec

from fishbowl.domain.kernel.roles import HELPERS, Role
from fishbowl.domain.session.state import Session
from fishbowl.views.slices import Face


class Connection(msgspec.Struct, frozen=True, kw_only=True):
    """One socket: which face of which session, and who is there.

    ``key`` is the pseudonym of a phone's device. ``role`` is ``None`` for who only watches;
    ``generation`` is that of the link by which they came, ``sign_in`` names their sign-in.
    ``was_in`` tells of a display that it may show the session after its close, ``silent`` that
    nobody has touched it: its browser lets no bell sound. ``address`` is where they come from, as
    the key of a limit. ``differences`` tells whether the client takes them.
    """

    code: str
    face: Face
    key: str = ""
    role: Role | None = None
    generation: int = 0
    sign_in: bytes = b""
    was_in: bool = False
    address: str = ""
    silent: bool = False
    differences: bool = False


class Presence:
    """Knows every open connection and which addresses phones have come through."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.plain: set[str] = set()
        """The sockets whose clients take no differences of slices; to be read only."""
        self._connections: dict[str, Connection] = {}
        self._keyed: dict[str, dict[str, Connection]] = {}
        self._devices: dict[str, dict[str, set[str]]] = {}
        self._silent: Counter[str] = Counter()
        self._faces: Counter[str] = Counter()
        self._reached: set[tuple[str, str]] = set()
        self._simulated: set[str] = set()

    def came(self, sid: str, connection: Connection) -> None:
        """Note a new connection."""
        with self._lock:
            self._connections[sid] = connection
            self._faces[connection.face] += 1
            if not connection.differences:
                self.plain.add(sid)
            if connection.face == "phone":
                devices = self._devices.setdefault(connection.code, {})
                devices.setdefault(connection.key, set()).add(sid)
            elif connection.role is not None:
                self._keyed.setdefault(connection.code, {})[sid] = connection
            if connection.silent:
                self._silent[connection.code] += 1

    def went(self, sid: str) -> Connection | None:
        """Note that a connection is gone; ``None`` if it was never let in."""
        with self._lock:
            connection = self._connections.pop(sid, None)
            self.plain.discard(sid)
            if connection is not None and connection.face == "phone":
                devices = self._devices[connection.code]
                devices[connection.key].discard(sid)
                if not devices[connection.key]:
                    del devices[connection.key]
            if connection is not None:
                self._faces[connection.face] -= 1
                self._keyed.get(connection.code, {}).pop(sid, None)
                if connection.silent:
                    self._silent[connection.code] -= 1
                    self._silent += Counter()  # drops the sessions that have none left
            return connection

    def of(self, sid: str) -> Connection | None:
        """Who a socket is; ``None`` if it was never let in."""
        return self._connections.get(sid)

    def at_work(self, code: str) -> list[tuple[str, Connection]]:
        """Every socket in a session that was let in by a key, with its connection."""
        with self._lock:
            return list(self._keyed.get(code, {}).items())

    def codes_at_work(self) -> list[str]:
        """The sessions in which somebody who was let in by a key is connected."""
        with self._lock:
            return [code for code, sockets in self._keyed.items() if sockets]

    def helper_pages(self, code: str) -> dict[str, int]:
        """How many pages of helpers are open, by role."""
        return dict(Counter(one.role.value for _, one in self.at_work(code) if one.role in HELPERS))

    def silent_walls(self, code: str) -> int:
        """How many displays of a session are open whose bell could not be heard."""
        return self._silent[code]

    def by_face(self) -> dict[str, int]:
        """How many connections there are in all sessions, by face."""
        return dict(self._faces)

    def connected(self, code: str) -> int:
        """How many devices have a phone page of the session open."""
        return len(self._devices.get(code, ()))

    def live(self, session: Session) -> int:
        """How many people who are in the room have their phone page open."""
        with self._lock:
            keys = list(self._devices.get(session.code, ()))
        found = (session.person_of_key.get(key) for key in keys)
        return sum(1 for id in found if id is not None and session.is_here(session.people[id]))

    def phones_of(self, code: str, key: str) -> list[str]:
        """The sockets of the phone pages that a device has open in a session."""
        with self._lock:
            return list(self._devices.get(code, {}).get(key, ()))

    def reached(self, code: str, host: str) -> None:
        """Note that a phone page was fetched through an address (host and port)."""
        self._reached.add((code, host.lower()))

    def simulate(self, code: str) -> None:
        """Note that the people of a session are simulated, and come by no address."""
        self._simulated.add(code)

    def is_simulated(self, code: str) -> bool:
        """Whether the people of a session are simulated."""
        return code in self._simulated

    def was_reached(self, code: str, host: str) -> bool:
        """Whether any phone page was fetched through an address."""
        return (code, host.lower()) in self._reached
