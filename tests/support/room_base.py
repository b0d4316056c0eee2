"""What all rooms of tests share: who is there, lookups by name, and what one sees.

A room is one session with everybody in it. Its layers differ in where commands go:
:class:`tests.support.room.Room` plays them by the rules alone, and
:class:`tests.support.served.ServedRoom` sends them to the real service.
"""

from abc import ABC, abstractmethod
from typing import Any

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.ids import ChairNo, PersonId
from fishbowl.domain.session.model import Point, Request, Topic, Turn
from fishbowl.domain.session.model.outer_ring import Question
from fishbowl.domain.session.rules.chairs.free_chairs import chairs
from fishbowl.domain.session.rules.queue.requests import waiting
from fishbowl.domain.session.rules.run import current_phase, over_ms
from fishbowl.domain.session.rules.votes import dots_by_topic, last_vote
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from tests.support.facilitator import Facilitator
from tests.support.phone import Phone

Who = str | PersonId | Phone
"""Somebody: by what the faces call them, by id, or by their phone."""


class RoomBase(ABC):
    """A session and everybody in it; a layer says where commands go."""

    now_ms: Millis

    def __init__(self) -> None:
        self.phones: dict[str, Phone] = {}
        self.facilitator = Facilitator(self)

    @property
    @abstractmethod
    def session(self) -> Session:
        """The session now."""

    @abstractmethod
    def sends(
        self,
        command: c.Command,
        person: Who | None = None,
        role: Role | None = None,
        key: str = "",
    ) -> Any:
        """Send a command at this moment.

        :param role: the facilitator’s, or with a person or a key an attendee’s, if left out.
        """

    @abstractmethod
    def wait(self, seconds: float = 0, *, minutes: float = 0) -> None:
        """Let time pass."""

    # Who is there

    def phone(self, name: str) -> Phone:
        """Let somebody come in by phone."""
        return Phone(self, name)

    def joins(self, *names: str) -> tuple[Phone, ...]:
        """Let people come in by phone, one after the other."""
        return tuple(self.phone(name) for name in names)

    def asks(self, *names: str) -> tuple[Phone, ...]:
        """Let people come in and ask for a chair, one after the other."""
        phones = self.joins(*names)
        for phone in phones:
            phone.asks()
        return phones

    def seats_walk_up(self, chair: int, name: str = "") -> PersonId:
        """Seat somebody without a phone.

        :return: who sits there.
        """
        self.facilitator.sends(c.SeatWalkUp(chair=ChairNo(chair), name=name))
        turn = self.session.chairs[ChairNo(chair)].turn
        assert turn is not None
        return self.session.turns[turn].person

    def leaves(self, who: Who) -> None:
        """Let somebody get up by themselves, with a phone or without one."""
        self.sends(c.FreeChair(turn=self.turn(who).id), who)

    # RoomBase

    def person(self, who: Who) -> PersonId:
        """Find a person by what the faces call them: "Amira", "Anna (2)", "Guest 3"."""
        if isinstance(who, Phone):
            return who.person
        if not isinstance(who, str):
            return who
        found = [id for id in self.session.people if self.called(id) == who]
        assert len(found) == 1, f"{len(found)} people are called {who}"
        return found[0]

    def called(self, person: PersonId) -> str:
        """Tell what the faces call a person."""
        shown = label(self.session, person)
        if not shown.name:
            return f"Guest {shown.no}"
        return shown.name if shown.twin == 1 else f"{shown.name} ({shown.twin})"

    def phone_of(self, who: Who) -> Phone:
        """Find the phone of somebody who has one."""
        person = self.person(who)
        return next(phone for phone in self.phones.values() if phone.is_of(person))

    def request(self, who: Who) -> Request:
        """Find the open request of a person."""
        return self.session.requests[self.session.open_request[self.person(who)]]

    def turn(self, who: Who) -> Turn:
        """Find the turn that a person is on, or else had last."""
        return self.session.turns[self.session.turns_of[self.person(who)][-1]]

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

    def seated_minutes(self, who: Who) -> float:
        """How long the person's last turn has lasted by the session clock."""
        turn = self.turn(who)
        until = turn.ended_run_ms
        if until is None:
            until = running_ms(self.session.clock, self.now_ms)
        return (until - turn.began_run_ms) / 60_000

    def chair_beside(self, who: Who) -> ChairNo:
        """The number of the chair on which a person sits."""
        return self.turn(who).chair
