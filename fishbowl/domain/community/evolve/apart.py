"""Folds of whom members do not want to meet."""

import msgspec

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import ApartId, MemberId
from fishbowl.domain.community.model import Apart
from fishbowl.domain.community.state import Community


@folds
def kept_apart(community: Community, event: e.KeptApart, entry: e.Entry) -> Changes:
    """Keep a wish."""
    wish = Apart(id=ApartId(entry.seq), member=event.member, other=event.other, label=event.label)
    return {"apart": community.apart.set(wish.id, wish)}


@folds
def allowed_again(community: Community, event: e.AllowedAgain, entry: e.Entry) -> Changes:
    """Forget a wish."""
    return {"apart": community.apart.delete(event.apart)}


def without(community: Community, member: MemberId, into: MemberId | None) -> Changes:
    """The wishes without those of a member who leaves, and those about them.

    After a merge those about them are about the member ``into`` whom they are one with.
    """
    wishes = community.apart
    for one in community.apart.values():
        if one.member == member:
            wishes = wishes.delete(one.id)
        elif one.other == member:
            if into is None or into == one.member:
                wishes = wishes.delete(one.id)
            else:
                wishes = wishes.set(one.id, msgspec.structs.replace(one, other=into))
    return {"apart": wishes}
