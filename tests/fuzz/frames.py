"""What goes over a WebSocket line: packets that are none of the protocol's, and broken frames."""

import json
import os
import random
import struct

from tests.fuzz.commands import any_message
from tests.fuzz.values import broken, nested, noise, odd_text, odd_value

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
RESERVED = (
    '["disconnect"]', '["connect",{},{}]', '["connect_error",{}]', '["*",1]', '["message",1]',
    "[]", "{}", "null", "[null]", "[{}]", "[[[]]]", "[1,2]", '["command"', "", "0", '"command"',
)  # fmt: skip


def any_packet(draw: random.Random) -> str:
    """Draw the text of a frame: an Engine.IO packet with a Socket.IO one in it, or neither."""
    kind = draw.randrange(7)
    if kind == 0:
        return odd_text(draw)[:9_000]
    if kind == 1:  # Socket.IO in a namespace, with numbers for acknowledgements and attachments
        space = draw.choice(("", "/,", "/other,", "/?q=1,", f"{odd_text(draw)[:20]},"))
        number = draw.choice(("", "0", "1", "-1", "9" * 50, "1.5"))
        inside = draw.choice((*RESERVED, nested(draw)))
        return f"4{draw.choice('0123456789')}{space}{number}{inside}"
    if kind == 2:
        return f"45{draw.choice(('1', '0', '2', '999', '-1', ''))}-{any_message(draw)}"
    if kind == 3:
        return f"40{json.dumps(odd_value(draw))}"
    if kind == 4:
        return draw.choice(("0", "1", "2probe", "3probe", "5", "6", "7", "b", "bAAAA", "0{}"))
    if kind == 5:
        text = f"421{any_message(draw)}".encode()
        return broken(draw, text).decode("utf-8", "replace")
    return f"42{draw.choice(('', '0', '7'))}{draw.choice(RESERVED)}"


def frame(
    payload: bytes, opcode: int = TEXT, *, fin: bool = True, rsv: int = 0, masked: bool = True
) -> bytes:
    """Make a WebSocket frame as a client sends it."""
    head = bytes([(fin << 7) | (rsv << 4) | opcode])
    size, flag = len(payload), masked << 7
    if size < 126:
        head += bytes([flag | size])
    elif size < 1 << 16:
        head += struct.pack("!BH", flag | 126, size)
    else:
        head += struct.pack("!BQ", flag | 127, size)
    if not masked:
        return head + payload
    mask = os.urandom(4)
    return head + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))


def any_frame(draw: random.Random) -> bytes:
    """Draw bytes for an open WebSocket: whole frames, broken ones, or none at all."""
    kind = draw.randrange(10)
    payload = any_packet(draw).encode("utf-8", "surrogatepass")[:20_000]
    if kind < 3:
        return frame(payload)
    if kind == 3:
        return frame(payload, draw.randrange(16), rsv=draw.randrange(8))
    if kind == 4:
        half = len(payload) // 2
        return frame(payload[:half], fin=False) + frame(payload[half:], draw.choice((0, TEXT)))
    if kind == 5:
        return frame(payload, masked=False)
    if kind == 6:
        return frame(noise(draw), draw.choice((TEXT, BINARY, CLOSE, PING, PONG)))
    if kind == 7:  # a length that never comes
        return bytes([0x81, 0xFF]) + struct.pack("!Q", draw.choice((2**63, 2**62, 10**9, 2**20)))
    if kind == 8:
        return broken(draw, frame(payload))
    return noise(draw)
