"""The names of the Socket.IO rooms, all built here."""

from collections.abc import Iterator
from itertools import product

from fishbowl.domain.kernel.roles import Role
from fishbowl.live.presence import Connection
from fishbowl.views.slices import FACES, Face


def face(code: str, name: Face) -> str:
    """Everybody who looks at one face of a session."""
    return f"session/{code}/{name}"


def outside(code: str, name: Face) -> str:
    """Everybody who looks at a face of a session that has closed, and was not in it."""
    return f"session/{code}/{name}/outside"


def consoles(code: str, role: Role) -> str:
    """The consoles of one role, which can take back the same things."""
    return f"session/{code}/console/{role}"


def of_view(code: str, name: Face, role: Role, *, outside: bool) -> str:
    """Everybody who is shown the same: those of a face, and at the console those of a role."""
    if outside:
        return f"session/{code}/{name}/outside"
    return consoles(code, role) if name == "console" else face(code, name)


def by_link(code: str, role: Role, generation: int) -> str:
    """Everybody who has come by the links of one role and generation."""
    return f"session/{code}/link/{role}/{generation}"


def by_sign_in(sign_in: bytes) -> str:
    """Everybody who has come by one sign-in."""
    return f"sign-in/{sign_in.hex()}"


def all_of(code: str) -> list[str]:
    """Rooms in which, together, everybody is who looks at a session."""
    return [room(code, name) for room, name in product((face, outside), FACES)]


def with_key(connection: Connection) -> Iterator[str]:
    """The rooms of somebody who came by a key, beside that of the face."""
    if connection.role is None or not connection.sign_in:
        return
    yield by_link(connection.code, connection.role, connection.generation)
    yield by_sign_in(connection.sign_in)
    if connection.face == "console":
        yield consoles(connection.code, connection.role)
