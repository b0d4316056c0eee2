"""What hosts see of pairing rounds.

Of a draft: who is proposed to whom, with reasons that come from shared lines, *seasoned* and
*newer*, and *another organisation*. Of a round that goes on: which groups met, not yet, or ended;
never by whom, and nothing of single groups with an employer.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from fishbowl.domain.community.ids import MemberId, Pair, Reason, RoundId, RoundKind
from fishbowl.domain.community.model import Group, Introduction, Round
from fishbowl.domain.community.rules.checkins import COUNTED_FROM
from fishbowl.domain.community.rules.pairing import WEEK_MS, as_shared, to_pair
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.views.community.host_members import shows_activity

Fit = Literal["weak", "fair", "strong"]
Part = Literal["seasoned", "newer", ""]
How = Literal["asked", "yet", "met", "ended"]
"""How it stands with a group: asked, brought together, met, or over without a meeting."""

STRONG, FAIR = 30, 60
"""A group is strong if its weakness is at most the first, and fair up to the second."""


class One(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a group."""

    id: MemberId
    label: str
    part: Part = ""


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """A group of a draft.

    :param pair: its two members; ``None`` for a three.
    """

    who: tuple[One, ...]
    fit: Fit
    reasons: tuple[Reason, ...]
    topic: str
    pair: Pair | None
    is_pinned: bool


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """Two whom a host pinned, or does not want together."""

    one: One
    other: One


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A round that is prepared.

    :param groups: the weakest first.
    :param agreed: how many members agree to meet.
    :param left: who would have nobody. Empty for *seasoned*: it would tell who is neither.
    :param is_solved: the groups obey all pins, and nobody is in them who is forbidden.
    """

    id: RoundId
    name: str
    kind: RoundKind
    weeks: int
    limit: int
    groups: tuple[Proposed, ...]
    pairs: int
    threes: int
    agreed: int
    left: tuple[One, ...]
    pinned: tuple[Kept, ...]
    forbidden: tuple[Kept, ...]
    is_solved: bool


class Going(msgspec.Struct, frozen=True, kw_only=True):
    """A round that goes on, or is over.

    :param groups: with an employer empty.
    :param counts: how many groups stand how.
    :param is_counted: whether that may be told: with an employer, fewer than five are not.
    """

    id: RoundId
    name: str
    kind: RoundKind
    is_over: bool
    asked_at_ms: Millis
    ends_at_ms: Millis
    groups: tuple[tuple[How, tuple[One, ...]], ...]
    counts: dict[How, int]
    is_counted: bool

    @property
    def of(self) -> int:
        """How many groups came about, or may still do so."""
        return sum(self.counts.values())


def draft_view(community: Community, one: Round) -> Draft:
    """Show a draft to a host."""
    paired = {member for group in one.groups for member in group.members}
    pairs = {pair for group in one.groups for pair in group.pairs}
    left = () if one.kind == "seasoned" else tuple(to_pair(community, one))
    groups = sorted(as_shared(community, one.groups), key=lambda group: (-group.weak, group.no))
    return Draft(
        id=one.id,
        name=one.name,
        kind=one.kind,
        weeks=one.weeks,
        limit=one.limit,
        groups=tuple(_proposed(community, one, group) for group in groups),
        pairs=sum(len(group.members) == 2 for group in groups),
        threes=sum(len(group.members) == 3 for group in groups),
        agreed=len(to_pair(community, one)),
        left=tuple(_one(community, member) for member in left if member not in paired),
        pinned=tuple(_kept(community, one.pinned)),
        forbidden=tuple(_kept(community, one.forbidden)),
        is_solved=bool(one.groups) and one.pinned <= pairs and not one.forbidden & pairs,
    )


def going_view(community: Community, one: Round, now_ms: Millis) -> Going:
    """Show a round that goes on, or is over, to a host."""
    found = [(how_of(community, group, now_ms), group) for group in one.groups]
    counts = dict(Counter(how for how, _ in found))
    names, made = shows_activity(community), len(found) - counts.get("asked", 0)
    return Going(
        id=one.id,
        name=one.name,
        kind=one.kind,
        is_over=one.state == "over",
        asked_at_ms=Millis(one.ends_at_ms - one.weeks * WEEK_MS),
        ends_at_ms=one.ends_at_ms,
        groups=tuple(
            (how, tuple(_one(community, member) for member in group.members))
            for how, group in found
        )
        if names
        else (),
        counts=counts,
        is_counted=names or made >= COUNTED_FROM,
    )


def how_of(community: Community, group: Group, now_ms: Millis) -> How:
    """How it stands with a group, as hosts may know it.

    Who stopped is not told before the day on which the others read it.
    """
    if group.state == "asked":
        return "asked"
    made = None if group.introduction is None else community.introductions.get(group.introduction)
    if group.state != "made" or made is None:
        return "ended"
    if made.is_met:
        return "met"
    return "ended" if made.ended_at_ms is not None or _are_few(made, now_ms) else "yet"


def _are_few(made: Introduction, now_ms: Millis) -> bool:
    return sum(made.out.get(one, now_ms + 1) > now_ms for one in made.members) < 2


def _proposed(community: Community, one: Round, group: Group) -> Proposed:
    pair = group.pairs[0] if len(group.members) == 2 else None
    parts = {"seasoned", "newer"} <= set(group.reasons)
    return Proposed(
        who=tuple(
            _one(community, member, _part(group, member) if parts else "")
            for member in group.members
        ),
        fit="strong" if group.weak <= STRONG else "fair" if group.weak <= FAIR else "weak",
        reasons=group.reasons,
        topic=group.topic,
        pair=pair,
        is_pinned=pair in one.pinned,
    )


def _part(group: Group, member: MemberId) -> Part:
    """The newer one stands last."""
    return "newer" if member == group.members[-1] else "seasoned"


def _kept(community: Community, pairs: frozenset[Pair]) -> Iterator[Kept]:
    for one, other in sorted(pairs):
        yield Kept(one=_one(community, one), other=_one(community, other))


def _one(community: Community, id: MemberId, part: Part = "") -> One:
    found = community.members.get(id)
    return One(id=id, label="" if found is None else found.label, part=part)
