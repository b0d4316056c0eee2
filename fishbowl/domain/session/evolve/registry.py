"""Which function folds which event: it says so by the type of its second parameter."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, get_type_hints

from fishbowl.domain.session.events import Entry, Event
from fishbowl.domain.session.state import Changes, Session

AnyFold = TypeVar("AnyFold", bound=Callable[..., Any])

FOLDS: dict[type[Event], Callable[[Session, Any, Entry], Changes]] = {}


def folds(function: AnyFold) -> AnyFold:
    """Note that a function folds the events of its parameter ``event``.

    :raises TypeError: another function folds them already.
    """
    kind = get_type_hints(function)["event"]
    if kind in FOLDS:
        raise TypeError(f"{kind.__name__} is folded twice")
    FOLDS[kind] = function
    return function


def check_complete(kinds: Iterable[type[Event]]) -> None:
    """Check that every event is folded, and that whatever is folded is among the events.

    :raises TypeError: one is not.
    """
    declared = frozenset(kinds)
    missing = sorted(kind.__name__ for kind in declared - FOLDS.keys())
    if missing:
        raise TypeError(f"nothing folds {', '.join(missing)}")
    stray = sorted(kind.__name__ for kind in FOLDS.keys() - declared)
    if stray:
        raise TypeError(f"{', '.join(stray)} is folded, but not among the events")
