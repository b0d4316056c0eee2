"""Whom a change concerns personally: whose own phone has to be told."""

from collections.abc import Iterable, Iterator
from typing import Any

from fishbowl.domain.session.events import Entry, PersonAdded, PersonJoined
from fishbowl.domain.session.evolve.history import find_action
from fishbowl.domain.session.ids import (
    ActionId,
    AnswerId,
    PersonId,
    QuestionId,
    RequestId,
    TakeawayId,
    TopicId,
    TurnId,
)
from fishbowl.domain.session.model import Removed
from fishbowl.domain.session.rules.votes import open_vote
from fishbowl.domain.session.state import Session


def affected_people(session: Session, entries: Iterable[Entry]) -> set[PersonId]:
    """Find the people whose own slice may differ after ``entries``.

    :param session: the session after the entries.
    """
    found: set[PersonId | None] = set()
    commands = set()
    for entry in entries:
        found.update(_of_entry(session, entry))
        commands.add(ActionId(entry.seq - entry.part))
    for command in commands:  # once each: a flood that is sent back has thousands of entries
        found.update(_of_action(session, command))
    found.update(_of_taps(session))
    return {person for person in found if person is not None and person in session.people}


def _of_entry(session: Session, entry: Entry) -> Iterator[PersonId | None]:
    event: Any = entry.event
    if isinstance(event, (PersonJoined, PersonAdded)):
        yield PersonId(entry.seq)
    named = {name: getattr(event, name) for name in event.__struct_fields__}
    yield named.get("person")
    yield from named.get("behind", ())
    yield from named.get("people", ())
    for request in named.get("requests", ()):
        yield _owner(session.requests.get(request))
    yield from _of_turn(session, session.turns.get(TurnId(named.get("turn") or 0)))
    yield _owner(session.turns.get(TurnId(named.get("other") or 0)))
    yield _owner(session.requests.get(RequestId(named.get("request") or 0)))
    yield _owner(session.requests.get(RequestId(named.get("to") or 0)))
    yield _owner(session.topics.get(TopicId(named.get("topic") or 0)))
    yield _owner(session.questions.get(QuestionId(named.get("question") or 0)))
    yield _owner(session.takeaways.get(TakeawayId(named.get("takeaway") or 0)))
    yield _owner(session.answers.get(AnswerId(named.get("answer") or 0)))


def _of_action(session: Session, id: ActionId) -> Iterator[PersonId | None]:
    """Whose parts a facilitator's action touched: an event does not name them all.

    An undo names nobody, and beginning a topic ends the one before.
    """
    action = find_action(session, id)
    for touch in () if action is None else action.touches:
        if touch.part.kind == "topic" and _into(touch.before) != _into(session.part(touch.part)):
            # Under which topic people wait may be another one.
            yield from session.open_request
        if touch.part.kind == "person":
            yield PersonId(touch.part.id)
        if isinstance(touch.before, Removed):
            yield from _moved(touch.before, session.removed)
        if touch.part.kind == "topic":
            yield from _under_topic(session, TopicId(touch.part.id))
        yield from _of_turn(session, touch.before)
        yield from _of_turn(session, session.part(touch.part))


def _moved(before: Removed, after: Removed) -> Iterator[PersonId]:
    """Who was sent back to the door, or is not any more."""
    yield from (id for id, seq in before.people.items() if after.people.get(id) != seq)
    yield from (id for id in after.people if id not in before.people)


def _of_taps(session: Session) -> Iterator[PersonId | None]:
    """Who has tapped in, and everybody seated: a tap may end or move by what others do."""
    turns = [session.turns[turn] for turn in session.current_turn.values()]
    if any(turn.tapped_by is not None for turn in turns):
        for turn in turns:
            yield from _of_turn(session, turn)


def _of_turn(session: Session, part: Any) -> Iterator[PersonId | None]:
    """Whose a part is; for a turn, also who waits for its chair."""
    yield _owner(part)
    tapped_by = getattr(part, "tapped_by", None)
    if tapped_by is not None:
        yield _owner(session.requests.get(tapped_by))


def _under_topic(session: Session, topic: TopicId) -> Iterator[PersonId]:
    """Who has dots or waits under a topic: both go along with merges, and come back."""
    vote = open_vote(session)
    if vote is not None:
        yield from vote.ballots
    for person, id in session.open_request.items():
        under = session.requests[id].topic
        about = None if under is None else session.topics.get(under)
        if under == topic or (about is not None and about.into is not None):
            yield person


def _owner(part: Any) -> PersonId | None:
    """Whose turn, request or topic a part is; ``None`` for other parts."""
    person: PersonId | None = getattr(part, "person", None)
    return person


def _into(topic: Any) -> TopicId | None:
    """Into which topic a part was merged; ``None`` if it was not, or is not there."""
    into: TopicId | None = getattr(topic, "into", None)
    return into
