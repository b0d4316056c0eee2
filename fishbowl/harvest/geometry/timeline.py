"""The timeline: a row for each chair, a bar for each interval, topics as bands behind."""

from collections.abc import Sequence

import msgspec

from fishbowl.domain.kernel.ids import ChairNo
from fishbowl.harvest.geometry.axis import Axis, Piece, Tick
from fishbowl.harvest.geometry.fitting import BarName, bar_name
from fishbowl.harvest.model import Interval, Summary, TurnFacts, Who

BAR_INSET = 0.25
"""The gap between consecutive bars on a chair, in percent."""
GAP_MIN_MS = 5_000
"""Shorter times without anybody on a chair are not drawn as open."""


class Bar(Piece, frozen=True, kw_only=True):
    """An interval on a chair."""

    who: Who
    name: BarName
    from_run_ms: int
    to_run_ms: int
    spoken: tuple[Piece, ...]


class ChairRow(msgspec.Struct, frozen=True, kw_only=True):
    """One chair: who sat on it, and when it was open."""

    chair: ChairNo
    bars: tuple[Bar, ...]
    gaps: tuple[Piece, ...]


class Band(Piece, frozen=True, kw_only=True):
    """A topic behind the rows. ``shade`` alternates."""

    title: str
    shade: int


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The whole chart."""

    rows: tuple[ChairRow, ...]
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]


def timeline(summary: Summary, *, rtl: bool = False) -> Timeline | None:
    """Compute the chart; ``None`` if nobody sat, or if the attribution leaves it out."""
    if "chairs" in summary.left_out or not summary.turns or not summary.session.actual_ms:
        return None
    axis = Axis(summary.session.actual_ms, rtl=rtl)
    turns = summary.turns if summary.figures.by_floor else _without_floor(summary.turns)
    return Timeline(
        rows=tuple(
            _row(ChairNo(no), turns, axis) for no in range(1, summary.session.chair_count + 1)
        ),
        bands=_bands(summary, axis),
        ticks=axis.ticks(),
    )


def _without_floor(turns: Sequence[TurnFacts]) -> tuple[TurnFacts, ...]:
    """The turns without time with the floor, where that does not count."""
    return tuple(msgspec.structs.replace(turn, spoken=()) for turn in turns)


def _row(chair: ChairNo, turns: Sequence[TurnFacts], axis: Axis) -> ChairRow:
    sat = sorted(
        (
            (interval, turn)
            for turn in turns
            for interval in turn.intervals
            if interval.chair == chair
        ),
        key=lambda pair: (pair[0].from_run_ms, pair[0].to_run_ms),
    )
    return ChairRow(
        chair=chair,
        bars=tuple(_bar(interval, turn, axis) for interval, turn in sat if interval.length_ms),
        gaps=_gaps([interval for interval, _ in sat], axis),
    )


def _bar(interval: Interval, turn: TurnFacts, axis: Axis) -> Bar:
    piece = axis.piece(interval.from_run_ms, interval.to_run_ms, inset=BAR_INSET)
    return Bar(
        x=piece.x,
        width=piece.width,
        who=turn.who,
        name=bar_name(turn.who),
        from_run_ms=interval.from_run_ms,
        to_run_ms=interval.to_run_ms,
        spoken=tuple(
            axis.piece(since, to).within(piece)
            for span in turn.spoken
            if (since := max(span.from_run_ms, interval.from_run_ms))
            < (to := min(span.to_run_ms, interval.to_run_ms))
        ),
    )


def _gaps(intervals: Sequence[Interval], axis: Axis) -> tuple[Piece, ...]:
    gaps, free_from = [], 0
    for from_ms, to_ms in [(s.from_run_ms, s.to_run_ms) for s in intervals] + [
        (axis.length_ms, axis.length_ms)
    ]:
        if from_ms - free_from >= GAP_MIN_MS:
            gaps.append(axis.piece(free_from, from_ms, inset=BAR_INSET))
        free_from = max(free_from, to_ms)
    return tuple(gaps)


def _bands(summary: Summary, axis: Axis) -> tuple[Band, ...]:
    spans = sorted(
        ((span, topic.title) for topic in summary.topics for span in topic.spans if span.length_ms),
        key=lambda pair: pair[0].from_run_ms,
    )
    bands = []
    for index, (span, title) in enumerate(spans):
        piece = axis.piece(span.from_run_ms, span.to_run_ms)
        bands.append(Band(x=piece.x, width=piece.width, title=title, shade=index % 2))
    return tuple(bands)
