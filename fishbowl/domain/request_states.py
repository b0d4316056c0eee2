"""The states of a request, from asking to the end."""

from typing import Literal

RequestState = Literal["waiting", "called", "walking", "seated", "read", "withdrawn", "removed"]

IN_THE_AIR: tuple[RequestState, ...] = ("called", "walking")
"""A chair is held for it."""
OPEN: tuple[RequestState, ...] = ("waiting", *IN_THE_AIR)
"""It has not ended."""
