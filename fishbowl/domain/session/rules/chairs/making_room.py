"""Exit rules: who makes room when the bowl is full, and why. The one place that knows.

A rule only ever names somebody who sits on a speaker's chair. It is a suggestion to the
facilitator, who may overrule it; whoever was asked by hand stays named first under every rule.
"""

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from fishbowl.domain.session.commands import ExitRule
from fishbowl.domain.session.ids import ChairNo
from fishbowl.domain.session.model import Request, Turn
from fishbowl.domain.session.rules.chairs.free_chairs import seated
from fishbowl.domain.session.rules.queue.requests import next_to_seat
from fishbowl.domain.session.state import Session

MINUTE_MS = 60_000
"""How long "one more minute" is."""

ExitWhy = Literal[
    "asked", "longest_seated", "offered", "nobody_offered", "time_limit", "tapped",
    "nobody_tapped", "visitor", "group",
]  # fmt: skip
"""Why somebody is named. ``nobody_…`` is a hint only: by the rule, nobody has to leave."""

HINTS: tuple[ExitWhy, ...] = ("nobody_offered", "nobody_tapped")
AGREED: tuple[ExitWhy, ...] = ("asked", "offered", "tapped")
"""The person named knows about it already, so nobody needs to ask them."""


class Leaving(msgspec.Struct, frozen=True, kw_only=True):
    """Who should leave next, why, and who takes the chair; ``None``: nobody waits for it."""

    turn: Turn
    why: ExitWhy
    request: Request | None = None

    @property
    def waits(self) -> bool:
        """Whether the person finishes a thought first and should not be hurried."""
        return has_minute(self.turn)


def makes_room(session: Session) -> Leaving | None:
    """Name who should leave next; ``None`` if nobody does by the rule that holds now."""
    turns = speakers(session)
    asked = [turn for turn in turns if turn.asked_at_ms is not None]
    if asked:
        turn = min(asked, key=lambda turn: (turn.asked_at_ms or 0, turn.id))
        return _leaving(session, turn, "asked")
    named = _RULES[session.rules.exit_rule](session, turns)
    return None if named is None else _leaving(session, *named)


def speakers(session: Session) -> tuple[Turn, ...]:
    """The turns that rules are about: hosts and guests stay until somebody frees their chair."""
    return tuple(t for t in seated(session) if session.chairs[t.chair].kind == "speaker")


def tapper(session: Session, turn: Turn) -> Request | None:
    """The request of the person who has tapped in on a turn and still waits for it."""
    if session.rules.exit_rule != "tap_in" or turn.tapped_by is None:
        return None
    request = session.requests.get(turn.tapped_by)
    return request if request is not None and may_tap(request) else None


def may_tap(request: Request) -> bool:
    """Whether a request can name a chair: it waits, and for a chair."""
    return request.state == "waiting" and request.kind != "read_aloud"


def tapped_chair(session: Session, request: Request) -> ChairNo | None:
    """The chair that a waiting person would like to take over, if they have named one."""
    return next((t.chair for t in seated(session) if tapper(session, t) == request), None)


def has_minute(turn: Turn) -> bool:
    """Whether "one more minute" is running for a turn."""
    return turn.minute_until_run_ms is not None and not turn.minute_over


def is_visitor(session: Session, turn: Turn) -> bool:
    """Whether a turn began after the start; the first speakers are at home in the bowl."""
    started = session.clock.started_at_ms
    return started is not None and turn.began_at_ms > started


def _leaving(session: Session, turn: Turn, why: ExitWhy) -> Leaving:
    return Leaving(turn=turn, why=why, request=tapper(session, turn) or next_to_seat(session))


Named = tuple[Turn, ExitWhy] | None


def _longest(turns: Sequence[Turn], why: ExitWhy) -> Named:
    turn = min(turns, key=lambda turn: (turn.began_run_ms, turn.id), default=None)
    return None if turn is None else (turn, why)


def _longest_seated(session: Session, turns: Sequence[Turn]) -> Named:
    return _longest(turns, "longest_seated")


def _voluntary(session: Session, turns: Sequence[Turn]) -> Named:
    """Who offered first; else nobody has to, and the longest seated is a hint whom to ask."""
    offered = [turn for turn in turns if turn.offered_at_ms is not None]
    if offered:
        return min(offered, key=lambda turn: (turn.offered_at_ms or 0, turn.id)), "offered"
    return _longest(turns, "nobody_offered")


def _time_limit(session: Session, turns: Sequence[Turn]) -> Named:
    """Who is over the limit longest, else who will be first: with one limit, the same person."""
    return _longest(turns, "time_limit")


def _visitors_leave(session: Session, turns: Sequence[Turn]) -> Named:
    return _longest([turn for turn in turns if is_visitor(session, turn)], "visitor")


def _tap_in(session: Session, turns: Sequence[Turn]) -> Named:
    """Whose chair was named first; else nobody has to leave yet."""
    tapped = [turn for turn in turns if tapper(session, turn) is not None]
    if tapped:
        return min(tapped, key=lambda turn: (turn.tapped_at_ms or 0, turn.id)), "tapped"
    return _longest(turns, "nobody_tapped")


def _group_swap(session: Session, turns: Sequence[Turn]) -> Named:
    """All together; the longest seated stands for the group."""
    return _longest(turns, "group")


_RULES: dict[ExitRule, Callable[[Session, Sequence[Turn]], Named]] = {
    "longest_seated": _longest_seated,
    "voluntary": _voluntary,
    "time_limit": _time_limit,
    "tap_in": _tap_in,
    "visitors_leave": _visitors_leave,
    "group_swap": _group_swap,
}
