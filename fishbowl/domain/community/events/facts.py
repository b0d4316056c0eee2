"""Events of what members say of their work."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import MemberId


class FactsSaid(Event, frozen=True, kw_only=True):
    """A member said something about their work; both fields hold from then on.

    :param years: in the field; ``None`` if they do not say it.
    :param organisation: where they work; empty if they do not say it.
    """

    name: ClassVar[str] = "member.facts_said"
    erasable: ClassVar[tuple[str, ...]] = ("years", "organisation")
    member: MemberId
    years: int | None
    organisation: str
