"""The portrait: a radial bar chart of the voices around a table.

Each voice is a bar ("petal"). Its length is time on a chair, its inner part time with the floor.
The archive index stores the chart as JSON, so the names of fields must not change.
"""

from math import cos, pi, sin

import msgspec

from fishbowl.harvest.model import Summary

SIZE = 400
CENTRE = SIZE / 2
PETAL_FROM, PETAL_LENGTH, PETAL_MIN = 84.0, 86.0, 6.0
PETAL_WIDTH = 15.0
DOTS_ON_A_RING = 120
RINGS = (189.0, 180.0)
"""Radii of the rings of listeners at the edge; at most two full rings are drawn."""


class Petal(msgspec.Struct, frozen=True, kw_only=True):
    """The bar of a voice, as a line outwards; ``spoken`` is the end of its part with the floor."""

    x1: float
    y1: float
    x2: float
    y2: float
    spoken: tuple[float, float] | None


class PortraitDot(msgspec.Struct, frozen=True, kw_only=True):
    """One listener."""

    cx: float
    cy: float


class Portrait(msgspec.Struct, frozen=True, kw_only=True):
    """The chart, in a square of 400. If people are left out there are no petals."""

    petals: tuple[Petal, ...]
    dots: tuple[PortraitDot, ...]
    width: float
    voices: int


def portrait(summary: Summary) -> Portrait:
    """Compute the chart; voices are in the order of their first turns, clockwise from the top."""
    facts = {person.who.person: person for person in summary.people}
    first = (turn.who.person for turn in summary.turns if turn.first)
    came = [facts[person] for person in first if person in facts]
    longest = max((person.seated_ms for person in came), default=0) or 1
    by_floor = summary.figures.by_floor
    petals = []
    for index, person in enumerate(came):
        angle = 2 * pi * index / len(came)
        length = max(PETAL_MIN, PETAL_LENGTH * person.seated_ms / longest)
        spoken = PETAL_LENGTH * person.spoken_ms / longest if by_floor else 0
        x1, y1 = _at(angle, PETAL_FROM)
        x2, y2 = _at(angle, PETAL_FROM + length)
        petals.append(
            Petal(
                x1=x1,
                y1=y1,
                x2=x2,
                y2=y2,
                spoken=_at(angle, PETAL_FROM + min(length, spoken)) if spoken else None,
            )
        )
    round_the_table = 2 * pi * PETAL_FROM / max(1, len(came))
    return Portrait(
        petals=tuple(petals),
        dots=_dots(summary.figures.people - summary.figures.voices),
        width=round(min(PETAL_WIDTH, round_the_table * 0.7), 1),
        voices=summary.figures.voices,
    )


def _dots(listeners: int) -> tuple[PortraitDot, ...]:
    rings = 1 if listeners <= DOTS_ON_A_RING else len(RINGS)
    shown = min(listeners, DOTS_ON_A_RING * rings)
    dots = []
    for index in range(shown):
        ring = index % rings
        on_ring = -(-(shown - ring) // rings)
        angle = 2 * pi * (index // rings + ring / 2) / on_ring
        cx, cy = _at(angle, RINGS[ring])
        dots.append(PortraitDot(cx=cx, cy=cy))
    return tuple(dots)


def _at(angle: float, radius: float) -> tuple[float, float]:
    """A point at an angle, clockwise from the top, in units of the drawing."""
    return round(CENTRE + radius * sin(angle), 1), round(CENTRE - radius * cos(angle), 1)
