"""Decide what a command causes: ``decide(session, command, given) -> events``.

Whatever a fishbowl allows or refuses is decided here and nowhere else. A decision depends on its
arguments alone and changes nothing. It returns events, oldest first, or raises :class:`Rejected`
with a reason, or :class:`AlreadyTrue` if what is asked for is so already.

Each subject has a module or a folder; its functions note with ``@decides`` what they decide.
"""

import msgspec

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.words import cleaned
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide import (
    access,
    debrief,
    floor,
    notes,
    questions,
    run,
    summary,
    takeaways,
    telling,
    topics,
    undo,
    votes,
    wall,
)
from fishbowl.domain.session.decide.chairs import free_entry, kinds, making_room, seating
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.lifecycle import planning, session
from fishbowl.domain.session.decide.people import identity, joining, lists, retention, waiting_room
from fishbowl.domain.session.decide.queue import calls, places, requests
from fishbowl.domain.session.decide.queue.automatic_calls import consequences
from fishbowl.domain.session.decide.registry import DECIDERS, check_complete
from fishbowl.domain.session.decide.results import with_results
from fishbowl.domain.session.events import Event
from fishbowl.domain.session.rights import check_rights
from fishbowl.domain.session.state import Session

__all__ = ["AlreadyTrue", "Given", "Rejected", "decide"]

SUBJECTS = (
    access, debrief, floor, notes, questions, run, summary, takeaways, telling, topics, undo, votes,
    wall, calls, free_entry, identity, joining, kinds, lists, making_room, places,
    planning, requests, retention, seating, session, waiting_room,
)  # fmt: skip
"""Each module adds its decisions when it is loaded."""

check_complete(kind for kind in c.COMMANDS if kind is not c.CreateSession)


def decide(before: Session | None, command: c.Command, given: Given) -> tuple[Event, ...]:
    """Work out what a command causes, changing nothing.

    :param before: the session now; ``None`` if it does not exist yet.
    :param command: as it came through the door; its words are cleaned here.
    :param given: who sends it, and the time.
    :return: events to append, oldest first; never empty.
    :raises Rejected: the rules refuse the command.
    :raises AlreadyTrue: what the command asks for is so already.
    """
    command = cleaned(command)
    if before is not None and _is_forgotten(before, command):
        raise AlreadyTrue()  # the tap that did it may come again, from nobody's device
    check_rights(before, command, given.role, given.person)
    if isinstance(command, c.CreateSession):
        if before is not None:
            raise Rejected("session_exists")
        return _readable(tuple(planning.create_session(command, given)))
    if before is None:
        raise Rejected("session_unknown")
    if clock_state(before.clock) == "closed" and not command.after_the_end:
        raise Rejected("session_closed")
    if given.role is Role.ATTENDEE:
        joining.check_welcome(before, command, given)
    events = with_results(before, DECIDERS[type(command)](before, command, given), given)
    return _readable((*events, *consequences(before, command, events, given)))


def _readable(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Let events pass that can be read again; one that could not would make a log useless.

    :raises Rejected: ``invalid_command``: a field is beyond what an entry may hold.
    """
    for event in events:
        try:
            msgspec.json.decode(msgspec.json.encode(event), type=type(event))
        except msgspec.ValidationError as error:
            raise Rejected("invalid_command", why=f"{event.name}: {error}") from error
    return events


def _is_forgotten(session: Session, command: c.Command) -> bool:
    """Whether somebody is to be forgotten who is already."""
    if not isinstance(command, c.ForgetPerson):
        return False
    person = session.people.get(command.person)
    return person is not None and person.forgotten
