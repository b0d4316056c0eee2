"""Holds one session of the programme, from the open doors to the published summary."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from fishbowl.simulation.client import Client
from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.conference.book import Book
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.organiser import Organiser
from fishbowl.simulation.conference.programme import Talk
from fishbowl.simulation.conference.telling import counted
from fishbowl.simulation.conference.visiting import Visits
from fishbowl.simulation.desk import Desk
from fishbowl.simulation.facilitator import facilitate
from fishbowl.simulation.hall import Hall
from fishbowl.simulation.people import Person, draw_people
from fishbowl.simulation.room import Room
from fishbowl.simulation.script import Plan, plan, script_for

GATHER_SHARE = 0.2
"""The doors open for this share of the length before the beginning, in session time."""
GATHER_MAX_S = 25 * 60.0
"""Half an hour before, the sheet at the door leads nowhere yet."""
ARRIVALS, LEAST_GATHER_S = 30.0, 1.0
"""So many people can arrive within a real second; a fast clock gives them time for that."""
LATE_SHARE = 0.4
"""The last people come after this share of the length."""
CLOSE_MARGIN_S = 5.0
"""A session is closed at most so many real seconds after its time."""
LEAVE_S = 15.0
"""Real seconds for everybody to leave after the closing."""

Say = Callable[[str], None]


def gather_s(minutes: int, people: int, clock: SessionClock) -> float:
    """How long before the beginning the doors open, in seconds of session time.

    :param minutes: the planned length.
    :param people: how many come at the same time.
    """
    wanted_s = max(60 * minutes * GATHER_SHARE, (LEAST_GATHER_S + people / ARRIVALS) * clock.rate)
    return min(GATHER_MAX_S, wanted_s)


async def hold(
    talk: Talk,
    guests: Sequence[Guest],
    *,
    day: int,
    opens_s: float,
    door: str,
    tells_left_open: bool,
    clock: SessionClock,
    organiser: Organiser,
    book: Book,
    seed: str,
    say: Say,
) -> Visits:
    """Hold the session of a talk with its guests.

    :param day: counted from 0.
    :param opens_s: how long before the beginning the doors open.
    :param door: the address on the sheet at the door, which people scan.
    :param tells_left_open: whether it is told what earlier sessions have left open.
    :raises ExceptionGroup: a task of the simulation failed.
    """
    intended = replace(plan(talk.minutes), gather_s=opens_s, planned=talk.minutes)
    room = Room(
        url=organiser.browser.url,
        code=talk.code,
        clock=clock,
        hall=Hall(watched=True),
        material=talk.material,
        people=len(guests),
        opened_ms=clock.now_ms(),
    )
    visits = Visits(room, book, day, door)
    people = _people(room, guests, intended, f"{seed} {talk.code}")
    talk_s = 60 * (intended.planned + intended.extension) + intended.pause_s
    close_by_s = time.time() + (opens_s + talk_s) / clock.rate + CLOSE_MARGIN_S
    async with (
        room.page("console", jar=organiser.browser.jar) as console,
        asyncio.TaskGroup() as group,
    ):
        visiting = [
            group.create_task(visits.visit(guest, person))
            for guest, person in zip(guests, people, strict=True)
        ]
        left_open = len(console.topics.topics) if tells_left_open else 0
        telling = group.create_task(_tell_beginning(talk, console, left_open, say))
        async with asyncio.TaskGroup() as background:
            desk = Desk(room, console, script_for(talk.format), intended, seed, background)
            await facilitate(desk, close_by_s)
            for task in desk.guests:
                task.cancel()
        figures = console.figures
        await visits.end(LEAVE_S)
        for task in (telling, *visiting):
            task.cancel()
    book.sessions += 1
    book.voices += figures.voices
    book.turns += figures.turns
    say(
        f"{talk.room} closes: {counted(figures.people, 'person', 'people')}, "
        f"{counted(figures.voices, 'voice', 'voices')}, {counted(figures.turns, 'turn', 'turns')}."
    )
    return visits


async def _tell_beginning(talk: Talk, console: Client, left_open: int, say: Say) -> None:
    """Tell it once the clock runs; and who has signed up for a round.

    :param left_open: how many topics were up before anybody came.
    """
    await console.until(lambda: console.session.state == "running")
    say(f"{talk.room} begins ({talk.code}): {talk.material.question}")
    if left_open:
        topics = counted(left_open, "topic", "topics")
        say(f"In every room {topics} are up that earlier sessions left open.")
    if console.round.open:
        await console.until(lambda: console.round.still > 0)
        people = counted(console.round.still, "person has", "people have")
        say(f"{people} signed up to tell what they bring back.")


def _people(room: Room, guests: Sequence[Guest], intended: Plan, seed: str) -> list[Person]:
    """Draw how everybody is in this session; their names and phones are their own."""
    drawn = list(
        draw_people(
            len(guests),
            rush_s=intended.gather_s * 0.8,
            late_s=intended.planned * 60 * LATE_SHARE,
            length_s=intended.planned * 60,
            material=room.material,
            seed=seed,
        )
    )
    Random(seed).shuffle(drawn)
    return [
        replace(person, name=guest.visitor.name, device=guest.visitor.device)
        for guest, person in zip(guests, drawn, strict=True)
    ]
