"""Deciding that an introduction ends."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Introduction
from fishbowl.domain.community.rules import checkins
from fishbowl.domain.community.rules.introductions import introduction_of
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis


@decides
def stop_meeting(community: Community, command: c.StopMeeting, given: Given) -> list[e.Event]:
    """End it for a member; the others read it when they would be asked next."""
    one = introduction_of(community, command.member, command.introduction)
    return stopped(one, command.member, given.now_ms)


@decides
def report_wrong(community: Community, command: c.ReportWrong, given: Given) -> list[e.Event]:
    """End it for a member, and keep the other one from them from now on.

    :raises Rejected: ``introduction_over``, or ``not_yours``: the other one is not in it.
    """
    one = introduction_of(community, command.member, command.introduction)
    if command.other == command.member or command.other not in one.members:
        raise Rejected("not_yours")
    apart = e.KeptApart(member=command.member, other=command.other, label="")
    return [*stopped(one, command.member, given.now_ms), apart]


@decides
def tell_stopped(community: Community, command: c.TellStopped, given: Given) -> list[e.Event]:
    """Let the others know."""
    due = checkins.to_tell
    one = checkins.due_one(due, community, command.introduction, given.now_ms)
    return [e.StopTold(introduction=one.id)]


@decides
def end_introduction(
    community: Community, command: c.EndIntroduction, given: Given
) -> list[e.Event]:
    """End what nobody answers about."""
    one = checkins.due_one(checkins.to_end, community, command.introduction, given.now_ms)
    return [e.IntroductionEnded(introduction=one.id)]


@decides
def forget_introduction(
    community: Community, command: c.ForgetIntroduction, given: Given
) -> list[e.Event]:
    """Forget what came to nothing."""
    one = checkins.due_one(checkins.to_forget, community, command.introduction, given.now_ms)
    return [e.IntroductionForgotten(introduction=one.id)]


def stopped(one: Introduction, member: MemberId, now_ms: Millis) -> list[e.Event]:
    """What it comes to if a member of an introduction does not want to meet."""
    told_at_ms = checkins.next_question(one, now_ms)
    return [e.MeetingStopped(introduction=one.id, member=member, told_at_ms=told_at_ms)]
