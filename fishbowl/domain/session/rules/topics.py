"""What one may ask about topics: which one stands for which, their time, and what comes next."""

from collections.abc import Mapping

from msgspec.structs import replace

from fishbowl.domain.session.ids import RunMillis, TopicId
from fishbowl.domain.session.model import Topic
from fishbowl.domain.session.rules.votes import dots_by_topic, last_vote, root_of
from fishbowl.domain.session.state import Session


def merged_into(session: Session) -> Mapping[TopicId, tuple[Topic, ...]]:
    """List, under each topic that stands for itself, those that were merged into it."""
    found: dict[TopicId, list[Topic]] = {}
    for topic in session.topics.values():
        if topic.into is not None and (root := root_of(session, topic.id)) is not None:
            found.setdefault(root.id, []).append(topic)
    return {root: tuple(sorted(topics, key=lambda t: t.id)) for root, topics in found.items()}


def spans_of(
    topic: Topic, merged: tuple[Topic, ...]
) -> tuple[tuple[RunMillis, RunMillis | None], ...]:
    """When a topic was talked about, those merged into it included, oldest first."""
    spans = [span for one in (topic, *merged) for span in one.spans]
    return tuple(sorted(spans, key=lambda span: span[0]))


def whole(session: Session, id: TopicId) -> Topic:
    """A topic with the times of those that were merged into it."""
    topic = session.topics[id]
    return replace(topic, spans=spans_of(topic, merged_into(session).get(id, ())))


def ran_ms(topic: Topic, merged: tuple[Topic, ...]) -> int:
    """How long a topic was talked about, without the stretch that goes on."""
    spans = spans_of(topic, merged)
    return sum(ended - began for began, ended in spans if ended is not None)


def due_run_ms(topic: Topic) -> RunMillis | None:
    """When the time of the current topic is up; ``None`` if it has none."""
    if topic.state != "current" or topic.limit_ms is None:
        return None
    return RunMillis(topic.spans[-1][0] + topic.limit_ms)


def next_topic(session: Session) -> TopicId | None:
    """The topic with the most dots, the first of equals; ``None`` if none is up."""
    vote = last_vote(session)
    counts = {} if vote is None else dots_by_topic(session, vote)
    up = [topic.id for topic in session.topics.values() if topic.state == "up"]
    return min(up, key=lambda id: (-counts.get(id, 0), id), default=None)
