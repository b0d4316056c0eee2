"""JSON of Socket.IO packets, by msgspec.

The standard library makes a new encoder and a new decoder for every packet, which in a join storm
is a twentieth of the work. Socket.IO takes a module with these two functions (its ``json``).
"""

from typing import Any

import msgspec

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


def dumps(value: Any, **_options: Any) -> str:
    """Write a value; the options ask for no blanks, and there are none."""
    return _encode(value).decode()


def loads(text: str | bytes, **_options: Any) -> Any:
    """Read a value.

    :raises ValueError: it is no JSON, as Socket.IO expects to be told.
    """
    try:
        return _decode(text)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error
