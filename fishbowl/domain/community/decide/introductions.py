"""Deciding about suggestions, and the introductions that come out of them."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.ids import MemberId, OfferId, pair_of
from fishbowl.domain.community.model import NOBODY, Suggestion
from fishbowl.domain.community.rules.checkins import CHECK_IN_MS
from fishbowl.domain.community.rules.introductions import first_question, may_meet, may_pair
from fishbowl.domain.community.rules.members import member
from fishbowl.domain.community.rules.settings import check_on
from fishbowl.domain.community.rules.suggestions import (
    OPEN_MAX,
    OPEN_MS,
    WAITS_MS,
    ends_at,
    places_free,
    suggestion_of,
)
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis


@decides
def suggest_meeting(community: Community, command: c.SuggestMeeting, given: Given) -> list[e.Event]:
    """Ask two members whether they want to meet.

    :raises Rejected: ``switched_off``; ``may_not_meet``, also if an offer is of neither;
        ``limit_reached``: one of them has no place free.
    """
    check_on(community, "introductions")
    pair = pair_of(*command.members)
    offers = (command.offer, command.need, command.back_offer, command.back_need)
    are_theirs = all(one is None or _author(community, one) in pair for one in offers)
    if not are_theirs or not may_meet(community, *pair, given.now_ms):
        raise Rejected("may_not_meet")
    if not all(places_free(community, one, given.now_ms) for one in pair):
        raise Rejected("limit_reached", most=OPEN_MAX)
    waits_for = tuple(one for one in pair if one in command.without_mail)
    return [
        e.MeetingSuggested(
            members=pair,
            offer=command.offer,
            need=command.need,
            back_offer=command.back_offer,
            back_need=command.back_need,
            reasons=command.reasons,
            ends_at_ms=Millis(given.now_ms + (WAITS_MS if waits_for else OPEN_MS)),
            waits_for=waits_for,
        )
    ]


@decides
def answer_suggestion(
    community: Community, command: c.AnswerSuggestion, given: Given
) -> list[e.Event]:
    """Keep an answer; the second yes brings the two together, if they still may meet.

    Whether the other one said no, or cannot meet any more, changes nothing else here.

    :raises Rejected: ``switched_off`` or ``suggestion_over``.
    """
    check_on(community, "introductions")
    mine = member(community, command.member)
    suggestion = suggestion_of(community, mine.id, command.suggestion, given.now_ms)
    before = suggestion.answers.get(mine.id)
    if before == ("yes" if command.yes else "no"):
        raise AlreadyTrue
    if before in ("no", "gone"):
        raise Rejected("suggestion_over")
    answered = e.SuggestionAnswered(suggestion=suggestion.id, member=mine.id, yes=command.yes)
    other = suggestion.other(mine.id)
    both_want = command.yes and suggestion.answers.get(other) == "yes"
    if not both_want or not may_pair(community, mine.id, other, given.now_ms):
        return [answered]
    made = e.IntroductionMade(
        members=suggestion.members,
        source="suggestion",
        suggestion=suggestion.id,
        reasons=suggestion.reasons,
        giver=_giver(community, suggestion),
        first_question=first_question(suggestion.members),
        check_in_at_ms=Millis(given.now_ms + CHECK_IN_MS),
    )
    return [answered, made]


@decides
def note_session(community: Community, command: c.NoteSession, given: Given) -> list[e.Event]:
    """Let suggestions end soon after a session in which their last member could see them."""
    mine = member(community, command.member)
    events: list[e.Event] = []
    for one in community.suggestions.values():
        if mine.id not in one.waits_for or one.ends_at_ms <= given.now_ms:
            continue
        is_last = one.waits_for == {mine.id}
        over_ms = Millis(max(command.at_ms, given.now_ms))
        ends_at_ms = min(one.ends_at_ms, ends_at(one, over_ms)) if is_last else one.ends_at_ms
        events.append(e.SuggestionReached(suggestion=one.id, member=mine.id, ends_at_ms=ends_at_ms))
    if not events:
        raise AlreadyTrue
    return events


@decides
def end_suggestion(community: Community, command: c.EndSuggestion, given: Given) -> list[e.Event]:
    """End a suggestion on its date, whatever was answered."""
    found = community.suggestions.get(command.suggestion)
    if found is None:
        raise AlreadyTrue
    if found.ends_at_ms > given.now_ms:
        raise Rejected("not_due")
    return [e.SuggestionEnded(suggestion=found.id)]


def closed_by(
    community: Community, member: MemberId, *, about: OfferId | None = None
) -> list[e.Event]:
    """What becomes of the suggestions of a member who is not to be asked about them any more.

    :param about: an offer or need of theirs that is over; ``None``: they are about anything.
    """
    return [
        e.SuggestionClosed(suggestion=one.id, member=member)
        for one in community.suggestions.values()
        if member in one.members
        and one.answers.get(member) not in ("no", "gone")
        and (about is None or about in one.basis.offers)
    ]


def _author(community: Community, offer: OfferId) -> MemberId | None:
    found = community.offers.get(offer)
    return None if found is None else found.member


def _giver(community: Community, suggestion: Suggestion) -> MemberId:
    """Who alone gives something; nobody where both do, or neither."""
    basis = suggestion.basis
    if basis.offer is None or basis.back_offer is not None:
        return NOBODY
    return _author(community, basis.offer) or NOBODY
