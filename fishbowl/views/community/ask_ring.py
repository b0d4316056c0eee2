"""The drawing of whom a question goes to: members as dots round a table; who is asked is lit."""

from math import cos, pi, sin

import msgspec

DOTS_MAX = 36
RADIUS = 50
CENTRE = 60


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A member, or some of many; ``lit``: somebody who is asked."""

    x: float
    y: float
    lit: bool


def ask_ring(asked: int, members: int) -> tuple[Dot, ...]:
    """Spread the members over the ring, and those who are asked evenly among them.

    :param members: without who asks.
    """
    count = min(DOTS_MAX, max(members, asked))
    lit = {round(one * count / asked) % count for one in range(asked)} if asked else set()
    return tuple(
        Dot(
            x=round(CENTRE - RADIUS * sin(2 * pi * no / count), 1),
            y=round(CENTRE + RADIUS * cos(2 * pi * no / count), 1),
            lit=no in lit,
        )
        for no in range(count)
    )
