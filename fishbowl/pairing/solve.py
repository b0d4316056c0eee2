"""Solves a round: as many as can be are paired, and of all such solutions the best fitting.

It is one assignment for everybody: a matching of the greatest weight among those with the most
pairs. A seasoned person who takes several newer ones stands in it once for each; every further one
costs a little, so that nobody carries two while somebody else has none.
"""

from itertools import combinations

import networkx

from fishbowl.domain.community.ids import MemberId, Pair, pair_of
from fishbowl.pairing.candidates import Weights, weights, weights_of
from fishbowl.pairing.fit import STEP, fit
from fishbowl.pairing.problem import Found, Person, Problem, Solution
from fishbowl.pairing.threes import with_one_more, with_threes

ASKED_AGAIN_MAX = 40
"""If more people than this have nobody, there is nobody for them."""


def solve(problem: Problem) -> Solution:
    """Solve a round.

    A pin holds whatever else is said; a pin of somebody who is not there is no pin.
    """
    people = sorted(_taking_part(problem), key=lambda person: person.id)
    by_id = {person.id: person for person in people}
    pins = [pair for pair in sorted(problem.pinned) if pair[0] in by_id and pair[1] in by_id]
    room = _room(problem, people, pins)
    free = [person for person in people if room[person.id] > 0]
    pairs = [*pins, *_matched(problem, free, room)]
    paired = {member for pair in pairs for member in pair} | set(problem.taken)
    alone = [person for person in people if person.id not in paired]
    groups = with_threes(problem, [[by_id[member] for member in pair] for pair in pairs], alone)
    if problem.kind == "across":
        groups += with_one_more(problem, groups, alone, [by_id[id] for id in sorted(problem.taken)])
    served = {person.id for group in groups for person in group} | set(problem.taken)
    found = [_found(problem, group) for group in groups]
    return Solution(
        groups=tuple(sorted(found, key=lambda group: (group.fit, group.members))),
        left=tuple(person.id for person in people if person.id not in served),
    )


def _taking_part(problem: Problem) -> list[Person]:
    """Who can be paired: with seasoned and newer ones nobody between, unless they are pinned."""
    pinned = {member for pair in problem.pinned for member in pair}
    return [
        person
        for person in problem.people
        if problem.kind == "across" or person.is_seasoned or person.is_newer or person.id in pinned
    ]


def _room(problem: Problem, people: list[Person], pins: list[Pair]) -> dict[MemberId, int]:
    """With how many people each can still be paired."""
    room = {
        person.id: problem.limit - problem.taken.get(person.id, 0)
        if problem.kind == "seasoned" and person.is_seasoned
        else int(person.id not in problem.taken)
        for person in people
    }
    for pair in pins:
        for member in pair:
            room[member] -= 1
    return room


def _matched(problem: Problem, free: list[Person], room: dict[MemberId, int]) -> list[Pair]:
    """The best pairs of those who are free.

    At first seasoned people take no more newer ones than they have to, and among many people not
    every pair is weighed. Only if that leaves somebody out, all that is allowed counts.
    """
    weighed = weights(problem, free)
    newer = sum(not person.is_seasoned for person in free)
    enough = 1 + newer // max(len(free) - newer, 1)
    pairs = _best(weighed, {member: min(most, enough) for member, most in room.items()})
    paired = {member for pair in pairs for member in pair}
    alone = [person for person in free if person.id not in paired]
    if 1 < len(alone) <= ASKED_AGAIN_MAX:
        more = weights_of(problem, alone, free)
        pairs = _best(dict(sorted((weighed | more).items())), room)
    return pairs


def _best(weighed: Weights, room: dict[MemberId, int]) -> list[Pair]:
    graph = networkx.Graph()
    for (one, other), weight in weighed.items():
        for place in range(room[one]):
            for further in range(room[other]):
                cost = place + further
                graph.add_edge((one, place), (other, further), weight=weight // STEP - cost)
    found = networkx.max_weight_matching(graph, maxcardinality=True)
    return sorted(pair_of(one[0], other[0]) for one, other in found)


def _found(problem: Problem, group: list[Person]) -> Found:
    """Tell what brings a group together: what holds for any two of it."""
    ordered = sorted(group, key=lambda person: (not person.is_seasoned, person.id))
    if problem.kind == "across":
        ordered = sorted(group, key=lambda person: person.id)
    fits = [fit(problem, one, other) for one, other in combinations(ordered, 2)]
    return Found(
        members=tuple(person.id for person in ordered),
        fit=min(one.shown for one in fits),
        reasons=tuple(dict.fromkeys(reason for one in fits for reason in one.reasons)),
        topic=next((one.topic for one in fits if one.topic), ""),
    )
