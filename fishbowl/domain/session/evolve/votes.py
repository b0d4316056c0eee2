"""What happens in votes."""

from typing import Any

import msgspec
from immutables import Map

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry, result
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.ids import ThumbsId, VoteId
from fishbowl.domain.session.model import Part
from fishbowl.domain.session.model.outer_ring import Thumbs, Vote
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace


@folds
def vote_opened(session: Session, event: e.VoteOpened, entry: Entry) -> Changes:
    """Begin a vote with empty ballots."""
    vote = Vote(
        id=VoteId(entry.seq),
        dots=event.dots,
        opened_at_ms=entry.at_ms,
        closes_at_ms=_end(event, entry),
        fixed=event.fixed,
        code=event.code,
    )
    return {Part("vote", vote.id): vote}


@folds
def voters_admitted(session: Session, event: e.VotersAdmitted, entry: Entry) -> Changes:
    """Let people vote who came later."""
    admitted = session.votes[event.vote].admitted
    for person in event.people:
        admitted = admitted.set(person, True)
    return _changed(Part("vote", event.vote), session, admitted=admitted)


@folds
def voter_confirmed(session: Session, event: e.VoterConfirmed, entry: Entry) -> Changes:
    """Note that a phone stands before the wall."""
    confirmed = session.votes[event.vote].confirmed.set(event.person, True)
    return _changed(Part("vote", event.vote), session, confirmed=confirmed)


@folds
def dots_cast(session: Session, event: e.DotsCast, entry: Entry) -> Changes:
    """Replace the ballot of one person."""
    vote = session.votes[event.vote]
    before = vote.ballots.get(event.person, Map())
    after = Map(result(event.ballot))
    ballots = vote.ballots.set(event.person, after) if after else vote.ballots.delete(event.person)
    counts = vote.counts
    for topic in {*before, *after}:
        count = counts.get(topic, 0) + after.get(topic, 0) - before.get(topic, 0)
        counts = counts.set(topic, count)
    return {Part("vote", vote.id): replace(vote, ballots=ballots, counts=counts)}


@folds
def vote_closed(session: Session, event: e.VoteClosed, entry: Entry) -> Changes:
    """End a vote."""
    return _changed(
        Part("vote", event.vote), session, closed_at_ms=entry.at_ms, closed_seq=entry.seq
    )


@folds
def thumbs_opened(session: Session, event: e.ThumbsOpened, entry: Entry) -> Changes:
    """Begin to ask."""
    thumbs = Thumbs(
        id=ThumbsId(entry.seq),
        topic=event.topic,
        closes_at_ms=_end(event, entry),
        fixed=event.fixed,
    )
    return {Part("thumbs", thumbs.id): thumbs}


@folds
def thumb_cast(session: Session, event: e.ThumbCast, entry: Entry) -> Changes:
    """Keep the last word of a person."""
    ballots = session.thumbs[event.thumbs].ballots.set(event.person, event.way)
    return _changed(Part("thumbs", event.thumbs), session, ballots=ballots)


@folds
def thumbs_closed(session: Session, event: e.ThumbsClosed, entry: Entry) -> Changes:
    """End the asking."""
    return _changed(Part("thumbs", event.thumbs), session, closed_at_ms=entry.at_ms)


def _end(event: e.VoteOpened | e.ThumbsOpened, entry: Entry) -> Millis | None:
    return None if event.length_ms is None else Millis(entry.at_ms + event.length_ms)


def _changed(part: Part, session: Session, **fields: Any) -> Changes:
    return {part: replace(session.part(part), **fields)}
