"""Rules of topics: anyone may suggest, the facilitator decides what the wall shows."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import TopicId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.decide.votes import closing_thumbs
from fishbowl.domain.session.decide.wall import leaving_topics
from fishbowl.domain.session.model import Topic
from fishbowl.domain.session.rules.topics import due_run_ms
from fishbowl.domain.session.rules.votes import root_of
from fishbowl.domain.session.state import Session

MINUTE_MS = 60_000

SUGGESTIONS_EACH = 5
"""How many suggestions of one person may wait to be looked at; keeps a prank from flooding."""


@decides
def suggest_topic(session: Session, command: c.SuggestTopic, given: Given) -> Sequence[e.Event]:
    """Suggest a topic; it reaches the wall only when put up."""
    person = given.sender
    if not command.title:
        raise Rejected("words_needed", field="title")
    own = [t for t in session.topics.values() if t.person == person]
    if any(t.title.casefold() == command.title.casefold() for t in own):
        raise AlreadyTrue()
    if sum(t.state == "suggested" for t in own) >= SUGGESTIONS_EACH:
        raise Rejected("limit_reached", most=SUGGESTIONS_EACH)
    return [e.TopicSuggested(person=person, title=command.title)]


@decides
def add_topic(session: Session, command: c.AddTopic, given: Given) -> Sequence[e.Event]:
    """Put up a topic of the facilitator's own."""
    if not command.title:
        raise Rejected("words_needed", field="title")
    title = command.title.casefold()
    if any(t.title.casefold() == title and t.state == "up" for t in session.topics.values()):
        raise AlreadyTrue()
    return [e.TopicAdded(title=command.title)]


@decides
def put_up_topic(session: Session, command: c.PutUpTopic, given: Given) -> Sequence[e.Event]:
    """Show a suggestion that waits, or a topic that was set aside or parked."""
    topic = _known(session, command.topic)
    if topic.state not in ("suggested", "aside", "parked"):
        raise AlreadyTrue()
    return [e.TopicPutUp(topic=topic.id)]


@decides
def set_aside_topic(session: Session, command: c.SetAsideTopic, given: Given) -> Sequence[e.Event]:
    """Leave a topic off the wall; the current one is ended first."""
    topic = _known(session, command.topic)
    if topic.state == "aside":
        raise AlreadyTrue()
    return [*ending(session, topic.id), e.TopicSetAside(topic=topic.id)]


@decides
def park_topic(session: Session, command: c.ParkTopic, given: Given) -> Sequence[e.Event]:
    """Put a topic by for later; the current one is ended first."""
    topic = _known(session, command.topic)
    if topic.state == "parked":
        raise AlreadyTrue()
    return [*ending(session, topic.id), e.TopicParked(topic=topic.id)]


@decides
def merge_topics(session: Session, command: c.MergeTopics, given: Given) -> Sequence[e.Event]:
    """Take two topics together; if one of them is being talked about, the other is from now on."""
    topic, into = _known(session, command.topic), _known(session, command.into)
    if topic.id == into.id:
        raise Rejected("same_topic")
    merged = e.TopicMerged(topic=topic.id, into=into.id)
    if session.agenda.topic != topic.id:
        return [merged]
    due = due_run_ms(topic)
    left_ms = None if due is None else max(0, due - running_ms(session.clock, given.now_ms))
    goes_on = e.TopicBegun(topic=into.id, limit_ms=left_ms)
    return [*ending(session, topic.id), merged, goes_on]


@decides
def begin_topic(session: Session, command: c.BeginTopic, given: Given) -> Sequence[e.Event]:
    """Move the talk on, to a known topic or to one that gets its title now.

    A wall that showed the topics shows the bowl again, once a result has been read.
    """
    if clock_state(session.clock) == "lobby":
        raise Rejected("not_running")
    limit_ms = None if command.minutes is None else command.minutes * MINUTE_MS
    before = closing_thumbs(session)
    after = leaving_topics(session, given)
    if command.topic is not None:
        topic = root_of(session, command.topic)
        if topic is None:
            raise Rejected("topic_unknown")
        if session.agenda.topic == topic.id:
            raise AlreadyTrue()
        return [*before, e.TopicBegun(topic=topic.id, limit_ms=limit_ms), *after]
    if not command.title:
        raise Rejected("words_needed", field="title")
    id = TopicId(session.seq + len(before) + 1)
    begun = e.TopicBegun(topic=id, limit_ms=limit_ms)
    return [*before, e.TopicAdded(title=command.title), begun, *after]


@decides
def give_topic_time(session: Session, command: c.GiveTopicTime, given: Given) -> Sequence[e.Event]:
    """Set when the time of the current topic is up; the room is not asked about it any more."""
    topic = _known(session, command.topic)
    if session.agenda.topic != topic.id:
        raise Rejected("topic_not_current")
    so_far_ms = running_ms(session.clock, given.now_ms) - topic.spans[-1][0]
    limit_ms = so_far_ms + command.minutes * MINUTE_MS
    if topic.limit_ms == limit_ms:
        raise AlreadyTrue()
    return [*closing_thumbs(session), e.TopicTimed(topic=topic.id, limit_ms=limit_ms)]


@decides
def end_topic(session: Session, command: c.EndTopic, given: Given) -> Sequence[e.Event]:
    """End the current topic."""
    topic = _known(session, command.topic)
    if session.agenda.topic != topic.id:
        raise AlreadyTrue()
    return ending(session)


def ending(session: Session, topic: TopicId | None = None) -> list[e.Event]:
    """Make the events that end the current topic: if it is ``topic``, or whichever it is."""
    current = session.agenda.topic
    if current is None or topic not in (None, current):
        return []
    return [*closing_thumbs(session), e.TopicEnded(topic=current)]


@decides
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
    if found.into is not None:
        raise Rejected("topic_merged", topic=found.into)
    return found
