"""Events of a series as a whole."""

from typing import ClassVar

import msgspec

from fishbowl.domain.series.events.base import Event
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import About, Recurrence, Slot


class SeriesBegan(Event, frozen=True, kw_only=True):
    """A series began; always the first entry."""

    name: ClassVar[str] = "series.began"
    id: SeriesId
    about: About


class SeriesDescribed(Event, frozen=True, kw_only=True):
    """A host said something else of it; all fields hold from then on.

    :param shows: whether calendars show it otherwise.
    """

    name: ClassVar[str] = "series.described"
    about: About
    shows: bool = True


class Moved(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An occasion of which more was known, with its new day and time."""

    occasion: OccasionId
    slot: Slot


class RecurrenceSet(Event, frozen=True, kw_only=True):
    """Occasions come again at other times, or ``None``: not by themselves.

    :param dropped: occasions to come of which more was known, and which have no day any more.
    :param moved: those that keep their day, and are at another time of it.
    """

    name: ClassVar[str] = "series.recurrence_set"
    recurrence: Recurrence | None
    dropped: tuple[OccasionId, ...] = ()
    moved: tuple[Moved, ...] = ()


class SeriesEnded(Event, frozen=True, kw_only=True):
    """Nothing more comes; what was stays."""

    name: ClassVar[str] = "series.ended"


class SeriesResumed(Event, frozen=True, kw_only=True):
    """It goes on after all."""

    name: ClassVar[str] = "series.resumed"
