"""What all commands of a community are made of."""

from typing import Annotated, Any, ClassVar, Literal

import msgspec
from msgspec import Meta

from fishbowl.domain.kernel.roles import check_declared

LABEL_MAX = 80
LINE_MAX = 140
ADDRESS_MAX = 500
LANGUAGE_MAX = 16
ZONE_MAX = 64
PEOPLE_MAX = 5_000
"""People who are invited by one list."""

Label = Annotated[str, Meta(max_length=LABEL_MAX)]
Line = Annotated[str, Meta(max_length=LINE_MAX)]
Address = Annotated[str, Meta(max_length=ADDRESS_MAX)]
LanguageTag = Annotated[
    str, Meta(max_length=LANGUAGE_MAX, pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
]
TimeZone = Annotated[str, Meta(max_length=ZONE_MAX, pattern="^[A-Za-z0-9_+/-]+$")]

Sender = Literal["member", "host", "owner", "door", "time"]
"""Who may send a command.

``member``: only about themselves. ``host``: a member who accepted to be a host, and the owner.
``owner``: whoever has the owner's key. ``door``: the server, after somebody has proved something
at a door, such as by a pass or by a letter's token. ``time``: nobody; an instant has come.
"""


class Command(msgspec.Struct, frozen=True, kw_only=True, tag=True, forbid_unknown_fields=True):
    """The base of all commands. Each declares who may send it.

    A command that ``member`` may send has the field ``member``: whose it is.
    """

    senders: ClassVar[frozenset[Sender]]

    def __init_subclass__(cls, **options: Any) -> None:
        """Check what a command declares.

        :raises TypeError: it does not say who may send it, or whose it is.
        """
        super().__init_subclass__(**options)
        check_declared(cls, own="member")


OWNER: frozenset[Sender] = frozenset({"owner"})
HOSTS: frozenset[Sender] = frozenset({"owner", "host"})
MEMBER: frozenset[Sender] = frozenset({"member"})
MEMBER_OR_DOOR: frozenset[Sender] = frozenset({"member", "door"})
DOOR: frozenset[Sender] = frozenset({"door"})
TIME: frozenset[Sender] = frozenset({"time"})
