"""Deciding about whom a member does not want to meet."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.decide.stopping import stopped
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.apart import APART_MAX, apart_of
from fishbowl.domain.community.rules.introductions import introductions_of
from fishbowl.domain.community.rules.members import member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.words import clean


@decides
def keep_apart(community: Community, command: c.KeepApart, given: Given) -> list[e.Event]:
    """Keep somebody from a member; what they are asked about a member whom they chose is closed.

    Whether anybody is called like a name is not told. So a name closes and ends nothing that they
    see: it only lets nothing come of it, or it would tell who "Somebody" is.

    :raises Rejected: ``same_member``, ``member_unknown``, ``name_needed`` or ``limit_reached``.
    """
    mine, label = member(community, command.member), clean(command.label)
    if command.other:
        if member(community, command.other).id == mine.id:
            raise Rejected("same_member")
        label = ""
    elif not label:
        raise Rejected("name_needed")
    wishes = apart_of(community, mine.id)
    if any((one.other, one.label) == (command.other, label) for one in wishes):
        raise AlreadyTrue
    if len(wishes) >= APART_MAX:
        raise Rejected("limit_reached", most=APART_MAX)
    closed = [
        e.SuggestionClosed(suggestion=one.id, member=mine.id)
        for one in community.suggestions.values()
        if command.other
        and {mine.id, command.other} <= set(one.members)
        and one.answers.get(mine.id) not in ("no", "gone")
    ]
    ended = [
        event
        for one in introductions_of(community, mine.id)
        if command.other in one.members and one.ended_at_ms is None
        for event in stopped(one, mine.id, given.now_ms)
    ]
    kept = e.KeptApart(member=mine.id, other=command.other, label=label)
    return [kept, *closed, *ended]


@decides
def allow_again(community: Community, command: c.AllowAgain, given: Given) -> list[e.Event]:
    """Take a wish back."""
    found = community.apart.get(command.apart)
    if found is None:
        raise AlreadyTrue
    if found.member != command.member:
        raise Rejected("not_yours")
    return [e.AllowedAgain(member=found.member, apart=found.id)]


def moved_apart(community: Community, keeps: Member, goes: Member) -> list[e.Event]:
    """The wishes of a member who turned out to be another one, as theirs."""
    return [
        e.KeptApart(member=keeps.id, other=one.other, label=one.label)
        for one in apart_of(community, goes.id)
        if one.other != keeps.id
    ]
