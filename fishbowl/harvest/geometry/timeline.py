"""Who sat when: a row a chair, a bar a stretch, the topics as bands behind."""

from collections.abc import Sequence

import msgspec

from fishbowl.domain.session.ids import ChairNo
from fishbowl.harvest.geometry.axis import Axis, Piece, Tick
from fishbowl.harvest.geometry.fitting import BarName, bar_name
from fishbowl.harvest.model import Interval, Summary, TurnFacts, Who

BAR_INSET = 0.25
"""Air between two people who follow each other on a chair, in percent."""
GAP_MIN_MS = 5_000
"""A chair that is free for less was only changing hands."""


class Bar(Piece, frozen=True, kw_only=True):
    """A stretch on a chair."""

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
    """Lay the session out; ``None`` where nobody sat, or where it may not be shown."""
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
    """The turns as they are drawn where the floor does not count."""
    return tuple(msgspec.structs.replace(turn, spoken=()) for turn in turns)


def _row(chair: ChairNo, turns: Sequence[TurnFacts], axis: Axis) -> ChairRow:
    sat = sorted(
        ((stretch, turn) for turn in turns for stretch in turn.stretches if stretch.chair == chair),
        key=lambda pair: (pair[0].from_run_ms, pair[0].to_run_ms),
    )
    return ChairRow(
        chair=chair,
        bars=tuple(_bar(stretch, turn, axis) for stretch, turn in sat if stretch.length_ms),
        gaps=_gaps([stretch for stretch, _ in sat], axis),
    )


def _bar(stretch: Interval, turn: TurnFacts, axis: Axis) -> Bar:
    piece = axis.piece(stretch.from_run_ms, stretch.to_run_ms, inset=BAR_INSET)
    return Bar(
        x=piece.x,
        width=piece.width,
        who=turn.who,
        name=bar_name(turn.who),
        from_run_ms=stretch.from_run_ms,
        to_run_ms=stretch.to_run_ms,
        spoken=tuple(
            axis.piece(since, to).within(piece)
            for span in turn.spoken
            if (since := max(span.from_run_ms, stretch.from_run_ms))
            < (to := min(span.to_run_ms, stretch.to_run_ms))
        ),
    )


def _gaps(stretches: Sequence[Interval], axis: Axis) -> tuple[Piece, ...]:
    gaps, free_from = [], 0
    for from_ms, to_ms in [(s.from_run_ms, s.to_run_ms) for s in stretches] + [
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
