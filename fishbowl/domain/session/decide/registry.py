"""Which function decides which command: it says so by the type of its parameter ``command``."""

from fishbowl.domain.kernel.registry import Registry

DECIDERS = Registry("command", does="decides", done="decided", among="commands")
"""Given session, command and what is given, each returns events."""

decides = DECIDERS.add
check_complete = DECIDERS.check_complete
