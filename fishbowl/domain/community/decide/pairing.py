"""Deciding about pairing rounds."""

from collections.abc import Iterable

from msgspec.structs import replace

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.decide.stopping import stopped
from fishbowl.domain.community.ids import RoundEnd, pair_of
from fishbowl.domain.community.model import Group, Round
from fishbowl.domain.community.rules import pairing
from fishbowl.domain.community.rules.checkins import CHECK_IN_MS
from fishbowl.domain.community.rules.introductions import first_question
from fishbowl.domain.community.rules.members import member
from fishbowl.domain.community.rules.settings import check_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.words import clean


@decides
def draft_round(community: Community, command: c.DraftRound, given: Given) -> list[e.Event]:
    """Prepare a round.

    :raises Rejected: ``switched_off``, ``name_needed`` or ``limit_reached``.
    """
    check_on(community, "rounds")
    drafts = sum(one.state == "draft" for one in community.rounds.values())
    if drafts >= pairing.DRAFTS_MAX:
        raise Rejected("limit_reached", most=pairing.DRAFTS_MAX)
    return [
        e.RoundDrafted(
            title=_title(command.name),
            kind=command.kind,
            weeks=command.weeks,
            limit=_limit(command),
        )
    ]


@decides
def change_round(community: Community, command: c.ChangeRound, given: Given) -> list[e.Event]:
    """Prepare a round otherwise; what was proposed is to be found again."""
    before = pairing.draft_of(community, command.round)
    after = e.RoundChanged(
        round=before.id,
        title=_title(command.name),
        kind=command.kind,
        weeks=command.weeks,
        limit=_limit(command),
    )
    told = (before.name, before.kind, before.weeks, before.limit)
    if told == (after.title, after.kind, after.weeks, after.limit):
        raise AlreadyTrue
    return [after]


@decides
def pin_pair(community: Community, command: c.PinPair, given: Given) -> list[e.Event]:
    """Let two members be in one group, if they can be."""
    draft = pairing.draft_of(community, command.round)
    pairing.check_pair(community, command.a, command.b, given.now_ms)
    pair = pair_of(command.a, command.b)
    if pair in draft.pinned:
        raise AlreadyTrue
    pairing.check_pin(draft, pair)
    return [e.PairPinned(round=draft.id, a=pair[0], b=pair[1])]


@decides
def forbid_pair(community: Community, command: c.ForbidPair, given: Given) -> list[e.Event]:
    """Let two members not be in one group.

    :raises Rejected: ``pair_pinned``, ``same_member`` or ``member_unknown``.
    """
    draft = pairing.draft_of(community, command.round)
    if command.a == command.b:
        raise Rejected("same_member")
    pair = pair_of(member(community, command.a).id, member(community, command.b).id)
    if pair in draft.forbidden:
        raise AlreadyTrue
    if pair in draft.pinned:
        raise Rejected("pair_pinned")
    return [e.PairForbidden(round=draft.id, a=pair[0], b=pair[1])]


@decides
def free_pair(community: Community, command: c.FreePair, given: Given) -> list[e.Event]:
    """Take back a pin, or that a pair is forbidden."""
    draft = pairing.draft_of(community, command.round)
    pair = pair_of(command.a, command.b)
    if pair not in draft.pinned | draft.forbidden:
        raise AlreadyTrue
    return [e.PairFreed(round=draft.id, a=pair[0], b=pair[1])]


@decides
def take_solution(community: Community, command: c.TakeSolution, given: Given) -> list[e.Event]:
    """Propose groups, if they obey what the host and the members want."""
    draft = pairing.draft_of(community, command.round)
    pairing.check_solution(community, draft, command.groups, given.now_ms)
    return [e.RoundSolved(round=draft.id), *_proposed(draft, command.groups)]


@decides
def ask_pairs(community: Community, command: c.AskPairs, given: Given) -> list[e.Event]:
    """Ask everybody who is proposed; of each kind one round goes on at a time.

    What has changed since the groups were found, such as a consent, makes them to be found again.

    :raises Rejected: ``switched_off``, ``round_open``, or what a solution is refused for.
    """
    check_on(community, "rounds")
    draft = pairing.draft_of(community, command.round)
    if pairing.open_round(community, draft.kind) is not None:
        raise Rejected("round_open")
    try:
        pairing.check_solution(community, draft, map(_paired, draft.groups), given.now_ms)
    except Rejected as error:
        if error.code == "nobody_to_pair":
            raise
        raise Rejected("solve_again", why="changed") from error
    return [
        e.PairsAsked(
            round=draft.id,
            answer_by_ms=Millis(given.now_ms + pairing.ANSWER_MS),
            ends_at_ms=Millis(given.now_ms + draft.weeks * pairing.WEEK_MS),
        )
    ]


