"""Folds of pairing rounds."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

import msgspec

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve.erasable_entries import told_by
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import IntroductionId, MemberId, Pair, RoundId, pair_of
from fishbowl.domain.community.model import Group, Round
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Seq


@folds
def round_drafted(community: Community, event: e.RoundDrafted, entry: e.Entry) -> Changes:
    """Prepare a round."""
    made = Round(
        id=RoundId(entry.seq),
        name=event.title,
        kind=event.kind,
        weeks=event.weeks,
        limit=event.limit,
        made_at_ms=entry.at_ms,
    )
    return {"rounds": community.rounds.set(made.id, made)}


@folds
def round_changed(community: Community, event: e.RoundChanged, entry: e.Entry) -> Changes:
    """Prepare it otherwise."""
    return _changed(
        community,
        event.round,
        name=event.title,
        kind=event.kind,
        weeks=event.weeks,
        limit=event.limit,
        groups=(),
    )


@folds
def pair_pinned(community: Community, event: e.PairPinned, entry: e.Entry) -> Changes:
    """Pin a pair."""
    pinned = community.rounds[event.round].pinned | {pair_of(event.a, event.b)}
    return _changed(community, event.round, pinned=pinned)


@folds
def pair_forbidden(community: Community, event: e.PairForbidden, entry: e.Entry) -> Changes:
    """Forbid a pair."""
    forbidden = community.rounds[event.round].forbidden | {pair_of(event.a, event.b)}
    return _changed(community, event.round, forbidden=forbidden)


@folds
def pair_freed(community: Community, event: e.PairFreed, entry: e.Entry) -> Changes:
    """Let a pair be as any other."""
    before, pair = community.rounds[event.round], {pair_of(event.a, event.b)}
    return _changed(
        community, before.id, pinned=before.pinned - pair, forbidden=before.forbidden - pair
    )


@folds
def round_solved(community: Community, event: e.RoundSolved, entry: e.Entry) -> Changes:
    """Make room for new proposals."""
    return _changed(community, event.round, groups=())


@folds
def group_proposed(community: Community, event: e.GroupProposed, entry: e.Entry) -> Changes:
    """Propose a group, or ask it."""
    before = community.rounds[event.round]
    group = Group(
        no=event.no,
        members=event.members,
        reasons=event.reasons,
        topic=event.topic,
        weak=event.weak,
        state="proposed" if event.answer_by_ms is None else "asked",
        answer_by_ms=event.answer_by_ms,
        entry=entry.seq,
    )
    return {
        "members": told_by(community.members, entry.seq, *event.members),
        **_changed(community, before.id, groups=(*before.groups, group), next_no=event.no + 1),
    }


@folds
def pairs_asked(community: Community, event: e.PairsAsked, entry: e.Entry) -> Changes:
    """Ask everybody who is proposed."""
    asked = tuple(
        msgspec.structs.replace(one, state="asked", answer_by_ms=event.answer_by_ms)
        for one in community.rounds[event.round].groups
    )
    return _changed(
        community, event.round, state="asking", groups=asked, ends_at_ms=event.ends_at_ms
    )


@folds
def pair_answered(community: Community, event: e.PairAnswered, entry: e.Entry) -> Changes:
    """Note an answer."""
    return _each_group(community, event.round, lambda one: _answered(one, event), only=event.group)


@folds
def dropped_out(community: Community, event: e.DroppedOut, entry: e.Entry) -> Changes:
    """Let somebody be in no further group; a group that is asked waits for its date."""
    out = community.rounds[event.round].out | {event.member}

    def after(one: Group) -> Group:
        if one.state != "asked" or event.member not in one.members:
            return one
        return msgspec.structs.replace(one, answers=one.answers.set(event.member, False))

    return _each_group(community, event.round, after, out=out)


@folds
def group_dropped(community: Community, event: e.GroupDropped, entry: e.Entry) -> Changes:
    """Let a group be none; who did not say yes is asked no more in this round."""
    before = community.rounds[event.round]
    group = before.group(event.group)
    silent = (
        () if group is None else (one for one in group.members if not group.answers.get(one, False))
    )
    return _each_group(
        community,
        before.id,
        lambda one: msgspec.structs.replace(one, state="dropped"),
        only=event.group,
        out=before.out | frozenset(silent),
    )


@folds
def round_ended(community: Community, event: e.RoundEnded, entry: e.Entry) -> Changes:
    """Ask nobody any more; a draft is gone."""
    if event.why == "discarded":
        return {"rounds": community.rounds.delete(event.round)}

    def after(one: Group) -> Group:
        return msgspec.structs.replace(one, state="dropped") if one.state == "asked" else one

    return _each_group(community, event.round, after, state="over")


def introduced(
    community: Community, round: int | None, no: int | None, id: IntroductionId
) -> Changes:
    """What changes in a round when a group of it is brought together."""
    if round is None or RoundId(round) not in community.rounds:
        return {}

    def after(one: Group) -> Group:
        return msgspec.structs.replace(one, state="made", introduction=id)

    return _each_group(community, RoundId(round), after, only=no)


def without_topics(community: Community, entries: Collection[Seq]) -> Changes:
    """The rounds without the topics of some entries."""
    rounds = community.rounds
    for one in community.rounds.values():
        if any(group.entry in entries for group in one.groups):
            groups = tuple(
                msgspec.structs.replace(group, topic="") if group.entry in entries else group
                for group in one.groups
            )
            rounds = rounds.set(one.id, msgspec.structs.replace(one, groups=groups))
    return {"rounds": rounds}


def without(community: Community, member: MemberId, into: MemberId | None) -> Changes:
    """What is left when a member goes: groups of which two are left, without a topic.

    After a merge the member ``into`` whom they are one with has met, or is to meet, the same
    people: a group that was brought together stays, with them in it.
    """
    rounds = community.rounds
    for one in community.rounds.values():
        groups = tuple(
            left for group in one.groups if len((left := _left(group, member, into)).members) > 1
        )
        changed = msgspec.structs.replace(
            one,
            groups=groups,
            pinned=_apart_from(one.pinned, member),
            forbidden=_apart_from(one.forbidden, member),
            out=one.out - {member},
        )
        rounds = rounds.set(one.id, changed)
    return {"rounds": rounds}


def _left(group: Group, member: MemberId, into: MemberId | None) -> Group:
    if member not in group.members:
        return group
    if into is not None and into not in group.members and group.state == "made":
        members = tuple(into if one == member else one for one in group.members)
        return msgspec.structs.replace(_less(group, member), members=members)
    return _less(group, member)


def _less(group: Group, member: MemberId) -> Group:
    return msgspec.structs.replace(
        group,
        members=tuple(one for one in group.members if one != member),
        topic="",
        answers=group.answers.delete(member) if member in group.answers else group.answers,
    )


def _apart_from(pairs: Iterable[Pair], member: MemberId) -> frozenset[Pair]:
    return frozenset(pair for pair in pairs if member not in pair)


def _answered(group: Group, event: e.PairAnswered) -> Group:
    answers = group.answers.set(event.member, event.yes)
    return msgspec.structs.replace(group, answers=answers)


def _each_group(
    community: Community,
    id: RoundId,
    after: Callable[[Group], Group],
    *,
    only: int | None = None,
    **fields: Any,
) -> Changes:
    """A round with other groups.

    :param only: the number of the one that changes; ``None`` for all.
    """
    groups = tuple(
        after(one) if only is None or one.no == only else one for one in community.rounds[id].groups
    )
    return _changed(community, id, groups=groups, **fields)


def _changed(community: Community, id: RoundId, **fields: Any) -> Changes:
    changed = msgspec.structs.replace(community.rounds[id], **fields)
    return {"rounds": community.rounds.set(id, changed)}
