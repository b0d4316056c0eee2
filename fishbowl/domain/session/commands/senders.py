"""Who may send a command: a role maps to how far its right reaches.

The facilitator alone begins and ends the session, decides what leaves the room (the summary,
and what is forgotten for good) and lets others help. A co-facilitator does all the rest, a
note-taker keeps the topics and the notes, a microphone runner sees people to their chairs.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from fishbowl.domain.kernel.roles import Role


class Scope(StrEnum):
    """``ANY``: about anybody. ``OWN``: only about oneself, or what is one's own."""

    ANY = "any"
    OWN = "own"


Senders = Mapping[Role, Scope]
"""The roles that may send a command; a role that is missing may not."""

Owner = Literal[
    "sender", "person", "turn", "request", "question", "point", "takeaway", "answer", "item", "call"
]
"""The field that tells whose a command is where a right reaches to one's own; ``sender`` where it
can be about nobody but who sends it."""

FACILITATOR: Senders = {Role.FACILITATOR: Scope.ANY}
FACILITATORS: Senders = {**FACILITATOR, Role.CO_FACILITATOR: Scope.ANY}
NOTE_TAKERS: Senders = {**FACILITATORS, Role.NOTE_TAKER: Scope.ANY}
RUNNERS: Senders = {**FACILITATORS, Role.RUNNER: Scope.ANY}
ATTENDEES: Senders = {Role.ATTENDEE: Scope.OWN}
ANY_ATTENDEE: Senders = {Role.ATTENDEE: Scope.ANY}
EVERYBODY: Senders = {**FACILITATORS, **ATTENDEES}
TIME: Senders = {Role.TIME: Scope.ANY}
JOIN_PAGE: Senders = {Role.DOOR: Scope.ANY}
