"""Commands about topics."""

from typing import ClassVar

from fishbowl.domain.kernel.ids import TopicId
from fishbowl.domain.session.commands.base import Command, Minutes, Title
from fishbowl.domain.session.commands.senders import (
    ATTENDEES,
    FACILITATORS,
    NOTE_TAKERS,
    SENDER,
    Owner,
    Senders,
)


class SuggestTopic(Command, frozen=True, kw_only=True):
    """Suggest a thread of the question; it waits for the facilitator."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    title: Title


class AddTopic(Command, frozen=True, kw_only=True):
    """Put up a topic of one's own, without beginning it: to prepare, before the start too."""

    senders: ClassVar[Senders] = NOTE_TAKERS

    title: Title


class PutUpTopic(Command, frozen=True, kw_only=True):
    """Let a suggested topic reach the wall and the phones."""

    senders: ClassVar[Senders] = NOTE_TAKERS

    topic: TopicId


class SetAsideTopic(Command, frozen=True, kw_only=True):
    """Leave a suggested topic off the wall."""

    senders: ClassVar[Senders] = NOTE_TAKERS

    topic: TopicId


class BeginTopic(Command, frozen=True, kw_only=True):
    """Make a topic the current one: a known ``topic``, or a new one called ``title``.

    With ``minutes`` it has a time: when that is up, the console offers to ask the room.
    """

    senders: ClassVar[Senders] = NOTE_TAKERS

    topic: TopicId | None = None
    title: Title = ""
    minutes: Minutes | None = None


class GiveTopicTime(Command, frozen=True, kw_only=True):
    """Give the current topic so many minutes from now on."""

    senders: ClassVar[Senders] = FACILITATORS

    topic: TopicId
    minutes: Minutes


class ParkTopic(Command, frozen=True, kw_only=True):
    """Put a topic by for later: it stays to be seen, apart from the others."""

    senders: ClassVar[Senders] = NOTE_TAKERS

    topic: TopicId


class MergeTopics(Command, frozen=True, kw_only=True):
    """Take a topic together with another: its votes and its time go along."""

    senders: ClassVar[Senders] = NOTE_TAKERS

    topic: TopicId
    into: TopicId


class EndTopic(Command, frozen=True, kw_only=True):
    """Close the current topic without beginning another."""

    senders: ClassVar[Senders] = NOTE_TAKERS

    topic: TopicId


class RenameTopic(Command, frozen=True, kw_only=True):
    """Give a topic another title; everything that refers to it stays linked."""

    senders: ClassVar[Senders] = NOTE_TAKERS
    after_the_end: ClassVar[bool] = True

    topic: TopicId
    title: Title
