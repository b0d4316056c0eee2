"""The summary as JSON: a public format, described in docs/exports.md.

Fields are added, never renamed; a change that breaks a reader gets another number in ``schema``.
"""

import json
from typing import Any

from fishbowl.harvest.exports.json_room import room_document
from fishbowl.harvest.exports.json_takeaways import takeaways_document
from fishbowl.harvest.finds import finds
from fishbowl.harvest.guessed_language import talk_language
from fishbowl.harvest.model import (
    NoteFacts,
    PersonFacts,
    PointFacts,
    RequestFacts,
    SessionFacts,
    Span,
    Summary,
    TopicFacts,
    TurnFacts,
    Who,
)
from fishbowl.harvest.words import instant, name_of

SCHEMA = "fishbowl.session/1"


def to_json(summary: Summary) -> str:
    """Write what is given; the caller has made it publishable."""
    return json.dumps(_document(summary), ensure_ascii=False, indent=2) + "\n"


def _document(summary: Summary) -> dict[str, Any]:
    figures = summary.figures
    return {
        "schema": SCHEMA,
        "session": _session(summary.session, talk_language(summary, finds(summary))),
        "figures": {field: getattr(figures, field) for field in figures.__struct_fields__},
        "people": [_person(person) for person in summary.people],
        "turns": [_turn(turn) for turn in summary.turns],
        "topics": [_topic(topic) for topic in summary.topics],
        "queue": [_request(request) for request in summary.queue],
        "points": [_point(point) for point in summary.points],
        **room_document(summary),
        "notes": [_note(note) for note in summary.notes],
        "edition": {
            "opening": summary.edition.opening or None,
            "closing": summary.edition.closing or None,
            "credit": summary.edition.credit or None,
            "published_at": instant(summary.edition.published_at_ms),
            "corrected_at": instant(summary.edition.corrected_at_ms),
        },
        **takeaways_document(summary),
        "left_out": [
            {"what": what, "why": summary.session.attribution} for what in summary.left_out
        ],
    }


def _session(session: SessionFacts, language: str) -> dict[str, Any]:
    return {
        "code": session.code,
        "question": session.question,
        "questions": [
            {"question": one.question, "began_ms": one.began_run_ms, "lasted_ms": one.lasted_ms}
            for one in session.questions
        ],
        "event": session.event,
        "language": language or None,
        "state": session.state,
        "attribution": session.attribution,
        "chair_count": session.chair_count,
        "open_chairs": session.open_chairs,
        "created_at": instant(session.created_at_ms),
        "started_at": instant(session.started_at_ms),
        "ended_at": instant(session.ended_at_ms),
        "planned_ms": session.planned_ms,
        "actual_ms": session.actual_ms,
    }


def _who(who: Who) -> dict[str, Any]:
    return {"person": who.person, "name": name_of(who)}


def _person(person: PersonFacts) -> dict[str, Any]:
    return {
        **_who(person.who),
        "joined_at": instant(person.joined_at_ms),
        "asked": person.asked,
        "turns": person.turns,
        "seated_ms": person.seated_ms,
        "spoken_ms": person.spoken_ms,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"from_ms": span.from_run_ms, "to_ms": span.to_run_ms}


def _turn(turn: TurnFacts) -> dict[str, Any]:
    return {
        "turn": turn.turn,
        **_who(turn.who),
        "request": turn.request,
        "first": turn.first,
        "began_ms": turn.began_run_ms,
        "ended_ms": turn.ended_run_ms,
        "goes_on": turn.goes_on,
        "seated_ms": turn.seated_ms,
        "spoken_ms": turn.spoken_ms,
        "stretches": [{"chair": s.chair, **_span(s)} for s in turn.stretches],
        "spoken": [_span(span) for span in turn.spoken],
    }


def _topic(topic: TopicFacts) -> dict[str, Any]:
    return {
        "topic": topic.topic,
        "title": topic.title,
        "talked_ms": topic.talked_ms,
        "spans": [_span(span) for span in topic.spans],
        "seated": [{**_who(seated.who), "seated_ms": seated.seated_ms} for seated in topic.seated],
        "seated_count": topic.seated_count,
    }


def _point(point: PointFacts) -> dict[str, Any]:
    who = {"person": None, "name": None} if point.who is None else _who(point.who)
    return {**who, "words": point.words, "afterwards": point.afterwards}


def _note(note: NoteFacts) -> dict[str, Any]:
    return {
        "note": note.note,
        "kind": note.kind,
        "words": note.words,
        "topic": note.topic,
        "person": None if note.who is None else note.who.person,
        "owner": (note.owner or None) if note.who is None else name_of(note.who),
        "due": note.due or None,
        "link": note.link or None,
        "noted_at": instant(note.noted_at_ms),
        "closed": note.closed,
        "end": note.end or None,
    }


def _request(request: RequestFacts) -> dict[str, Any]:
    return {
        "request": request.request,
        **_who(request.who),
        "kind": request.kind,
        "words": request.words,
        "topic": request.topic,
        "asked_at": instant(request.asked_at_ms),
        "outcome": request.outcome,
        "waited_ms": request.waited_ms,
        "passes": request.passes,
        "misses": request.misses,
        "turn": request.turn,
    }
