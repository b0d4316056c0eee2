"""When simulated people open the page."""

from random import Random

RUSH_SHARE = 0.7
"""The share of people who come while the room gathers; the others come until ``until_s``."""


def arrivals(people: int, rush_s: float, until_s: float, draw: Random) -> list[float]:
    """Draw when each person opens the page, in seconds after the opening, sorted.

    Most people come in a rush when the code is first shown: about a third of the rush comes within
    its first tenth (a beta distribution). The others come at uniformly random times after it.

    :param rush_s: how long the rush lasts.
    :param until_s: when the last latecomer may come.
    """
    rush = round(people * RUSH_SHARE)
    early = [draw.betavariate(1.0, 3.5) * rush_s for _ in range(rush)]
    late = [draw.uniform(rush_s, max(rush_s, until_s)) for _ in range(people - rush)]
    return sorted(early + late)
