"""What goes on in a community, in figures.

They are for who runs the machine alone: small ones could point to a person. What members and hosts
may read of outcomes is in :func:`~fishbowl.domain.community.rules.checkins.counts`.
"""

import msgspec

from fishbowl.domain.community.model import Introduction
from fishbowl.domain.community.state import Community


class CheckIns(msgspec.Struct, frozen=True, kw_only=True):
    """What became of introductions.

    :param met: somebody said that they met.
    :param not_yet: they were asked, and nobody has said so.
    :param stopped: they ended without a meeting, and all who were in them can know it.
    """

    met: int
    not_yet: int
    stopped: int


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """How many there are.

    :param members: now.
    :param offers: that hold now, shared or not; ``needs`` likewise.
    :param suggestions: pairs of members who were ever suggested to each other.
    :param introductions: members who were brought together, since all of them said yes.
    :param pairs: those of them that came out of a pairing round; a three is one.
    :param outcomes: answers to the question whether it helped.
    :param answers: to questions that members put to others.
    """

    members: int
    offers: int
    needs: int
    suggestions: int
    introductions: int
    pairs: int
    check_ins: CheckIns
    outcomes: int
    answers: int


def figures(community: Community) -> Figures:
    """Count what goes on; of who left, only how introductions went stays counted."""
    sides = [one.side for one in community.offers.values()]
    made, counts = list(community.introductions.values()), community.counts
    forgotten, forgotten_pairs = counts.get("forgotten", 0), counts.get("forgotten_pairs", 0)
    answers = {answer for ask in community.asks.values() for answer in ask.answers}
    return Figures(
        members=len(community.members),
        offers=sides.count("offer"),
        needs=sides.count("need"),
        suggestions=len(community.suggested),
        introductions=len(made) + forgotten,
        pairs=sum(one.source == "round" for one in made) + forgotten_pairs,
        check_ins=CheckIns(
            met=counts.get("met", 0),
            not_yet=sum(map(_goes_on_unmet, made)),
            stopped=sum(map(_ended_unmet, made)) + forgotten,
        ),
        outcomes=sum(counts.get(one, 0) for one in ("helped", "tried", "did_not_help")),
        answers=len(answers.union(community.answers_kept)),
    )


def _goes_on_unmet(one: Introduction) -> bool:
    return one.asked > 0 and not one.is_met and one.ended_at_ms is None


def _ended_unmet(one: Introduction) -> bool:
    return not one.is_met and one.ended_at_ms is not None
