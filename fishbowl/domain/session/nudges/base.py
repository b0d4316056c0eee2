"""What a nudge is: a hint with its remedy, due at an instant on the session clock."""

from typing import Literal

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.commands import AnyCommand
from fishbowl.domain.session.ids import ChairNo, PersonId, RunMillis, TopicId
from fishbowl.domain.session.state import Session

MINUTE_MS = 60_000

NudgeCode = Literal[
    "no_show",
    "overrun",
    "part_over",
    "empty_chair",
    "volunteer",
    "long_seat",
    "above_share",
    "first_timer",
    "moved_on",
    "silent",
    "chairs_away",
]


class Nudge(msgspec.Struct, frozen=True, kw_only=True):
    """A hint with its remedy, ready to be sent.

    ``about`` tells one nudge of a code from the next: the turn, request or chair. ``since_run_ms``
    is when what it tells of began. ``people`` are named beside the ``person``.
    """

    code: NudgeCode
    about: int
    due_run_ms: RunMillis
    since_run_ms: RunMillis
    command: AnyCommand
    person: PersonId | None = None
    chair: ChairNo | None = None
    count: int = 0
    topic: TopicId | None = None
    people: tuple[PersonId, ...] = ()


def run_at(session: Session, at_ms: Millis | None) -> RunMillis:
    """Tell an instant on the session clock; 0 without one."""
    return RunMillis(0) if at_ms is None else running_ms(session.clock, at_ms)


def after(since: int, ms: int) -> RunMillis:
    """Count milliseconds on from an instant of the session clock."""
    return RunMillis(since + ms)
