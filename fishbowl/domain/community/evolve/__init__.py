"""How each event changes the state of a community.

An entry that is in the log has happened: folding refuses nothing and calls no rule.
"""

from typing import Any

import msgspec

from fishbowl.domain.community.events import EVENTS, Entry
from fishbowl.domain.community.evolve import (
    apart,
    asks,
    checkins,
    expertise,
    facts,
    hosts,
    introductions,
    invitations,
    members,
    merges,
    offers,
    settings,
)
from fishbowl.domain.community.evolve.registry import FOLDS, check_complete
from fishbowl.domain.community.state import EMPTY, Community

__all__ = [
    "apart",
    "asks",
    "checkins",
    "evolve",
    "expertise",
    "facts",
    "hosts",
    "introductions",
    "invitations",
    "members",
    "merges",
    "offers",
    "settings",
]


check_complete(EVENTS)


def evolve(community: Community | None, entry: Entry) -> Community:
    """Fold one more entry.

    :param community: ``None`` before the first entry.
    :raises ValueError: the entry does not follow the state.
    """
    before = EMPTY if community is None else community
    if entry.seq != before.seq + 1:
        raise ValueError(f"entry {entry.seq} does not follow {before.seq}")
    changes: dict[str, Any] = FOLDS[type(entry.event)](before, entry.event, entry)
    return msgspec.structs.replace(before, seq=entry.seq, at_ms=entry.at_ms, **changes)
