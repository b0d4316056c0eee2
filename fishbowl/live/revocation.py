"""Cuts the lines of those whose link is no longer good.

Who is cut is whoever is in the Socket.IO room of the link: that room decides what is sent to whom,
so nobody who is sent something can be missed.
"""

from flask_socketio import SocketIO

from fishbowl.domain.parts import Access
from fishbowl.domain.roles import AT_WORK
from fishbowl.live import rooms

TRIES, BETWEEN_S = 100, 0.05
"""Who is just coming in cannot be cut yet, and is tried again a moment later."""


def cut_off(socketio: SocketIO, code: str, before: Access, after: Access) -> None:
    """Cut everybody who has come to a session by links that are no longer good.

    :param before: the links that were good until now.
    """
    server = socketio.server
    names = [
        rooms.by_link(code, role, before.generation(role))
        for role in AT_WORK
        if before.generation(role) != after.generation(role)
    ]
    for _ in range(TRIES):
        cut = [sid for name in names for sid, _ in server.manager.get_participants("/", name)]
        if not cut:
            return
        for sid in cut:
            server.disconnect(sid)  # on its way back in, the door tells it why
        socketio.sleep(BETWEEN_S)
