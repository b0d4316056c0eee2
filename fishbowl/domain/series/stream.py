"""Series as a kind of stream: what the log, the writer and snapshots know of them."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from fishbowl.domain.community.ids import MemberId, member_in
from fishbowl.domain.kernel.codec import Codec
from fishbowl.domain.kernel.erasure import ListedErasure
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.streams import Asked, Decision, Stream, StreamKind
from fishbowl.domain.series import events as e
from fishbowl.domain.series.commands import Command
from fishbowl.domain.series.decide import Given, decide
from fishbowl.domain.series.erasure import ERASING, erasable_fields, erasure
from fishbowl.domain.series.evolve import evolve
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.row import SeriesRow, series_row
from fishbowl.domain.series.snapshot import pack, unpack
from fishbowl.domain.series.state import Series


def _decided(series: Series | None, command: Command, asked: Asked) -> Decision:
    member = member_in(asked.key) or MemberId(0)
    given = Given(now_ms=asked.now_ms, role=asked.role, member=member)
    return Decision(member, decide(series, command, given))


def _again(series: Series, event: Any, now_ms: Millis) -> Sequence[Any]:
    """What an erasing event comes to in an earlier state: of a member also what they said there."""
    if isinstance(event, e.MemberForgotten):
        said = series.words.get(event.member, ())
        return (replace(event, entries=tuple(sorted({*event.entries, *said}))),)
    return (event,)


def _erased(series: Series, what: ListedErasure) -> Series:
    """Whatever erases removes what it erases from the state, too."""
    return series


SERIES: StreamKind[Series] = StreamKind(
    name="series",
    codec=Codec(e.Entry, e.EVENT_TYPES, {}),
    evolve=evolve,
    decide=_decided,
    erasable_fields=erasable_fields,
    erasure=erasure,
    erasing=ERASING,
    erase=_erased,
    again=_again,
    table="series",
    row_type=SeriesRow,
    row=series_row,
    key_of=lambda series: series.id,
    pack=pack,
    unpack=unpack,
)


def series_stream(id: SeriesId) -> Stream:
    """Name the stream of a series."""
    return SERIES.stream(id)
