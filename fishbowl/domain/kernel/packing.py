"""Immutable maps in folded states, for msgspec: written as plain ones, and read back."""

from types import GenericAlias
from typing import Any, get_args, get_origin

import msgspec
from immutables import Map


def plain(value: Any) -> Any:
    """Turn what msgspec does not know into what it does; an ``enc_hook``.

    :raises TypeError: no snapshot has that.
    """
    if isinstance(value, Map):
        return dict(value)
    raise TypeError(f"a state holds a {type(value).__name__}, which no snapshot has")


def typed(kind: Any, value: Any) -> Any:
    """Read what :func:`plain` has written; a ``dec_hook``.

    :raises TypeError: no snapshot has that.
    :raises msgspec.ValidationError: the values are of another type.
    """
    if get_origin(kind) is Map:
        return Map(msgspec.convert(value, GenericAlias(dict, get_args(kind)), dec_hook=typed))
    raise TypeError(f"a state holds a {kind}, which no snapshot has")