@decides
def end_round(community: Community, command: c.EndRound, given: Given) -> list[e.Event]:
    """End a round, or throw a draft away."""
    found = community.rounds.get(command.round)
    if found is None or found.state == "over":
        raise AlreadyTrue
    why: RoundEnd = "discarded" if found.state == "draft" else "ended"
    return [e.RoundEnded(round=found.id, why=why)]


@decides
def answer_pair(community: Community, command: c.AnswerPair, given: Given) -> list[e.Event]:
    """Note a yes or a no; the last yes brings them together.

    :raises Rejected: ``switched_off``, ``round_over``, ``group_over`` or ``not_asked``.
    """
    check_on(community, "rounds")
    found = pairing.going_on(community, command.round, given.now_ms)
    group = found.group(command.group)
    if group is None or not pairing.is_asked(group, given.now_ms):
        raise Rejected("group_over")
    if command.member not in group.members or command.member in found.out:
        raise Rejected("not_asked")
    if group.answers.get(command.member) is command.yes:
        raise AlreadyTrue
    answered = e.PairAnswered(
        round=found.id, group=group.no, member=command.member, yes=command.yes
    )
    answers = group.answers.set(command.member, command.yes)
    after = replace(group, answers=answers)
    if not pairing.may_be_made(community, after, given.now_ms):
        return [answered]
    return [answered, _introduced(found, group, given.now_ms)]


@decides
def drop_out(community: Community, command: c.DropOut, given: Given) -> list[e.Event]:
    """Let somebody be in no group of a round any more; others are told on their next date.

    Whom they have met already they go on with, so that they can say whether it helped.
    """
    found = pairing.going_on(community, command.round, given.now_ms)
    mine = member(community, command.member)
    if mine.id in found.out:
        raise AlreadyTrue
    made = {one.introduction for one in found.groups_of(mine.id) if one.state == "made"}
    ended = [
        event
        for one in community.introductions.values()
        if one.id in made and mine.id in one.staying and not one.is_met
        for event in stopped(one, mine.id, given.now_ms)
    ]
    return [e.DroppedOut(round=found.id, member=mine.id), *ended]


@decides
def drop_group(community: Community, command: c.DropGroup, given: Given) -> list[e.Event]:
    """Let a group be none that did not come about until its date.

    :raises Rejected: ``not_due``.
    """
    found = community.rounds.get(command.round)
    group = None if found is None else found.group(command.group)
    if found is None or group is None or group.state != "asked":
        raise AlreadyTrue
    if pairing.is_asked(group, given.now_ms):
        raise Rejected("not_due")
    return [e.GroupDropped(round=found.id, group=group.no)]


@decides
def repair_round(community: Community, command: c.RepairRound, given: Given) -> list[e.Event]:
    """Ask further groups in a round that goes on long enough for an answer."""
    check_on(community, "rounds")
    found = pairing.going_on(community, command.round, given.now_ms)
    answer_by_ms = Millis(given.now_ms + pairing.ANSWER_MS)
    if answer_by_ms >= found.ends_at_ms:
        raise Rejected("round_over")
    pairing.check_solution(community, found, command.groups, given.now_ms)
    return _proposed(found, command.groups, answer_by_ms)


@decides
def end_round_over(community: Community, command: c.EndRoundOver, given: Given) -> list[e.Event]:
    """End a round whose weeks are over.

    :raises Rejected: ``not_due``.
    """
    found = community.rounds.get(command.round)
    if found is None or found.state == "over":
        raise AlreadyTrue
    if found.state == "draft" or found.ends_at_ms > given.now_ms:
        raise Rejected("not_due")
    return [e.RoundEnded(round=found.id, why="over")]


def _proposed(
    found: Round, groups: Iterable[c.Paired], answer_by_ms: Millis | None = None
) -> list[e.Event]:
    return [
        e.GroupProposed(
            round=found.id,
            no=no,
            members=one.members,
            reasons=one.reasons,
            topic=clean(one.topic),
            weak=one.weak,
            answer_by_ms=answer_by_ms,
        )
        for no, one in enumerate(groups, start=found.next_no)
    ]


def _paired(group: Group) -> c.Paired:
    return c.Paired(members=group.members)


def _introduced(found: Round, group: Group, now_ms: Millis) -> e.IntroductionMade:
    return e.IntroductionMade(
        members=group.members,
        source="round",
        round=found.id,
        group=group.no,
        reasons=group.reasons,
        first_question=first_question(group.pairs[0]),
        check_in_at_ms=Millis(now_ms + CHECK_IN_MS),
    )


def _title(words: str) -> str:
    title = clean(words)
    if not title:
        raise Rejected("name_needed")
    return title


def _limit(command: c.DraftRound | c.ChangeRound) -> int:
    """Only the seasoned can be in several groups."""
    return command.limit if command.kind == "seasoned" else 1
