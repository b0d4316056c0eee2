"""Which function decides which command: it says so by the type of its second parameter."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar, get_type_hints

from fishbowl.domain.community.commands import Command
from fishbowl.domain.community.events import Event
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role


class Given(NamedTuple):
    """What a decision may know beside state and command.

    :param member: who sends it; 0 for the owner, a door and time.
    """

    now_ms: Millis
    role: Role
    member: MemberId


Decider = Callable[[Community, Any, Given], Sequence[Event]]
AnyDecider = TypeVar("AnyDecider", bound=Callable[..., Any])

DECIDERS: dict[type[Command], Decider] = {}


def decides(function: AnyDecider) -> AnyDecider:
    """Note that a function decides the commands of its parameter ``command``."""
    DECIDERS[get_type_hints(function)["command"]] = function
    return function


def check_complete(kinds: Iterable[type[Command]]) -> None:
    """Check that every command is decided.

    :raises TypeError: one is not.
    """
    missing = sorted(kind.__name__ for kind in kinds if kind not in DECIDERS)
    if missing:
        raise TypeError(f"nothing decides {', '.join(missing)}")
