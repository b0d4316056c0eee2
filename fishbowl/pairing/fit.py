"""How well two people fit, and why.

A fit is a sum of points. The reasons that are named come from what both share, from *seasoned* and
*newer*, and from another organisation. What comes from sessions counts for the choice, but is
neither a reason nor part of the fit that is shown.
"""

from typing import NamedTuple, get_args

from fishbowl.domain.community.ids import Reason, pair_of
from fishbowl.pairing.problem import Person, Problem

POINTS: dict[Reason, int] = {
    "mutual": 50,
    "offer_need": 40,
    "topic": 20,
    "other_organisation": 10,
    "sat_apart": 10,
    "spoke_after": 10,
}
"""``mutual`` counts instead of ``offer_need``."""
REASONS: tuple[Reason, ...] = get_args(Reason)
STEP = 10
"""All points are multiples of it. Few different weights are solved much faster than many."""
BASE = 20
"""The points of any pair that a round allows."""
MOST = 100

HIDDEN_TOPIC = 10
"""The points of a topic in common that is not shared by both as a line."""


class Fit(NamedTuple):
    """How well two fit.

    :param weight: the points that decide, hidden ones included.
    :param shown: 0 to 100, of the reasons alone.
    """

    weight: int
    shown: int
    reasons: tuple[Reason, ...]
    topic: str


def may_meet(problem: Problem, one: Person, other: Person) -> bool:
    """Whether a round allows two people as a pair.

    A seasoned person meets a newer one. Across, two who work in one organisation or sat in the same
    bowl do not need a round to meet.
    """
    pair = pair_of(one.id, other.id)
    if one.id == other.id or pair in problem.never:
        return False
    if problem.kind == "seasoned":
        return (one.is_seasoned and other.is_newer) or (one.is_newer and other.is_seasoned)
    return pair not in problem.together and not _are_colleagues(one, other)


def fit(problem: Problem, one: Person, other: Person) -> Fit:
    """Weigh two people; a pair that a host pinned may have no reason at all."""
    pair = pair_of(one.id, other.id)
    reasons, topic = _shared(one, other)
    for person in (one, other):
        if problem.kind == "seasoned" and (person.is_seasoned or person.is_newer):
            reasons.append("seasoned" if person.is_seasoned else "newer")
    if one.organisation and other.organisation and not _are_colleagues(one, other):
        reasons.append("other_organisation")
    shown = min(BASE + sum(POINTS.get(reason, 0) for reason in reasons), MOST)
    hidden = 0
    if not topic and one.topics & other.topics:
        hidden += HIDDEN_TOPIC
    if pair not in problem.together:
        hidden += POINTS["sat_apart"]
    if pair in problem.followed:
        hidden += POINTS["spoke_after"]
    in_order = sorted(set(reasons), key=REASONS.index)
    return Fit(min(shown + hidden, MOST), shown, tuple(in_order), topic)


def _shared(one: Person, other: Person) -> tuple[list[Reason], str]:
    """What the shared lines of two people have in common, and a topic of it."""
    given, taken = one.gives & other.needs, other.gives & one.needs
    if given or taken:
        reason: Reason = "mutual" if given and taken else "offer_need"
        return [reason], min(given | taken)
    common = (one.gives | one.needs) & (other.gives | other.needs)
    return (["topic"], min(common)) if common else ([], "")


def _are_colleagues(one: Person, other: Person) -> bool:
    return bool(one.organisation) and one.organisation == other.organisation
