"""Commands about what members may be asked about."""

from typing import Annotated, ClassVar

from msgspec import Meta

from fishbowl.domain.community.commands.base import MEMBER, Command, Sender
from fishbowl.domain.community.ids import MemberId

TOPIC_MAX = 140
TICKED_MAX = 20
"""Topics of one session."""

Topic = Annotated[str, Meta(min_length=1, max_length=TOPIC_MAX)]


class TickTopics(Command, frozen=True, kw_only=True):
    """Say "ask me about this" of what one spoke on; the door has checked that they did.

    :param code: a session that is linked to the member.
    :param topics: all of that session that are ticked from now on; none takes every tick back.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    code: str
    topics: Annotated[tuple[Topic, ...], Meta(max_length=TICKED_MAX)] = ()
