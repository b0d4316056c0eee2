"""Deciding about questions to members, and answers."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.ids import AnswerEnd, AnswerId, AskId, MemberId
from fishbowl.domain.community.model import Ask
from fishbowl.domain.community.rules import asks
from fishbowl.domain.community.rules.members import member
from fishbowl.domain.community.rules.settings import check_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.words import clean, clean_lines


@decides
def ask_community(community: Community, command: c.AskCommunity, given: Given) -> list[e.Event]:
    """Ask those of the named members who may be asked.

    :raises Rejected: ``switched_off``, ``words_needed``, ``limit_reached`` or ``nobody_to_ask``.
    """
    check_on(community, "ask")
    mine, words = member(community, command.member), clean(command.words)
    if not words:
        raise Rejected("words_needed")
    if sum(asks.is_open(one, given.now_ms) for one in asks.asks_of(community, mine.id)) >= (
        asks.OPEN_MAX
    ):
        raise Rejected("limit_reached", most=asks.OPEN_MAX)
    asked = tuple(
        one
        for one in dict.fromkeys(command.to)
        if asks.may_be_asked(community, mine.id, one, given.now_ms)
    )
    if not asked:
        raise Rejected("nobody_to_ask")
    ends_at_ms = Millis(given.now_ms + asks.ANSWER_MS)
    return [
        e.AskMade(member=mine.id, words=words, asked=asked[: c.ASKED_MAX], ends_at_ms=ends_at_ms)
    ]


@decides
def answer_ask(community: Community, command: c.AnswerAsk, given: Given) -> list[e.Event]:
    """Give an answer, once.

    :raises Rejected: ``ask_over``, ``not_asked``, ``words_needed`` or ``already_answered``.
    """
    ask = asks.open_ask(community, command.ask, given.now_ms)
    _check_asked(ask, command.member)
    words = clean_lines(command.words)
    if not words:
        raise Rejected("words_needed")
    if ask.answer_of(command.member) is not None:
        raise Rejected("already_answered")
    return [
        e.AskAnswered(
            ask=ask.id, member=command.member, words=words, keep=command.keep, named=command.named
        )
    ]


@decides
def pass_ask(community: Community, command: c.PassAsk, given: Given) -> list[e.Event]:
    """Ask somebody no more about one question."""
    ask = asks.open_ask(community, command.ask, given.now_ms)
    _check_asked(ask, command.member)
    if command.member in ask.passed or ask.answer_of(command.member) is not None:
        raise AlreadyTrue
    return [e.AskPassed(ask=ask.id, member=command.member)]


@decides
def thank_for(community: Community, command: c.ThankFor, given: Given) -> list[e.Event]:
    """Thank whoever answered.

    :raises Rejected: ``not_yours`` or ``answer_over``.
    """
    ask = _own(community, command.ask, command.member)
    answer = ask.answers.get(command.answer)
    if answer is None:
        raise Rejected("answer_over")
    if answer.thanked:
        raise AlreadyTrue
    return [e.AnswerThanked(ask=ask.id, answer=answer.id)]


@decides
def take_back_answer(
    community: Community, command: c.TakeBackAnswer, given: Given
) -> list[e.Event]:
    """Let an answer be gone whose author wants that.

    :raises Rejected: ``not_yours``.
    """
    author = _author(community, command.answer)
    if author is None:
        raise AlreadyTrue
    if author != command.member:
        raise Rejected("not_yours")
    return _removed(community, command.answer, "withdrawn")


@decides
def hide_answer(community: Community, command: c.HideAnswer, given: Given) -> list[e.Event]:
    """Take an answer out of the archive; hosts know of no other one."""
    if command.answer not in community.answers_kept:
        raise AlreadyTrue
    return _removed(community, command.answer, "hidden")


@decides
def take_back_ask(community: Community, command: c.TakeBackAsk, given: Given) -> list[e.Event]:
    """Let a question be gone whose author wants that."""
    if command.ask not in community.asks:
        raise AlreadyTrue
    return [_forgotten(community, _own(community, command.ask, command.member), taken_back=True)]


@decides
def end_ask(community: Community, command: c.EndAsk, given: Given) -> list[e.Event]:
    """End a question whose time is over; one that nobody answered is forgotten.

    :raises Rejected: ``not_due``.
    """
    ask = community.asks.get(command.ask)
    if ask is None:
        raise AlreadyTrue
    if asks.is_to_forget(ask, given.now_ms):
        return [_forgotten(community, ask, taken_back=False)]
    if asks.is_over(ask, given.now_ms):
        return [e.AskEnded(ask=ask.id)]
    raise Rejected("not_due")


def ended_with(community: Community, id: MemberId) -> list[e.Event]:
    """What ends when a member goes: what they asked."""
    mine = asks.asks_of(community, id)
    return [_forgotten(community, ask, taken_back=True) for ask in mine]


def _own(community: Community, id: AskId, member: MemberId) -> Ask:
    found = community.asks.get(id)
    if found is None:
        raise Rejected("ask_over")
    if found.member != member:
        raise Rejected("not_yours")
    return found


def _check_asked(ask: Ask, member: MemberId) -> None:
    if member not in ask.asked:
        raise Rejected("not_asked")


def _author(community: Community, answer: AnswerId) -> MemberId | None:
    kept = community.answers_kept.get(answer)
    if kept is not None:
        return kept.member
    for ask in community.asks.values():
        if answer in ask.answers:
            return ask.answers[answer].member
    return None


def _removed(community: Community, answer: AnswerId, why: AnswerEnd) -> list[e.Event]:
    entries = asks.entries_to_remove(community, answer)
    return [e.AnswerRemoved(answer=answer, why=why, entries=entries)]


def _forgotten(community: Community, ask: Ask, *, taken_back: bool) -> e.AskForgotten:
    entries = asks.entries_to_forget(community, ask, taken_back=taken_back)
    return e.AskForgotten(ask=ask.id, entries=entries)
