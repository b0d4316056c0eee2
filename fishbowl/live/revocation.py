"""Cuts the lines of those who may not look on any longer.

Who is cut is whoever is in a Socket.IO room: rooms decide what is sent to whom, so nobody who is
sent something can be missed.
"""

from collections.abc import Collection

from flask_socketio import SocketIO

from fishbowl.domain.kernel.roles import AT_WORK
from fishbowl.domain.session.model import Access
from fishbowl.host.supervisor import Supervisor
from fishbowl.live import rooms

TRIES, BETWEEN_S = 100, 0.05
"""Who is just coming in cannot be cut yet, and is tried again a moment later."""


def rooms_of_links(code: str, before: Access, after: Access) -> list[str]:
    """The rooms of those who have come to a session by links that are no longer good.

    :param before: the links that were good until now.
    """
    return [
        rooms.by_link(code, role, before.generation(role))
        for role in AT_WORK
        if before.generation(role) != after.generation(role)
    ]


def cut_off(socketio: SocketIO, names: Collection[str], supervisor: Supervisor) -> None:
    """Cut everybody who is in one of these rooms; on its way back in, each is told why.

    One that cannot be cut is tried again with those who were just coming in.
    """
    server = socketio.server
    for _ in range(TRIES):
        cut = [sid for name in names for sid, _ in server.manager.get_participants("/", name)]
        if not cut:
            return
        for sid in cut:
            with supervisor.isolated("cutting a connection off"):
                server.disconnect(sid)
        socketio.sleep(BETWEEN_S)
