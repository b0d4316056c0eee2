"""A folded community as bytes and back: MessagePack of its structs, read with their types."""

import msgspec

from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.packing import plain, typed


def pack(community: Community) -> bytes:
    """Write a state."""
    return _encoder.encode(community)


def unpack(data: bytes) -> Community:
    """Read a state.

    :raises msgspec.DecodeError: it is none, or of another shape.
    """
    return _decoder.decode(data)


_encoder = msgspec.msgpack.Encoder(enc_hook=plain)
_decoder = msgspec.msgpack.Decoder(Community, dec_hook=typed)
