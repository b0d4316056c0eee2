"""What all events, and the entries that hold them, are made of."""

from functools import cache
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar, get_args

import msgspec
from msgspec import UNSET, UnsetType

from fishbowl.domain.kernel import entries as kernel
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.ids import PersonId

T = TypeVar("T")

Result: TypeAlias = T | UnsetType
"""A field that says what a rule came to when the event was decided.

Entries of older programs do not have it: there it is ``UNSET``, and
:mod:`fishbowl.domain.session.upcast` works it out on reading, as those programs did.
"""


def result(value: Result[T]) -> T:
    """Read the result of a rule.

    :raises ValueError: it is not there: an old entry was not upcast, or nobody has decided it.
    """
    if isinstance(value, UnsetType):
        raise ValueError("an event does not say what was decided")
    return value


Undo = Literal["by_role", "always", "never", "final"]
"""Whether an event belongs to an action, which can be undone.

``by_role``: if one of :data:`UNDOABLE_ROLES` caused it. ``always``: whoever caused it. ``never``:
it stays, while the rest of its command can be undone. ``final``: neither it nor what the same
command did before it.
"""

UNDOABLE_ROLES = frozenset(
    {
        Role.FACILITATOR,
        Role.CO_FACILITATOR,
        Role.NOTE_TAKER,
        Role.RUNNER,
        Role.STAGE_MONITOR,
    }
)
"""Whose commands are actions. Part of the format: a role may be added, none may be taken away."""

UNDO_DEPTH = 50
"""How many actions can be undone. Part of the format: old logs undo by it."""


class Event(kernel.Event, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of all events of a session. Each declares its name and version.

    Each declares by ``undo`` whether it can be undone.

    What is overwritten when: ``erasable`` are a person's name or words, ``pseudonyms`` what their
    device is known by; both go with the person. ``record`` are words of whoever runs the session,
    ``names`` names in them: they go when everybody is forgotten, unless they were published.
    ``secrets`` go with the Wi-Fi. :mod:`fishbowl.domain.session.erasure` has the rules.
    """

    undo: ClassVar[Undo]
    erasable: ClassVar[tuple[str, ...]] = ()
    pseudonyms: ClassVar[tuple[str, ...]] = ()
    record: ClassVar[tuple[str, ...]] = ()
    names: ClassVar[tuple[str, ...]] = ()
    secrets: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **options: Any) -> None:
        """Check what an event declares.

        :raises TypeError: it does not say under which name it is stored, or what an undo does.
        """
        super().__init_subclass__(**options)
        if "name" not in vars(cls) or vars(cls).get("undo") not in get_args(Undo):
            raise TypeError(
                f"{cls.__name__} does not declare its name, or whether it can be undone"
            )


def missing_results(event: Event) -> bool:
    """Whether an event is of an older program: it leaves to its reader what a rule came to."""
    return any(getattr(event, field) is UNSET for field in _results(type(event)))


@cache
def _results(kind: type[Event]) -> tuple[str, ...]:
    fields = msgspec.structs.fields(kind)
    return tuple(field.name for field in fields if field.default is UNSET)


class Entry(kernel.Entry, frozen=True, kw_only=True):
    """One line of a session's log; ``actor`` is 0 for the facilitator and for time itself."""

    actor: PersonId
    event: Event


def without_sender(entry: Entry) -> Entry:
    """An entry as a state holds it: nothing that is folded depends on who sent the command."""
    return msgspec.structs.replace(entry, sender="") if entry.sender else entry
