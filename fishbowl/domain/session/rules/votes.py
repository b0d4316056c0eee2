"""What one may ask about votes: who has how many dots where, and what the thumbs say.

Dots count for the topic that stands for the one they were put on: a merge moves them, and undoing
it moves them back. Dots on a topic that was taken down count nowhere; whoever put them there has
them to give again.
"""

from collections.abc import Collection, Iterator, Mapping

from immutables import Map

from fishbowl.domain.session.commands import Thumb
from fishbowl.domain.session.ids import PersonId, TopicId
from fishbowl.domain.session.model import Person, Topic, TopicState
from fishbowl.domain.session.model.outer_ring import Ballot, Thumbs, Vote
from fishbowl.domain.session.state import Session

VOTABLE: tuple[TopicState, ...] = ("up", "current")
"""Topics that dots can be put on."""
COUNTED: tuple[TopicState, ...] = ("up", "current", "done", "parked")
"""Topics that keep the dots of a vote that is over."""


def root_of(session: Session, id: TopicId) -> Topic | None:
    """Find the topic that stands for another since they were merged; usually it is itself."""
    topic = session.topics.get(id)
    while topic is not None and topic.into is not None:
        topic = session.topics.get(topic.into)
    return topic


def last_vote(session: Session) -> Vote | None:
    """The vote that was opened last."""
    return session.votes[max(session.votes)] if session.votes else None


def open_vote(session: Session) -> Vote | None:
    """The vote that is going on."""
    vote = last_vote(session)
    return vote if vote is not None and vote.closed_at_ms is None else None


def last_thumbs(session: Session) -> Thumbs | None:
    """The last time the room was asked whether to go on."""
    return session.thumbs[max(session.thumbs)] if session.thumbs else None


def open_thumbs(session: Session) -> Thumbs | None:
    """The asking that is going on."""
    thumbs = last_thumbs(session)
    return thumbs if thumbs is not None and thumbs.closed_at_ms is None else None


def ballot_of(session: Session, vote: Vote, person: PersonId) -> Ballot:
    """Where a person's dots are now."""
    return Map(_sum(session, vote.ballots.get(person, Map()), VOTABLE))


def dots_by_topic(session: Session, vote: Vote) -> dict[TopicId, int]:
    """How many dots each topic has; topics without any are left out.

    Once the vote is over, what a topic got stays with it, whatever becomes of it.
    """
    return _sum(session, vote.counts, VOTABLE if vote.closed_at_ms is None else COUNTED)


def may_vote(vote: Vote, person: PersonId) -> bool:
    """Whether somebody is among the voters of a vote: here before it, or let in since.

    People are named by the entry with which they came, so the numbers tell who came first.
    """
    return not vote.fixed or person < vote.id or person in vote.admitted


def may_answer(thumbs: Thumbs, person: PersonId) -> bool:
    """The same for thumbs, which are over too soon for letting anybody in."""
    return not thumbs.fixed or person < thumbs.id


def needs_code(vote: Vote, person: PersonId) -> bool:
    """Whether somebody has yet to type the code that is on the wall."""
    return bool(vote.code) and person not in vote.confirmed


def voters(session: Session, vote: Vote) -> int:
    """How many people with a phone may vote."""
    return sum(may_vote(vote, person.id) for person in _with_phones(session))


def late_comers(session: Session, vote: Vote) -> tuple[PersonId, ...]:
    """Who has a phone and came after the vote was opened, and is not let in yet."""
    return tuple(p.id for p in _with_phones(session) if not may_vote(vote, p.id))


def _with_phones(session: Session) -> Iterator[Person]:
    return (p for p in session.people.values() if p.key and not (p.out or p.forgotten))


def suggested_way(thumbs: Thumbs) -> Thumb:
    """What the room would like; if it is of two minds, the time that was agreed on stands."""
    ways = list(thumbs.ballots.values())
    return "go_on" if ways.count("go_on") > ways.count("move_on") else "move_on"


def _sum(
    session: Session, dots: Mapping[TopicId, int], states: Collection[TopicState]
) -> dict[TopicId, int]:
    counts: dict[TopicId, int] = {}
    for id, count in dots.items():
        topic = root_of(session, id)
        if topic is not None and topic.state in states and count:
            counts[topic.id] = counts.get(topic.id, 0) + count
    return counts
