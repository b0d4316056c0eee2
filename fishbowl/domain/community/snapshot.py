"""A folded community as bytes and back: MessagePack of its structs, read with their types."""

from types import GenericAlias
from typing import Any, get_args, get_origin

import msgspec
from immutables import Map

from fishbowl.domain.community.state import Community


def pack(community: Community) -> bytes:
    """Write a state."""
    return _encoder.encode(community)


def unpack(data: bytes) -> Community:
    """Read a state.

    :raises msgspec.DecodeError: it is none, or of another shape.
    """
    return _decoder.decode(data)


def _plain(value: Any) -> Any:
    if isinstance(value, Map):
        return dict(value)
    raise TypeError(f"a state holds a {type(value).__name__}, which no snapshot has")


def _typed(kind: Any, value: Any) -> Any:
    if get_origin(kind) is Map:
        return Map(msgspec.convert(value, GenericAlias(dict, get_args(kind)), dec_hook=_typed))
    raise TypeError(f"a state holds a {kind}, which no snapshot has")


_encoder = msgspec.msgpack.Encoder(enc_hook=_plain)
_decoder = msgspec.msgpack.Decoder(Community, dec_hook=_typed)
