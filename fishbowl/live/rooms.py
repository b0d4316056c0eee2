"""The names of the Socket.IO rooms, all built here."""

from fishbowl.domain.roles import Role
from fishbowl.views.slices import Face


def face(code: str, name: Face) -> str:
    """Everybody who looks at one face of a session."""
    return f"session/{code}/{name}"


def consoles(code: str, role: Role) -> str:
    """The consoles of one role, which can take back the same things."""
    return f"session/{code}/console/{role}"


def by_link(code: str, role: Role, generation: int) -> str:
    """Everybody who has come by the links of one role and generation."""
    return f"session/{code}/link/{role}/{generation}"
