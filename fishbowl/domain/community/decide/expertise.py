"""Deciding what members may be asked about."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.asks import check_agreed
from fishbowl.domain.community.rules.expertise import ticked
from fishbowl.domain.community.rules.members import member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.words import clean


@decides
def tick_topics(community: Community, command: c.TickTopics, given: Given) -> list[e.Event]:
    """Keep what a member may be asked about; who does not agree to be asked ticks nothing.

    :raises Rejected: ``not_linked`` or ``consent_needed``.
    """
    mine = member(community, command.member)
    topics = tuple(dict.fromkeys(filter(None, map(clean, command.topics))))
    if mine.link_to(command.code) is None:
        raise Rejected("not_linked")
    if topics:
        check_agreed(mine, "answer")
    if topics == ticked(community, mine.id, command.code):
        raise AlreadyTrue
    return [e.TopicsTicked(member=mine.id, code=command.code, topics=topics)]


def moved_topics(community: Community, keeps: Member, goes: Member) -> list[e.Event]:
    """The topics of a member who turned out to be another one, of sessions without ticked ones."""
    return [
        e.TopicsTicked(member=keeps.id, code=one.code, topics=one.topics)
        for one in community.expertise.get(goes.id, ())
        if one.topics and not ticked(community, keeps.id, one.code)
    ]
