"""What the facilitator may want to be told, when, and what one key would do about it.

A nudge is a hint on the console only, with a reason and a remedy. It is *due* at an instant on the
session clock, so that a console shows it when its time has come and nothing has to tick. Whether
it was waved away is the console's own affair. The first that is due is shown, so the order here is
the order of importance.
"""

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.nudges.base import Nudge, NudgeCode
from fishbowl.domain.session.nudges.chairs import chairs_away, empty_chair, no_show, volunteers
from fishbowl.domain.session.nudges.talk import (
    above_share,
    first_timer,
    long_seat,
    moved_on,
    silent,
)
from fishbowl.domain.session.nudges.time import overrun, part_over
from fishbowl.domain.session.state import Session

__all__ = ["Nudge", "NudgeCode", "nudges", "volunteers"]

RULES = (
    no_show, overrun, part_over, chairs_away, empty_chair, long_seat, above_share, first_timer,
    moved_on, silent,
)  # fmt: skip
"""In the order of importance."""


def nudges(session: Session) -> tuple[Nudge, ...]:
    """List what could be said now or later if nothing happens, most important first."""
    if clock_state(session.clock) != "running":
        return ()
    return tuple(nudge for rule in RULES for nudge in rule(session))
