"""Which function decides which command: it says so by the type of its parameter ``command``."""

from typing import NamedTuple

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.registry import Registry
from fishbowl.domain.kernel.roles import Role


class Given(NamedTuple):
    """What a decision may know beside state and command.

    :param member: who sends it; 0 for a host, a door and time.
    """

    now_ms: Millis
    role: Role
    member: MemberId


DECIDERS = Registry("command", does="decides", done="decided", among="commands")
"""Given series, command and what is given, each returns events."""

decides = DECIDERS.add
check_complete = DECIDERS.check_complete
