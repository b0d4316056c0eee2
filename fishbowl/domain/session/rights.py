"""Who may send what, as the commands declare it, and who may take back what was done.

See :mod:`fishbowl.domain.session.commands.senders` for the roles.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Protocol, get_args

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.commands.senders import Owner, Scope, Senders
from fishbowl.domain.session.ids import PersonId, TakeawayId
from fishbowl.domain.session.model import Action
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air
from fishbowl.domain.session.state import Session

RIGHTS: Mapping[type[c.Command], Senders] = {kind: kind.senders for kind in get_args(c.AnyCommand)}
"""Who may send each command."""

_FACILITATORS_OWN = frozenset(
    {"session.started", "session.closed", "summary.published", "summary.withdrawn", "links.revoked"}
)
_NOTE_TAKERS_OWN = frozenset(
    {
        "topic.added", "topic.begun", "topic.ended", "topic.renamed", "topic.put_up",
        "topic.set_aside", "topic.parked", "topic.merged", "note.added", "note.changed",
        "note.removed", "note.checked", "summary.introduced", "summary.ordered",
    }
)  # fmt: skip
_IN_PASSING = frozenset({"thumbs.closed", "wall.changed"})
"""What a new topic brings with it."""


_NOBODY = PersonId(0)
"""Whose a thing is that belongs to the session; no attendee is it."""


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
    if command.whose is None or command.whose == "sender":
        return None
    return _OWNERS[command.whose](session, getattr(command, command.whose))


def _of_item(session: Session, item: int) -> PersonId:
    takeaway = session.takeaways.get(TakeawayId(item))
    return _NOBODY if takeaway is None else takeaway.person


def _of_call(session: Session, call: int) -> PersonId | None:
    return next((r.person for r in calls_in_the_air(session) if r.call == call), None)


_OWNERS: Mapping[Owner, Callable[[Session, Any], PersonId | None]] = {
    "person": lambda _, person: person,
    "turn": lambda session, id: _person_of(session.turns.get(id)),
    "request": lambda session, id: _person_of(session.requests.get(id)),
    "question": lambda session, id: _person_of(session.questions.get(id)),
    "point": lambda session, id: _person_of(session.points.get(id)),
    "takeaway": lambda session, id: _person_of(session.takeaways.get(id)),
    "answer": lambda session, id: _person_of(session.answers.get(id)),
    "item": _of_item,
    "call": _of_call,
}


class _Owned(Protocol):
    @property
    def person(self) -> PersonId | None: ...


def _person_of(thing: _Owned | None) -> PersonId | None:
    return None if thing is None else thing.person
