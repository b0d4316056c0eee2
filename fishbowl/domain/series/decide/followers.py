"""Deciding who is invited by mail, and what they are told."""

import msgspec
from immutables import Map

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.series import commands as c
from fishbowl.domain.series import events as e
from fishbowl.domain.series.decide.registry import Given, decides
from fishbowl.domain.series.decide.turns import check_room
from fishbowl.domain.series.rules import followers
from fishbowl.domain.series.state import Series


@decides
def follow(series: Series, command: c.Follow, given: Given) -> list[e.Event]:
    """Invite a member to every occasion; the first one makes known what is near."""
    if series.about.under_18:
        raise Rejected("under_18")
    if command.member in series.followers:
        raise AlreadyTrue
    check_room(len(series.followers))
    came = e.FollowerCame(member=command.member)
    if series.followers:
        return [came]
    as_told_nothing = msgspec.structs.replace(series, told=Map())
    near = followers.to_tell(as_told_nothing, given.now_ms)
    return [came, e.FollowersTold(occasions=near)] if near else [came]


@decides
def follow_not(series: Series, command: c.FollowNot, given: Given) -> list[e.Event]:
    """Invite a member no more."""
    if command.member not in series.followers:
        raise AlreadyTrue
    return [e.FollowerWent(member=command.member)]


@decides
def tell_followers(series: Series, command: c.TellFollowers, given: Given) -> list[e.Event]:
    """Let letters tell what is new."""
    told = followers.to_tell(series, given.now_ms) if series.followers else ()
    if not told:
        raise AlreadyTrue
    if followers.is_waiting(series, given.now_ms):
        raise Rejected("not_due")
    return [e.FollowersTold(occasions=told, over=followers.over(series, given.now_ms))]
