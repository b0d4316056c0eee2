"""About how long somebody will wait: a range, from what turns have really taken here."""

from statistics import quantiles

import msgspec

from fishbowl.domain.session.ids import ChairNo
from fishbowl.domain.session.rules.chairs.free_chairs import free_chairs
from fishbowl.domain.session.state import Session

TURNS_NEEDED = 3
"""Fewer finished turns say nothing yet."""


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """How fast the line moves: one place takes from ``low_ms`` to ``high_ms``.

    ``free`` places have a chair already, so they wait for nothing.
    """

    low_ms: int
    high_ms: int
    free: int


def pace(session: Session) -> Pace | None:
    """The middle half of the finished turns, shared by the chairs that rotate.

    :return: ``None`` until enough turns are over.
    """
    rotating = {no for no in session.chairs if rotates(session, no)}
    lengths = [
        turn.ended_run_ms - turn.began_run_ms
        for turn in session.turns.values()
        if turn.ended_run_ms is not None and turn.chair in rotating
    ]
    if len(lengths) < TURNS_NEEDED:
        return None
    low, _, high = quantiles(lengths, n=4, method="inclusive")
    taken = max(1, len(rotating) - session.settings.open_chairs)
    return Pace(
        low_ms=round(low / taken), high_ms=round(high / taken), free=len(free_chairs(session))
    )


def rotates(session: Session, no: ChairNo) -> bool:
    """Whether people come and go on a chair: hosts and guests stay, closing chairs are lost."""
    chair = session.chairs.get(no)
    return chair is not None and chair.kind == "speaker" and not chair.closing
