"""Commands about what members say of their work."""

from typing import Annotated, ClassVar

from msgspec import Meta

from fishbowl.domain.community.commands.base import MEMBER, Command, Sender
from fishbowl.domain.community.ids import MemberId

YEARS_MAX = 70
ORGANISATION_MAX = 80

Years = Annotated[int, Meta(ge=0, le=YEARS_MAX)]
Organisation = Annotated[str, Meta(max_length=ORGANISATION_MAX)]


class SayFacts(Command, frozen=True, kw_only=True):
    """Say something about one's work; it is used for pairing, and shown to nobody else.

    :param years: in the field; ``None`` if they do not say it.
    :param organisation: where they work; empty if they do not say it.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    years: Years | None = None
    organisation: Organisation = ""
