"""Draws what grows: one picture for the documentation, readable by itself on light and dark."""

import math
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bench.result import Result

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "growth.svg"

PANELS = {
    "people": "people, a fifth of whom wait, at most 300",
    "crowd": "people, twenty of whom wait",
    "events": "events in the log, by the same twenty people",
}
"""One beside the other, by what grows."""
LINES = {
    "view.console": ("the console", "#a3231f"),
    "view.phone": ("all phones", "#1d4ed8"),
    "view.display": ("the wall", "#0f766e"),
    "call": ("a call", "#7c3aed"),
    "undo": ("an undo", "#b45309"),
    "command": ("a phone’s command", "#111827"),
    "slice": ("a change to send", "#be185d"),
    "me": ("one’s own slice", "#4d7c0f"),
}
"""What is drawn, with its label and colour; each has 4.5 to 1 at least against the paper."""
HEADING = "µs of CPU, both ways logarithmic"
PAPER, INK, GRID = "#ffffff", "#1f2937", "#d1d5db"

PANEL_WIDTH, HEIGHT = 250, 300
LEFT, TOP, GAP, LABELS, BOTTOM = 70, 60, 165, 135, 50
LABEL_APART = 13
FROM_US, TO_US = 10, 20_000
WIDTH = LEFT + len(PANELS) * PANEL_WIDTH + (len(PANELS) - 1) * GAP + LABELS


class Point(NamedTuple):
    """One measured median: how many there are, and µs of CPU."""

    size: int
    us: float


Lines = dict[str, list[Point]]


def draw(results: Sequence[Result], path: Path = PICTURE) -> None:
    """Draw the rows of ``growth``; without any there is nothing to draw."""
    panels = {axis: _lines(results, axis) for axis in PANELS}
    if any(panels.values()):
        path.write_text("\n".join(_svg(panels)) + "\n")


def _lines(results: Sequence[Result], axis: str) -> Lines:
    lines: Lines = {}
    for subject in LINES:
        rows = [one for one in results if one.name == f"growth.{subject}.{axis}"]
        if rows:
            lines[subject] = sorted(Point(one.size, one.median) for one in rows)
    return lines


def _svg(panels: dict[str, Lines]) -> Iterator[str]:
    height = TOP + HEIGHT + BOTTOM
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="11">'
    )
    yield '<title id="title">What commands, views and changes cost as a session grows</title>'
    yield f'<desc id="desc">{escape(_described(panels))}</desc>'
    yield f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
    yield f'<text x="{LEFT}" y="24" font-size="14" fill="{INK}">{HEADING}</text>'
    for number, (axis, lines) in enumerate(panels.items()):
        if lines:
            yield from _panel(LEFT + number * (PANEL_WIDTH + GAP), axis, lines)
    yield "</svg>"


def _described(panels: dict[str, Lines]) -> str:
    """The same in words, for who does not see it."""
    return " ".join(
        f"By {PANELS[axis]}: "
        + "; ".join(
            f"{LINES[subject][0]} {points[0].us:,.0f} µs at {points[0].size:,}, "
            f"{points[-1].us:,.0f} µs at {points[-1].size:,}"
            for subject, points in lines.items()
        )
        + "."
        for axis, lines in panels.items()
        if lines
    )


def _panel(left: float, axis: str, lines: Lines) -> Iterator[str]:
    sizes = sorted({point.size for points in lines.values() for point in points})
    bottom = TOP + HEIGHT
    yield f'<text x="{left}" y="{TOP - 12}" fill="{INK}">{escape(PANELS[axis])}</text>'
    for us in (10, 100, 1_000, 10_000):
        y = _y(us)
        yield f'<path d="M{left} {y:.1f}h{PANEL_WIDTH}" stroke="{GRID}"/>'
        yield f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end" fill="{INK}">{us:,}</text>'
    for size in sizes:
        x = _x(left, size, sizes)
        yield f'<path d="M{x:.1f} {TOP}V{bottom}" stroke="{GRID}"/>'
        yield (
            f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle" fill="{INK}">{size:,}</text>'
        )
    at = dict(_label_places({subject: _y(points[-1].us) for subject, points in lines.items()}))
    for subject, points in lines.items():
        label, colour = LINES[subject]
        corners = [(_x(left, point.size, sizes), _y(point.us)) for point in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        for x, y in corners:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>'
        end = left + PANEL_WIDTH
        yield (
            f'<path d="M{end + 3} {corners[-1][1]:.1f}L{end + 10} {at[subject]:.1f}" '
            f'stroke="{colour}"/>'
        )
        y = at[subject] + 4
        yield f'<text x="{end + 13}" y="{y:.1f}" fill="{colour}">{escape(label)}</text>'


def _label_places(wanted: dict[str, float]) -> Iterator[tuple[str, float]]:
    """Where labels stand: beside the ends of their lines, but never over each other."""
    ordered = sorted(wanted, key=lambda subject: wanted[subject])
    places = [wanted[subject] for subject in ordered]
    for _ in ordered:
        for upper, lower in pairwise(range(len(places))):
            over = LABEL_APART - (places[lower] - places[upper])
            if over > 0:
                places[upper] -= over / 2
                places[lower] += over / 2
    return zip(ordered, places, strict=True)


def _x(left: float, size: int, sizes: Sequence[int]) -> float:
    if len(sizes) == 1:
        return left + PANEL_WIDTH / 2
    least, most = math.log(sizes[0]), math.log(sizes[-1])
    return left + PANEL_WIDTH * (math.log(size) - least) / (most - least)


def _y(us: float) -> float:
    least, most = math.log(FROM_US), math.log(TO_US)
    return TOP + HEIGHT * (most - math.log(us)) / (most - least)
