"""The state of one simulated attendee, shared by all its behaviours."""

from dataclasses import dataclass, field
from math import exp
from random import Random

from fishbowl.simulation.client import Client
from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.hall import Hall
from fishbowl.simulation.people import Person
from fishbowl.simulation.room import Room
from fishbowl.simulation.screen_model import MeModel
from fishbowl.simulation.script import tempo

CHECK_INTERVAL_S = 10.0
"""Seconds of session time after which somebody who listens or waits decides again."""
CHECK_INTERVAL_WALL_S = 0.3
"""The shortest such interval, in real seconds."""


@dataclass(slots=True)
class Memory:
    """What an attendee remembers beside what the phone shows.

    :param asked_under: the topic at the time of the request, or of the last decision to keep it.
    :param answered_call: the last call that was decided about.
    :param lengths: the planned length of each turn, in seconds.
    """

    asked_under: str | None = None
    answered_call: int | None = None
    lengths: dict[int, float] = field(default_factory=dict)


class Attendee:
    """One simulated person with a phone."""

    def __init__(self, person: Person, room: Room, phone: Client) -> None:
        self.person = person
        self.room = room
        self.phone = phone
        self.draw = Random(person.seed)
        self.memory = Memory()

    @property
    def me(self) -> MeModel:
        """What the phone says about its owner."""
        return self.phone.me

    @property
    def clock(self) -> SessionClock:
        """Session time."""
        return self.room.clock

    @property
    def hall(self) -> Hall:
        """What can be seen in the room."""
        return self.room.hall

    @property
    def tempo(self) -> float:
        """The factor on all durations; see :func:`~fishbowl.simulation.script.tempo`."""
        return tempo(self.phone.session_clock.planned_ms)

    async def delay(self, least_s: float, most_s: float) -> None:
        """Wait for a random time within these bounds, in session time."""
        await self.clock.sleep(self.draw.uniform(least_s, most_s))

    def uses_phone(self) -> bool:
        """Whether to report on the phone what a simulated facilitator could see anyway."""
        return not self.hall.watched or self.draw.random() < self.person.kind.by_phone

    def has_happened(self, watched_s: float, mean_s: float) -> bool:
        """Draw whether an event with mean interval ``mean_s`` has happened within ``watched_s``."""
        return self.draw.random() < 1 - exp(-watched_s / mean_s)

    @property
    def check_interval_s(self) -> float:
        """Seconds of session time until the next decision."""
        return max(CHECK_INTERVAL_S, CHECK_INTERVAL_WALL_S * self.clock.rate)
