"""Which function decides which command: it says so by the type of its second parameter."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar, get_type_hints

from fishbowl.domain.session.commands import Command
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.events import Event
from fishbowl.domain.session.state import Session

Decider = Callable[[Session, Any, Given], Sequence[Event]]
AnyDecider = TypeVar("AnyDecider", bound=Callable[..., Any])

DECIDERS: dict[type[Command], Decider] = {}


def decides(function: AnyDecider) -> AnyDecider:
    """Note that a function decides the commands of its parameter ``command``.

    :raises TypeError: another function decides them already.
    """
    kind = get_type_hints(function)["command"]
    if kind in DECIDERS:
        raise TypeError(f"{kind.__name__} is decided twice")
    DECIDERS[kind] = function
    return function


def check_complete(kinds: Iterable[type[Command]]) -> None:
    """Check that every command is decided, and that whatever is decided is among the commands.

    :raises TypeError: one is not.
    """
    declared = frozenset(kinds)
    missing = sorted(kind.__name__ for kind in declared - DECIDERS.keys())
    if missing:
        raise TypeError(f"nothing decides {', '.join(missing)}")
    stray = sorted(kind.__name__ for kind in DECIDERS.keys() - declared)
    if stray:
        raise TypeError(f"{', '.join(stray)} is decided, but not among the commands")
