"""Personal data: everything that a session's log stores about one person."""

from collections.abc import Iterable, Mapping, Set
from typing import Any, TypeVar

import msgspec
from immutables import Map

from fishbowl.domain.session.events import Entry, subject
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.state import Session
from fishbowl.views.common import where_of

Part = TypeVar("Part")


def personal_data(session: Session, entries: Iterable[Entry], person: PersonId) -> dict[str, Any]:
    """Collect what is stored about a person, as plain values.

    Times ending in ``_at_ms`` are milliseconds since 1970, UTC; those ending in ``_run_ms`` are
    on the session's clock.
    """
    was = {person, *session.people[person].was}
    own_turns = [turn for turn in session.turns.values() if turn.person == person]
    own_requests = [request for request in session.requests.values() if request.person == person]
    own_topics = [topic for topic in session.topics.values() if topic.person == person]
    own_questions = [asked for asked in session.questions.values() if asked.person == person]
    own_takeaways = [one for one in session.takeaways.values() if one.person == person]
    own_answers = [one for one in session.answers.values() if one.person == person]
    own_notes = [note for note in session.notes.values() if note.person == person]
    kept = {takeaway.id for takeaway in own_takeaways}
    requests = {request.id for request in own_requests}
    own: dict[str, Set[int]] = {
        "person": was,
        "guest": was,
        "request": requests,
        "to": requests,
        "turn": {turn.id for turn in own_turns},
        "topic": {topic.id for topic in own_topics},
        "question": {question.id for question in own_questions},
        "takeaway": kept,
        "answer": {answer.id for answer in own_answers},
        "item": kept | {note.id for note in own_notes},
    }
    many: dict[str, Set[int]] = {"people": was, "requests": requests}
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
        "topics": _sorted(own_topics),
        "questions": _sorted(own_questions),
        "points": _sorted(point for point in session.points.values() if point.person == person),
        "behind": sorted(id for id, people in session.upvotes.items() if person in people),
        "dots": [
            {"vote": vote.id, "topic": topic, "dots": dots}
            for vote in _by_id(session.votes)
            for topic, dots in sorted(vote.ballots.get(person, Map()).items())
        ],
        "thumbs": [
            {"thumbs": asked.id, "topic": asked.topic, "way": asked.ballots[person]}
            for asked in _by_id(session.thumbs)
            if person in asked.ballots
        ],
        "notes": _sorted(own_notes),
        "takeaways": _sorted(own_takeaways),
        "answers": _sorted(own_answers),
        "ends": _sorted(end for end in session.items.values() if end.person == person),
        "log": [
            {
                "at_ms": entry.at_ms,
                "event": entry.event.name,
                "by": entry.role,
                **_of_own(entry, many),
            }
            for entry in entries
            if _is_about(entry, was, own, many)
        ],
    }


def _of_own(entry: Entry, many: Mapping[str, Set[int]]) -> dict[str, Any]:
    """The fields of an entry; of those that name many, only what is the person's own."""
    fields = _plain(entry.event)
    for field, ids in many.items():
        if field in fields:
            fields[field] = [id for id in fields[field] if id in ids]
    return fields


def _is_about(
    entry: Entry,
    who: Set[int],
    own: Mapping[str, Set[int]],
    many: Mapping[str, Set[int]],
) -> bool:
    """Tell whether an entry was caused by a person, or is about them or what they wrote.

    :param own: the ids of what they wrote, by field; ``many``: fields with several ids.
    """
    if not who.isdisjoint((entry.actor, subject(entry))):
        return True
    if any(getattr(entry.event, field, None) in ids for field, ids in own.items()):
        return True
    return any(not ids.isdisjoint(getattr(entry.event, field, ())) for field, ids in many.items())


def _sorted(parts: Iterable[Any]) -> list[dict[str, Any]]:
    return [_plain(part) for part in sorted(parts, key=lambda part: part.id)]


def _by_id(parts: Mapping[Any, Part]) -> list[Part]:
    return [parts[id] for id in sorted(parts)]


def _plain(struct: msgspec.Struct) -> dict[str, Any]:
    """Fields by name, in depth. A part of a session encodes itself as an array, for snapshots."""
    return {name: _value(value) for name, value in msgspec.structs.asdict(struct).items()}


def _value(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return _plain(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return msgspec.to_builtins(value)
