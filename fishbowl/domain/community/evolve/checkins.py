"""Folds of check-ins, outcomes, and introductions that end."""

from typing import Any

import msgspec
from immutables import Map

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import Counted, IntroductionId, MemberId
from fishbowl.domain.community.model import NOBODY, Introduction
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis


@folds
def check_in_asked(community: Community, event: e.CheckInAsked, entry: e.Entry) -> Changes:
    """Wait for answers anew."""
    before = community.introductions[event.introduction]
    return _changed(
        community,
        event.introduction,
        asked=before.asked + 1,
        asked_at_ms=entry.at_ms,
        next_at_ms=None,
        is_reminded=False,
        asks_to_stop=event.to_stop,
        not_yet=before.not_yet + ("not_yet" in before.answers.values()),
        answers=Map(),
    )


@folds
def check_in_reminded(community: Community, event: e.CheckInReminded, entry: e.Entry) -> Changes:
    """Remind nobody again."""
    return _changed(community, event.introduction, is_reminded=True)


@folds
def check_in_answered(community: Community, event: e.CheckInAnswered, entry: e.Entry) -> Changes:
    """Keep an answer; one who says that they met is enough."""
    before = community.introductions[event.introduction]
    answers = before.answers.set(event.member, event.said)
    if event.said != "met":
        # Who stopped meanwhile is told of at the date that those who stay know now.
        out = Map({one: event.next_at_ms or at_ms for one, at_ms in before.out.items()})
        return _changed(
            community, event.introduction, answers=answers, next_at_ms=event.next_at_ms, out=out
        )
    changes = _changed(
        community,
        event.introduction,
        answers=answers,
        next_at_ms=None,
        met_at_ms=entry.at_ms,
        outcome_at_ms=event.next_at_ms,
    )
    return {**changes, "counts": _counted(community.counts, "met", 1)}


@folds
def meeting_stopped(community: Community, event: e.MeetingStopped, entry: e.Entry) -> Changes:
    """Let somebody be out; the others read it at its date."""
    out = community.introductions[event.introduction].out.set(event.member, event.told_at_ms)
    return _changed(community, event.introduction, out=out)


@folds
def stop_told(community: Community, event: e.StopTold, entry: e.Entry) -> Changes:
    """Forget who stopped."""
    before = community.introductions[event.introduction]
    gone = [one for one, at_ms in before.out.items() if at_ms <= entry.at_ms]
    return _put(community, _introduction_without(before, gone, entry.at_ms))


@folds
def introduction_ended(community: Community, event: e.IntroductionEnded, entry: e.Entry) -> Changes:
    """Let it be over for everybody."""
    return _changed(community, event.introduction, ended_at_ms=entry.at_ms)


@folds
def introduction_forgotten(
    community: Community, event: e.IntroductionForgotten, entry: e.Entry
) -> Changes:
    """Forget it; that they were brought together stays, and that one more came to nothing."""
    counts = _counted(community.counts, "forgotten", 1)
    if community.introductions[event.introduction].source == "round":
        counts = _counted(counts, "forgotten_pairs", 1)
    return {
        "introductions": community.introductions.delete(event.introduction),
        "counts": counts,
    }


@folds
def outcome_asked(community: Community, event: e.OutcomeAsked, entry: e.Entry) -> Changes:
    """Ask nobody again."""
    return _changed(community, event.introduction, is_outcome_asked=True)


@folds
def outcome_given(community: Community, event: e.OutcomeGiven, entry: e.Entry) -> Changes:
    """Keep and count an outcome; one that somebody said before counts no more."""
    before = community.introductions[event.introduction]
    counts, earlier = community.counts, before.outcomes.get(event.member)
    if earlier is not None:
        counts = _counted(counts, earlier, -1)
    outcomes = before.outcomes.set(event.member, event.outcome)
    return {
        **_changed(community, event.introduction, outcomes=outcomes),
        "counts": _counted(counts, event.outcome, 1),
    }


@folds
def outcome_told(community: Community, event: e.OutcomeTold, entry: e.Entry) -> Changes:
    """Let the others read it."""
    told = community.introductions[event.introduction].told | {event.member}
    return _changed(community, event.introduction, told=told)


def without(
    community: Community, member: MemberId, into: MemberId | None, at_ms: Millis
) -> Changes:
    """The introductions without a member who leaves.

    After a merge the member ``into`` whom they are one with takes their place.
    """
    introductions = community.introductions
    for one in community.introductions.values():
        if member not in one.members:
            continue
        if into is not None and into not in one.members:
            introductions = introductions.set(one.id, _renamed(one, member, into))
            continue
        left = _introduction_without(one, [member], at_ms)
        introductions = (
            introductions.set(one.id, left) if left.members else introductions.delete(one.id)
        )
    return {"introductions": introductions}


def _introduction_without(one: Introduction, gone: list[MemberId], at_ms: Millis) -> Introduction:
    """An introduction without some of its members; who alone is left waits for nobody."""
    left = msgspec.structs.replace(
        one,
        members=tuple(member for member in one.members if member not in gone),
        giver=NOBODY if one.giver in gone else one.giver,
        answers=_kept(one.answers, gone),
        out=_kept(one.out, gone),
        outcomes=_kept(one.outcomes, gone),
        told=one.told.difference(gone),
    )
    if len(left.members) < 2 and not left.is_met and left.ended_at_ms is None:
        return msgspec.structs.replace(left, ended_at_ms=at_ms)
    return left


def _renamed(one: Introduction, goes: MemberId, keeps: MemberId) -> Introduction:
    def named(member: MemberId) -> MemberId:
        return keeps if member == goes else member

    return msgspec.structs.replace(
        one,
        members=tuple(map(named, one.members)),
        giver=named(one.giver),
        answers=Map({named(id): answer for id, answer in one.answers.items()}),
        out=Map({named(id): at_ms for id, at_ms in one.out.items()}),
        outcomes=Map({named(id): outcome for id, outcome in one.outcomes.items()}),
        told=frozenset(map(named, one.told)),
    )


def _kept(said: Map[MemberId, Any], gone: list[MemberId]) -> Map[MemberId, Any]:
    return Map({id: what for id, what in said.items() if id not in gone})


def _counted(counts: Map[Counted, int], what: Counted, more: int) -> Map[Counted, int]:
    return counts.set(what, counts.get(what, 0) + more)


def _changed(community: Community, id: IntroductionId, **fields: Any) -> Changes:
    return _put(community, msgspec.structs.replace(community.introductions[id], **fields))


def _put(community: Community, introduction: Introduction) -> Changes:
    return {"introductions": community.introductions.set(introduction.id, introduction)}
