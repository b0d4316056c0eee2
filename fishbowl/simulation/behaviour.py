"""Somebody with a phone: what all of an attendee's doings have in common."""

from dataclasses import dataclass, field
from math import exp
from random import Random

from fishbowl.simulation.client import Client
from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.hall import Hall
from fishbowl.simulation.people import Person
from fishbowl.simulation.room import Room
from fishbowl.simulation.screen_model import MeSeen
from fishbowl.simulation.script import tempo

GLANCE_S = 10.0
"""How often somebody who listens or waits has second thoughts."""
GLANCE_WALL_S = 0.3
"""But never more often than this, in seconds of the wall's time."""


@dataclass(slots=True)
class Memory:
    """What a person keeps in mind, beside what the phone shows.

    :param asked_under: the topic at the time of asking, or of thinking about it again.
    :param answered_call: the last call that was decided about.
    :param lengths: how long each turn is meant to be, in seconds.
    """

    asked_under: str | None = None
    answered_call: int | None = None
    lengths: dict[int, float] = field(default_factory=dict)


class Body:
    """One person in the hall, with a phone in hand."""

    def __init__(self, person: Person, room: Room, phone: Client) -> None:
        self.person = person
        self.room = room
        self.phone = phone
        self.draw = Random(person.seed)
        self.memory = Memory()

    @property
    def me(self) -> MeSeen:
        """What the phone says about its owner."""
        return self.phone.me

    @property
    def clock(self) -> SessionClock:
        """Session time."""
        return self.room.clock

    @property
    def hall(self) -> Hall:
        """The hall, to be seen in."""
        return self.room.hall

    @property
    def tempo(self) -> float:
        """How much of the usual time things may take."""
        return tempo(self.phone.session_clock.planned_ms)

    async def take(self, least_s: float, most_s: float) -> None:
        """Let a human moment pass."""
        await self.clock.sleep(self.draw.uniform(least_s, most_s))

    def says_so(self) -> bool:
        """Whether the phone is used for what can be seen anyway."""
        return not self.hall.watched or self.draw.random() < self.person.kind.by_phone

    def happens(self, watched_s: float, mean_s: float) -> bool:
        """Whether something that happens every ``mean_s`` has happened in ``watched_s``."""
        return self.draw.random() < 1 - exp(-watched_s / mean_s)

    @property
    def glance_s(self) -> float:
        """How long until the next second thought."""
        return max(GLANCE_S, GLANCE_WALL_S * self.clock.rate)
