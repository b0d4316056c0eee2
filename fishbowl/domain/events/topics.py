"""Events of topics."""

from fishbowl.domain.events.base import Event
from fishbowl.domain.ids import PersonId, TopicId


class TopicSuggested(Event, frozen=True, kw_only=True):
    """Somebody suggested a topic; the entry's ``seq`` is the topic. It is not shown yet."""

    name = "topic.suggested"
    erasable = ("title",)
    person: PersonId
    title: str


class TopicPutUp(Event, frozen=True, kw_only=True):
    """A suggested topic may be shown on the wall and the phones."""

    name = "topic.put_up"
    topic: TopicId


class TopicSetAside(Event, frozen=True, kw_only=True):
    """A suggested topic stays off the wall."""

    name = "topic.set_aside"
    topic: TopicId


class TopicAdded(Event, frozen=True, kw_only=True):
    """The facilitator named a topic; the entry's ``seq`` is the topic."""

    name = "topic.added"
    title: str


class TopicBegun(Event, frozen=True, kw_only=True):
    """The talk is about ``topic`` from here; the topic before it is done."""

    name = "topic.begun"
    topic: TopicId


class TopicEnded(Event, frozen=True, kw_only=True):
    """The talk is about no particular topic from here."""

    name = "topic.ended"
    topic: TopicId


class TopicRenamed(Event, frozen=True, kw_only=True):
    """A topic has another title, now and in the past."""

    name = "topic.renamed"
    erasable = ("title",)
    topic: TopicId
    title: str
    person: PersonId | None = None
