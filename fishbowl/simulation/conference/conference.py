"""A conference, day by day: who goes into which room, and what happens in between."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from fishbowl.simulation.client import SimulationError
from fishbowl.simulation.conference.book import Book
from fishbowl.simulation.conference.circle import Circle
from fishbowl.simulation.conference.daytime import Daytime
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.holding import gather_s, hold
from fishbowl.simulation.conference.hosted_series import HostedSeries
from fishbowl.simulation.conference.letterbox import Letterbox
from fishbowl.simulation.conference.letters import Post
from fishbowl.simulation.conference.looking import LETTERS
from fishbowl.simulation.conference.organiser import Organiser
from fishbowl.simulation.conference.programme import CLOSING_FORMAT, Day, Slot
from fishbowl.simulation.conference.telling import Telling, counted, listed
from fishbowl.simulation.conference.weeks import LAST_DAY, Weeks
from fishbowl.simulation.script import script_for

LETTERS_S = 60.0
"""Real seconds to wait for letters to be answered."""
MORNING_MS = 45 * 60_000
"""So long before the first session of a day the morning begins."""
NAMED = 3
"""So many people are named who are greeted; the others are counted."""
CIRCLE_AFTER = timedelta(days=LAST_DAY + 5)
"""The circle meets for the first time so long after the first day."""


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
        self.series: HostedSeries | None = None
        self.circle: Circle | None = None
        self.post = Post(Letterbox(options.folder / LETTERS), guests, self.book)

    async def run(self, days: Sequence[Day]) -> None:
        """Prepare, and hold all days.

        :raises SimulationError: the letters do not arrive.
        :raises ExceptionGroup: a task of the simulation failed.
        """
        await self._prepare(days)
        async with asyncio.TaskGroup() as group:
            reading = group.create_task(self.post.run())
            for number, day in enumerate(days):
                await self._hold_day(number, day)
                if not number:
                    await self._ask_for_a_second_host()
            self.telling.title("The weeks afterwards")
            weeks = Weeks(
                self.options.first, self.daytime, self.organiser, self.guests, self.post, self.book
            )
            await weeks.run(self.telling)
            await self._begin_circle()
            reading.cancel()

    async def _prepare(self, days: Sequence[Day]) -> None:
        await self.organiser.sign_in()
        await self.organiser.describe()
        a_room = max(1, self.options.people // self.options.rooms)
        chairs = script_for("open").chairs_for(a_room)
        self.series = await self.organiser.begin_conference(days, chairs)
        self.telling.say(f"The host takes the programme from a table: {self.series.path}")
        invited = [one for one in self.guests if one.visitor.is_invited]
        await self.organiser.invite(invited)
        self.telling.say(f"The host invites {len(invited)} people by letter.")
        try:
            async with asyncio.timeout(LETTERS_S):
                while not all(one.is_known for one in invited):
                    await self.post.look()
                    await asyncio.sleep(0.1)
        except TimeoutError as error:
            raise SimulationError("Not every invitation has arrived and was accepted.") from error
        self.telling.say("All of them have opened their letter and are known by now.")

    async def _hold_day(self, number: int, day: Day) -> None:
        if number:
            self.telling.say("Night. The clock goes on with the next morning.")
        await self.daytime.skip_to(day.begins_ms - MORNING_MS)
        self.telling.day(day.on)
        if number:
            await self._look_at_promises()
        assert self.series is not None
        await self.series.open_day(day.on)
        self.telling.say("One press opens every room of the day.")
        for at, slot in enumerate(day.slots):
            await self._hold_slot(number, slot, is_first=at == 0)

    async def _hold_slot(self, day: int, slot: Slot, *, is_first: bool) -> None:
        """Hold the sessions of all rooms at the same time."""
        clock = self.daytime.clock
        present = [one for one in self.guests if day in one.visitor.days]
        opens_s = gather_s(self.options.minutes, len(present), clock)
        await self.daytime.skip_to(slot[0].starts_ms - int(opens_s * 1000))
        chosen: dict[str, list[Guest]] = {talk.room: [] for talk in slot}
        for guest in present:
            chosen[self.draw.choice(slot).room].append(guest)
        assert self.series is not None
        for talk in slot:
            talk.code = await self.organiser.follow_sheet(self.series.door(talk))
        rooms = listed([talk.room for talk in slot])
        if slot[0].format == CLOSING_FORMAT:
            self.telling.say("At the end everybody tells what they bring back. People sign up.")
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
                        door=self.series.door(talk),
                        tells_left_open=is_first and talk is slot[0],
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

    async def _begin_circle(self) -> None:
        """What the conference began goes on, and people say that they come."""
        first = self.options.first + CIRCLE_AFTER
        self.circle = Circle(await self.organiser.begin_circle(first), self.guests, self.book)
        await self.circle.begin(self.telling)
        await self.circle.say_who_comes(self.telling)

    async def _ask_for_a_second_host(self) -> None:
        """The host asks a member whom they invited, by letter; they accept."""
        asked = next((one for one in self.guests if one.visitor.is_invited), None)
        if asked is not None:
            await self.organiser.ask_to_host(asked)
            self.telling.say(f"The host asks {asked.visitor.name} to be a host as well.")
