"""Deciding about merges."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.apart import moved_apart
from fishbowl.domain.community.decide.asks import ended_with
from fishbowl.domain.community.decide.expertise import moved_topics
from fishbowl.domain.community.decide.facts import moved_facts
from fishbowl.domain.community.decide.introductions import closed_by
from fishbowl.domain.community.decide.offers import moved_offers
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.ids import MergeId
from fishbowl.domain.community.model import Merge
from fishbowl.domain.community.rules.entries import entries_of
from fishbowl.domain.community.rules.members import member
from fishbowl.domain.community.rules.merges import KEPT_MS, moved_links, withdrawn_consents
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected


@decides
def propose_merge(community: Community, command: c.ProposeMerge, given: Given) -> list[e.Event]:
    """Ask two members whether they are one."""
    keeps, goes = member(community, command.keeps), member(community, command.goes)
    if keeps.id == goes.id:
        raise Rejected("same_member")
    if any(one.has(keeps.id) and one.has(goes.id) for one in community.merges.values()):
        raise AlreadyTrue
    if any(one.has(keeps.id) or one.has(goes.id) for one in community.merges.values()):
        raise Rejected("merge_open")
    return [e.MergeProposed(keeps=keeps.id, goes=goes.id)]


@decides
def agree_to_merge(community: Community, command: c.AgreeToMerge, given: Given) -> list[e.Event]:
    """Agree; the second to agree makes one of the two.

    The sessions of the one that goes become the other's, and whatever only one of them agreed to
    is off. What the merge does to passes commits beside it.
    """
    merge = _merge(community, command.merge)
    mine = member(community, command.member)
    if not merge.has(mine.id):
        raise Rejected("not_yours")
    if mine.id in merge.agreed:
        raise AlreadyTrue
    if mine.id in merge.declined:
        raise Rejected("merge_over")
    agreed = e.MergeAgreed(merge=merge.id, member=mine.id)
    if not merge.agreed:
        return [agreed]
    keeps, goes = member(community, merge.keeps), member(community, merge.goes)
    withdrawn = withdrawn_consents(keeps, goes)
    return [
        agreed,
        *(
            e.SessionLinked(member=keeps.id, code=link.code, person=link.person)
            for link in moved_links(keeps, goes)
        ),
        *(e.ConsentChanged(member=keeps.id, consent=one, on=False) for one in withdrawn),
        *(closed_by(community, keeps.id) if "meet" in withdrawn else ()),
        *moved_offers(community, keeps, goes),
        *moved_apart(community, keeps, goes),
        *moved_facts(community, keeps, goes),
        *moved_topics(community, keeps, goes),
        e.MergeEnded(merge=merge.id, why="merged"),
        *ended_with(community, goes.id),
        e.MemberLeft(
            member=goes.id, why="merged", entries=entries_of(community, goes), into=keeps.id
        ),
    ]


@decides
def decline_merge(community: Community, command: c.DeclineMerge, given: Given) -> list[e.Event]:
    """Say that the two are not one; to everybody else it looks like silence."""
    merge = community.merges.get(command.merge)
    if merge is None or command.member in merge.declined:
        raise AlreadyTrue
    if not merge.has(command.member):
        raise Rejected("not_yours")
    return [e.MergeDeclined(merge=merge.id, member=command.member)]


@decides
def end_merge(community: Community, command: c.EndMerge, given: Given) -> list[e.Event]:
    """End a merge that was not answered in time."""
    merge = _merge(community, command.merge)
    if merge.proposed_at_ms + KEPT_MS > given.now_ms:
        raise Rejected("not_due")
    return [e.MergeEnded(merge=merge.id, why="declined" if merge.declined else "expired")]


def _merge(community: Community, id: MergeId) -> Merge:
    found = community.merges.get(id)
    if found is None:
        raise Rejected("merge_over")
    return found
