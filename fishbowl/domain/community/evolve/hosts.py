"""Folds of hosts."""

import msgspec

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Hosting
from fishbowl.domain.community.state import Community


@folds
def host_asked(community: Community, event: e.HostAsked, entry: e.Entry) -> Changes:
    """Ask them."""
    return _hosting(community, event.member, "asked")


@folds
def host_accepted(community: Community, event: e.HostAccepted, entry: e.Entry) -> Changes:
    """Make them a host."""
    return _hosting(community, event.member, "yes")


@folds
def host_declined(community: Community, event: e.HostDeclined, entry: e.Entry) -> Changes:
    """Ask them no more."""
    return _hosting(community, event.member, "no")


@folds
def host_stopped(community: Community, event: e.HostStopped, entry: e.Entry) -> Changes:
    """Let them be a host no more."""
    return _hosting(community, event.member, "no")


def _hosting(community: Community, id: MemberId, hosting: Hosting) -> Changes:
    member = msgspec.structs.replace(community.members[id], hosting=hosting)
    return {"members": community.members.set(id, member)}
