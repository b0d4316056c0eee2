"""What all events, and the entries that hold them, are made of."""

from functools import cache
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar, get_args

import msgspec
from msgspec import UNSET, UnsetType

from fishbowl.domain.kernel.ids import Millis, PersonId, Seq
from fishbowl.domain.kernel.roles import Role

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

UndoBy = Literal["facilitator", "facilitators", "note_takers", "in_passing"]
"""Who may take an action back that such an event belongs to.

``facilitator``: the facilitator alone. ``facilitators``: co-facilitators as well. ``note_takers``:
note-takers as well. ``in_passing``: as ``facilitators``, and note-takers where it came along with
what they may take back. It is no part of the format: nothing that is folded depends on it.
"""

WHO = "who"
"""Words that say who somebody is, or where."""
ITSELF = "itself"
"""Words of what the entry creates."""

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


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of all events. ``name`` and ``version`` are what is stored beside the fields.

    Each declares by ``undo`` whether it can be undone, and if it can, by ``undo_by`` who may.

    What is overwritten when: ``erasable`` are a person's name or words, ``pseudonyms`` what their
    device is known by; both go with the person. ``record`` are words of whoever runs the session,
    ``names`` names in them: they go when everybody is forgotten, unless they were published.
    ``secrets`` go with the Wi-Fi. Of words and names, ``words_of`` says what they are of:
    :data:`WHO`, :data:`ITSELF`, or the field that names it. An event that takes something back for
    good names it in the field ``takes_back``. :mod:`fishbowl.domain.session.erasure` has the rules.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1
    undo: ClassVar[Undo]
    undo_by: ClassVar[UndoBy | None] = None
    erasable: ClassVar[tuple[str, ...]] = ()
    pseudonyms: ClassVar[tuple[str, ...]] = ()
    record: ClassVar[tuple[str, ...]] = ()
    names: ClassVar[tuple[str, ...]] = ()
    secrets: ClassVar[tuple[str, ...]] = ()
    words_of: ClassVar[str | None] = None
    takes_back: ClassVar[str | None] = None

    def __init_subclass__(cls, **options: Any) -> None:
        """Check what an event declares.

        :raises TypeError: it does not say under which name it is stored, what an undo does, who
            may undo it, or what its words are of.
        """
        super().__init_subclass__(**options)
        own = vars(cls)
        if "name" not in own or own.get("undo") not in get_args(Undo):
            raise TypeError(
                f"{cls.__name__} does not declare its name, or whether it can be undone"
            )
        is_undoable = own["undo"] in ("by_role", "always")
        if own.get("undo_by") not in (get_args(UndoBy) if is_undoable else (None,)):
            raise TypeError(f"{cls.__name__} does not declare who may undo it, if anybody can")
        is_worded = bool(cls.erasable or cls.names)
        if cls.words_of not in ((WHO, ITSELF, *cls.__annotations__) if is_worded else (None,)):
            raise TypeError(f"{cls.__name__} does not declare what its words are of, if it has any")
        if cls.takes_back not in (None, *cls.__annotations__):
            raise TypeError(f"{cls.__name__} takes back what it does not name")


def missing_results(event: Event) -> bool:
    """Whether an event is of an older program: it leaves to its reader what a rule came to."""
    return any(getattr(event, field) is UNSET for field in _results(type(event)))


@cache
def _results(kind: type[Event]) -> tuple[str, ...]:
    fields = msgspec.structs.fields(kind)
    return tuple(field.name for field in fields if field.default is UNSET)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log: an event, and who caused it when.

    ``command_id`` was made by the client, ``part`` counts the entries of one command from 0.
    ``sender`` is a keyed digest of role and device, so that ids of one sender never meet those of
    another; entries of older programs have none, and it is replaced when somebody is forgotten.
    ``at_ms`` never goes back within a session. ``actor`` is 0 for the facilitator and for time
    itself, else the person.
    """

    seq: Seq
    sender: str = ""
    command_id: str
    part: int
    at_ms: Millis
    actor: PersonId
    role: Role
    event: Event


def without_sender(entry: Entry) -> Entry:
    """An entry as a state holds it: nothing that is folded depends on who sent the command."""
    return msgspec.structs.replace(entry, sender="") if entry.sender else entry
