"""Pairing rounds: which groups hold, who is to be paired, and what a solution has to obey."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from fishbowl.domain.community.commands.pairing import Paired
from fishbowl.domain.community.ids import MemberId, Pair, RoundId, RoundKind, pair_of
from fishbowl.domain.community.model import Group, Offer, Round
from fishbowl.domain.community.rules.asks import check_agreed
from fishbowl.domain.community.rules.introductions import may_pair
from fishbowl.domain.community.rules.members import DAY_MS, member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis, Seq

WEEK_MS = 7 * DAY_MS
ANSWER_MS = 7 * DAY_MS
"""Everybody of a group has so long to say yes; a no is not told before."""
DRAFTS_MAX = 20
MOST_ACROSS = 2
"""Groups of one member across organisations: the second one is with somebody who arrived late."""


def round_of(community: Community, id: RoundId) -> Round:
    """Find a round.

    :raises Rejected: ``round_over``: there is none of that number any more.
    """
    found = community.rounds.get(id)
    if found is None:
        raise Rejected("round_over")
    return found


def draft_of(community: Community, id: RoundId) -> Round:
    """Find a round that is still prepared.

    :raises Rejected: ``round_over`` or ``round_asked``.
    """
    found = round_of(community, id)
    if found.state != "draft":
        raise Rejected("round_asked" if found.state == "asking" else "round_over")
    return found


def going_on(community: Community, id: RoundId, now_ms: Millis) -> Round:
    """Find a round that goes on.

    :raises Rejected: ``round_over``.
    """
    found = round_of(community, id)
    if found.state != "asking" or found.ends_at_ms <= now_ms:
        raise Rejected("round_over")
    return found


def open_round(community: Community, kind: RoundKind) -> Round | None:
    """The round of a kind that goes on; there is one at most."""
    rounds = community.rounds.values()
    return next((one for one in rounds if one.kind == kind and one.state == "asking"), None)


def rounds_of(community: Community, mine: MemberId, now_ms: Millis) -> list[tuple[Round, Group]]:
    """The groups that somebody is asked about and has not said no to, the oldest first."""
    return [
        (one, group)
        for one in sorted(community.rounds.values(), key=lambda one: one.id)
        if one.state == "asking" and mine not in one.out
        for group in one.groups_of(mine)
        if is_asked(group, now_ms) and group.answers.get(mine, True)
    ]


def is_asked(group: Group, now_ms: Millis) -> bool:
    """Whether the members of a group can answer."""
    return group.state == "asked" and group.answer_by_ms is not None and now_ms < group.answer_by_ms


def holds(community: Community, group: Group) -> bool:
    """Whether the members of a group are taken by it: they are asked, or meet.

    Who stopped meeting is not told before a certain day, so until then the group holds.
    """
    if group.state != "made" or group.introduction is None:
        return group.state == "asked"
    made = community.introductions.get(group.introduction)
    return made is not None and made.ended_at_ms is None and len(made.members) > 1


def places_taken(community: Community, one: Round) -> Counter[MemberId]:
    """How many groups that hold each member of a round is in."""
    return Counter(
        member for group in one.groups if holds(community, group) for member in group.members
    )


def folded(topic: str) -> str:
    """A topic as topics are compared."""
    return " ".join(topic.casefold().split())


def as_shared(community: Community, groups: Iterable[Group]) -> list[Group]:
    """Groups as they are told: with a topic only as long as two of them share it as a line."""
    shared: defaultdict[MemberId, set[str]] = defaultdict(set)
    for offer in community.offers.values():
        if offer.is_shared:
            shared[offer.member].add(folded(offer.topic))

    def told(group: Group) -> Group:
        topic = folded(group.topic)
        if sum(topic in shared[member] for member in group.members) > 1:
            return group
        return replace(group, topic="")

    return [told(group) for group in groups]


def entries_of_topic(community: Community, offer: Offer) -> Iterator[Seq]:
    """The entries of groups that tell the topic of an offer because of its author."""
    for one in community.rounds.values():
        for group in one.groups_of(offer.member):
            if group.topic and folded(group.topic) == folded(offer.topic):
                yield group.entry


def to_pair(community: Community, one: Round) -> list[MemberId]:
    """Who is to be brought together with somebody: all who agree to meet and are in no group.

    In a round that goes on these are those who arrived later, and those whose group did not come
    about although they said yes.
    """
    taken = places_taken(community, one) if one.state == "asking" else Counter()
    return sorted(
        member.id
        for member in community.members.values()
        if "meet" in member.consents and member.id not in one.out and not taken[member.id]
    )


def check_solution(
    community: Community, one: Round, groups: Iterable[Paired], now_ms: Millis
) -> None:
    """Go on if groups can be asked beside those of the round that hold.

    :raises Rejected: ``nobody_to_pair``, ``solve_again`` with what is wrong as ``why``, or what
        :func:`check_pair` raises.
    """
    proposed = [group.members for group in groups]
    if not proposed:
        raise Rejected("nobody_to_pair")
    taken = places_taken(community, one)
    takes_late = one.kind == "across" and one.state == "asking"
    most = MOST_ACROSS if takes_late else one.limit
    times = taken + Counter(member for group in proposed for member in group)
    pairs = {pair for group in proposed for pair in _pairs(group)}
    for members in proposed:
        often = sum(times[member] > 1 for member in members)
        if len(set(members)) < len(members) or often > (one.kind == "seasoned" or takes_late):
            raise Rejected("solve_again", why="twice")
        if max(times[member] for member in members) > most:
            raise Rejected("solve_again", why="limit")
        if one.out & set(members):
            raise Rejected("solve_again", why="out")
    for pair in pairs:
        check_pair(community, *pair, now_ms)
        if pair in one.forbidden:
            raise Rejected("solve_again", why="forbidden")
    if one.state == "draft" and one.pinned - pairs:
        raise Rejected("solve_again", why="pinned")


def check_pair(community: Community, a: MemberId, b: MemberId, now_ms: Millis) -> None:
    """Go on if two members can be brought together.

    Why two who agree to meet cannot be is not told: one may want to be kept apart from the other.

    :raises Rejected: ``same_member``, ``member_unknown``, ``consent_needed`` or ``may_not_meet``.
    """
    if a == b:
        raise Rejected("same_member")
    for id in (a, b):
        check_agreed(member(community, id), "meet")
    if not may_pair(community, a, b, now_ms):
        raise Rejected("may_not_meet")


def check_pin(one: Round, pair: Pair) -> None:
    """Go on if two members can be pinned beside the other pins of a round.

    :raises Rejected: ``pair_forbidden``, or ``pinned_already``: one of them has no place left.
    """
    if pair in one.forbidden:
        raise Rejected("pair_forbidden")
    times = Counter(member for pinned in (*one.pinned, pair) for member in pinned)
    often = sum(times[member] > 1 for member in pair)
    if often > (one.kind == "seasoned") or max(times[member] for member in pair) > one.limit:
        raise Rejected("pinned_already")


def may_be_made(community: Community, group: Group, now_ms: Millis) -> bool:
    """Whether the members of a group are brought together: all said yes, and nothing forbids it."""
    return all(group.answers.get(member, False) for member in group.members) and all(
        may_pair(community, *pair, now_ms) for pair in group.pairs
    )


def unanswered(community: Community, now_ms: Millis) -> Iterator[tuple[Round, Group]]:
    """Groups that did not come about until their date."""
    for one in community.rounds.values():
        for group in one.groups:
            if one.state == "asking" and group.state == "asked" and not is_asked(group, now_ms):
                yield one, group


def over(community: Community, now_ms: Millis) -> Iterator[Round]:
    """Rounds whose weeks are over."""
    for one in community.rounds.values():
        if one.state == "asking" and one.ends_at_ms <= now_ms:
            yield one


def _pairs(members: tuple[MemberId, ...]) -> Iterator[Pair]:
    for number, one in enumerate(members):
        for other in members[number + 1 :]:
            yield pair_of(one, other)
