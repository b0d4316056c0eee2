"""Whom a member is suggested to, and with whom they were brought together, as they may see it.

Of the other one a suggestion shows what they have shared, and a first name only where they shared
it under that. Whatever they answered changes nothing here before both have said yes.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from fishbowl.domain.community.ids import (
    CheckIn,
    FirstQuestion,
    IntroductionId,
    MemberId,
    Outcome,
    Reason,
    Side,
    Source,
    SuggestionId,
)
from fishbowl.domain.community.model import Basis, Introduction, Offer, Suggestion
from fishbowl.domain.community.rules.checkins import Counts, asked_for_outcome, counts
from fishbowl.domain.community.rules.introductions import (
    introductions_of,
    is_over_for,
    others_of,
)
from fishbowl.domain.community.rules.members import first_name
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.rules.suggestions import FEW, open_of, shown_to
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis

Stage = Literal["going", "asked", "met", "over"]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """An offer or a need, as far as it is shown."""

    side: Side
    words: str
    availability: str
    terms: str


class SuggestionView(msgspec.Struct, frozen=True, kw_only=True):
    """One that waits for the member, or in which they have answered.

    :param name: the other one's first name; empty for "Somebody".
    :param own: what the member gives and looks for that it is about; ``theirs``: the other one's.
    :param answer: the member's own.
    :param may_be_guessed: the community is so small that a yes that comes to nothing may tell who
        it was.
    """

    id: SuggestionId
    name: str
    own: tuple[Line, ...]
    theirs: tuple[Line, ...]
    reasons: tuple[Reason, ...]
    answer: Literal["", "yes", "no"]
    ends_at_ms: Millis
    may_be_guessed: bool


class Other(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody with whom the member was brought together.

    :param outcome: what they let the member read; ``None`` as long as they let nothing.
    """

    member: MemberId
    label: str
    outcome: Outcome | None


class IntroductionView(msgspec.Struct, frozen=True, kw_only=True):
    """One that the member is in.

    :param others: nobody: it is over, and who it was is told no more.
    :param stage: ``asked``: whether they met, and the member has not answered.
    :param next_at_ms: when they are asked; ``None`` if that is not known.
    :param said: the member's own answer to the last question.
    :param asks_outcome: whether they are asked now whether it helped.
    :param is_told: whether the others may read their ``outcome``.
    """

    id: IntroductionId
    others: tuple[Other, ...]
    source: Source
    own: tuple[Line, ...]
    theirs: tuple[Line, ...]
    reasons: tuple[Reason, ...]
    first_question: FirstQuestion
    made_at_ms: Millis
    stage: Stage
    next_at_ms: Millis | None
    asks_to_stop: bool
    said: CheckIn | None
    met_at_ms: Millis | None
    outcome_at_ms: Millis | None
    can_say_outcome: bool
    asks_outcome: bool
    outcome: Outcome | None
    is_told: bool


class MeetingView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of it on a member's page; empty parts are not shown.

    :param counts: how many it helped, of everybody; ``None`` where too few have said so.
    """

    suggestions: tuple[SuggestionView, ...]
    introductions: tuple[IntroductionView, ...]
    counts: Counts | None


def meeting_view(community: Community, member: MemberId, now_ms: Millis) -> MeetingView:
    """Make it for a member."""
    suggestions = (
        tuple(_suggestions(community, member, now_ms)) if is_on(community, "introductions") else ()
    )
    return MeetingView(
        suggestions=suggestions,
        introductions=tuple(_introductions(community, member, now_ms)),
        counts=counts(community),
    )


def suggestion_view(community: Community, one: Suggestion, member: MemberId) -> SuggestionView:
    """One suggestion as one of the two sees it."""
    own, theirs = _sides(community, one.basis, member)
    answer = one.answers.get(member)
    other = community.members.get(one.other(member))
    is_named = any(offer.is_named for offer in theirs)
    return SuggestionView(
        id=one.id,
        name=first_name(other.label) if other is not None and is_named else "",
        own=_lines(own),
        theirs=_lines(theirs),
        reasons=one.reasons,
        answer="yes" if answer == "yes" else "no" if answer == "no" else "",
        ends_at_ms=one.ends_at_ms,
        may_be_guessed=len(community.members) < FEW,
    )


def introduction_view(
    community: Community, one: Introduction, member: MemberId, now_ms: Millis
) -> IntroductionView:
    """One introduction as one of its members sees it."""
    own, theirs = _sides(community, one.basis, member)
    others = others_of(one, member, now_ms)
    can_say = member in asked_for_outcome(one)
    return IntroductionView(
        id=one.id,
        others=tuple(_others(community, one, others)),
        source=one.source,
        own=_lines(own),
        theirs=_lines(theirs) if others else (),
        reasons=one.reasons,
        first_question=one.first_question,
        made_at_ms=one.made_at_ms,
        stage=_stage(one, member, now_ms),
        next_at_ms=one.next_at_ms,
        asks_to_stop=one.asks_to_stop,
        said=one.answers.get(member),
        met_at_ms=one.met_at_ms,
        outcome_at_ms=one.outcome_at_ms,
        can_say_outcome=can_say,
        asks_outcome=can_say and one.is_outcome_asked and member not in one.outcomes,
        outcome=one.outcomes.get(member),
        is_told=member in one.told,
    )


def _suggestions(
    community: Community, member: MemberId, now_ms: Millis
) -> Iterator[SuggestionView]:
    for one in open_of(community, member, now_ms):
        if shown_to(one, member):
            yield suggestion_view(community, one, member)


def _introductions(
    community: Community, member: MemberId, now_ms: Millis
) -> Iterator[IntroductionView]:
    for one in introductions_of(community, member):
        is_met_with_nobody = one.is_met and not others_of(one, member, now_ms)
        if not is_met_with_nobody:
            yield introduction_view(community, one, member, now_ms)


def _stage(one: Introduction, member: MemberId, now_ms: Millis) -> Stage:
    if one.is_met:
        return "met"
    if is_over_for(one, member, now_ms):
        return "over"
    return "asked" if one.asked and member not in one.answers else "going"


def _others(community: Community, one: Introduction, others: Iterable[MemberId]) -> Iterator[Other]:
    for id in others:
        found = community.members.get(id)
        outcome = one.outcomes.get(id) if id in one.told else None
        yield Other(member=id, label=found.label if found else "", outcome=outcome)


def _sides(community: Community, basis: Basis, member: MemberId) -> tuple[list[Offer], list[Offer]]:
    """What it is about, as far as it still holds: the member's own, and what the other shared."""
    found = [community.offers[id] for id in basis.offers if id in community.offers]
    own = [one for one in found if one.member == member]
    return own, [one for one in found if one.member != member and one.is_shared]


def _lines(offers: Iterable[Offer]) -> tuple[Line, ...]:
    return tuple(
        Line(side=one.side, words=one.words, availability=one.availability, terms=one.terms)
        for one in offers
    )
