"""Events of topics."""

from msgspec import UNSET

from fishbowl.domain.kernel.ids import PersonId, ThumbsId, TopicId
from fishbowl.domain.session.events.base import ITSELF, Event, Result
from fishbowl.domain.session.events.limits import ShiftMs, TitleText


class TopicSuggested(Event, frozen=True, kw_only=True):
    """Somebody suggested a topic; the entry's ``seq`` is the topic. It is not shown yet."""

    name = "topic.suggested"
    undo = "never"
    words_of = ITSELF
    erasable = ("title",)
    person: PersonId
    title: TitleText


class TopicPutUp(Event, frozen=True, kw_only=True):
    """A suggested topic may be shown on the wall and the phones."""

    name = "topic.put_up"
    undo = "by_role"
    undo_by = "note_takers"
    topic: TopicId


class TopicSetAside(Event, frozen=True, kw_only=True):
    """A suggested topic stays off the wall."""

    name = "topic.set_aside"
    undo = "by_role"
    undo_by = "note_takers"
    topic: TopicId


class TopicAdded(Event, frozen=True, kw_only=True):
    """The facilitator named a topic; the entry's ``seq`` is the topic."""

    name = "topic.added"
    undo = "by_role"
    undo_by = "note_takers"
    title: TitleText


class TopicBegun(Event, frozen=True, kw_only=True):
    """The talk is about ``topic`` from here, for ``limit_ms`` if given; the one before is done."""

    name = "topic.begun"
    undo = "by_role"
    undo_by = "note_takers"
    topic: TopicId
    limit_ms: ShiftMs | None = None


class TopicEnded(Event, frozen=True, kw_only=True):
    """The talk is about no particular topic from here."""

    name = "topic.ended"
    undo = "by_role"
    undo_by = "note_takers"
    topic: TopicId


class TopicTimed(Event, frozen=True, kw_only=True):
    """The current topic has ``limit_ms`` in all, counted from when it was begun.

    ``settles`` is the asking that this answers, if the room was asked whether to go on.
    """

    name = "topic.timed"
    undo = "by_role"
    undo_by = "facilitators"
    topic: TopicId
    limit_ms: ShiftMs
    settles: Result[ThumbsId | None] = UNSET


class TopicParked(Event, frozen=True, kw_only=True):
    """A topic was put by for later."""

    name = "topic.parked"
    undo = "by_role"
    undo_by = "note_takers"
    topic: TopicId


class TopicMerged(Event, frozen=True, kw_only=True):
    """A topic is part of another from here; its votes and its time count there."""

    name = "topic.merged"
    undo = "by_role"
    undo_by = "note_takers"
    topic: TopicId
    into: TopicId


class TopicRenamed(Event, frozen=True, kw_only=True):
    """A topic has another title, now and in the past."""

    name = "topic.renamed"
    undo = "by_role"
    undo_by = "note_takers"
    words_of = "topic"
    erasable = ("title",)
    topic: TopicId
    title: TitleText
    person: PersonId | None = None
