"""Events of members who do not want to meet somebody."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import ApartId, MemberId


class KeptApart(Event, frozen=True, kw_only=True):
    """A member does not want to meet somebody; it is shown to nobody else.

    :param other: whom; 0 if a name was given, the ``label``.
    """

    name: ClassVar[str] = "member.kept_apart"
    erasable: ClassVar[tuple[str, ...]] = ("label",)
    member: MemberId
    other: MemberId
    label: str


class AllowedAgain(Event, frozen=True, kw_only=True):
    """A member took that back; the name that it held is overwritten."""

    name: ClassVar[str] = "member.allowed_again"
    member: MemberId
    apart: ApartId
