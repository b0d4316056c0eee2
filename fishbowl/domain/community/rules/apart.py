"""Who does not want to meet whom. It is obeyed unseen: no refusal, count or page tells it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from fishbowl.domain.community.ids import MemberId, Pair, pair_of
from fishbowl.domain.community.model import Apart
from fishbowl.domain.community.state import Community

APART_MAX = 50
"""Wishes of one member."""


def apart_of(community: Community, member: MemberId) -> list[Apart]:
    """Whom a member does not want to meet; for their own page alone."""
    found = [one for one in community.apart.values() if one.member == member]
    return sorted(found, key=lambda one: one.id)


def wish_label(community: Community, wish: Apart) -> str:
    """Whom a wish is about, as the member who has it reads it; empty if they have left."""
    other = community.members.get(wish.other)
    return wish.label or (other.label if other is not None else "")


def is_apart(community: Community, one: MemberId, other: MemberId) -> bool:
    """Whether one of two members does not want to meet the other."""
    return any(
        _means(community, wish, other if wish.member == one else one)
        for wish in community.apart.values()
        if wish.member in (one, other)
    )


def not_asked_by(community: Community, member: MemberId) -> frozenset[MemberId]:
    """Everybody who is asked nothing by a member: who wished it, and whom the member has chosen.

    A name that the member typed hides nobody from them: what they find would tell who has it.
    """
    wishes = community.apart.values()
    own = (one.other for one in wishes if one.member == member and one.other)
    theirs = (one.member for one in wishes if _means(community, one, member))
    return frozenset((*own, *theirs)) - {member}


def apart_pairs(community: Community) -> frozenset[Pair]:
    """All pairs of which one does not want to meet the other.

    Members are found by the words of their names: to hold every wish against every member takes
    too long in a large community.
    """
    by_word: defaultdict[str, list[MemberId]] = defaultdict(list)
    for one in community.members.values():
        for word in _words(one.label):
            by_word[word].append(one.id)
    return frozenset(
        pair_of(wish.member, other)
        for wish in community.apart.values()
        for other in ([wish.other] if wish.other else _alike(wish, by_word))
        if other != wish.member and _means(community, wish, other)
    )


def _alike(wish: Apart, by_word: Mapping[str, Sequence[MemberId]]) -> set[MemberId]:
    """The members who have a word of a name: whoever is meant by it is among them."""
    return {id for word in _words(wish.label) for id in by_word.get(word, ())}


def _means(community: Community, wish: Apart, member: MemberId) -> bool:
    if wish.other:
        return wish.other == member
    found = community.members.get(member)
    if found is None:
        return False
    wanted, label = _words(wish.label), _words(found.label)
    # Rather too many than too few: "Jonas" and "Jonas Weber" may be the same person.
    return wanted <= label or label <= wanted


def _words(label: str) -> frozenset[str]:
    return frozenset(label.casefold().split())
