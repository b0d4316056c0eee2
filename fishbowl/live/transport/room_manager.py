"""The rooms of Socket.IO, with the rooms of each connection listed.

The library looks through all rooms when a connection ends. Every connection has a room of its own,
so each end would cost as much as there are connections, and a crowd that leaves the square of it.
"""

from typing import Any

from socketio import Manager


class RoomManager(Manager):
    """Keeps what the library's manager keeps; the end of a connection costs its own rooms."""

    def __init__(self) -> None:
        super().__init__()
        self._rooms_of: dict[str, dict[str, list[str | None]]] = {}

    def basic_enter_room(
        self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None
    ) -> None:
        """Let a connection into a room."""
        super().basic_enter_room(sid, namespace, room, eio_sid)
        own = self._rooms_of.setdefault(namespace, {}).setdefault(sid, [])
        if room not in own:
            own.append(room)

    def basic_leave_room(self, sid: str, namespace: str, room: str | None) -> None:
        """Let a connection out of a room."""
        super().basic_leave_room(sid, namespace, room)
        own = self._rooms_of.get(namespace, {}).get(sid, [])
        if room in own:
            own.remove(room)

    def basic_disconnect(self, sid: str, namespace: str, **kwargs: Any) -> None:
        """Let a connection out of all its rooms, and forget it."""
        for room in self._rooms_of.get(namespace, {}).pop(sid, []):
            super().basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for pending in (self.pending_connect, self.pending_disconnect):
            waiting = pending.get(namespace, [])
            if sid in waiting:
                waiting.remove(sid)
                if not waiting:
                    del pending[namespace]

    def get_rooms(self, sid: str, namespace: str) -> list[str]:
        """The rooms that a connection is in."""
        own = self._rooms_of.get(namespace, {}).get(sid, [])
        return [room for room in own if room is not None]
