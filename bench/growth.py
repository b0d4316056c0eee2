"""Growth: what a command, a view and a changed slice cost the more people or events there are.

In process and pure: the rules and the views by themselves, in µs of CPU. Three things grow:

* ``people``: 10 to 5,000 in the room, and with them those who wait, a fifth, at most 300;
* ``crowd``: up to 5,000 as well, but only twenty wait, and the others listen;
* ``events``: logs of 100 to 10,000 entries, by the same twenty people.

Judged is the largest against the smallest. What shows or plays through everybody who waits is by
nature linear in them: phones and the console list them all, and before somebody is called, or
shown as the next, the whole line is put in order. With ``people`` that is judged by the cost for
each who waits instead, against the size before the largest; with ``crowd`` and ``events`` the
same number waits, and it is judged as the rest. Turns that are over are added up in two views.
"""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bench.played import Room, full_room, long_evening
from bench.result import Result, row
from bench.subjects import SUBJECTS, subjects

PEOPLE = (10, 100, 1_000, 5_000)
CROWD = (100, 1_000, 5_000)
EVENTS = (100, 1_000, 10_000)
EVENTS_TO_PEOPLE = 2
"""The longest log that goes with a largest crowd."""
WAITING_SHARE, WAITING_MAX = 5, 300
CROWD_WAITING = 20
TALKERS, TALKERS_WAITING = 20, 4
BATCHES_TO_A_ROUND = 3
BATCH_S = 0.004
MICRO = 1e6

BY_THE_LINE = ("call", "view.phone", "view.display", "view.console")
"""What is linear in those who wait."""
BY_TURNS = ("view.phone", "view.console")
"""What adds up the turns that are over: the pace of the line, and how the talk is shared."""
HOLD_GROWTH = 2.0
"""Every lookup goes down a tree that has 32 branches at each fork: three levels for 5,000 people or
10,000 requests where ten have one. The places of those who wait are copied on top of that. What is
linear in people or requests grows fiftyfold at the least."""
HOLD_BY_TURNS = 4.0
"""Linear in turns, of which the longest log has fifty times as many as the shortest, a full day's:
a view may not come to cost much more by them."""
HOLD_PER_PLACE = 1.25
"""Linear is 1, and the fixed part of the cost is shared by more. What is linear in all the people
would come to 3.3: five times as many as in the size before, with half as many again who wait."""


class Axis(NamedTuple):
    """Something that grows."""

    name: str
    sizes: tuple[int, ...]
    room: Callable[[int], Room]


AXES = (
    Axis("people", PEOPLE, lambda n: full_room(n, min(n // WAITING_SHARE, WAITING_MAX))),
    Axis("crowd", CROWD, lambda n: full_room(n, CROWD_WAITING)),
    Axis("events", EVENTS, lambda n: long_evening(TALKERS, TALKERS_WAITING, n)),
)


async def measure(size: int, rounds: int) -> list[Result]:
    """Measure everything that grows.

    :param size: the largest crowd; the longest log has twice as many events.
    """
    results: list[Result] = []
    for axis in AXES:
        most = size * EVENTS_TO_PEOPLE if axis.name == "events" else size
        sizes = [one for one in axis.sizes if one <= most] or [min(axis.sizes)]
        rooms = {one: axis.room(one) for one in sizes}
        costs = _costs({one: subjects(room) for one, room in rooms.items()}, rounds)
        waiting = {one: len(room.waiting) for one, room in rooms.items()}
        for subject in SUBJECTS:
            results += _rows(subject, axis.name, costs[subject], waiting)
    return results


Costs = dict[int, list[float]]
"""µs of CPU by size, one for each batch."""


def _costs(todo: dict[int, dict[str, Callable[[], object]]], rounds: int) -> dict[str, Costs]:
    """Measure every subject; the sizes take turns, for the machine is not always as fast."""
    costs: dict[str, Costs] = {subject: {size: [] for size in todo} for subject in SUBJECTS}
    for subject in SUBJECTS:
        for _ in range(rounds * BATCHES_TO_A_ROUND):
            for size, doings in todo.items():
                costs[subject][size].append(_batch_us(doings[subject]))
    return costs


def _batch_us(doing: Callable[[], object]) -> float:
    """Do it for some milliseconds, and tell what once takes."""
    count, began_s = 0, time.thread_time()
    while (took_s := time.thread_time() - began_s) < BATCH_S:
        doing()
        count += 1
    return took_s / count * MICRO


def _rows(subject: str, axis: str, costs: Costs, waiting: dict[int, int]) -> Iterable[Result]:
    name, sizes = f"growth.{subject}.{axis}", sorted(costs)
    for size in sizes[:-1]:
        yield row(name, size, costs[size], "us")
    per_place = axis == "people" and subject in BY_THE_LINE
    if len(sizes) == 1:
        ratios, hold = {}, {}
    elif per_place:
        before, last = (statistics.median(costs[one]) / waiting[one] for one in sizes[-2:])
        ratios, hold = {"per_place": last / before}, {"per_place": HOLD_PER_PLACE}
    else:
        ratios = {"growth": _median_ratio(costs[sizes[-1]], costs[sizes[0]])}
        by_turns = axis == "events" and subject in BY_TURNS
        hold = {"growth": HOLD_BY_TURNS if by_turns else HOLD_GROWTH}
    yield row(name, sizes[-1], costs[sizes[-1]], "us", ratios=ratios, hold=hold)


def _median_ratio(largest: Sequence[float], smallest: Sequence[float]) -> float:
    return statistics.median(largest) / statistics.median(smallest)
