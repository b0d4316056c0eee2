"""Runs the two days."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import aiohttp

from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.conference.book import Book
from fishbowl.simulation.conference.browser import Browser
from fishbowl.simulation.conference.daytime import Daytime
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.holding import gather_s, hold
from fishbowl.simulation.conference.letterbox import Letterbox
from fishbowl.simulation.conference.letters import Post
from fishbowl.simulation.conference.looking import LETTERS, Look, write_page
from fishbowl.simulation.conference.organiser import Organiser
from fishbowl.simulation.conference.passes import pass_link
from fishbowl.simulation.conference.programme import NAME, Day, Slot, draw_programme
from fishbowl.simulation.conference.telling import Telling, counted, listed
from fishbowl.simulation.conference.visitors import draw_visitors

SPEAKERS = 2
"""So many people a room are invited by letter before the first day."""
CONNECTIONS_MAX = 40
"""Page requests at the same time."""
LETTERS_S = 15.0
"""Real seconds to wait for letters to be answered."""
MORNING_MS = 45 * 60_000
"""So long before the first session of a day the morning begins."""
NAMED = 3
"""So many people are named who are greeted; the others are counted."""


@dataclass(frozen=True, slots=True)
class ConferenceOptions:
    """The options of a simulated conference.

    :param minutes: the planned length of each session.
    :param first: its first day.
    :param folder: letters arrive in its folder :data:`LETTERS`; the page is written into it.
    :param key: the owner's.
    :param clock: the descriptor of the socket that tells the time.
    """

    url: str
    rooms: int
    people: int
    minutes: int
    seed: str
    first: date
    folder: Path
    key: str
    clock: int


class Conference:
    """A conference, while it goes on."""

    def __init__(
        self, options: ConferenceOptions, daytime: Daytime, organiser: Organiser, telling: Telling,
        guests: Sequence[Guest],
    ) -> None:  # fmt: skip
        self.options = options
        self.daytime = daytime
        self.organiser = organiser
        self.telling = telling
        self.guests = guests
        self.book = Book()
        self.draw = Random(f"rooms {options.seed}")
        self.post = Post(Letterbox(options.folder / LETTERS), guests, self.book)

    async def run(self, days: Sequence[Day]) -> None:
        """Prepare, and hold all days.

        :raises ExceptionGroup: a task of the simulation failed.
        """
        await self._prepare()
        async with asyncio.TaskGroup() as group:
            reading = group.create_task(self.post.run())
            for number, day in enumerate(days):
                await self._hold_day(number, day)
            reading.cancel()

    async def _prepare(self) -> None:
        await self.organiser.sign_in()
        await self.organiser.describe()
        invited = [one for one in self.guests if one.visitor.is_invited]
        await self.organiser.invite(invited)
        self.telling.say(f"The host invites {len(invited)} people by letter.")
        async with asyncio.timeout(LETTERS_S):
            while not all(one.is_known for one in invited):
                await self.post.look()
                await asyncio.sleep(0.1)
        self.telling.say("All of them have opened their letter and are known by now.")

    async def _hold_day(self, number: int, day: Day) -> None:
        if number:
            self.telling.say("Night. The clock goes on with the next morning.")
        await self.daytime.skip_to(day.begins_ms - MORNING_MS)
        self.telling.day(day.on)
        if number:
            await self._look_at_promises()
        for slot in day.slots:
            await self._hold_slot(number, slot)

    async def _hold_slot(self, day: int, slot: Slot) -> None:
        """Hold the sessions of all rooms at the same time."""
        clock = self.daytime.clock
        present = [one for one in self.guests if day in one.visitor.days]
        opens_s = gather_s(self.options.minutes, len(present), clock)
        await self.daytime.skip_to(slot[0].starts_ms - int(opens_s * 1000))
        chosen: dict[str, list[Guest]] = {talk.room: [] for talk in slot}
        for guest in present:
            chosen[self.draw.choice(slot).room].append(guest)
        await asyncio.gather(*(self.organiser.open(talk, len(chosen[talk.room])) for talk in slot))
        rooms = listed([talk.room for talk in slot])
        self.telling.say(f"The doors open: {rooms}. {len(present)} people are there today.")
        known = self.book.known
        async with asyncio.TaskGroup() as group:
            holding = [
                group.create_task(
                    hold(
                        talk,
                        chosen[talk.room],
                        day=day,
                        opens_s=opens_s,
                        clock=clock,
                        organiser=self.organiser,
                        book=self.book,
                        seed=self.options.seed,
                        say=self.telling.say,
                    )
                )
                for talk in slot
            ]
        greeted = [name for task in holding for name in task.result().greeted]
        self._tell_greeted(greeted)
        if new := self.book.known - known:
            ask = counted(new, "person asks", "people ask")
            self.telling.say(f"{ask} to be known next time, with a pass.")

    def _tell_greeted(self, greeted: Sequence[str]) -> None:
        if not greeted:
            return
        others = len(greeted) - NAMED
        more = [counted(others, "other", "others")] if others > 0 else []
        names = listed([*greeted[:NAMED], *more])
        self.telling.say(f"Greeted by name, and in with one tap: {names}.")

    async def _look_at_promises(self) -> None:
        """Members look at their own pages in the morning, and some have kept what they promised."""
        found: Counter[str] = Counter()
        for guest in self.guests:
            if not guest.is_known:
                continue
            for path in await guest.promises():
                found["open"] += 1
                if self.draw.random() < 0.4 and await guest.keep_promise(path):
                    found["kept"] += 1
        self.book.promises += found["open"]
        self.book.kept += found["kept"]
        self.telling.say(
            f"On their own pages people find {counted(found['open'], 'promise', 'promises')} "
            f"of yesterday. Kept already: {found['kept']}."
        )


async def hold_conference(options: ConferenceOptions, telling: Telling) -> None:
    """Hold a conference from its first letter to its last session.

    :raises ExceptionGroup: a task of the simulation failed.
    """
    draw = Random(f"conference {options.seed}")
    days = draw_programme(options.rooms, options.first, options.minutes, draw)
    visitors = draw_visitors(options.people, min(options.people, SPEAKERS * options.rooms), draw)
    clock = SessionClock()
    telling.clock = clock
    async with (
        aiohttp.TCPConnector(limit=CONNECTIONS_MAX) as lines,
        Daytime(options.clock, clock) as daytime,
    ):
        guests = [Guest(one, Browser(options.url, lines)) for one in visitors]
        organiser = Organiser(Browser(options.url, lines), options.key)
        conference = Conference(options, daytime, organiser, telling, guests)
        sessions = sum(len(slot) for day in days for slot in day.slots)
        telling.title(
            f"{NAME}: {len(days)} days, {sessions} sessions in {options.rooms} rooms, "
            f"{options.people} people."
        )
        telling.line(f"The wall of each session is at {options.url}/CODE/display.")
        await conference.run(days)
        _tell_figures(conference)
        _write_page(conference)


def _tell_figures(conference: Conference) -> None:
    book, guests = conference.book, conference.guests
    known = [one for one in guests if one.is_known]
    say = conference.telling.line
    say(f"\n{book.sessions} sessions, {book.seats} visits, {book.turns} turns on a chair.")
    say(
        f"{len(known)} of {len(guests)} people are members; {book.links} visits are on their pages."
    )
    back = counted(len(book.back), "person", "people")
    say(f"{back} came back on the second day and were greeted by name.")
    say(f"{book.kept} of {book.promises} promises were kept by the second morning.")


def _write_page(conference: Conference) -> None:
    """Write the page with what there is to look at; its member is who has been to most sessions."""
    options = conference.options
    looks = [
        Look(
            "The host's page for today",
            "What needs a host, and how the members are.",
            f"{options.url}/o#{options.key}",
        ),
        Look("The letters", "As they would have been sent; mail programs open them.", LETTERS),
    ]
    known = [one for one in conference.guests if one.is_known]
    if known:
        most = max(known, key=lambda one: (len(one.links), bool(one.visitor.address)))
        name = most.visitor.name
        link = pass_link(options.url, most.written, most.mark)
        looks.insert(1, Look(f"The page of {name}", "Sessions, promises, turns.", link))
    write_page(options.folder, NAME, looks)
