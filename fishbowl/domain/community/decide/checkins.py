"""Deciding about check-ins and outcomes."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.decide.stopping import stopped
from fishbowl.domain.community.rules import checkins
from fishbowl.domain.community.rules.introductions import introduction_of
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis


@decides
def ask_check_in(community: Community, command: c.AskCheckIn, given: Given) -> list[e.Event]:
    """Ask whether they met."""
    one = checkins.due_one(checkins.to_ask, community, command.introduction, given.now_ms)
    return [e.CheckInAsked(introduction=one.id, to_stop=checkins.asks_to_stop(one))]


@decides
def remind_check_in(community: Community, command: c.RemindCheckIn, given: Given) -> list[e.Event]:
    """Ask once more."""
    one = checkins.due_one(checkins.to_remind, community, command.introduction, given.now_ms)
    return [e.CheckInReminded(introduction=one.id)]


@decides
def answer_check_in(community: Community, command: c.AnswerCheckIn, given: Given) -> list[e.Event]:
    """Keep an answer.

    :raises Rejected: ``introduction_over``, or ``already_met``: somebody said that they met.
    """
    one = introduction_of(community, command.member, command.introduction)
    if one.is_met:
        if command.said == "met":
            raise AlreadyTrue
        raise Rejected("already_met")
    if command.said == "will_not":
        return stopped(one, command.member, given.now_ms)
    if one.answers.get(command.member) == command.said:
        raise AlreadyTrue
    next_at_ms = (
        Millis(given.now_ms + checkins.OUTCOME_MS)
        if command.said == "met"
        else checkins.next_question(one, given.now_ms)
    )
    return [
        e.CheckInAnswered(
            introduction=one.id,
            member=command.member,
            said=command.said,
            next_at_ms=next_at_ms,
        )
    ]


@decides
def ask_outcome(community: Community, command: c.AskOutcome, given: Given) -> list[e.Event]:
    """Ask whether it helped."""
    due = checkins.to_ask_whether_it_helped
    one = checkins.due_one(due, community, command.introduction, given.now_ms)
    return [e.OutcomeAsked(introduction=one.id)]


@decides
def answer_outcome(community: Community, command: c.AnswerOutcome, given: Given) -> list[e.Event]:
    """Count an outcome, and let whoever gave read it if it is good and may be told.

    :raises Rejected: ``introduction_over``, ``not_met``, or ``outcome_told``: it was told already.
    """
    one = introduction_of(community, command.member, command.introduction)
    if command.member not in checkins.asked_for_outcome(one):
        raise Rejected("not_met")
    is_same = one.outcomes.get(command.member) == command.outcome
    is_told = command.member in one.told
    tells = command.tell and command.outcome != "did_not_help" and not is_told
    if is_told and not is_same:
        raise Rejected("outcome_told")
    if is_same and not tells:
        raise AlreadyTrue
    given_now: list[e.Event] = (
        []
        if is_same
        else [e.OutcomeGiven(introduction=one.id, member=command.member, outcome=command.outcome)]
    )
    told = e.OutcomeTold(introduction=one.id, member=command.member)
    return [*given_now, told] if tells else given_now


@decides
def tell_giver(community: Community, command: c.TellGiver, given: Given) -> list[e.Event]:
    """Let whoever gave read what somebody said.

    :raises Rejected: ``introduction_over``, or ``not_met``: nothing was said yet.
    """
    one = introduction_of(community, command.member, command.introduction)
    if command.member in one.told:
        raise AlreadyTrue
    if command.member not in one.outcomes:
        raise Rejected("not_met")
    return [e.OutcomeTold(introduction=one.id, member=command.member)]
