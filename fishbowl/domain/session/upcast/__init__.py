"""Bring logs of older programs up to date while they are read; what is stored stays as it is.

Older programs left it to every reader to work out what a rule came to at an event. Here that is
done as those programs did it, by frozen copies of their arithmetic: nothing in this package may
ever be changed to follow a rule. It reads a log in order and folds it on the way, as far as there
is anything old in it; entries that say themselves what was decided pass as they are.
"""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from fishbowl.domain.session.events import Entry, missing_results
from fishbowl.domain.session.evolve import evolve
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.upcast.results import OLD_RESULTS

UPCASTS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {
    ("person.forgotten", 1): lambda fields: {**fields, "keeps_key": True},
}
"""By name and stored version: how the fields of an event become those of the next version."""


def is_old(entry: Entry) -> bool:
    """Whether an entry leaves to its reader what was decided."""
    return missing_results(entry.event)


def upcast(entries: Sequence[Entry]) -> list[Entry]:
    """Complete the entries of older programs.

    :param entries: a log from its first entry on, in order.
    :return: the same entries; in each event stands what the rules of its time came to.
    :raises ValueError: the log is broken before its last old entry.
    :raises KeyError: an old entry speaks of what is not there.
    """
    complete = list(entries)
    last_old = max((no for no, entry in enumerate(complete) if is_old(entry)), default=-1)
    session: Session | None = None
    for no in range(last_old + 1):
        entry = complete[no]
        if session is not None and is_old(entry):
            results = OLD_RESULTS[type(entry.event)](session, entry.event, entry.at_ms)
            event = msgspec.structs.replace(entry.event, **results)
            entry = complete[no] = msgspec.structs.replace(entry, event=event)
        session = evolve(session, entry)
    return complete
