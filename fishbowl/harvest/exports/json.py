"""The summary as JSON: a public format, described in docs/exports.md.

Fields are added, never renamed; a breaking change increments the number in ``schema``.
"""

import msgspec

from fishbowl.harvest.edition import Edition
from fishbowl.harvest.exports.json_room import (
    equity_document,
    person_and_name,
    phase_document,
    question_document,
    recording_document,
    unreached_documents,
    vote_document,
)
from fishbowl.harvest.exports.json_takeaways import answer_document, takeaway_document
from fishbowl.harvest.exports.json_types import (
    Document,
    EditionDocument,
    LeftOutDocument,
    MainQuestion,
    NoteDocument,
    PersonDocument,
    PointDocument,
    RequestDocument,
    SeatedDocument,
    SessionDocument,
    SpanDocument,
    StretchDocument,
    TopicDocument,
    TurnDocument,
)
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
)
from fishbowl.harvest.searchable_text import searchable_texts
from fishbowl.harvest.words import instant, name_of

SCHEMA = "fishbowl.session/1"


def to_json(summary: Summary) -> str:
    """Write a publishable summary as JSON."""
    document = msgspec.json.encode(_document(summary))
    return msgspec.json.format(document, indent=2).decode() + "\n"


def _document(summary: Summary) -> Document:
    return Document(
        schema=SCHEMA,
        session=_session(summary.session, talk_language(summary, searchable_texts(summary))),
        figures=summary.figures,
        people=[_person(person) for person in summary.people],
        turns=[_turn(turn) for turn in summary.turns],
        topics=[_topic(topic) for topic in summary.topics],
        queue=[_request(request) for request in summary.queue],
        points=[_point(point) for point in summary.points],
        equity=equity_document(summary),
        phases=[phase_document(phase) for phase in summary.phases],
        votes=[vote_document(vote) for vote in summary.votes],
        thumbs=list(summary.thumbs),
        questions=[question_document(question) for question in summary.questions],
        unreached=unreached_documents(summary),
        signals=list(summary.signals),
        recordings=[recording_document(one) for one in summary.recordings],
        notes=[_note(note) for note in summary.notes],
        edition=_edition(summary.edition),
        takeaways=[takeaway_document(one) for one in summary.takeaways],
        debrief=[answer_document(one) for one in summary.answers],
        left_out=[
            LeftOutDocument(what=what, why=summary.session.attribution) for what in summary.left_out
        ],
    )


def _session(session: SessionFacts, language: str) -> SessionDocument:
    return SessionDocument(
        code=session.code,
        question=session.question,
        questions=[
            MainQuestion(question=one.question, began_ms=one.began_run_ms, lasted_ms=one.lasted_ms)
            for one in session.questions
        ],
        event=session.event,
        series=session.series or None,
        occasion=session.occasion or None,
        language=language or None,
        state=session.state,
        attribution=session.attribution,
        chair_count=session.chair_count,
        open_chairs=session.open_chairs,
        created_at=instant(session.created_at_ms),
        started_at=instant(session.started_at_ms),
        ended_at=instant(session.ended_at_ms),
        planned_ms=session.planned_ms,
        actual_ms=session.actual_ms,
    )


def _edition(edition: Edition) -> EditionDocument:
    return EditionDocument(
        opening=edition.opening or None,
        closing=edition.closing or None,
        credit=edition.credit or None,
        published_at=instant(edition.published_at_ms),
        corrected_at=instant(edition.corrected_at_ms),
    )


def _person(person: PersonFacts) -> PersonDocument:
    return PersonDocument(
        person=person.who.person,
        name=name_of(person.who),
        joined_at=instant(person.joined_at_ms),
        asked=person.asked,
        turns=person.turns,
        seated_ms=person.seated_ms,
        spoken_ms=person.spoken_ms,
    )


def _span(span: Span) -> SpanDocument:
    return SpanDocument(from_ms=span.from_run_ms, to_ms=span.to_run_ms)


def _turn(turn: TurnFacts) -> TurnDocument:
    return TurnDocument(
        turn=turn.turn,
        person=turn.who.person,
        name=name_of(turn.who),
        request=turn.request,
        first=turn.first,
        began_ms=turn.began_run_ms,
        ended_ms=turn.ended_run_ms,
        goes_on=turn.goes_on,
        seated_ms=turn.seated_ms,
        spoken_ms=turn.spoken_ms,
        stretches=[
            StretchDocument(chair=one.chair, from_ms=one.from_run_ms, to_ms=one.to_run_ms)
            for one in turn.intervals
        ],
        spoken=[_span(span) for span in turn.spoken],
    )


def _topic(topic: TopicFacts) -> TopicDocument:
    return TopicDocument(
        topic=topic.topic,
        title=topic.title,
        talked_ms=topic.talked_ms,
        spans=[_span(span) for span in topic.spans],
        seated=[
            SeatedDocument(person=one.who.person, name=name_of(one.who), seated_ms=one.seated_ms)
            for one in topic.seated
        ],
        seated_count=topic.seated_count,
    )


def _point(point: PointFacts) -> PointDocument:
    person, name = person_and_name(point.who)
    return PointDocument(person=person, name=name, words=point.words, afterwards=point.afterwards)


def _note(note: NoteFacts) -> NoteDocument:
    return NoteDocument(
        note=note.note,
        kind=note.kind,
        words=note.words,
        topic=note.topic,
        person=None if note.who is None else note.who.person,
        owner=(note.owner or None) if note.who is None else name_of(note.who),
        due=note.due or None,
        link=note.link or None,
        noted_at=instant(note.noted_at_ms),
        closed=note.closed,
        end=note.end or None,
    )


def _request(request: RequestFacts) -> RequestDocument:
    return RequestDocument(
        request=request.request,
        person=request.who.person,
        name=name_of(request.who),
        kind=request.kind,
        words=request.words,
        topic=request.topic,
        asked_at=instant(request.asked_at_ms),
        outcome=request.outcome,
        waited_ms=request.waited_ms,
        passes=request.passes,
        misses=request.misses,
        turn=request.turn,
    )
