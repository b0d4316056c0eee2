"""What the talk was about, when, and who sat in the bowl meanwhile."""

from collections.abc import Sequence

import msgspec

from fishbowl.domain.ids import PersonId, RunMillis
from fishbowl.domain.parts import Topic
from fishbowl.domain.state import Session
from fishbowl.domain.stretches import overlap_ms, talked
from fishbowl.domain.topics import merged_into, spans_of
from fishbowl.harvest.model import Seated, Span, TopicFacts, TurnFacts, Who

replace = msgspec.structs.replace

_NOT_PUT_UP = ("suggested", "aside", "merged")


def topic_facts(
    session: Session, turns: Sequence[TurnFacts], until: RunMillis
) -> tuple[TopicFacts, ...]:
    """List the topics that were put up: as they were talked about, then the others.

    A topic that was merged into another is told with it.

    Suggestions that nobody put up, or that were set aside, are not part of the record.

    :param until: the session clock now; the current topic has lasted until then.
    """
    merged = merged_into(session)
    topics = [
        replace(topic, spans=spans_of(topic, merged.get(topic.id, ())))
        for topic in session.topics.values()
        if topic.state not in _NOT_PUT_UP
    ]
    return tuple(
        _facts(topic, turns, until)
        for topic in sorted(topics, key=_talked_about_first)
        if topic.title or topic.spans
    )


def _talked_about_first(topic: Topic) -> tuple[bool, int, int]:
    return (not topic.spans, topic.spans[0][0] if topic.spans else 0, topic.id)


def _facts(topic: Topic, turns: Sequence[TurnFacts], until: RunMillis) -> TopicFacts:
    spans = tuple(Span(from_run_ms=began, to_run_ms=to) for began, to in talked(topic, until))
    seated = _seated(spans, turns)
    return TopicFacts(
        topic=topic.id,
        title=topic.title,
        talked_ms=sum(span.length_ms for span in spans),
        spans=spans,
        seated=seated,
        seated_count=len(seated),
    )


def _seated(spans: Sequence[Span], turns: Sequence[TurnFacts]) -> tuple[Seated, ...]:
    """Who sat while one of the spans ran, in the order in which they sat down."""
    people: dict[PersonId, tuple[Who, int]] = {}
    for turn in turns:
        overlap_ms = sum(_overlap_ms(turn, span) for span in spans)
        if overlap_ms > 0:
            _, so_far_ms = people.get(turn.who.person, (turn.who, 0))
            people[turn.who.person] = (turn.who, so_far_ms + overlap_ms)
    return tuple(Seated(who=who, seated_ms=seated_ms) for who, seated_ms in people.values())


def _overlap_ms(turn: TurnFacts, span: Span) -> int:
    return overlap_ms((turn.began_run_ms, turn.ended_run_ms), (span.from_run_ms, span.to_run_ms))
