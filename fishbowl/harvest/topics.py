"""Topics as facts: when they were talked about, and who sat in the bowl."""

from collections.abc import Sequence

from fishbowl.domain.kernel.ids import PersonId, RunMillis
from fishbowl.domain.kernel.intervals import overlap_ms
from fishbowl.domain.session.model import Topic
from fishbowl.domain.session.rules.floor.intervals import talked
from fishbowl.domain.session.rules.summary.contents import topics_told
from fishbowl.domain.session.state import Session
from fishbowl.harvest.model import Seated, Span, TopicFacts, TurnFacts, Who


def topic_facts(
    session: Session, turns: Sequence[TurnFacts], until: RunMillis
) -> tuple[TopicFacts, ...]:
    """List the topics of the summary, in its order.

    :param until: the session clock now; the current topic has lasted until then.
    """
    return tuple(_facts(topic, turns, until) for topic in topics_told(session))


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
    """Who sat during one of the spans, in the order of their first turn."""
    people: dict[PersonId, tuple[Who, int]] = {}
    for turn in turns:
        overlap_ms = sum(_overlap_ms(turn, span) for span in spans)
        if overlap_ms > 0:
            _, so_far_ms = people.get(turn.who.person, (turn.who, 0))
            people[turn.who.person] = (turn.who, so_far_ms + overlap_ms)
    return tuple(Seated(who=who, seated_ms=seated_ms) for who, seated_ms in people.values())


def _overlap_ms(turn: TurnFacts, span: Span) -> int:
    return overlap_ms((turn.began_run_ms, turn.ended_run_ms), (span.from_run_ms, span.to_run_ms))
