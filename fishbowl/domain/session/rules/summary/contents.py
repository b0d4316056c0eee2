"""What one may ask about the summary: which topics it tells, in which order, and what can be
left out of it."""

import msgspec

from fishbowl.domain.session.ids import ItemId
from fishbowl.domain.session.model import Topic
from fishbowl.domain.session.rules.topics import merged_into, spans_of
from fishbowl.domain.session.state import Session

_NOT_PUT_UP = ("suggested", "aside", "merged")
_CAN_BE_LEFT_OUT = ("topics", "notes", "questions", "requests", "points")
"""Collections whose members the summary tells one by one; ids are of all of them together."""


def topics_told(session: Session) -> tuple[Topic, ...]:
    """List the topics that were put up: as a person ordered them, else as they were talked about.

    A topic that was merged into another is told with it. Suggestions that nobody put up, or that
    were set aside, are not part of the record.
    """
    merged = merged_into(session)
    topics = [
        msgspec.structs.replace(topic, spans=spans_of(topic, merged.get(topic.id, ())))
        for topic in session.topics.values()
        if topic.state not in _NOT_PUT_UP
    ]
    chosen = {topic: place for place, topic in enumerate(session.summary_order.topics)}
    told = (topic for topic in topics if topic.title or topic.spans)
    return tuple(
        sorted(
            told, key=lambda topic: (chosen.get(topic.id, len(chosen)), *_talked_about_first(topic))
        )
    )


def can_be_left_out(session: Session, item: ItemId) -> bool:
    """Whether an id names something that the summary tells, or could tell."""
    return any(item in getattr(session, collection) for collection in _CAN_BE_LEFT_OUT)


def _talked_about_first(topic: Topic) -> tuple[bool, int, int]:
    return (not topic.spans, topic.spans[0][0] if topic.spans else 0, topic.id)
