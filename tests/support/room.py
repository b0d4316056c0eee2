"""A room to tell scenes in: people by name, a clock set by hand, the real rules.

``Room`` plays commands through ``decide`` and ``evolve`` as the service does, one log for all.
``room.facilitator`` presses, phones tap, ``room.wait`` lets time pass and its deadlines fire.
"""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Millis, PersonId, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import Given, decide
from fishbowl.domain.session.events import Entry, Event, subject
from fishbowl.domain.session.evolve import evolve, fold
from fishbowl.domain.session.rules.lifecycle.deadlines import deadlines
from fishbowl.domain.session.state import Session
from fishbowl.harvest import Summary, summarise
from tests.support.erased import erased
from tests.support.room_base import RoomBase, Who

OPENED_MS = Millis(1_791_986_400_000)
"""14 October 2026, 14:00 UTC."""


class Room(RoomBase):
    """One session, its log, and everybody in it.

    :param chairs: all chairs, the ``open_chairs`` that are kept free included. What is left out is
        as the format has it; without one, five chairs, one of them open, and 45 minutes.
    :param settings: further fields of :class:`~fishbowl.domain.session.commands.CreateSession`.
    """

    def __init__(
        self,
        question: str = "Who should decide about pay?",
        *,
        chairs: int | None = None,
        **settings: Any,
    ) -> None:
        super().__init__()
        self.now_ms = OPENED_MS
        self.draw = 7
        self.log: list[Entry] = []
        self._session: Session | None = None
        fields = {"code": "WAVE47", "question": question, "chair_count": chairs, **settings}
        self.facilitator.sends(c.CreateSession(**fields))

    @property
    def session(self) -> Session:
        """The session now."""
        assert self._session is not None
        return self._session

    @property
    def summary(self) -> Summary:
        """What the log comes to now; it holds names whatever the attribution."""
        return summarise(self.log, self.now_ms)

    def sends(
        self,
        command: c.Command,
        person: Who | None = None,
        role: Role | None = None,
        key: str = "",
    ) -> tuple[Entry, ...]:
        """Send a command at this moment; what it causes is in the log afterwards.

        :param role: the facilitator’s, or with a person or a key an attendee’s, if left out.
        :return: the entries that it caused.
        :raises Rejected: with the room as it was.
        :raises AlreadyTrue: with the room as it was.
        """
        by = None if person is None else self.person(person)
        if role is None:
            role = Role.FACILITATOR if by is None and not key else Role.ATTENDEE
        self.draw = self.draw * 48_271 % 2**31
        given = Given(now_ms=self.now_ms, role=role, person=by, key=key, draw=self.draw)
        return self._append(decide(self._session, command, given), role, by)

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
        """Let time pass. What is due on the way happens, as the timekeeper does it."""
        until = self.now_ms + round(seconds * 1000) + round(minutes * 60_000)
        while due := [d for d in deadlines(self.session) if d.at_ms <= until]:
            first = min(due, key=lambda deadline: deadline.at_ms)
            self.now_ms = max(self.now_ms, first.at_ms)
            self.sends(first.command, role=Role.TIME)
        self.now_ms = Millis(until)

    def forgets(self, who: Who) -> None:
        """Forget somebody as the log does: their words are overwritten in the stored entries."""
        person = self.person(who)
        self.sends(c.ForgetPerson(person=person))
        self.log = [
            replace(entry, event=erased(entry.event)) if subject(entry) == person else entry
            for entry in self.log
        ]
        self._session = fold(self.log)
