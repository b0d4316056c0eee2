"""When people come through the door."""

from random import Random

RUSH_SHARE = 0.7
"""How many come while the room gathers; the rest drops in until the middle of the session."""


def arrivals(people: int, rush_s: float, until_s: float, draw: Random) -> list[float]:
    """Draw when each person opens the page, in seconds after the doors, earliest first.

    People come like rain, at random moments, but in a shower at the beginning: the code appears on
    the wall and everybody scans at once. A third of the shower falls within its first tenth.

    :param rush_s: how long the shower lasts.
    :param until_s: when the last latecomer may come.
    """
    rush = round(people * RUSH_SHARE)
    shower = [draw.betavariate(1.0, 3.5) * rush_s for _ in range(rush)]
    late = [draw.uniform(rush_s, max(rush_s, until_s)) for _ in range(people - rush)]
    return sorted(shower + late)
