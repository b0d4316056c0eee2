"""Creates the simulated people and runs them until the session is over."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from fishbowl.simulation import material
from fishbowl.simulation.attendee import attend
from fishbowl.simulation.client import Client
from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.desk import Desk
from fishbowl.simulation.facilitator import facilitate
from fishbowl.simulation.hall import Hall
from fishbowl.simulation.narrator import narrate
from fishbowl.simulation.people import draw_people
from fishbowl.simulation.room import Room
from fishbowl.simulation.script import Plan, plan, script_for

LATE_SHARE = 0.5
"""The last people arrive at this share of the length."""
STAYS_CLOSED_S = 20.0
"""Real seconds after which a closed session is taken to stay closed."""


@dataclass(frozen=True, slots=True)
class SimulationOptions:
    """The options of a simulation.

    :param minutes: the length in session time; ``None`` takes the session's planned length.
    :param rush_s: the time within which everybody arrives; ``None`` for the usual distribution:
        most while the room gathers, the others later.
    :param key: the facilitator's key, if the facilitator is simulated too.
    :param close_by_s: the latest moment to close, in seconds since 1970.
    """

    url: str
    code: str
    people: int
    seed: str
    minutes: int | None = None
    rush_s: float | None = None
    key: str = ""
    close_by_s: float = float("inf")


async def run_simulation(options: SimulationOptions, say: Callable[[str], None]) -> None:
    """Run the simulated people of a session until it is over.

    :param say: prints a line.
    :raises ExceptionGroup: a task of the simulation failed.
    """
    clock = SessionClock()
    async with Client(options.url, options.code, "display", clock) as wall:
        minutes = options.minutes or wall.session_clock.planned_ms // 60_000 or 1
        intended = plan(minutes)
        room = Room(
            url=options.url,
            code=options.code,
            clock=clock,
            hall=Hall(watched=bool(options.key)),
            material=material.about(wall.session.question),
            people=options.people,
            opened_ms=clock.now_ms(),
        )
        people = draw_people(
            options.people,
            rush_s=intended.gather_s if options.rush_s is None else options.rush_s,
            late_s=minutes * 60 * LATE_SHARE if options.rush_s is None else options.rush_s,
            length_s=minutes * 60,
            material=room.material,
            seed=options.seed,
        )
        async with asyncio.TaskGroup() as group:
            attendees = [group.create_task(attend(person, room)) for person in people]
            if options.key:
                await _with_facilitator(room, options, intended, say)
            else:
                await _until_closed_for_good(wall)
            for attendee in attendees:
                attendee.cancel()


async def _with_facilitator(
    room: Room, options: SimulationOptions, intended: Plan, say: Callable[[str], None]
) -> None:
    async with room.page("console", key=options.key) as console, asyncio.TaskGroup() as background:
        telling = background.create_task(narrate(console, say))
        script = script_for(console.run.format)
        desk = Desk(room, console, script, intended, options.seed, background)
        await facilitate(desk, options.close_by_s)
        for task in (telling, *desk.guests):
            task.cancel()
        figures = console.figures
        say(f"{figures.people} people, {figures.voices} voices, {figures.turns} turns.")


async def _until_closed_for_good(wall: Client) -> None:
    def is_closed() -> bool:
        return wall.session.state == "closed"

    while True:
        await wall.until(is_closed)
        wait_s = STAYS_CLOSED_S * wall.clock.rate
        if not await wall.until(lambda: not is_closed(), wait_s):
            return
