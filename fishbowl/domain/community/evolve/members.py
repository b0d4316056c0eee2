"""Folds of members."""

from typing import Any

import msgspec

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve import expertise, offers
from fishbowl.domain.community.evolve.leaving import without
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import MemberId, member_of
from fishbowl.domain.community.model import Link, Member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Seq


@folds
def member_joined(community: Community, event: e.MemberJoined, entry: e.Entry) -> Changes:
    """Add a member."""
    member = Member(
        id=member_of(entry.seq),
        label=event.label,
        language=event.language,
        time_zone=event.time_zone,
        reach=event.reach,
        consents=frozenset(event.consents),
        joined_at_ms=entry.at_ms,
        seen=event.seen,
        entries=(entry.seq,),
    )
    return {"members": community.members.set(member.id, member)}


@folds
def member_changed(community: Community, event: e.MemberChanged, entry: e.Entry) -> Changes:
    """Change what a member is called, reads, or where they live."""
    return _changed(
        community,
        event.member,
        told_by=entry.seq,
        label=event.label,
        language=event.language,
        time_zone=event.time_zone,
    )


@folds
def reach_changed(community: Community, event: e.ReachChanged, entry: e.Entry) -> Changes:
    """Change how a member is reached."""
    return _changed(community, event.member, reach=event.reach)


@folds
def consent_changed(community: Community, event: e.ConsentChanged, entry: e.Entry) -> Changes:
    """Turn a consent on or off."""
    consents = community.members[event.member].consents
    one = frozenset({event.consent})
    return _changed(
        community, event.member, consents=consents | one if event.on else consents - one
    )


@folds
def session_linked(community: Community, event: e.SessionLinked, entry: e.Entry) -> Changes:
    """Add a session to a member's."""
    link = Link(seq=entry.seq, code=event.code, person=event.person)
    links = (*community.members[event.member].links, link)
    return _changed(community, event.member, told_by=entry.seq, links=links)


@folds
def session_unlinked(community: Community, event: e.SessionUnlinked, entry: e.Entry) -> Changes:
    """Take a session from a member's."""
    member = community.members[event.member]
    gone = {event.link, *event.entries}
    code = next((link.code for link in member.links if link.seq == event.link), "")
    return _changed(
        community,
        event.member,
        links=tuple(link for link in member.links if link.seq != event.link),
        entries=tuple(seq for seq in member.entries if seq not in gone),
    ) | {
        **expertise.without_session(community, event.member, code),
        **offers.without_session(community, event.member, code),
    }


@folds
def member_seen(community: Community, event: e.MemberSeen, entry: e.Entry) -> Changes:
    """Note when a member was here; whoever is here stays."""
    return _changed(community, event.member, seen=event.quarter, asked_until_ms=None)


@folds
def member_asked_to_stay(community: Community, event: e.MemberAskedToStay, _: e.Entry) -> Changes:
    """Note until when a member has to answer."""
    return _changed(community, event.member, asked_until_ms=event.until_ms)


@folds
def member_stays(community: Community, event: e.MemberStays, entry: e.Entry) -> Changes:
    """Ask a member no more."""
    return _changed(community, event.member, asked_until_ms=None, seen=event.quarter)


@folds
def pass_replaced(community: Community, event: e.PassReplaced, entry: e.Entry) -> Changes:
    """Note that a member has a new pass."""
    return _changed(community, event.member, pass_replaced_at_ms=entry.at_ms, way=event.way)


@folds
def member_left(community: Community, event: e.MemberLeft, entry: e.Entry) -> Changes:
    """Remove a member, and everything that was known of them."""
    return without(community, event.member, event.into, entry.at_ms)


def _changed(
    community: Community, id: MemberId, *, told_by: Seq | None = None, **fields: Any
) -> Changes:
    """A member with other values.

    :param told_by: the entry, if it says who they are or which sessions are theirs.
    """
    member = community.members[id]
    if told_by is not None:
        fields["entries"] = (*member.entries, told_by)
    changed = msgspec.structs.replace(member, **fields)
    return {"members": community.members.set(id, changed)}
