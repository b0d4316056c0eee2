"""A room to tell scenes in: people by name, a clock set by hand, the real rules.

``Room`` plays commands through ``decide`` and ``evolve`` as the service does, one log for all.
``room.facilitator`` presses, phones tap, ``room.wait`` lets time pass and its deadlines fire.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.decide import AlreadyTrue, Given, Rejected, decide
from fishbowl.domain.session.events import Entry, Event
from fishbowl.domain.session.evolve import evolve
from fishbowl.domain.session.ids import ChairNo, PersonId
from fishbowl.domain.session.model import Point, Request, Topic, Turn
from fishbowl.domain.session.model.outer_ring import Question
from fishbowl.domain.session.rules.chairs.free_chairs import chairs
from fishbowl.domain.session.rules.lifecycle.deadlines import deadlines
from fishbowl.domain.session.rules.queue.requests import waiting
from fishbowl.domain.session.rules.run import current_phase, over_ms
from fishbowl.domain.session.rules.votes import dots_by_topic, last_vote
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from tests.domain.people import Facilitator, Phone

NINE_O_CLOCK = Millis(1_800_000_000_000)


class Room:
    """One session, its log, and everybody in it.

    :param chairs: all chairs, the ``open_chairs`` that are kept free included. What is left out is
        as the format has it; without one, five chairs, one of them open, and 45 minutes.
    """

    def __init__(
        self,
        *,
        chairs: int | None = None,
        open_chairs: int | None = None,
        minutes: int | None = None,
        format: str = "",
        attribution: c.Attribution = "named",
    ) -> None:
        self.now_ms = NINE_O_CLOCK
        self.draw = 7
        self.log: list[Entry] = []
        self.phones: dict[str, Phone] = {}
        self.facilitator = Facilitator(self)
        self._session: Session | None = None
        self.facilitator.sends(
            c.CreateSession(
                code="WAVE47",
                question="Who should decide about pay?",
                chair_count=chairs,
                open_chairs=open_chairs,
                minutes=minutes,
                format=format,
                attribution=attribution,
            )
        )

    @property
    def session(self) -> Session:
        """The session now."""
        assert self._session is not None
        return self._session

    # What happens

    def play(
        self,
        command: c.Command,
        role: Role = Role.FACILITATOR,
        person: PersonId | None = None,
        key: str = "",
    ) -> tuple[Entry, ...]:
        """Send a command at this moment; what it causes is in the log afterwards.

        :raises Rejected: with the room as it was.
        :raises AlreadyTrue: with the room as it was.
        """
        self.draw = self.draw * 48_271 % 2**31
        given = Given(now_ms=self.now_ms, role=role, person=person, key=key, draw=self.draw)
        return self._append(decide(self._session, command, given), role, person)

    def _append(
        self, events: Sequence[Event], role: Role, person: PersonId | None
    ) -> tuple[Entry, ...]:
        assert events, "a command that causes nothing must say so"
        entries = tuple(
            Entry(
                seq=Seq(len(self.log) + part + 1),
                command_id=f"command-{len(self.log) + 1}",
                part=part,
                at_ms=self.now_ms,
                actor=PersonId(0) if person is None else person,
                role=role,
                event=event,
            )
            for part, event in enumerate(events)
        )
        for entry in entries:
            self._session = evolve(self._session, entry)
        self.log.extend(entries)
        return entries

    def wait(self, seconds: float = 0, *, minutes: float = 0) -> None:
        """Let time pass. Calls whose time is up end on the way, as the timekeeper does it."""
        until = self.now_ms + round(seconds * 1000) + round(minutes * 60_000)
        while due := [d for d in deadlines(self.session) if d.at_ms <= until]:
            first = min(due, key=lambda deadline: deadline.at_ms)
            self.now_ms = max(self.now_ms, first.at_ms)
            self.play(first.command, Role.TIME)
        self.now_ms = Millis(until)

    # Who is there

    def joins(self, *names: str) -> tuple[Phone, ...]:
        """Let people come in by phone, one after the other."""
        return tuple(Phone(self, name) for name in names)

    def asks(self, *names: str) -> tuple[Phone, ...]:
        """Let people come in and ask for a chair, one after the other."""
        phones = self.joins(*names)
        for phone in phones:
            phone.asks()
        return phones

    def person(self, name: str) -> PersonId:
        """Find a person by what the faces call them: "Amira", "Anna (2)", "Guest 3"."""
        found = [id for id in self.session.people if self.called(id) == name]
        assert len(found) == 1, f"{len(found)} people are called {name}"
        return found[0]

    def called(self, person: PersonId) -> str:
        """Tell what the faces call a person."""
        shown = label(self.session, person)
        if not shown.name:
            return f"Guest {shown.no}"
        return shown.name if shown.twin == 1 else f"{shown.name} ({shown.twin})"

    def request(self, name: str) -> Request:
        """Find the open request of a person."""
        return self.session.requests[self.session.open_request[self.person(name)]]

    def turn(self, name: str) -> Turn:
        """Find the turn that a person is on, or else had last."""
        return self.session.turns[self.session.turns_of[self.person(name)][-1]]

    def topic(self, title: str) -> Topic:
        """Find a topic by its title."""
        return next(t for t in self.session.topics.values() if t.title == title)

    def question(self, words: str) -> Question:
        """Find a question by its words."""
        return next(q for q in self.session.questions.values() if q.words == words)

    def point(self, words: str) -> Point:
        """Find a point that was left in writing."""
        return next(p for p in self.session.points.values() if p.words == words)

    # What one sees

    @property
    def dots(self) -> dict[str, int]:
        """The dots of the last vote by title, most first."""
        vote = last_vote(self.session)
        counts = {} if vote is None else dots_by_topic(self.session, vote)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return {self.session.topics[topic].title: dots for topic, dots in ranked}

    @property
    def bowl(self) -> dict[int, str]:
        """The chairs that are not free: who sits there, or for whom they are held."""
        seen = {}
        for chair in chairs(self.session):
            if chair.turn is not None:
                seen[int(chair.no)] = self.called(self.session.turns[chair.turn].person)
            elif chair.held_for is not None:
                held_for = self.session.requests[chair.held_for].person
                seen[int(chair.no)] = f"held for {self.called(held_for)}"
        return seen

    @property
    def queue(self) -> list[str]:
        """Who waits, in order."""
        return [self.called(request.person) for request in waiting(self.session)]

    @property
    def part(self) -> str:
        """Which part of the run of show goes on, by the code of its title."""
        phase = current_phase(self.session)
        return "" if phase is None else phase.title_code

    @property
    def planned(self) -> list[float]:
        """The planned minutes of all parts."""
        return [phase.planned_ms / 60_000 for phase in self.session.run.phases]

    @property
    def end(self) -> float:
        """The planned minutes in all."""
        return self.session.clock.planned_ms / 60_000

    @property
    def late(self) -> float:
        """By how many minutes the run would end later than planned."""
        return over_ms(self.session, self.now_ms) / 60_000

    @property
    def floor(self) -> str | None:
        """Who has the floor."""
        turn = self.session.floor.turn
        return None if turn is None else self.called(self.session.turns[turn].person)

    def seated_minutes(self, name: str) -> float:
        """How long the person's last turn has lasted by the session clock."""
        turn = self.turn(name)
        until = turn.ended_run_ms
        if until is None:
            until = running_ms(self.session.clock, self.now_ms)
        return (until - turn.began_run_ms) / 60_000

    def chair_beside(self, name: str) -> ChairNo:
        """The number of the chair on which a person sits."""
        return self.turn(name).chair


@contextmanager
def refused(room: Room, code: str, **params: Any) -> Iterator[None]:
    """Expect a refusal with this code and at least these parameters, and an untouched room."""
    yield from _stopped(room, Rejected, code, params)


@contextmanager
def already(room: Room, code: str = "already_so", **params: Any) -> Iterator[None]:
    """Expect to hear that it is so already, and an untouched room."""
    yield from _stopped(room, AlreadyTrue, code, params)


def _stopped(
    room: Room, kind: type[Exception], code: str, params: dict[str, Any]
) -> Iterator[None]:
    session, entries = room.session, len(room.log)
    with pytest.raises((Rejected, AlreadyTrue)) as stopped:
        yield
    assert (stopped.type, stopped.value.code) == (kind, code)
    assert stopped.value.params.items() >= params.items(), stopped.value.params
    assert room.session is session
    assert len(room.log) == entries
