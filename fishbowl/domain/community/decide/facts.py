"""Deciding what members say of their work."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.model import Facts, Member
from fishbowl.domain.community.rules.members import member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue
from fishbowl.domain.kernel.words import clean


@decides
def say_facts(community: Community, command: c.SayFacts, given: Given) -> list[e.Event]:
    """Keep what a member says, if it is another thing than before."""
    mine = member(community, command.member)
    said = Facts(years=command.years, organisation=clean(command.organisation))
    if said == community.facts.get(mine.id, Facts()):
        raise AlreadyTrue
    return [e.FactsSaid(member=mine.id, years=said.years, organisation=said.organisation)]


def moved_facts(community: Community, keeps: Member, goes: Member) -> list[e.Event]:
    """What a member said who turned out to be another one, where that one says nothing."""
    before = community.facts.get(keeps.id, Facts())
    others = community.facts.get(goes.id, Facts())
    after = Facts(
        years=others.years if before.years is None else before.years,
        organisation=before.organisation or others.organisation,
    )
    if after == before:
        return []
    return [e.FactsSaid(member=keeps.id, years=after.years, organisation=after.organisation)]
