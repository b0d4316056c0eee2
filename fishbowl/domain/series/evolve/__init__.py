"""How each event changes the state of a series.

An entry that is in the log has happened: folding refuses nothing and calls no rule.
"""

from typing import Any

import msgspec

from fishbowl.domain.series.events import EVENTS, Entry, SeriesBegan
from fishbowl.domain.series.evolve import about, followers, occasions, turns
from fishbowl.domain.series.evolve.registry import FOLDS, check_complete
from fishbowl.domain.series.state import Series

__all__ = ["about", "evolve", "followers", "occasions", "turns"]

check_complete(kind for kind in EVENTS if kind is not SeriesBegan)


def evolve(series: Series | None, entry: Entry) -> Series:
    """Fold one more entry.

    :param series: ``None`` before the first entry.
    :raises ValueError: the entry does not follow the state.
    """
    if entry.seq != (0 if series is None else series.seq) + 1:
        raise ValueError(f"entry {entry.seq} does not follow")
    if series is None:
        if not isinstance(entry.event, SeriesBegan):
            raise ValueError("a series begins with series.began")
        return Series(
            id=entry.event.id,
            seq=entry.seq,
            at_ms=entry.at_ms,
            about=entry.event.about,
            began_at_ms=entry.at_ms,
        )
    changes: dict[str, Any] = FOLDS[type(entry.event)](series, entry.event, entry)
    changes |= followers.changed(series, entry)
    return msgspec.structs.replace(series, seq=entry.seq, at_ms=entry.at_ms, **changes)
