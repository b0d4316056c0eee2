"""Deciding about members."""

from itertools import chain

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.asks import ended_with
from fishbowl.domain.community.decide.introductions import closed_by
from fishbowl.domain.community.decide.offers import said_again
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.ids import CONSENTS, Left, quarter_of
from fishbowl.domain.community.model import Link, Member
from fishbowl.domain.community.rules.entries import entries_of
from fishbowl.domain.community.rules.invitations import invitation
from fishbowl.domain.community.rules.members import ANSWER_MS, LINKS_MAX, is_noted, member
from fishbowl.domain.community.rules.merges import merges_with
from fishbowl.domain.community.rules.offers import offers_of
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.words import clean


@decides
def join(community: Community, command: c.Join, given: Given) -> list[e.Event]:
    """Make somebody a member, and end the invitation that they accepted."""
    label = _label(command.label)
    joined = e.MemberJoined(
        label=label,
        language=command.language,
        time_zone=command.time_zone,
        reach=command.reach,
        consents=tuple(one for one in CONSENTS if one in command.consents),
        seen=quarter_of(given.now_ms),
        invitation=command.invitation,
    )
    if command.invitation is None:
        return [joined]
    invited = invitation(community, command.invitation, given.now_ms)
    return [joined, e.InvitationEnded(invitation=invited.id, why="accepted")]


@decides
def change_member(community: Community, command: c.ChangeMember, given: Given) -> list[e.Event]:
    """Change what a member is called, reads, or where they live."""
    before = member(community, command.member)
    label = _label(command.label)
    after = (label, command.language, command.time_zone)
    if after == (before.label, before.language, before.time_zone):
        raise AlreadyTrue
    return [
        e.MemberChanged(
            member=before.id,
            label=label,
            language=command.language,
            time_zone=command.time_zone,
        )
    ]


@decides
def change_reach(community: Community, command: c.ChangeReach, given: Given) -> list[e.Event]:
    """Change how a member is reached; the contact itself commits beside it, also if only that
    is another one.
    """
    return [e.ReachChanged(member=member(community, command.member).id, reach=command.reach)]


@decides
def set_consent(community: Community, command: c.SetConsent, given: Given) -> list[e.Event]:
    """Turn a consent on or off."""
    before = member(community, command.member)
    if (command.consent in before.consents) == command.on:
        raise AlreadyTrue
    withdrawn = command.consent == "meet" and not command.on
    closed = closed_by(community, before.id) if withdrawn else []
    changed = e.ConsentChanged(member=before.id, consent=command.consent, on=command.on)
    return [changed, *closed]


@decides
def link_session(community: Community, command: c.LinkSession, given: Given) -> list[e.Event]:
    """Link a session to a member; a person of a session is one member's at most."""
    mine = member(community, command.member)
    before = mine.link_to(command.code)
    if before is not None and before.person == command.person:
        raise AlreadyTrue
    if before is not None:
        raise Rejected("linked_otherwise")
    if len(mine.links) >= LINKS_MAX:
        raise Rejected("limit_reached", most=LINKS_MAX)
    return [e.SessionLinked(member=mine.id, code=command.code, person=command.person)]


@decides
def unlink_session(community: Community, command: c.UnlinkSession, given: Given) -> list[e.Event]:
    """Let a session be nobody's again."""
    mine = member(community, command.member)
    link = mine.link_to(command.code)
    if link is None:
        raise AlreadyTrue
    return unlinked(community, mine, link)


@decides
def note_seen(community: Community, command: c.NoteSeen, given: Given) -> list[e.Event]:
    """Note the quarter in which a member is here; it answers the question whether they stay."""
    mine, quarter = member(community, command.member), quarter_of(given.now_ms)
    if is_noted(mine, quarter):
        raise AlreadyTrue
    return [e.MemberSeen(member=mine.id, quarter=quarter)]


@decides
def replace_pass(community: Community, command: c.ReplacePass, given: Given) -> list[e.Event]:
    """Note that a member gets a new pass; which opens what commits beside it."""
    return [e.PassReplaced(member=member(community, command.member).id, way=command.way)]


@decides
def stay(community: Community, command: c.Stay, given: Given) -> list[e.Event]:
    """Let a member stay who was asked."""
    mine = member(community, command.member)
    if mine.asked_until_ms is None:
        raise AlreadyTrue
    return [e.MemberStays(member=mine.id, quarter=quarter_of(given.now_ms))]


@decides
def leave_community(community: Community, command: c.LeaveCommunity, given: Given) -> list[e.Event]:
    """Let a member leave."""
    return left(community, member(community, command.member), "left")


@decides
def remove_member(community: Community, command: c.RemoveMember, given: Given) -> list[e.Event]:
    """Let a host remove a member."""
    return left(community, member(community, command.member), "removed")


@decides
def ask_to_stay(community: Community, command: c.AskToStay, given: Given) -> list[e.Event]:
    """Ask a member whether they stay."""
    mine = member(community, command.member)
    if mine.asked_until_ms is not None:
        raise AlreadyTrue
    until_ms = Millis(given.now_ms + ANSWER_MS)
    return [e.MemberAskedToStay(member=mine.id, until_ms=until_ms)]


@decides
def forget_member(community: Community, command: c.ForgetMember, given: Given) -> list[e.Event]:
    """Forget a member who was asked and has not answered."""
    mine = member(community, command.member)
    if mine.asked_until_ms is None or mine.asked_until_ms > given.now_ms:
        raise Rejected("not_due")
    return left(community, mine, "not_seen")


def unlinked(community: Community, mine: Member, link: Link) -> list[e.Event]:
    """What happens when a session is a member's no more: nothing of theirs names it any more.

    Their offers that were written there stay, in entries that do not tell where.
    """
    ticked = (one for one in community.expertise.get(mine.id, ()) if one.code == link.code)
    offers = [one for one in offers_of(community, mine.id) if one.from_code == link.code]
    told = (*(one.entries for one in ticked), *(one.entries for one in offers))
    entries = tuple(chain.from_iterable(told))
    gone = e.SessionUnlinked(member=mine.id, link=link.seq, entries=entries)
    return [*map(said_again, offers), gone]


def left(community: Community, mine: Member, why: Left) -> list[e.Event]:
    """What happens when a member goes: merges that they are asked about end, and their asks."""
    merges = [e.MergeEnded(merge=one.id, why="left") for one in merges_with(community, mine.id)]
    gone = e.MemberLeft(member=mine.id, why=why, entries=entries_of(community, mine))
    return [*merges, *ended_with(community, mine.id), gone]


def _label(words: str) -> str:
    label = clean(words)
    if not label:
        raise Rejected("name_needed")
    return label
