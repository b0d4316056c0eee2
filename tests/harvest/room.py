"""A room to play in: commands go through the real rules, and leave a real log."""

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import Given, decide
from fishbowl.domain.session.events import Entry, Event, subject
from fishbowl.domain.session.evolve import evolve, fold
from fishbowl.domain.session.ids import (
    ActionId,
    ChairNo,
    ItemId,
    PersonId,
    RequestId,
    TopicId,
    TurnId,
)
from fishbowl.domain.session.rules.summary.looked_at import unseen
from fishbowl.domain.session.state import Session
from fishbowl.harvest import Summary, summarise
from tests.domain.erased import erased

OPENED_MS = Millis(1_791_986_400_000)
"""14 October 2026, 14:00 UTC."""


class Room:
    """A session, its log, and a clock that the test sets.

    :param settings: fields of :class:`~fishbowl.domain.session.commands.CreateSession`.
    """

    def __init__(self, question: str = "What makes people stay?", **settings: object) -> None:
        self.entries: list[Entry] = []
        self.now_ms = OPENED_MS
        self.session: Session | None = None
        self._count = 0
        settings = {"code": "TIDE47", "question": question, **settings}
        self.do(c.CreateSession(**settings))  # type: ignore[arg-type]

    @property
    def summary(self) -> Summary:
        """What the log comes to now; it holds names whatever the attribution."""
        return summarise(self.entries, self.now_ms)

    @property
    def state(self) -> Session:
        """The session now."""
        assert self.session is not None
        return self.session

    def do(
        self,
        command: c.Command,
        person: PersonId | None = None,
        role: Role | None = None,
        key: str = "",
    ) -> tuple[Event, ...]:
        """Send a command: the facilitator’s, or a person’s own."""
        by = role or (Role.FACILITATOR if person is None and not key else Role.ATTENDEE)
        given = Given(now_ms=self.now_ms, role=by, person=person, key=key)
        events = decide(self.session, command, given)
        self._count += 1
        for part, event in enumerate(events):
            entry = Entry(
                seq=(self.session.seq if self.session else 0) + 1,  # type: ignore[arg-type]
                command_id=f"command-{self._count}",
                part=part,
                at_ms=self.now_ms,
                actor=person or PersonId(0),
                role=by,
                event=event,
            )
            self.session = evolve(self.session, entry)
            self.entries.append(entry)
        return events

    def later(self, minutes: float) -> None:
        """Let time pass."""
        self.now_ms = Millis(self.now_ms + round(minutes * 60_000))

    def start(self) -> None:
        self.do(c.StartSession())

    def close(self) -> None:
        self.do(c.CloseSession())

    def looks_through(self) -> None:
        """Let everything that people wrote stand in the summary."""
        found = unseen(self.state)
        written = (*found.takeaways, *found.answers, *found.points, *found.requests)
        if written:
            self.do(c.PassWords(items=tuple(ItemId(one.id) for one in written)))

    def joins(self, name: str) -> PersonId:
        """Let somebody in by phone."""
        self.do(c.JoinSession(name=name), key=f"phone-{self._count}")
        return PersonId(self.state.seq)

    def asks(self, person: PersonId, words: str = "") -> RequestId:
        self.do(c.AskForChair(words=words), person)
        return RequestId(self.state.seq)

    def walks_up(self, chair: int, name: str = "") -> PersonId:
        """Seat somebody without a phone."""
        self.do(c.SeatWalkUp(chair=ChairNo(chair), name=name))
        return self.state.turns[TurnId(self.state.seq)].person

    def sits(self, person: PersonId, chair: int) -> TurnId:
        self.do(c.SeatPerson(person=person, chair=ChairNo(chair)))
        return self.turn_of(person)

    def takes_over(self, person: PersonId, from_person: PersonId) -> None:
        request = self.state.open_request[person]
        self.do(c.TakeOver(request=request, turn=self.turn_of(from_person)))

    def moves(self, person: PersonId, chair: int) -> None:
        self.do(c.MovePerson(turn=self.turn_of(person), chair=ChairNo(chair)))

    def leaves(self, person: PersonId) -> None:
        self.do(c.FreeChair(turn=self.turn_of(person)), person)

    def talks(self, person: PersonId | None) -> None:
        self.do(c.GiveFloor(turn=None if person is None else self.turn_of(person)))

    def turns_to(self, title: str) -> TopicId:
        """Begin a topic."""
        self.do(c.BeginTopic(title=title))
        assert self.state.agenda.topic is not None
        return self.state.agenda.topic

    def forgets(self, person: PersonId) -> None:
        """Forget somebody as the storage does: their words are overwritten in the log itself."""
        self.do(c.ForgetPerson(person=person))
        self.entries = [
            msgspec.structs.replace(entry, event=erased(entry.event))
            if subject(entry) == person
            else entry
            for entry in self.entries
        ]
        self.session = fold(self.entries)

    def undo(self) -> None:
        """Take the facilitator’s last doing back."""
        last = next(a for a in reversed(self.state.actions) if not a.undone and a.touches)
        self.do(c.UndoAction(action=ActionId(last.id)))

    def turn_of(self, person: PersonId) -> TurnId:
        return self.state.current_turn[person]
