"""An answer that several rules ask for about the same session is worked out once.

A session is never changed, only followed by another one, so the answer stays true of it. It is
the last session alone that is remembered: views and hints ask one after the other about one.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from fishbowl.domain.state import Session

Answer = TypeVar("Answer")


def remembered(function: Callable[[Session], Answer]) -> Callable[[Session], Answer]:
    """Keep a function's answer for as long as it is asked about one and the same session."""
    last: tuple[Session, Answer] | None = None

    @wraps(function)
    def answer(session: Session) -> Answer:
        nonlocal last
        kept = last
        if kept is None or kept[0] is not session:
            kept = last = (session, function(session))
        return kept[1]

    return answer
