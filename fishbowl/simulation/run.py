"""Puts a crowd together and lets it live until the session is over."""

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
from fishbowl.simulation.people import cast
from fishbowl.simulation.room import Room
from fishbowl.simulation.script import Plan, plan, script_for

LATE = 0.5
"""The last latecomers come in the middle."""
FOR_GOOD_S = 20.0
"""A session that has been closed for this long, in seconds of the wall's time, stays closed."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Which session a crowd goes to, and as whom.

    :param minutes: how long everything lasts; ``None`` takes the session's own length.
    :param rush_s: in which time everybody comes; ``None`` for most of them while the room
        gathers, and the rest later.
    :param key: the facilitator's key, if the crowd brings its own facilitator.
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


async def visit(visit: Visit, say: Callable[[str], None]) -> None:
    """Send a crowd into a session and come back when it is over.

    :param say: prints a line for whoever watches the terminal.
    :raises ExceptionGroup: somebody in the crowd could not go on.
    """
    clock = SessionClock()
    async with Client(visit.url, visit.code, "display", clock) as wall:
        minutes = visit.minutes or wall.session_clock.planned_ms // 60_000 or 1
        intended = plan(minutes)
        room = Room(
            url=visit.url,
            code=visit.code,
            clock=clock,
            hall=Hall(watched=bool(visit.key)),
            material=material.about(wall.session.question),
            people=visit.people,
            opened_ms=clock.now_ms(),
        )
        people = cast(
            visit.people,
            rush_s=intended.gather_s if visit.rush_s is None else visit.rush_s,
            late_s=minutes * 60 * LATE if visit.rush_s is None else visit.rush_s,
            length_s=minutes * 60,
            material=room.material,
            seed=visit.seed,
        )
        async with asyncio.TaskGroup() as group:
            crowd = [group.create_task(attend(person, room)) for person in people]
            if visit.key:
                await _with_facilitator(room, visit, intended, say)
            else:
                await _until_closed_for_good(wall)
            for person in crowd:
                person.cancel()


async def _with_facilitator(
    room: Room, visit: Visit, intended: Plan, say: Callable[[str], None]
) -> None:
    async with room.page("console", key=visit.key) as console, asyncio.TaskGroup() as background:
        telling = background.create_task(narrate(console, say))
        script = script_for(console.run.format)
        desk = Desk(room, console, script, intended, visit.seed, background)
        await facilitate(desk, visit.close_by_s)
        for task in (telling, *desk.guests):
            task.cancel()
        figures = console.figures
        say(f"{figures.people} people, {figures.voices} voices, {figures.turns} turns.")


async def _until_closed_for_good(wall: Client) -> None:
    def is_closed() -> bool:
        return wall.session.state == "closed"

    while True:
        await wall.until(is_closed)
        wait_s = FOR_GOOD_S * wall.clock.rate
        if not await wall.until(lambda: not is_closed(), wait_s):
            return
