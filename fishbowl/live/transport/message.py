"""One Socket.IO event as it is sent: encoded once for all connections.

It has two forms. The packet goes through the libraries. The frame is a finished WebSocket frame,
for the fast path that writes to sockets directly.
"""

import struct
from functools import cached_property

from engineio.packet import MESSAGE, Packet

TEXT_FRAME = 0x81
"""The first byte of an unfragmented text frame (RFC 6455, section 5.2)."""
SHORT_MAX = 125
MEDIUM_MAX = 0xFFFF


class Message:
    """One event with one argument, in the default namespace.

    :param body: the argument as JSON.
    """

    def __init__(self, event: str, body: bytes) -> None:
        # A Socket.IO EVENT packet, inside an Engine.IO MESSAGE packet.
        self._text = f'2["{event}",{body.decode()}]'

    @cached_property
    def packet(self) -> Packet:
        """The Engine.IO packet."""
        return Packet(MESSAGE, self._text)

    @cached_property
    def frame(self) -> bytes:
        """The WebSocket frame."""
        return frame(f"{MESSAGE}{self._text}".encode())


def frame(text: bytes) -> bytes:
    """Frame a text message from a server, as every client of RFC 6455 reads it."""
    length = len(text)
    if length <= SHORT_MAX:
        return struct.pack("!BB", TEXT_FRAME, length) + text
    if length <= MEDIUM_MAX:
        return struct.pack("!BBH", TEXT_FRAME, 126, length) + text
    return struct.pack("!BBQ", TEXT_FRAME, 127, length) + text
