"""What happens to topics."""

from typing import Any

import msgspec

from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.events import Entry, result
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.ids import RunMillis, TopicId
from fishbowl.domain.session.model import Agenda, Part, Topic
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace

AGENDA = Part("agenda")


@folds
def topic_suggested(session: Session, event: e.TopicSuggested, entry: Entry) -> Changes:
    """Keep a suggestion for the facilitator to look at."""
    topic = Topic(id=TopicId(entry.seq), title=event.title, person=event.person, state="suggested")
    return {Part("topic", topic.id): topic}


@folds
def topic_added(session: Session, event: e.TopicAdded, entry: Entry) -> Changes:
    """Put the facilitator's own topic up at once."""
    topic = Topic(id=TopicId(entry.seq), title=event.title, person=None, state="up")
    return {Part("topic", topic.id): topic}


@folds
def topic_put_up(session: Session, event: e.TopicPutUp, entry: Entry) -> Changes:
    """Show a suggested topic."""
    return _topic(session, event.topic, state="up")


@folds
def topic_set_aside(session: Session, event: e.TopicSetAside, entry: Entry) -> Changes:
    """Leave a topic off the wall."""
    return _topic(session, event.topic, state="aside")


@folds
def topic_begun(session: Session, event: e.TopicBegun, entry: Entry) -> Changes:
    """Make a topic current; the one before it is done."""
    now = running_ms(session.clock, entry.at_ms)
    topic = session.topics[event.topic]
    spans = (*topic.spans, (now, None))
    begun = replace(topic, state="current", spans=spans, limit_ms=event.limit_ms)
    changes: dict[Part, Any] = {
        AGENDA: Agenda(topic=topic.id),
        Part("topic", topic.id): begun,
    }
    if session.agenda.topic is not None:
        previous = session.topics[session.agenda.topic]
        changes[Part("topic", previous.id)] = _done(previous, now)
    return changes


@folds
def topic_ended(session: Session, event: e.TopicEnded, entry: Entry) -> Changes:
    """End the current topic."""
    now = running_ms(session.clock, entry.at_ms)
    topic = session.topics[event.topic]
    return {AGENDA: Agenda(), Part("topic", topic.id): _done(topic, now)}


@folds
def topic_renamed(session: Session, event: e.TopicRenamed, entry: Entry) -> Changes:
    """Give a topic another title."""
    return _topic(session, event.topic, title=event.title)


@folds
def topic_timed(session: Session, event: e.TopicTimed, entry: Entry) -> Changes:
    """Give the current topic more time, or less; what the room was asked about is settled."""
    timed, settles = _topic(session, event.topic, limit_ms=event.limit_ms), result(event.settles)
    if settles is None:
        return timed
    return {**timed, Part("thumbs", settles): replace(session.thumbs[settles], settled=True)}


@folds
def topic_parked(session: Session, event: e.TopicParked, entry: Entry) -> Changes:
    """Put a topic by."""
    return _topic(session, event.topic, state="parked")


@folds
def topic_merged(session: Session, event: e.TopicMerged, entry: Entry) -> Changes:
    """Let another topic stand for this one; votes and spans are found through it."""
    return _topic(session, event.topic, state="merged", into=event.into)


def _topic(session: Session, topic: TopicId, **fields: object) -> Changes:
    return {Part("topic", topic): replace(session.topics[topic], **fields)}


def _done(topic: Topic, now: RunMillis) -> Topic:
    began, _ = topic.spans[-1]
    return replace(topic, state="done", spans=(*topic.spans[:-1], (began, now)))
