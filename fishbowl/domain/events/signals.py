"""The event that keeps the sum of the room's signals."""

from fishbowl.domain.events.base import Event
from fishbowl.domain.events.limits import Count
from fishbowl.domain.ids import TopicId


class SignalsTotalled(Event, frozen=True, kw_only=True):
    """How often the room reacted under ``topic``, and how many asked for the two other things."""

    name = "signals.totalled"
    undo = "never"
    topic: TopicId | None
    agree: Count
    thanks: Count
    surprised: Count
    slower: Count
    microphone: Count
