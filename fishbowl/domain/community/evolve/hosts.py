"""Folds of hosts."""

import msgspec

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Hosting
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis


@folds
def host_asked(community: Community, event: e.HostAsked, entry: e.Entry) -> Changes:
    """Ask them."""
    return _hosting(community, event.member, "asked", event.until_ms)


@folds
def host_accepted(community: Community, event: e.HostAccepted, entry: e.Entry) -> Changes:
    """Make them a host."""
    return _hosting(community, event.member, "yes")


@folds
def host_declined(community: Community, event: e.HostDeclined, entry: e.Entry) -> Changes:
    """Ask them no more; the question ends for everybody else at its time."""
    until_ms = community.members[event.member].host_until_ms
    return _hosting(community, event.member, "declined", until_ms)


@folds
def host_question_ended(
    community: Community, event: e.HostQuestionEnded, entry: e.Entry
) -> Changes:
    """Let the question be over."""
    return _hosting(community, event.member, "no")


@folds
def host_stopped(community: Community, event: e.HostStopped, entry: e.Entry) -> Changes:
    """Let them be a host no more."""
    return _hosting(community, event.member, "no")


def _hosting(
    community: Community, id: MemberId, hosting: Hosting, until_ms: Millis | None = None
) -> Changes:
    before = community.members[id]
    member = msgspec.structs.replace(before, hosting=hosting, host_until_ms=until_ms)
    return {"members": community.members.set(id, member)}
