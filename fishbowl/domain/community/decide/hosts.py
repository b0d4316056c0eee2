"""Deciding about hosts."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.rules.hosts import ANSWER_MS
from fishbowl.domain.community.rules.members import member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis


@decides
def ask_host(community: Community, command: c.AskHost, given: Given) -> list[e.Event]:
    """Ask a member to be a host."""
    asked = member(community, command.member)
    if asked.hosting != "no":
        raise AlreadyTrue
    return [e.HostAsked(member=asked.id, until_ms=Millis(given.now_ms + ANSWER_MS))]


@decides
def take_back_host_question(
    community: Community, command: c.TakeBackHostQuestion, given: Given
) -> list[e.Event]:
    """Ask a member no more."""
    asked = member(community, command.member)
    if asked.hosting not in ("asked", "declined"):
        raise AlreadyTrue
    return [e.HostQuestionEnded(member=asked.id)]


@decides
def end_host_question(
    community: Community, command: c.EndHostQuestion, given: Given
) -> list[e.Event]:
    """End a question that was not answered in time, or answered with no."""
    asked = member(community, command.member)
    if asked.host_until_ms is None:
        raise AlreadyTrue
    if asked.host_until_ms > given.now_ms:
        raise Rejected("not_due")
    return [e.HostQuestionEnded(member=asked.id)]


@decides
def accept_hosting(community: Community, command: c.AcceptHosting, given: Given) -> list[e.Event]:
    """Make a member a host who was asked."""
    asked = member(community, command.member)
    if asked.is_host:
        raise AlreadyTrue
    is_over = asked.host_until_ms is None or asked.host_until_ms <= given.now_ms
    if asked.hosting != "asked" or is_over:
        raise Rejected("not_asked")
    return [e.HostAccepted(member=asked.id)]


@decides
def decline_hosting(community: Community, command: c.DeclineHosting, given: Given) -> list[e.Event]:
    """Leave a member as they are who was asked."""
    asked = member(community, command.member)
    if asked.hosting != "asked":
        raise AlreadyTrue
    return [e.HostDeclined(member=asked.id)]


@decides
def stop_hosting(community: Community, command: c.StopHosting, given: Given) -> list[e.Event]:
    """Let a host be one no more. The owner stays one, so nobody is the last."""
    mine = member(community, command.member)
    if not mine.is_host:
        raise AlreadyTrue
    return [e.HostStopped(member=mine.id)]
