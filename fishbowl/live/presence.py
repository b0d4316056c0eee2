"""Who is connected, in memory only: signals are no events.

Connections are counted per device, so a second tab is not a second person.
"""

from collections import Counter
from threading import Lock

import msgspec

from fishbowl.views.slices import Face


class Connection(msgspec.Struct, frozen=True, kw_only=True):
    """One socket: which face of which session, and for phones the device's pseudonym."""

    code: str
    face: Face
    key: str = ""


class Presence:
    """Knows every open connection and which addresses phones have come through."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._connections: dict[str, Connection] = {}
        self._devices: dict[str, Counter[str]] = {}
        self._reached: set[tuple[str, str]] = set()

    def came(self, sid: str, connection: Connection) -> None:
        """Note a new connection."""
        with self._lock:
            self._connections[sid] = connection
            if connection.face == "phone":
                self._devices.setdefault(connection.code, Counter())[connection.key] += 1

    def went(self, sid: str) -> Connection | None:
        """Note that a connection is gone; ``None`` if it was never let in."""
        with self._lock:
            connection = self._connections.pop(sid, None)
            if connection is not None and connection.face == "phone":
                devices = self._devices[connection.code]
                devices[connection.key] -= 1
                if devices[connection.key] <= 0:
                    del devices[connection.key]
            return connection

    def of(self, sid: str) -> Connection | None:
        """Who a socket is; ``None`` if it was never let in."""
        return self._connections.get(sid)

    def live(self, code: str) -> int:
        """How many devices have a phone page of the session open."""
        return len(self._devices.get(code, ()))

    def is_live(self, code: str, key: str) -> bool:
        """Whether a device has a phone page of the session open."""
        return key in self._devices.get(code, ())

    def reached(self, code: str, host: str) -> None:
        """Note that a phone page was fetched through an address (host and port)."""
        self._reached.add((code, host.lower()))

    def was_reached(self, code: str, host: str) -> bool:
        """Whether any phone page was fetched through an address."""
        return (code, host.lower()) in self._reached
