"""Who may still look at a session after its close, and who is shown only that it is over.

While a session is open, its code is enough to look at it. After the close it is shown to the phones
of people who were in it and to displays that were open. Everybody else is moved to another
Socket.IO room, which is sent only the address of the published summary.
"""

from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.state import Session
from fishbowl.live import rooms
from fishbowl.live.presence import Connection, Presence
from fishbowl.live.transport.sockets import Sockets
from fishbowl.views.slices import Face

FACES_WITHOUT_KEY: tuple[Face, ...] = ("phone", "display")


def is_outside(connection: Connection, session: Session) -> bool:
    """Tell whether somebody is shown nothing of a session: it has closed, and they were not in."""
    if session.clock.closed_at_ms is None or connection.face not in FACES_WITHOUT_KEY:
        return False
    if connection.face == "display":
        return not connection.was_in
    person = session.people.get(session.person_of_key.get(connection.key, PersonId(0)))
    return person is None or not session.is_here(person)


def room_of(connection: Connection, session: Session) -> str:
    """The Socket.IO room that a connection belongs to now."""
    outside = is_outside(connection, session)
    return (rooms.outside if outside else rooms.face)(session.code, connection.face)


class Outsiders:
    """Moves connections between the rooms of those who belong to a session and the others."""

    def __init__(self, sockets: Sockets, presence: Presence) -> None:
        self._sockets = sockets
        self._presence = presence

    def sort(self, session: Session) -> list[tuple[str, Connection]]:
        """Move everybody to the room where they belong.

        :return: who was moved, with their connection: they need the whole view anew.
        """
        is_closed = session.clock.closed_at_ms is not None
        moved = []
        for face in FACES_WITHOUT_KEY:
            inside, outside = rooms.face(session.code, face), rooms.outside(session.code, face)
            for room in (inside, outside) if is_closed else (outside,):
                for sid in self._sockets.members(room):
                    connection = self._presence.of(sid)
                    if connection is None or (now := room_of(connection, session)) == room:
                        continue
                    self._sockets.leave(sid, room)
                    self._sockets.enter(sid, now)
                    moved.append((sid, connection))
        return moved
