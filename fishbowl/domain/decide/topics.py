"""Rules of topics: anyone may suggest, the facilitator decides what the wall shows."""

from collections.abc import Sequence

from fishbowl.domain import commands as c
from fishbowl.domain import events as e
from fishbowl.domain.clock import clock_state
from fishbowl.domain.decide.given import Given
from fishbowl.domain.errors import AlreadyTrue, Rejected
from fishbowl.domain.ids import TopicId
from fishbowl.domain.state import Session, Topic

SUGGESTIONS_EACH = 5
"""How many suggestions of one person may wait to be looked at; keeps a prank from flooding."""


def suggest_topic(session: Session, command: c.SuggestTopic, given: Given) -> Sequence[e.Event]:
    """Suggest a topic; it reaches the wall only when put up."""
    if given.person is None:
        raise Rejected("person_unknown")
    if not command.title:
        raise Rejected("words_needed", field="title")
    own = [t for t in session.topics.values() if t.person == given.person]
    if any(t.title.casefold() == command.title.casefold() for t in own):
        raise AlreadyTrue()
    if sum(t.state == "suggested" for t in own) >= SUGGESTIONS_EACH:
        raise Rejected("limit_reached", most=SUGGESTIONS_EACH)
    return [e.TopicSuggested(person=given.person, title=command.title)]


def put_up_topic(session: Session, command: c.PutUpTopic, given: Given) -> Sequence[e.Event]:
    """Show a suggestion that waits or was set aside."""
    topic = _known(session, command.topic)
    if topic.state not in ("suggested", "aside"):
        raise AlreadyTrue()
    return [e.TopicPutUp(topic=topic.id)]


def set_aside_topic(session: Session, command: c.SetAsideTopic, given: Given) -> Sequence[e.Event]:
    """Leave a topic off the wall; the current one is ended first."""
    topic = _known(session, command.topic)
    if topic.state == "aside":
        raise AlreadyTrue()
    aside = e.TopicSetAside(topic=topic.id)
    if session.agenda.topic == topic.id:
        return [e.TopicEnded(topic=topic.id), aside]
    return [aside]


def begin_topic(session: Session, command: c.BeginTopic, given: Given) -> Sequence[e.Event]:
    """Move the talk on, to a known topic or to one that gets its title now."""
    if clock_state(session.clock) == "lobby":
        raise Rejected("not_running")
    if command.topic is not None:
        topic = _known(session, command.topic)
        if session.agenda.topic == topic.id:
            raise AlreadyTrue()
        return [e.TopicBegun(topic=topic.id)]
    if not command.title:
        raise Rejected("words_needed", field="title")
    return [e.TopicAdded(title=command.title), e.TopicBegun(topic=TopicId(session.seq + 1))]


def end_topic(session: Session, command: c.EndTopic, given: Given) -> Sequence[e.Event]:
    """End the current topic."""
    topic = _known(session, command.topic)
    if session.agenda.topic != topic.id:
        raise AlreadyTrue()
    return [e.TopicEnded(topic=topic.id)]


def rename_topic(session: Session, command: c.RenameTopic, given: Given) -> Sequence[e.Event]:
    """Give a topic another title; whose suggestion it was stays with it."""
    topic = _known(session, command.topic)
    if not command.title:
        raise Rejected("words_needed", field="title")
    if topic.title == command.title:
        raise AlreadyTrue()
    return [e.TopicRenamed(topic=topic.id, title=command.title, person=topic.person)]


def _known(session: Session, topic: TopicId) -> Topic:
    found = session.topics.get(topic)
    if found is None:
        raise Rejected("topic_unknown")
    return found
