"""What all commands of a series are made of."""

from typing import Annotated, Any, ClassVar, Literal

import msgspec
from msgspec import Meta

from fishbowl.domain.kernel.roles import check_declared
from fishbowl.domain.series.ids import OccasionId

LABEL_MAX = 140
SLUG_MAX = 60
PURPOSE_MAX = 500
PLACE_MAX = 140
NAME_MAX = 40
WORDS_MAX = 140
HASHTAG_MAX = 50
MINUTES_MAX = 24 * 60
NOTICE_MAX = 60
LINES_MAX = 2_000
"""Lines of one programme."""
CARRIED_MAX = 500

Label = Annotated[str, Meta(max_length=LABEL_MAX)]
Slug = Annotated[str, Meta(max_length=SLUG_MAX, pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
Purpose = Annotated[str, Meta(max_length=PURPOSE_MAX)]
Place = Annotated[str, Meta(max_length=PLACE_MAX)]
FirstName = Annotated[str, Meta(max_length=NAME_MAX)]
Words = Annotated[str, Meta(max_length=WORDS_MAX)]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
TimeOfDay = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
MinuteCount = Annotated[int, Meta(ge=1, le=MINUTES_MAX)]
OccasionRef = Annotated[OccasionId, Meta(max_length=24)]

Sender = Literal["host", "member", "door", "time"]
"""Who may send a command.

``host``: whoever the pages of hosts are open to; they look who is one. ``member``: only about
themselves. ``door``: the server, for somebody on a public page. ``time``: nobody; an instant has
come.
"""


class Command(msgspec.Struct, frozen=True, kw_only=True, tag=True, forbid_unknown_fields=True):
    """The base of all commands. Each declares who may send it.

    A command that only ``member`` may send has the field ``member``: whose it is.
    """

    senders: ClassVar[frozenset[Sender]]

    def __init_subclass__(cls, **options: Any) -> None:
        """Check what a command declares.

        :raises TypeError: it does not say who may send it, or whose it is.
        """
        super().__init_subclass__(**options)
        check_declared(cls, own="member")


HOST: frozenset[Sender] = frozenset({"host"})
MEMBER: frozenset[Sender] = frozenset({"member"})
DOOR: frozenset[Sender] = frozenset({"door"})
TIME: frozenset[Sender] = frozenset({"time"})
HOST_OR_TIME: frozenset[Sender] = frozenset({"host", "time"})
MEMBER_OR_DOOR: frozenset[Sender] = frozenset({"member", "door"})
"""``door``: a letter's token has named the member."""
