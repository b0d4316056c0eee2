"""Which function folds which event: it says so by the type of its parameter ``event``."""

from fishbowl.domain.kernel.registry import Registry

FOLDS = Registry("event", does="folds", done="folded", among="events")
"""Given session, event and entry, each returns what changes."""

folds = FOLDS.add
check_complete = FOLDS.check_complete
