"""Revocation: disconnects those who may no longer look at a session.

Whoever is in a Socket.IO room is disconnected. Rooms decide who is sent something, so nobody who is
sent something is missed.
"""

from collections.abc import Callable, Collection
from typing import Any

from fishbowl.domain.kernel.roles import AT_WORK
from fishbowl.domain.session.model import Access
from fishbowl.host.supervisor import Supervisor
from fishbowl.live import rooms
from fishbowl.live.transport.sockets import Sockets

TRIES, BETWEEN_S = 100, 0.05
"""A client that is still connecting cannot be disconnected yet; it is tried again."""


def rooms_of_links(code: str, before: Access, after: Access) -> list[str]:
    """The rooms of those who have come to a session by links that are no longer good.

    :param before: the links that were good until now.
    """
    return [
        rooms.by_link(code, role, before.generation(role))
        for role in AT_WORK
        if before.generation(role) != after.generation(role)
    ]


def cut_off(
    sockets: Sockets,
    sleep: Callable[[float], Any],
    names: Collection[str],
    supervisor: Supervisor,
) -> None:
    """Disconnect everybody in some rooms; a client that connects again is told the reason.

    One that cannot be disconnected is tried again, as are those who were just coming in.

    :param names: the rooms.
    """
    for _ in range(TRIES):
        members = [sid for name in names for sid in sockets.members(name)]
        if not members:
            return
        for sid in members:
            with supervisor.isolated("cutting a connection off"):
                sockets.disconnect(sid)
        sleep(BETWEEN_S)
