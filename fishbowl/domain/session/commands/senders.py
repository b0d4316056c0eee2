"""Who may send a command: a role maps to how far its right reaches.

The facilitator alone begins and ends the session, decides what leaves the room (the summary,
and what is forgotten for good) and lets others help. A co-facilitator does all the rest, a
note-taker keeps the topics and the notes, a microphone runner sees people to their chairs.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import NoneType
from typing import TypeAlias, get_args

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.ids import (
    AnswerId,
    CallId,
    OpenItemId,
    PersonId,
    PointId,
    QuestionId,
    RequestId,
    TakeawayId,
    TurnId,
)


class Scope(StrEnum):
    """``ANY``: about anybody. ``OWN``: only about oneself, or what is one's own."""

    ANY = "any"
    OWN = "own"


Senders = Mapping[Role, Scope]
"""The roles that may send a command; a role that is missing may not."""

Owner: TypeAlias = str
"""The field that tells whose a command is where a right reaches to one's own. Its type is one of
:data:`OWNED_IDS`. :data:`SENDER` where it can be about nobody but who sends it."""

SENDER: Owner = "sender"

OWNED_IDS: frozenset[object] = frozenset(
    {
        PersonId,
        TurnId,
        RequestId,
        CallId,
        QuestionId,
        PointId,
        TakeawayId,
        AnswerId,
        OpenItemId,
    }
)
"""The types of ids whose things belong to a person; :mod:`fishbowl.domain.session.rights` says to
whom."""


def id_in(annotation: object) -> object:
    """The type of id that a field holds, whether it may be left out or not."""
    inside = [one for one in get_args(annotation) if one is not NoneType]
    return inside[0] if len(inside) == 1 else annotation


FACILITATOR: Senders = {Role.FACILITATOR: Scope.ANY}
FACILITATORS: Senders = {**FACILITATOR, Role.CO_FACILITATOR: Scope.ANY}
NOTE_TAKERS: Senders = {**FACILITATORS, Role.NOTE_TAKER: Scope.ANY}
RUNNERS: Senders = {**FACILITATORS, Role.RUNNER: Scope.ANY}
ATTENDEES: Senders = {Role.ATTENDEE: Scope.OWN}
ANY_ATTENDEE: Senders = {Role.ATTENDEE: Scope.ANY}
EVERYBODY: Senders = {**FACILITATORS, **ATTENDEES}
OWNER: Senders = {Role.OWNER: Scope.ANY}
"""A host of the installation, on a page; no connection to a session has this role."""
TIME: Senders = {Role.TIME: Scope.ANY}
JOIN_PAGE: Senders = {Role.DOOR: Scope.ANY}
