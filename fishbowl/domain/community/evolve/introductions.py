"""Folds of suggestions and of introductions that are made."""

from typing import Any

import msgspec

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve import pairing
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import (
    IntroductionId,
    MemberId,
    SuggestionAnswer,
    SuggestionId,
    pair_of,
)
from fishbowl.domain.community.model import NOBODY, Basis, Introduction, Suggestion
from fishbowl.domain.community.state import Community


@folds
def meeting_suggested(community: Community, event: e.MeetingSuggested, entry: e.Entry) -> Changes:
    """Keep what two are asked, and that it was asked once."""
    suggestion = Suggestion(
        id=SuggestionId(entry.seq),
        members=event.members,
        basis=Basis(
            offer=event.offer,
            need=event.need,
            back_offer=event.back_offer,
            back_need=event.back_need,
        ),
        reasons=event.reasons,
        asked_at_ms=entry.at_ms,
        ends_at_ms=event.ends_at_ms,
        waits_for=frozenset(event.waits_for),
    )
    return {
        "suggestions": community.suggestions.set(suggestion.id, suggestion),
        "suggested": community.suggested.set(event.members, entry.at_ms),
    }


@folds
def suggestion_answered(
    community: Community, event: e.SuggestionAnswered, entry: e.Entry
) -> Changes:
    """Keep an answer."""
    return _answered(community, event.suggestion, event.member, "yes" if event.yes else "no")


@folds
def suggestion_closed(community: Community, event: e.SuggestionClosed, entry: e.Entry) -> Changes:
    """Let nothing come of it."""
    return _answered(community, event.suggestion, event.member, "gone")


@folds
def suggestion_reached(community: Community, event: e.SuggestionReached, entry: e.Entry) -> Changes:
    """Wait for a member no longer."""
    waits_for = community.suggestions[event.suggestion].waits_for - {event.member}
    return _changed(community, event.suggestion, waits_for=waits_for, ends_at_ms=event.ends_at_ms)


@folds
def suggestion_ended(community: Community, event: e.SuggestionEnded, entry: e.Entry) -> Changes:
    """Forget a suggestion; that the two were suggested to each other stays."""
    return {"suggestions": community.suggestions.delete(event.suggestion)}


@folds
def introduction_made(community: Community, event: e.IntroductionMade, entry: e.Entry) -> Changes:
    """Keep who was brought together; their suggestion, if there was one, is over."""
    suggestions, basis = community.suggestions, Basis()
    if event.suggestion is not None:
        basis = suggestions[event.suggestion].basis
        suggestions = suggestions.delete(event.suggestion)
    made = Introduction(
        id=IntroductionId(entry.seq),
        members=event.members,
        source=event.source,
        round=event.round,
        group=event.group,
        basis=basis,
        reasons=event.reasons,
        giver=event.giver,
        first_question=event.first_question,
        made_at_ms=entry.at_ms,
        check_in_at_ms=event.check_in_at_ms,
        next_at_ms=event.check_in_at_ms,
    )
    met = community.met
    for place, one in enumerate(made.members):
        for other in made.members[place + 1 :]:
            met = met.set(pair_of(one, other), entry.at_ms)
    return {
        "suggestions": suggestions,
        "introductions": community.introductions.set(made.id, made),
        "met": met,
        **pairing.introduced(community, event.round, event.group, made.id),
    }


def without(community: Community, member: MemberId, into: MemberId | None) -> Changes:
    """The suggestions without a member who leaves, and who was brought together before.

    To the other one a suggestion goes on until its end. After a merge the member ``into`` whom they
    are one with has been suggested to, and has met, the same people.
    """
    suggestions = community.suggestions
    for one in community.suggestions.values():
        if member in one.members:
            left = _suggestion_without(one, member)
            is_empty = set(left.members) == {NOBODY}
            suggestions = suggestions.delete(one.id) if is_empty else suggestions.set(one.id, left)
    return {
        "suggestions": suggestions,
        "suggested": _pairs_without(community.suggested, member, into),
        "met": _pairs_without(community.met, member, into),
    }


def _suggestion_without(one: Suggestion, member: MemberId) -> Suggestion:
    first, second = one.members
    return msgspec.structs.replace(
        one,
        members=(NOBODY if first == member else first, NOBODY if second == member else second),
        answers=one.answers.delete(member) if member in one.answers else one.answers,
        waits_for=one.waits_for - {member},
    )


def _pairs_without(pairs: Any, member: MemberId, into: MemberId | None) -> Any:
    for pair, at_ms in pairs.items():
        if member not in pair:
            continue
        pairs = pairs.delete(pair)
        other = pair[1] if pair[0] == member else pair[0]
        if into is not None and other != into:
            kept = pair_of(into, other)
            pairs = pairs.set(kept, max(at_ms, pairs.get(kept, at_ms)))
    return pairs


def _answered(
    community: Community, id: SuggestionId, member: MemberId, answer: SuggestionAnswer
) -> Changes:
    answers = community.suggestions[id].answers.set(member, answer)
    return _changed(community, id, answers=answers)


def _changed(community: Community, id: SuggestionId, **fields: Any) -> Changes:
    suggestion = msgspec.structs.replace(community.suggestions[id], **fields)
    return {"suggestions": community.suggestions.set(id, suggestion)}
