"""Which function folds which event: it says so by the type of its parameter ``event``."""

from typing import Any

from fishbowl.domain.kernel.registry import Registry

Changes = dict[str, Any]
"""What an event changes: fields of the state with their new values."""

FOLDS = Registry("event", does="folds", done="folded", among="events")
"""Given series, event and entry, each returns what changes."""

folds = FOLDS.add
check_complete = FOLDS.check_complete
