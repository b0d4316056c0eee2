"""Folds of questions to members, and of answers."""

from typing import Any

import msgspec
from immutables import Map

from fishbowl.domain.community import events as e
from fishbowl.domain.community.commands.asks import ASKS_A_WEEK
from fishbowl.domain.community.evolve.erasable_entries import told_by
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import AnswerId, AskId, MemberId
from fishbowl.domain.community.model import AnswerGiven, Ask, KeptAnswer
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Seq


@folds
def ask_made(community: Community, event: e.AskMade, entry: e.Entry) -> Changes:
    """Put a question to members."""
    ask = Ask(
        id=AskId(entry.seq),
        member=event.member,
        words=event.words,
        asked=event.asked,
        asked_at_ms=entry.at_ms,
        ends_at_ms=event.ends_at_ms,
    )
    asked_at = community.asked_at
    for id in event.asked:
        times = (*asked_at.get(id, ()), entry.at_ms)
        asked_at = asked_at.set(id, times[-ASKS_A_WEEK:])
    return {
        "asks": community.asks.set(ask.id, ask),
        "asked_at": asked_at,
        "members": told_by(community.members, entry.seq, event.member),
    }


@folds
def ask_answered(community: Community, event: e.AskAnswered, entry: e.Entry) -> Changes:
    """Give an answer to whoever asked, and to the archive if it may be kept."""
    ask, id = community.asks[event.ask], AnswerId(entry.seq)
    answer = AnswerGiven(
        id=id,
        member=event.member,
        words=event.words,
        keep=event.keep,
        named=event.named,
        given_at_ms=entry.at_ms,
    )
    changes: Changes = {
        "asks": _changed(community, ask, answers=ask.answers.set(id, answer)),
        "members": told_by(community.members, entry.seq, event.member),
    }
    if event.keep:
        kept = KeptAnswer(
            id=id,
            ask=ask.id,
            asker=ask.member,
            question=ask.words,
            words=event.words,
            member=event.member,
            named=event.named,
            given_at_ms=entry.at_ms,
        )
        changes["answers_kept"] = community.answers_kept.set(id, kept)
    return changes


@folds
def ask_passed(community: Community, event: e.AskPassed, entry: e.Entry) -> Changes:
    """Ask somebody no more."""
    ask = community.asks[event.ask]
    return {"asks": _changed(community, ask, passed=ask.passed | {event.member})}


@folds
def answer_thanked(community: Community, event: e.AnswerThanked, entry: e.Entry) -> Changes:
    """Tell whoever answered."""
    ask = community.asks[event.ask]
    answer = msgspec.structs.replace(ask.answers[event.answer], thanked=True)
    return {"asks": _changed(community, ask, answers=ask.answers.set(answer.id, answer))}


@folds
def answer_removed(community: Community, event: e.AnswerRemoved, entry: e.Entry) -> Changes:
    """Remove an answer wherever it is."""
    asks = community.asks
    for ask in asks.values():
        if event.answer in ask.answers:
            answers = ask.answers.delete(event.answer)
            asks = asks.set(ask.id, msgspec.structs.replace(ask, answers=answers))
    return {"asks": asks, "answers_kept": _less(community.answers_kept, event.answer)}


@folds
def ask_ended(community: Community, event: e.AskEnded, entry: e.Entry) -> Changes:
    """Let a question be answered no more."""
    return {"asks": _changed(community, community.asks[event.ask], ended=True)}


@folds
def ask_forgotten(community: Community, event: e.AskForgotten, entry: e.Entry) -> Changes:
    """Forget a question; answers that are in the archive stay there."""
    kept = community.answers_kept
    if Seq(event.ask) in event.entries:
        for one in kept.values():
            if one.ask == event.ask:
                kept = kept.set(one.id, msgspec.structs.replace(one, question=""))
    return {"asks": _less(community.asks, event.ask), "answers_kept": kept}


def without(community: Community, member: MemberId) -> Changes:
    """What is left when a member goes; their own questions were forgotten before."""
    asks, kept = community.asks, community.answers_kept
    for ask in asks.values():
        if member in ask.asked:
            asks = asks.set(ask.id, _not_asked(ask, member))
    for one in kept.values():
        if one.member == member:
            kept = kept.delete(one.id)
        elif one.asker == member:
            nameless = msgspec.structs.replace(one, question="", asker=MemberId(0))
            kept = kept.set(one.id, nameless)
    return {"asks": asks, "answers_kept": kept, "asked_at": _less(community.asked_at, member)}


def _not_asked(ask: Ask, member: MemberId) -> Ask:
    theirs = ask.answer_of(member)
    return msgspec.structs.replace(
        ask,
        asked=tuple(one for one in ask.asked if one != member),
        passed=ask.passed - {member},
        answers=ask.answers if theirs is None else ask.answers.delete(theirs.id),
    )


def _changed(community: Community, ask: Ask, **fields: Any) -> Map[AskId, Ask]:
    return community.asks.set(ask.id, msgspec.structs.replace(ask, **fields))


def _less(of: Map[Any, Any], key: int) -> Map[Any, Any]:
    return of.delete(key) if key in of else of
