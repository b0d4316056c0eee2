"""Rules of votes: everybody has the same number of dots, and nothing follows by itself."""

import unicodedata
from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import PersonId, VoteId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.people.joining import known
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.decide.wall import showing_bowl
from fishbowl.domain.session.formats import MINUTE_MS
from fishbowl.domain.session.model.outer_ring import Thumbs, Vote
from fishbowl.domain.session.rules.votes import (
    VOTABLE,
    ballot_of,
    late_comers,
    may_answer,
    may_vote,
    needs_code,
    open_thumbs,
    open_vote,
    root_of,
)
from fishbowl.domain.session.state import Session

CODE_DIGITS = 5
CODES = 10**CODE_DIGITS
"""Digits are on every keyboard. Guessing one takes longer than a vote lasts."""
TOPICS_MIN = 2
"""A vote needs something to choose from."""


@decides
def open_a_vote(session: Session, command: c.OpenVote, given: Given) -> Sequence[e.Event]:
    """Open a vote on the topics that are up, and show it on the wall."""
    if open_vote(session) is not None:
        raise AlreadyTrue()
    if sum(topic.state in VOTABLE for topic in session.topics.values()) < TOPICS_MIN:
        raise Rejected("too_few_topics", least=TOPICS_MIN)
    opened = e.VoteOpened(
        dots=command.dots,
        length_ms=_length_ms(command),
        fixed=True,
        code=f"{given.draw % CODES:0{CODE_DIGITS}}" if command.with_code else "",
    )
    if session.wall.what == "topics" and not session.wall.kept:
        return [opened]
    return [opened, e.WallChanged(what="topics")]


@decides
def close_vote(session: Session, command: c.CloseVote, given: Given) -> Sequence[e.Event]:
    """Close a vote; the wall shows how it went until the talk goes on, or longer if it is kept."""
    vote = open_vote(session)
    if vote is None or vote.id != command.vote:
        raise AlreadyTrue()
    _need_due(vote, given)
    return [e.VoteClosed(vote=vote.id)]


def closing_vote(session: Session) -> list[e.Event]:
    """Make the events that end a vote which is going on, if there is one."""
    vote = open_vote(session)
    return [] if vote is None else [e.VoteClosed(vote=vote.id)]


@decides
def cast_dots(session: Session, command: c.CastDots, given: Given) -> Sequence[e.Event]:
    """Put dots on a topic, within what one has; a topic that was merged means the other one."""
    vote, person = _own_vote(session, command.vote, given)
    if needs_code(vote, person):
        raise Rejected("vote_code_needed")
    topic = root_of(session, command.topic)
    if topic is None:
        raise Rejected("topic_unknown")
    if topic.state not in VOTABLE:
        raise Rejected("topic_not_up")
    ballot = ballot_of(session, vote, person)
    if ballot.get(topic.id, 0) == command.dots:
        raise AlreadyTrue()
    elsewhere = sum(dots for other, dots in ballot.items() if other != topic.id)
    if elsewhere + command.dots > vote.dots:
        raise Rejected("limit_reached", most=vote.dots)
    return [e.DotsCast(vote=vote.id, person=person, topic=topic.id, dots=command.dots)]


@decides
def admit_voters(session: Session, command: c.AdmitVoters, given: Given) -> Sequence[e.Event]:
    """Let people vote who came in after the vote was opened."""
    vote = open_vote(session)
    if vote is None or vote.id != command.vote:
        raise Rejected("vote_over")
    late = late_comers(session, vote)
    wanted = command.people or late
    admitted = tuple(known(session, person).id for person in wanted if person in late)
    if not admitted:
        raise AlreadyTrue()
    return [e.VotersAdmitted(vote=vote.id, people=admitted)]


@decides
def confirm_voter(session: Session, command: c.ConfirmVoter, given: Given) -> Sequence[e.Event]:
    """Take the code that a phone has typed; who came too late is told so first."""
    vote, person = _own_vote(session, command.vote, given)
    if not needs_code(vote, person):
        raise AlreadyTrue()
    if _digits(command.code) != vote.code:
        raise Rejected("wrong_code")
    return [e.VoterConfirmed(vote=vote.id, person=person)]


def _own_vote(session: Session, id: VoteId, given: Given) -> tuple[Vote, PersonId]:
    """Find the open vote that somebody takes part in, and who it is.

    :raises Rejected: nobody is known, the vote is over, or they came too late for it.
    """
    vote = open_vote(session)
    person = given.sender
    if vote is None or vote.id != id:
        raise Rejected("vote_over")
    if not may_vote(vote, person):
        raise Rejected("vote_too_late")
    return vote, person


def _digits(typed: str) -> str:
    """The digits of a text in any script, as an Arabic keyboard types them too."""
    return "".join(str(unicodedata.digit(one)) for one in typed if one.isdecimal())


@decides
def ask_thumbs(session: Session, command: c.OpenThumbs, given: Given) -> Sequence[e.Event]:
    """Ask the room about the current topic."""
    if clock_state(session.clock) == "lobby":
        raise Rejected("not_running")
    if session.agenda.topic is None or session.agenda.topic != command.topic:
        raise Rejected("topic_not_current")
    if open_thumbs(session) is not None:
        raise AlreadyTrue()
    asked = e.ThumbsOpened(topic=command.topic, length_ms=_length_ms(command), fixed=True)
    return [asked, *showing_bowl(session)]


@decides
def cast_thumb(session: Session, command: c.CastThumb, given: Given) -> Sequence[e.Event]:
    """Say which way; the last word counts."""
    thumbs = open_thumbs(session)
    person = given.sender
    if thumbs is None or thumbs.id != command.thumbs:
        raise Rejected("vote_over")
    if not may_answer(thumbs, person):
        raise Rejected("vote_too_late")
    if thumbs.ballots.get(person) == command.way:
        raise AlreadyTrue()
    return [e.ThumbCast(thumbs=thumbs.id, person=person, way=command.way)]


@decides
def close_thumbs(session: Session, command: c.CloseThumbs, given: Given) -> Sequence[e.Event]:
    """End the asking; what comes of it the facilitator decides."""
    thumbs = open_thumbs(session)
    if thumbs is None or thumbs.id != command.thumbs:
        raise AlreadyTrue()
    _need_due(thumbs, given)
    return [e.ThumbsClosed(thumbs=thumbs.id)]


def closing_thumbs(session: Session) -> list[e.Event]:
    """Make the events that end an asking which is going on, if there is one."""
    thumbs = open_thumbs(session)
    return [] if thumbs is None else [e.ThumbsClosed(thumbs=thumbs.id)]


def _length_ms(command: c.OpenVote | c.OpenThumbs) -> int | None:
    return None if command.minutes is None else command.minutes * MINUTE_MS


def _need_due(asked: Vote | Thumbs, given: Given) -> None:
    """Let time close only what has reached its end; who runs the bowl closes it at any time."""
    over = asked.closes_at_ms is not None and given.now_ms >= asked.closes_at_ms
    if given.role is Role.TIME and not over:
        raise Rejected("not_running")
