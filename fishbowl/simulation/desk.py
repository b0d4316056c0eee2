"""The facilitator's desk: the console, one pair of hands, and the eyes over it."""

import asyncio
from random import Random

import msgspec

from fishbowl.domain.session.commands import AnyCommand
from fishbowl.live.protocol import Ack
from fishbowl.simulation.client import Client
from fishbowl.simulation.hall import Hall
from fishbowl.simulation.room import Room
from fishbowl.simulation.screen_model import ChairSeen, LabelSeen, NextSeen, Seen
from fishbowl.simulation.script import Plan, Script, tempo


class RosterLineSeen(Seen, frozen=True, kw_only=True):
    """Somebody found by name."""

    person: int
    label: LabelSeen
    phone: bool
    hidden: bool
    out: bool
    seated: bool


class RosterSeen(Seen, frozen=True, kw_only=True):
    """The answer to a typed name."""

    people: tuple[RosterLineSeen, ...]


class Desk:
    """What the facilitator's doings have in common.

    :param background: where people without a phone live.
    :param hands: held while something is done in several steps: there is one pair of them.
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
        self.hands = asyncio.Lock()
        self.background = background
        self.guests: list[asyncio.Task[None]] = []
        self.asked_s: dict[int, float] = {}
        self.spoken: set[int] = set()
        self.invited_s = 0.0
        self.unnamed: int | None = None
        self.notes = 0

    @property
    def hall(self) -> Hall:
        """The hall, to look around in."""
        return self.room.hall

    @property
    def next(self) -> NextSeen | None:
        """What Space means now."""
        return self.console.action.next

    @property
    def tempo(self) -> float:
        """How much of the usual time things may take."""
        return tempo(self.plan.planned * 60_000)

    def is_running(self) -> bool:
        """Whether the session clock runs."""
        return self.console.session.state == "running"

    def seated(self) -> tuple[ChairSeen, ...]:
        """The chairs on which somebody sits."""
        return self.console.bowl.seated()

    async def act(self, command: AnyCommand) -> Ack:
        """Press a key."""
        async with self.hands:
            return await self.console.send(command)

    async def take(self, least_s: float, most_s: float) -> None:
        """Let a human moment pass."""
        await self.room.clock.sleep(self.draw.uniform(least_s, most_s))

    async def find(self, typed: str) -> tuple[RosterLineSeen, ...]:
        """Type a name and see who is found."""
        found = await self.console.get(f"/{self.room.code}/people.json", q=typed)
        return msgspec.json.decode(found, type=RosterSeen).people
