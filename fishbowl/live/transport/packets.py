"""The Socket.IO packets that a client may send; all others are dropped.

Socket.IO hands an event of any name to the handler of that name, its own ``connect`` and
``disconnect`` included, so a client could send those as events.
"""

from typing import Any, ClassVar

from socketio import packet

from fishbowl.live.protocol import COMMAND, RESEND, SIGNAL

FROM_CLIENTS = frozenset({COMMAND, RESEND, SIGNAL})
"""The events that clients send."""


class NotOfTheProtocol(ValueError):
    """A packet that no client of this protocol sends; the library drops it."""


class ClientPacket(packet.Packet):
    """A packet that refuses to be read from what clients do not send.

    Socket.IO takes a class like this one as its ``serializer``.
    """

    namespaces: ClassVar = (None, "/")

    def decode(self, encoded_packet: Any) -> int:
        """Read a packet as it came.

        :return: how many binary attachments follow: none.
        :raises NotOfTheProtocol: it is not one of ours.
        """
        if not isinstance(encoded_packet, str):
            raise NotOfTheProtocol("a binary packet, or none")
        attachments = super().decode(encoded_packet)
        kind, data = self.packet_type, self.data
        if attachments or self.namespace not in self.namespaces:
            raise NotOfTheProtocol("an attachment, or another namespace")
        if kind in (packet.CONNECT, packet.DISCONNECT):
            return 0
        is_event = kind == packet.EVENT and isinstance(data, list) and bool(data)
        if not is_event or not isinstance(data[0], str) or data[0] not in FROM_CLIENTS:
            raise NotOfTheProtocol("an event that no client sends")
        return 0
