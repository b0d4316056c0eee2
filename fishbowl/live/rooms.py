"""The names of the Socket.IO rooms, all built here."""

from fishbowl.domain.roles import Role
from fishbowl.views.slices import Face


def face(code: str, name: Face) -> str:
    """Everybody who looks at one face of a session."""
    return f"session/{code}/{name}"


def outside(code: str, name: Face) -> str:
    """Everybody who looks at a face of a session that has closed, and was not in it."""
    return f"session/{code}/{name}/outside"


def consoles(code: str, role: Role) -> str:
    """The consoles of one role, which can take back the same things."""
    return f"session/{code}/console/{role}"
