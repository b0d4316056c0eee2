"""The command by which time writes down how many signals there were."""

from typing import Annotated

from msgspec import Meta

from fishbowl.domain.commands.base import Command
from fishbowl.domain.ids import TopicId

Total = Annotated[int, Meta(ge=0)]


class TotalSignals(Command, frozen=True, kw_only=True):
    """Time's own act: the sum of what the room signalled under a topic, or under none."""

    topic: TopicId | None = None
    agree: Total = 0
    thanks: Total = 0
    surprised: Total = 0
    slower: Total = 0
    microphone: Total = 0
