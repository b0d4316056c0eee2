"""Events of what members may be asked about."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import MemberId


class TopicsTicked(Event, frozen=True, kw_only=True):
    """A member may be asked about topics of a session; no other ones of it hold from then on."""

    name: ClassVar[str] = "member.topics_ticked"
    erasable: ClassVar[tuple[str, ...]] = ("code", "topics")
    member: MemberId
    code: str
    topics: tuple[str, ...]
