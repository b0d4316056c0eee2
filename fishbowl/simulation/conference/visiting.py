"""A guest in a session: by pass where they have one, and being known at the closing."""

import asyncio
import contextlib

from fishbowl.simulation.attendee import be_there, come_in
from fishbowl.simulation.behaviour import Attendee
from fishbowl.simulation.conference.book import Book
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.people import Person
from fishbowl.simulation.room import Room


class Visits:
    """Everybody's visits to one session.

    :param day: which day it is, counted from 0.
    :param door: the address on the sheet at the door, which leads to the session.
    """

    def __init__(self, room: Room, book: Book, day: int, door: str) -> None:
        self._room = room
        self._book = book
        self._day = day
        self._door = door
        self._leaving: list[asyncio.Task[None]] = []
        self.greeted: list[str] = []
        """Who was greeted by name, in order."""
        self.became_known: list[str] = []
        """Who asked to be known at the closing."""

    async def visit(self, guest: Guest, person: Person) -> None:
        """Come at the drawn time, take part, and perhaps ask to be known; until cancelled."""
        room, visitor = self._room, guest.visitor
        await room.sleep_until(person.arrives_s)
        await guest.browser.follow(self._door)
        was_known = guest.is_known
        if was_known and await guest.is_greeted():
            self.greeted.append(visitor.name)
            self._book.greeted += 1
            if self._day:
                self._book.back.add(visitor.number)
        async with room.page("phone", device=visitor.device, jar=guest.browser.jar) as phone:
            who = Attendee(person, room, phone)
            if not await come_in(who):
                return
            self._book.seats += 1
            guest.sessions.append(room.code)
            if was_known:
                is_linked = await guest.link(room.code)
                self._book.links += is_linked
            async with asyncio.TaskGroup() as group:
                group.create_task(be_there(who))
                self._leaving.append(group.create_task(self._leave(guest, who)))

    async def end(self, seconds: float) -> None:
        """Wait until everybody has left, at most so many real seconds."""
        if self._leaving:
            await asyncio.wait(self._leaving, timeout=seconds)

    async def _leave(self, guest: Guest, who: Attendee) -> None:
        """At the closing, answer whether one would like to be known next time."""
        await who.phone.until(lambda: who.phone.session.state == "closed")
        hesitates = guest.visitor.hesitates
        if guest.is_known or hesitates is None or len(guest.sessions) <= hesitates:
            return
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(who.draw.uniform(0, 1))
        if await guest.become_known(code=self._room.code):
            self.became_known.append(guest.visitor.name)
            self._book.known += 1
            self._book.links += 1
