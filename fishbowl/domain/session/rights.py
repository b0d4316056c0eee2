"""Who may send what, as the commands declare it; whose a thing is; who may take back what was done.

See :mod:`fishbowl.domain.session.commands.senders` for the roles.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Protocol, get_type_hints

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.commands.senders import OWNED_IDS, SENDER, Scope, Senders, id_in
from fishbowl.domain.session.events.base import UndoBy
from fishbowl.domain.session.ids import (
    AnswerId,
    CallId,
    NoteId,
    OpenItemId,
    PersonId,
    PointId,
    QuestionId,
    RequestId,
    TakeawayId,
    TurnId,
)
from fishbowl.domain.session.model import Action
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air
from fishbowl.domain.session.rules.notes import note_person
from fishbowl.domain.session.state import Session

RIGHTS: Mapping[type[c.Command], Senders] = {kind: kind.senders for kind in c.COMMANDS}
"""Who may send each command."""

_NOBODY = PersonId(0)
"""Whose a thing is that belongs to the session; no attendee is it."""


def _undone_by(*who: UndoBy) -> frozenset[str]:
    """The stored names of the events that are declared to be undone by somebody."""
    return frozenset(name for name, kind in e.EVENT_TYPES.items() if kind.undo_by in who)


_FACILITATORS_OWN = _undone_by("facilitator")
_NOTE_TAKERS_OWN = _undone_by("note_takers")
_IN_PASSING = _undone_by("in_passing")


def check_rights(
    session: Session | None, command: c.Command, role: Role, person: PersonId | None
) -> None:
    """Let a command pass, or refuse it.

    :param person: who the attendee is in this session; ``None`` if not joined.
    :raises Rejected: ``facilitator_only`` or ``not_yours``.
    """
    scope = command.senders.get(role)
    if scope is None:
        raise Rejected("facilitator_only")
    if scope is Scope.OWN and session is not None:
        owner = owner_of(session, command)
        if owner is not None and owner != person:
            raise Rejected("not_yours")


def may_take_back(session: Session, action: Action, role: Role) -> bool:
    """Tell whether a role may undo an action: nobody takes back what they could not have done.

    The undo of an action is judged as what it took back.
    """
    if role is Role.FACILITATOR:
        return True
    done: Action | None = action
    while done is not None and done.undoes is not None:
        before = done.undoes
        done = next((a for a in session.actions if a.id == before), None)
    if done is None:
        return False
    if role is Role.CO_FACILITATOR:
        return _FACILITATORS_OWN.isdisjoint(done.events)
    events = frozenset(done.events)
    return bool(events & _NOTE_TAKERS_OWN) and events <= _NOTE_TAKERS_OWN | _IN_PASSING


@cache
def sendable(role: Role) -> tuple[str, ...]:
    """Name on the wire what a role may send, in the order of the table."""
    return tuple(c.wire_name(kind.__name__) for kind, roles in RIGHTS.items() if role in roles)


def owner_of(session: Session, command: c.Command) -> PersonId | None:
    """Whose a command is, by the field that it declares; ``None`` if nobody's.

    What is not there (any more) is nobody's: the rules refuse the command by itself.
    """
    field = command.whose
    if field is None or field == SENDER:
        return None
    return _owner_rule(type(command), field)(session, getattr(command, field))


OwnerRule = Callable[[Session, Any], PersonId | None]


def _of_item(session: Session, item: OpenItemId) -> PersonId:
    """A commitment is whose it is; an action, who in the room was noted for it."""
    takeaway = session.takeaways.get(TakeawayId(item))
    if takeaway is not None:
        return takeaway.person
    note = session.notes.get(NoteId(item))
    person = None if note is None or note.kind != "action" else note_person(session, note)
    return _NOBODY if person is None else person


def _of_call(session: Session, call: CallId) -> PersonId | None:
    return next((r.person for r in calls_in_the_air(session) if r.call == call), None)


OWNERS: Mapping[object, OwnerRule] = {
    PersonId: lambda _, person: person,
    TurnId: lambda session, id: _person_of(session.turns.get(id)),
    RequestId: lambda session, id: _person_of(session.requests.get(id)),
    CallId: _of_call,
    QuestionId: lambda session, id: _person_of(session.questions.get(id)),
    PointId: lambda session, id: _person_of(session.points.get(id)),
    TakeawayId: lambda session, id: _person_of(session.takeaways.get(id)),
    AnswerId: lambda session, id: _person_of(session.answers.get(id)),
    OpenItemId: _of_item,
}
"""Whose a thing is, by the type of its id."""

if OWNERS.keys() != OWNED_IDS:
    raise TypeError("an id of what belongs to somebody has no rule that says to whom")


@cache
def _owner_rule(kind: type[c.Command], field: str) -> OwnerRule:
    return OWNERS[id_in(get_type_hints(kind)[field])]


class _Owned(Protocol):
    @property
    def person(self) -> PersonId | None: ...


def _person_of(thing: _Owned | None) -> PersonId | None:
    return None if thing is None else thing.person
