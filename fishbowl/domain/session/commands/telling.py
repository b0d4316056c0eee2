"""The command about the round in which people tell what they bring back."""

from typing import ClassVar

from fishbowl.domain.session.commands.base import Command, Minutes
from fishbowl.domain.session.commands.senders import FACILITATORS, Senders


class PlanRound(Command, frozen=True, kw_only=True):
    """Let everybody who signed up tell, each for so many ``minutes``: they are put first in line.

    The telling takes as long as all of them together; the longest talk behind it gives or takes the
    difference, and what it cannot give moves the end.
    """

    senders: ClassVar[Senders] = FACILITATORS

    minutes: Minutes
