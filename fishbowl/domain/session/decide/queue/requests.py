"""Rules of the queue: asking, changing one's mind, and the facilitator's hand."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.people.joining import add_person, known
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.ids import PersonId, RequestId
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.model.request_states import OPEN
from fishbowl.domain.session.rules.queue.request_topics import newer_topic
from fishbowl.domain.session.rules.queue.requests import (
    RANK_STEP,
    last_rank,
    rank_before,
    waiting,
)
from fishbowl.domain.session.state import Session


@decides
def ask_for_chair(session: Session, command: c.AskForChair, given: Given) -> Sequence[e.Event]:
    """Join the end of the queue: once, and not from a chair."""
    asker = given.person if given.role is Role.ATTENDEE else command.person
    person = known(session, asker or PersonId(0))
    if person.id in session.open_request:
        raise AlreadyTrue("already_so", request=session.open_request[person.id])
    if person.id in session.current_turn:
        raise Rejected("already_seated")
    if session.timing.queue_closed and given.role is Role.ATTENDEE:
        raise Rejected("queue_closed")
    check_words(command.kind, command.words)
    return [joined(session, person.id, given, command.kind, command.words)]


@decides
def queue_walk_up(session: Session, command: c.QueueWalkUp, given: Given) -> Sequence[e.Event]:
    """Bring somebody without a phone in, and into the queue."""
    person = PersonId(session.seq + 1)
    return [add_person(session, command.name), joined(session, person, given)]


@decides
def change_request(session: Session, command: c.ChangeRequest, given: Given) -> Sequence[e.Event]:
    """Bring something else, under the topic of now; the place stays."""
    request = open_request(session, command.request)
    check_words(command.kind, command.words)
    topic = newer_topic(session, request)
    if (request.kind, request.words) == (command.kind, command.words) and topic is None:
        raise AlreadyTrue()
    return [
        e.RequestChanged(
            person=request.person,
            request=request.id,
            kind=command.kind,
            words=command.words,
            topic=topic,
        )
    ]


@decides
def lower_hand(session: Session, command: c.LowerHand, given: Given) -> Sequence[e.Event]:
    """Leave the queue. A second tap finds the hand down already."""
    request = session.requests.get(command.request)
    if request is None:
        raise Rejected("request_over")
    if request.state in ("withdrawn", "removed"):
        raise AlreadyTrue()
    open_request(session, command.request)
    own = given.role is Role.ATTENDEE
    return [e.QueueLeft(request=request.id, why="withdrawn" if own else "removed")]


@decides
def move_request(session: Session, command: c.MoveRequest, given: Given) -> Sequence[e.Event]:
    """Put a request elsewhere by hand; neighbours make room when ranks run out."""
    line = [request.id for request in waiting(session)]
    if command.request not in line or command.before not in (None, *line):
        raise Rejected("request_over")
    index = line.index(command.request)
    follower = line[index + 1] if index + 1 < len(line) else None
    if command.before in (command.request, follower):
        raise AlreadyTrue()
    before = RequestId(0) if command.before is None else command.before
    rank = rank_before(session, command.request, command.before)
    if rank is not None:
        return [e.QueueMoved(request=command.request, rank=rank, before=before)]
    arrived = [request for _, request in session.queue if request != command.request]
    arrived.insert(arrived.index(before) if before else len(arrived), command.request)
    return [
        e.QueueMoved(
            request=request,
            rank=session.last_rank + RANK_STEP * place,
            before=before if request == command.request else None,
        )
        for place, request in enumerate(arrived, start=1)
    ]


def check_words(kind: c.RequestKind, words: str) -> None:
    """Ask for the words that are to be read aloud.

    :raises Rejected: ``words_needed``.
    """
    if kind == "read_aloud" and not words:
        raise Rejected("words_needed", field="words")


def open_request(session: Session, request: RequestId) -> Request:
    """Find a request that waits or is called.

    :raises Rejected: ``request_over``.
    """
    found = session.requests.get(request)
    if found is None or found.state not in OPEN:
        raise Rejected("request_over", state=found.state if found else None)
    return found


def joined(
    session: Session,
    person: PersonId,
    given: Given,
    kind: c.RequestKind = "new_point",
    words: str = "",
) -> e.QueueJoined:
    """Make the event that puts somebody at the end of the queue."""
    return e.QueueJoined(
        person=person,
        kind=kind,
        words=words,
        rank=last_rank(session),
        topic=session.agenda.topic,
        lot=given.draw,
    )
