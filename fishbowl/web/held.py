"""Everything that a session's log holds about one person."""

from collections.abc import Iterable, Set
from typing import Any

import msgspec

from fishbowl.domain.events import Entry, subject
from fishbowl.domain.ids import PersonId
from fishbowl.domain.state import Session
from fishbowl.views.common import where_of


def held(session: Session, entries: Iterable[Entry], person: PersonId) -> dict[str, Any]:
    """Collect what is held about a person, as plain values.

    Times ending in ``_at_ms`` are milliseconds since 1970, UTC; those ending in ``_run_ms`` are
    on the session's clock.
    """
    was = {person, *session.people[person].was}
    own_turns = [turn for turn in session.turns.values() if turn.person == person]
    own_requests = [request for request in session.requests.values() if request.person == person]
    requests = {request.id for request in own_requests}
    turns = {turn.id for turn in own_turns}
    return {
        "session": {
            "code": session.code,
            "question": session.settings.question,
            "event": session.settings.event,
            "created_at_ms": session.created_at_ms,
        },
        "person": _plain(session.people[person]),
        "where": where_of(session, person),
        "credited": person in session.credits,
        "requests": _sorted(own_requests),
        "turns": _sorted(own_turns),
        "topics": _sorted(t for t in session.topics.values() if t.person == person),
        "questions": _sorted(q for q in session.questions.values() if q.person == person),
        "notes": _sorted(n for n in session.notes.values() if n.person == person),
        "log": [
            {
                "at_ms": entry.at_ms,
                "event": entry.event.name,
                "by": entry.role,
                **_plain(entry.event),
            }
            for entry in entries
            if _is_about(entry, was, requests, turns)
        ],
    }


def _is_about(entry: Entry, who: Set[int], requests: Set[int], turns: Set[int]) -> bool:
    """Tell whether an entry is a person's doing, or happened to them."""
    event = entry.event
    return (
        not who.isdisjoint((entry.actor, subject(entry), getattr(event, "person", None)))
        or getattr(event, "request", None) in requests
        or getattr(event, "turn", None) in turns
    )


def _sorted(parts: Iterable[Any]) -> list[dict[str, Any]]:
    return [_plain(part) for part in sorted(parts, key=lambda part: part.id)]


def _plain(struct: Any) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(struct)
    return plain
