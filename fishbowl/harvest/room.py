"""Votes, thumbs, questions and signals as facts."""

from collections.abc import Iterable

from fishbowl.domain.kernel.ids import TopicId
from fishbowl.domain.session.events import Entry, SignalsTotalled
from fishbowl.domain.session.model.outer_ring import Question, Thumbs, Vote
from fishbowl.domain.session.rules.votes import dots_by_topic, root_of
from fishbowl.domain.session.state import Session
from fishbowl.harvest.people import author
from fishbowl.harvest.room_model import (
    QuestionFacts,
    SignalFacts,
    ThumbsFacts,
    TopicDots,
    VoteFacts,
)

_SIGNALS = ("agree", "thanks", "surprised", "slower", "microphone")


def vote_facts(session: Session) -> tuple[VoteFacts, ...]:
    """List the votes in which anybody voted, oldest first."""
    votes = sorted(session.votes.values(), key=lambda vote: vote.id)
    return tuple(_vote(session, vote) for vote in votes if any(vote.ballots.values()))


def _vote(session: Session, vote: Vote) -> VoteFacts:
    dots = dots_by_topic(session, vote)
    return VoteFacts(
        vote=vote.id,
        dots_each=vote.dots,
        voters=sum(bool(ballot) for ballot in vote.ballots.values()),
        topics=tuple(
            TopicDots(topic=topic, dots=dots[topic])
            for topic in sorted(dots, key=lambda topic: (-dots[topic], topic))
        ),
    )


def thumbs_facts(session: Session) -> tuple[ThumbsFacts, ...]:
    """List the thumbs votes in which anybody voted, oldest first."""
    asked = sorted(session.thumbs.values(), key=lambda thumbs: thumbs.id)
    return tuple(_thumbs(session, thumbs) for thumbs in asked if thumbs.ballots)


def _thumbs(session: Session, thumbs: Thumbs) -> ThumbsFacts:
    ways = list(thumbs.ballots.values())
    topic = root_of(session, thumbs.topic)
    return ThumbsFacts(
        thumbs=thumbs.id,
        topic=thumbs.topic if topic is None else topic.id,
        go_on=ways.count("go_on"),
        move_on=ways.count("move_on"),
        extended=thumbs.settled,
    )


def question_facts(session: Session) -> tuple[QuestionFacts, ...]:
    """List the questions that were put up, in order, without those whose words were erased.

    Questions that were not put up are only counted.
    """
    return tuple(
        _question(session, question)
        for question in sorted(session.questions.values(), key=lambda question: question.id)
        if question.state in ("up", "answered") and question.words
    )


def _question(session: Session, question: Question) -> QuestionFacts:
    upvotes = session.upvotes.get(question.id)
    return QuestionFacts(
        question=question.id,
        who=author(session, question.person),
        words=question.words,
        upvotes=0 if upvotes is None else sum(upvotes.values()),
        outcome="answered" if question.state == "answered" else "open",
    )


def signal_facts(session: Session, entries: Iterable[Entry]) -> tuple[SignalFacts, ...]:
    """Sum the signals by topic, in the order of the first entry of each topic."""
    sums: dict[TopicId | None, dict[str, int]] = {}
    for entry in entries:
        if isinstance(event := entry.event, SignalsTotalled):
            root = None if event.topic is None else root_of(session, event.topic)
            so_far = sums.setdefault(None if root is None else root.id, dict.fromkeys(_SIGNALS, 0))
            for kind in _SIGNALS:
                so_far[kind] += getattr(event, kind)
    return tuple(SignalFacts(topic=topic, **counts) for topic, counts in sums.items())
