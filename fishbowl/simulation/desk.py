"""The state of the simulated facilitator: the console, what can be seen, and what was done."""

import asyncio
from random import Random

import msgspec

from fishbowl.domain.session.commands import AnyCommand
from fishbowl.live.protocol import Ack
from fishbowl.simulation.client import Client
from fishbowl.simulation.hall import Hall
from fishbowl.simulation.room import Room
from fishbowl.simulation.screen_model import ChairModel, LabelModel, NextActionModel, ScreenModel
from fishbowl.simulation.script import Plan, Script, tempo


class RosterLineModel(ScreenModel, frozen=True, kw_only=True):
    """A person in the list of people."""

    person: int
    label: LabelModel
    phone: bool
    hidden: bool
    out: bool
    seated: bool


class RosterModel(ScreenModel, frozen=True, kw_only=True):
    """The people that match a typed name."""

    people: tuple[RosterLineModel, ...]


class Desk:
    """What the behaviours of the simulated facilitator share.

    :param background: runs the tasks of people without a phone.

    ``lock`` is held during actions of several steps, since a facilitator does one thing at a time.
    """

    def __init__(
        self,
        room: Room,
        console: Client,
        script: Script,
        plan: Plan,
        seed: str,
        background: asyncio.TaskGroup,
    ) -> None:
        self.room = room
        self.console = console
        self.script = script
        self.plan = plan
        self.draw = Random(f"facilitator {seed}")
        self.lock = asyncio.Lock()
        self.background = background
        self.guests: list[asyncio.Task[None]] = []
        self.asked_s: dict[int, float] = {}
        self.spoken: set[int] = set()
        self.invited_s = 0.0
        self.unnamed: int | None = None
        self.notes = 0

    @property
    def hall(self) -> Hall:
        """What can be seen in the room."""
        return self.room.hall

    @property
    def next(self) -> NextActionModel | None:
        """The next action that the console offers for the Space key."""
        return self.console.action.next

    @property
    def tempo(self) -> float:
        """The factor on all durations; see :func:`~fishbowl.simulation.script.tempo`."""
        return tempo(self.plan.planned * 60_000)

    def is_running(self) -> bool:
        """Whether the session clock runs."""
        return self.console.session.state == "running"

    def seated(self) -> tuple[ChairModel, ...]:
        """The chairs on which somebody sits."""
        return self.console.bowl.seated()

    async def act(self, command: AnyCommand) -> Ack:
        """Send a command, one at a time."""
        async with self.lock:
            return await self.console.send(command)

    async def delay(self, least_s: float, most_s: float) -> None:
        """Wait for a random time within these bounds, in session time."""
        await self.room.clock.sleep(self.draw.uniform(least_s, most_s))

    async def find(self, typed: str) -> tuple[RosterLineModel, ...]:
        """Search the list of people by name."""
        found = await self.console.get(f"/{self.room.code}/people.json", q=typed)
        return msgspec.json.decode(found, type=RosterModel).people
