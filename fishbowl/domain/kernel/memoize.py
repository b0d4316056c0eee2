"""An answer that several rules ask for about the same state is worked out once.

A state is never changed, only followed by another one, so the answer stays true of it. Only the
last state is remembered: views and hints ask one after the other about one.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

State = TypeVar("State")
Answer = TypeVar("Answer")


def memoized(function: Callable[[State], Answer]) -> Callable[[State], Answer]:
    """Keep a function's answer for as long as it is asked about one and the same state."""
    last: tuple[State, Answer] | None = None

    @wraps(function)
    def answer(state: State) -> Answer:
        nonlocal last
        kept = last
        if kept is None or kept[0] is not state:
            kept = last = (state, function(state))
        return kept[1]

    return answer
