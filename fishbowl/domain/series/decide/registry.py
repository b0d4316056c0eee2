"""Which function decides which command: it says so by the type of its parameter ``command``."""

from fishbowl.domain.community.decide.registry import Given
from fishbowl.domain.kernel.registry import Registry

__all__ = ["DECIDERS", "Given", "check_complete", "decides"]

DECIDERS = Registry("command", does="decides", done="decided", among="commands")
"""Given series, command and what is given, each returns events."""

decides = DECIDERS.add
check_complete = DECIDERS.check_complete
