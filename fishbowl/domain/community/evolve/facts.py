"""Folds of what members say of their work."""

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve.erasable_entries import told_by
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Facts
from fishbowl.domain.community.state import Community


@folds
def facts_said(community: Community, event: e.FactsSaid, entry: e.Entry) -> Changes:
    """Keep what a member said."""
    said = Facts(years=event.years, organisation=event.organisation)
    return {
        "facts": community.facts.set(event.member, said),
        "members": told_by(community.members, entry.seq, event.member),
    }


def without(community: Community, member: MemberId) -> Changes:
    """What is left when a member goes."""
    if member not in community.facts:
        return {}
    return {"facts": community.facts.delete(member)}
