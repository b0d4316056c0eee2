"""What numbers every stream has in common: places in its log, and instants."""

from typing import NewType

Seq = NewType("Seq", int)
"""A place in a stream's log, from 1. Also the id of whatever that entry created."""

Millis = NewType("Millis", int)
"""Session time: milliseconds since 1970, UTC."""
