"""The short names and numbers that events, commands and states of a series share."""

from typing import Literal, NewType

from fishbowl.domain.kernel.ids import Seq

SeriesId = NewType("SeriesId", str)
"""The key of the stream; made at random, never shown."""

OccasionId = NewType("OccasionId", str)
"""One date of a series: the day that the recurrence gives it, ``2026-11-05``, which stays its id
when it is moved; or ``+12``, planned on its own by entry 12, and ``+12.3`` as the third of that
entry."""

Weekday = Literal["mo", "tu", "we", "th", "fr", "sa", "su"]
WEEKDAYS: tuple[Weekday, ...] = ("mo", "tu", "we", "th", "fr", "sa", "su")

Every = Literal["week", "month", "year"]
"""How often a recurrence comes."""

Bring = Literal["topic", "person", "question", "lunch"]
"""What somebody brings to an occasion whose turn they have."""

BRINGS: tuple[Bring, ...] = ("topic", "person", "question", "lunch")

ComerId = NewType("ComerId", int)
"""The ``seq`` of the entry by which somebody said that they come."""

SwapId = NewType("SwapId", int)
"""The ``seq`` of the entry by which somebody asked to swap turns."""

QuestionEnd = Literal["passed", "no_answer", "withdrawn"]
"""Why a member who was asked for a turn is asked no more."""
SwapEnd = Literal["declined", "no_answer", "withdrawn"]


def planned_id(seq: Seq, part: int = 0) -> OccasionId:
    """Name an occasion that an entry plans.

    :param part: which one, if the entry plans several.
    """
    return OccasionId(f"+{seq}.{part}" if part else f"+{seq}")


def is_ruled(occasion: OccasionId) -> bool:
    """Whether an occasion has its day from the recurrence."""
    return not occasion.startswith("+")
