"""When an introduction is asked about, when it ends, and how many it helped."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from fishbowl.domain.community.ids import IntroductionId, MemberId
from fishbowl.domain.community.model import Introduction
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis

CHECK_IN_MS = 14 * DAY_MS
"""Two who were brought together are asked after this time whether they met, and again so."""
SOONEST_MS = 7 * DAY_MS
"""Between an answer and the next question lies at least so much."""
REMIND_MS = 4 * DAY_MS
OUTCOME_MS = 28 * DAY_MS
"""Between a meeting and the question whether it helped."""
SILENT_MS = 60 * DAY_MS
"""Nobody answered for so long: it ends."""
FORGET_MS = 30 * DAY_MS
"""What came to nothing is still shown to those who were brought together for so long."""
NOT_YET_MAX = 2
"""After so many check-ins with *not yet* they are asked whether to stop."""
COUNTED_FROM = 5
"""Fewer outcomes are shown to nobody."""


Due = Callable[[Community, Millis], Iterator[Introduction]]
"""Finds the introductions of which something is due."""


class Counts(NamedTuple):
    """What came of introductions, for everybody to read."""

    helped: int
    tried: int
    did_not_help: int


def counts(community: Community) -> Counts | None:
    """How many it helped; ``None`` where so few answered that it could point to a person."""
    found = Counts(
        helped=community.counts.get("helped", 0),
        tried=community.counts.get("tried", 0),
        did_not_help=community.counts.get("did_not_help", 0),
    )
    return found if sum(found) >= COUNTED_FROM else None


def is_used(community: Community, introduction: Introduction) -> bool:
    """Whether the community still uses what an introduction comes from: else nobody is asked."""
    return is_on(community, "introductions" if introduction.source == "suggestion" else "rounds")


def next_question(introduction: Introduction, now_ms: Millis) -> Millis:
    """When an introduction is asked about next, if somebody says *not yet* now.

    That is also when the others read that somebody stopped now: they would hear of it then anyway.
    """
    if introduction.next_at_ms is not None:
        return introduction.next_at_ms
    asked_at_ms = introduction.asked_at_ms or introduction.made_at_ms
    return Millis(max(asked_at_ms + CHECK_IN_MS, now_ms + SOONEST_MS))


def asks_to_stop(introduction: Introduction) -> bool:
    """Whether the next check-in asks whether to stop."""
    said = introduction.not_yet + ("not_yet" in introduction.answers.values())
    return said >= NOT_YET_MAX


def silent_in(introduction: Introduction) -> tuple[MemberId, ...]:
    """Who was asked whether they met, and has not answered."""
    return tuple(one for one in introduction.staying if one not in introduction.answers)


def asked_for_outcome(introduction: Introduction) -> tuple[MemberId, ...]:
    """Who can say whether it helped: everybody but who alone gave something."""
    if not introduction.is_met:
        return ()
    return tuple(one for one in introduction.staying if one != introduction.giver)


def due_one(due: Due, community: Community, id: IntroductionId, now_ms: Millis) -> Introduction:
    """Find an introduction among those of which something is due.

    :raises Rejected: ``not_due``.
    """
    for one in due(community, now_ms):
        if one.id == id:
            return one
    raise Rejected("not_due")


def to_ask(community: Community, now_ms: Millis) -> Iterator[Introduction]:
    """Introductions of which it is to be asked now whether they met."""
    for one in community.introductions.values():
        is_due = one.next_at_ms is not None and one.next_at_ms <= now_ms
        if is_due and not one.is_met and not one.is_over and is_used(community, one):
            yield one


def to_remind(community: Community, now_ms: Millis) -> Iterator[Introduction]:
    """Introductions of which somebody has not answered for some days.

    Also where another one has stopped, as long as those who stay do not know it.
    """
    for one in community.introductions.values():
        if one.asked_at_ms is None or one.is_reminded or one.is_met or one.ended_at_ms is not None:
            continue
        is_asked_anew = one.next_at_ms is not None and one.next_at_ms <= now_ms
        is_due = one.asked_at_ms + REMIND_MS <= now_ms and not is_asked_anew
        if is_due and silent_in(one) and is_used(community, one):
            yield one


def to_tell(community: Community, now_ms: Millis) -> Iterator[Introduction]:
    """Introductions that somebody stopped, and the others are to know now."""
    for one in community.introductions.values():
        if any(told_at_ms <= now_ms for told_at_ms in one.out.values()):
            yield one


def to_end(community: Community, now_ms: Millis) -> Iterator[Introduction]:
    """Introductions that nobody has answered about for long."""
    for one in community.introductions.values():
        if one.asked_at_ms is None or one.is_met or one.is_over or one.answers:
            continue
        if one.asked_at_ms + SILENT_MS <= now_ms:
            yield one


def to_ask_whether_it_helped(community: Community, now_ms: Millis) -> Iterator[Introduction]:
    """Introductions that came about some weeks ago."""
    for one in community.introductions.values():
        is_due = one.outcome_at_ms is not None and one.outcome_at_ms <= now_ms
        is_open = is_due and not one.is_outcome_asked and len(one.staying) > 1
        if is_open and is_used(community, one):
            yield one


def to_forget(community: Community, now_ms: Millis) -> Iterator[Introduction]:
    """Introductions that came to nothing some time ago."""
    for one in community.introductions.values():
        if one.is_met or one.ended_at_ms is None:
            continue
        if one.ended_at_ms + FORGET_MS <= now_ms:
            yield one
