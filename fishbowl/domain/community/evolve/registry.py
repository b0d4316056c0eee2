"""Which function folds which event: it says so by the type of its second parameter."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, get_type_hints

from fishbowl.domain.community.events import Entry, Event
from fishbowl.domain.community.state import Community

Changes = dict[str, Any]
"""What an event changes: fields of the state with their new values."""
AnyFold = TypeVar("AnyFold", bound=Callable[..., Any])

FOLDS: dict[type[Event], Callable[[Community, Any, Entry], Changes]] = {}


def folds(function: AnyFold) -> AnyFold:
    """Note that a function folds the events of its parameter ``event``."""
    FOLDS[get_type_hints(function)["event"]] = function
    return function


def check_complete(kinds: Iterable[type[Event]]) -> None:
    """Check that every event is folded.

    :raises TypeError: one is not.
    """
    missing = sorted(kind.__name__ for kind in kinds if kind not in FOLDS)
    if missing:
        raise TypeError(f"nothing folds {', '.join(missing)}")
