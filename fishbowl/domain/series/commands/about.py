"""Commands about a series as a whole."""

from typing import Annotated, ClassVar

from msgspec import Meta

from fishbowl.domain.series.commands.base import HOST, Command, Sender
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Recurrence

SeriesRef = Annotated[SeriesId, Meta(pattern="^[a-z0-9]{6,20}$")]


class BeginSeries(Command, frozen=True, kw_only=True):
    """Begin a series; its ``id`` was made at random."""

    senders: ClassVar[frozenset[Sender]] = HOST
    id: SeriesRef
    about: About


class DescribeSeries(Command, frozen=True, kw_only=True):
    """Say what a series is; all fields hold from then on."""

    senders: ClassVar[frozenset[Sender]] = HOST
    about: About


class SetRecurrence(Command, frozen=True, kw_only=True):
    """Let occasions come again at these times, or ``None``: not by themselves."""

    senders: ClassVar[frozenset[Sender]] = HOST
    recurrence: Recurrence | None


class EndSeries(Command, frozen=True, kw_only=True):
    """Let nothing more come."""

    senders: ClassVar[frozenset[Sender]] = HOST


class ResumeSeries(Command, frozen=True, kw_only=True):
    """Let it go on."""

    senders: ClassVar[frozenset[Sender]] = HOST
