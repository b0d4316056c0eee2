"""What all commands are made of."""

import re
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

import msgspec
from msgspec import Meta

from fishbowl.domain.session.commands.senders import OWNED_IDS, SENDER, Owner, Scope, Senders, id_in

NAME_MAX = 80
WORDS_MAX = 280
QUESTION_MAX = 280
TITLE_MAX = 140
GROUP_MAX = 24
PATIENCE_MAX = 20
SNOOZE_MAX = 60
WHERE_MAX = 40
ADDRESS_MAX = 200
CHAIRS_MIN, CHAIRS_MAX = 2, 8
OPEN_CHAIRS_MAX = 2
MINUTES_MAX = 24 * 60

Name = Annotated[str, Meta(max_length=NAME_MAX)]
Words = Annotated[str, Meta(max_length=WORDS_MAX)]
Question = Annotated[str, Meta(max_length=QUESTION_MAX)]
Group = Annotated[str, Meta(max_length=GROUP_MAX)]
Title = Annotated[str, Meta(max_length=TITLE_MAX)]
Where = Annotated[str, Meta(max_length=WHERE_MAX)]
Address = Annotated[str, Meta(max_length=ADDRESS_MAX)]
ChairCount = Annotated[int, Meta(ge=CHAIRS_MIN, le=CHAIRS_MAX)]
OpenChairs = Annotated[int, Meta(ge=0, le=OPEN_CHAIRS_MAX)]
Minutes = Annotated[int, Meta(ge=1, le=MINUTES_MAX)]
Instant = Annotated[int, Meta(ge=0, le=253_370_764_800_000)]
"""An instant in milliseconds since 1970, UTC; 0 for none."""
LanguageTag = Annotated[str, Meta(max_length=16, pattern="^([a-z]{2,3}(-[A-Za-z0-9]{2,8})?)?$")]
"""A language by its short name, such as ``en``; empty where nobody has said it."""
SeriesRef = Annotated[str, Meta(pattern=r"^([a-z0-9]{6,20})?\Z")]
"""The id of a series; empty for none."""
OccasionRef = Annotated[str, Meta(pattern=r"^(\d{4}-\d{2}-\d{2}|\+\d{1,9}(\.\d{1,4})?)?\Z")]
"""The id of an occasion of a series; empty for none."""
Patience = Annotated[int, Meta(ge=1, le=PATIENCE_MAX)]

Attribution = Literal["named", "opt_in", "chatham_house"]
"""Whose names are in what leaves the session: everybody's, of those who choose it, nobody's."""
KeptWords = Literal["nothing", "published"]
"""What stays of people's words when a session's date has come: none, or what was published."""
RequestKind = Literal["new_point", "reply", "question", "read_aloud"]
Wall = Literal["bowl", "qr", "topics", "takeaways", "known"]
Showing = Literal["live", "frozen", "blank"]
WifiSecurity = Literal["wpa", "wep", "open"]
EntryRule = Literal["called", "automatic", "free"]
"""How one gets in: called by the facilitator, called by the next free chair, or first thumb."""
ExitRule = Literal[
    "longest_seated", "voluntary", "time_limit", "tap_in", "visitors_leave", "group_swap"
]
"""Who makes room when the bowl is full."""
ChairKind = Literal["speaker", "host", "guest"]
"""Who a chair is for: whoever wants to speak, the facilitator, or an invited voice."""
QueueOrder = Literal["arrival", "fresh_voices", "least_floor", "alternate_groups", "lottery"]
"""Who is called next."""


@cache
def wire_name(class_name: str) -> str:
    """Turn ``CallPerson`` into ``call_person``, the name a command has on the wire."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", class_name).lower()


class Command(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="do",
    tag=wire_name,
    forbid_unknown_fields=True,
):
    """The base of all commands; ``do`` on the wire tells which one it is.

    Each declares who may send it, the field that tells whose it is where that is asked, and
    whether it can still be sent once the session is closed.
    """

    senders: ClassVar[Senders]
    whose: ClassVar[Owner | None] = None
    after_the_end: ClassVar[bool] = False

    def __init_subclass__(cls, **options: Any) -> None:
        """Check what a command declares.

        :raises TypeError: it does not say who may send it, or whose it is.
        """
        super().__init_subclass__(**options)
        if "senders" not in vars(cls):
            raise TypeError(f"{cls.__name__} does not declare who may send it")
        if Scope.OWN not in cls.senders.values():
            return
        if cls.whose == SENDER:
            return
        if cls.whose not in cls.__annotations__:
            raise TypeError(f"{cls.__name__} does not declare the field that tells whose it is")
        if id_in(cls.__annotations__[cls.whose]) not in OWNED_IDS:
            raise TypeError(f"{cls.__name__}.{cls.whose} is no id of what belongs to somebody")
