"""Folds of what members may be asked about."""

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve.erasable_entries import told_by
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Ticked
from fishbowl.domain.community.state import Community


@folds
def topics_ticked(community: Community, event: e.TopicsTicked, entry: e.Entry) -> Changes:
    """Keep which topics of a session a member may be asked about."""
    before = community.expertise.get(event.member, ())
    same = next((one for one in before if one.code == event.code), Ticked(code=event.code))
    ticked = Ticked(code=event.code, topics=event.topics, entries=(*same.entries, entry.seq))
    others = tuple(one for one in before if one.code != event.code)
    return {
        "expertise": community.expertise.set(event.member, (*others, ticked)),
        "members": told_by(community.members, entry.seq, event.member),
    }


def without_session(community: Community, member: MemberId, code: str) -> Changes:
    """What is left when a session is a member's no more."""
    before = community.expertise.get(member, ())
    after = tuple(one for one in before if one.code != code)
    if after == before:
        return {}
    if not after:
        return without(community, member)
    return {"expertise": community.expertise.set(member, after)}


def without(community: Community, member: MemberId) -> Changes:
    """What is left when a member goes."""
    if member not in community.expertise:
        return {}
    return {"expertise": community.expertise.delete(member)}
