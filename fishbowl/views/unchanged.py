"""Whether a change leaves the slices as they were that requests and calls do not concern.

By far the most changes of a session are that somebody asks, is called, passes, or is taken back.
Most slices read nothing that these change, so they need not be made again. A slice may only be
among them if it reads none of :data:`OF_CALLS`; tests watch what they read. That of equity is
an exception of its own.
"""

from operator import attrgetter, is_

from fishbowl.domain.session.rules.floor.coverage import floor_marked
from fishbowl.domain.session.state import Session

OF_CALLS = frozenset(
    {
        "seq",
        "at_ms",
        "sent_at_ms",
        "touched",
        "actions",
        "recent",
        "chairs",
        "requests",
        "open_request",
        "queue",
        "served",
        "overtakes",
        "last_rank",
        "last_call_seq",
    }
)
"""The fields of a session that requests and calls change, and the history."""

_others = attrgetter(*(name for name in Session.__struct_fields__ if name not in OF_CALLS))


def same_apart_from_calls(before: Session, after: Session) -> bool:
    """Whether two states of a session differ in nothing but requests, calls and the history.

    Parts are compared by identity: what is equal but made anew counts as a difference.
    """
    return all(map(is_, _others(before), _others(after)))


def equity_follows_calls(session: Session) -> bool:
    """Whether how the talk is shared has to be added up after each change.

    Whether the floor counts depends on the time of the last change, and what was read to a topic
    on requests. Nothing else of it does, and this itself depends on nothing in :data:`OF_CALLS`.
    """
    reads_requests = session.agenda.topic is not None and bool(session.read_for)
    return reads_requests or floor_marked(session)
