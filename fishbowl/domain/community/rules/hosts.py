"""Who looks after the community."""

from collections.abc import Iterator

from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis

ANSWER_MS = 30 * DAY_MS
"""Whoever was asked to be a host has so long to answer; a no is not told before."""
HOSTS_WANTED = 2
"""The page for today asks for so many."""


def hosts(community: Community) -> list[Member]:
    """The members who accepted to be hosts, who joined first comes first."""
    found = [one for one in community.members.values() if one.is_host]
    return sorted(found, key=lambda one: one.id)


def unanswered(community: Community, now_ms: Millis) -> Iterator[Member]:
    """Members whose question whether they want to be a host is over."""
    for one in community.members.values():
        if one.host_until_ms is not None and one.host_until_ms <= now_ms:
            yield one
