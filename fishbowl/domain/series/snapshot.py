"""A folded series as bytes and back: MessagePack of its structs, read with their types."""

import msgspec

from fishbowl.domain.kernel.packing import plain, typed
from fishbowl.domain.series.state import Series


def pack(series: Series) -> bytes:
    """Write a state."""
    return _encoder.encode(series)


def unpack(data: bytes) -> Series:
    """Read a state.

    :raises msgspec.DecodeError: it is none, or of another shape.
    """
    return _decoder.decode(data)


_encoder = msgspec.msgpack.Encoder(enc_hook=plain)
_decoder = msgspec.msgpack.Decoder(Series, dec_hook=typed)
