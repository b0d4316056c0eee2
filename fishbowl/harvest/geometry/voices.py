"""A dot chart of how many of the people present sat in the bowl."""

import msgspec

from fishbowl.harvest.model import Summary
from fishbowl.harvest.sentences import longest_share

COLUMNS = 22
STEP = 20.3
DOTS_MAX = 11 * COLUMNS
"""With more people, a dot stands for several."""


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A dot, in units of the drawing; ``heard`` tells whether it stands for voices."""

    cx: float
    cy: float
    heard: bool


class Voices(msgspec.Struct, frozen=True, kw_only=True):
    """The dots. ``each`` is how many people one stands for; ``longest_share`` the percentage of
    the talk, or of the seated time, of the four longest voices, as people read it; ``None`` where
    it says nothing."""

    width: float
    height: float
    dots: tuple[Dot, ...]
    each: int
    longest_share: int | None


def voices(summary: Summary, *, rtl: bool = False) -> Voices:
    """Place the dots row by row in the direction of writing, voices first."""
    figures = summary.figures
    each = -(-figures.people // DOTS_MAX) or 1
    heard = -(-figures.voices // each)
    count = max(heard, -(-figures.people // each))
    rows = -(-count // COLUMNS)
    width = round(COLUMNS * STEP, 1)
    return Voices(
        width=width,
        height=round(rows * STEP, 1),
        dots=tuple(
            Dot(
                cx=round(width - along if rtl else along, 2),
                cy=round((index // COLUMNS + 0.5) * STEP, 2),
                heard=index < heard,
            )
            for index in range(count)
            for along in ((index % COLUMNS + 0.5) * STEP,)
        ),
        each=each,
        longest_share=longest_share(summary),
    )
