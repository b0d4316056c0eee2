"""The states of a request, from asking to the end."""

from typing import Literal

RequestState = Literal[
    "waiting", "called", "walking", "seated", "read", "withdrawn", "removed", "unreached"
]  # fmt: skip

IN_THE_AIR: tuple[RequestState, ...] = ("called", "walking")
"""A chair is held for it."""
OPEN: tuple[RequestState, ...] = ("waiting", *IN_THE_AIR)
"""It has not ended."""
IN_VAIN: tuple[RequestState, ...] = (*OPEN, "unreached")
"""Once the session is over: somebody waited until the end. Old logs leave it open then."""
