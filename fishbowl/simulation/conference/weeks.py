"""The weeks after a conference: people find each other, meet or do not, and say what came of it.

Nobody waits for the days in between: the clock goes on with the next one on which something is due.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from fishbowl.simulation.conference.book import Book
from fishbowl.simulation.conference.daytime import Daytime
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.letters import Post
from fishbowl.simulation.conference.offering import write_down
from fishbowl.simulation.conference.organiser import Organiser
from fishbowl.simulation.conference.programme import ZONE
from fishbowl.simulation.conference.telling import Telling, counted

MORNING = time(10)
DAYS = (3, 4, 6, 13, 19, 23, 28, 33, 38, 47, 52, 62)
"""Days after the first on which people read their letters or look at their own pages.

Two weeks after an introduction it is asked about, four days later again, and four weeks after a
meeting whether it helped.
"""
LAST_DAY = DAYS[-1]


class Weeks:
    """The weeks, while they go on.

    :param first: the first day of the conference.
    """

    def __init__(
        self, first: date, daytime: Daytime, organiser: Organiser, guests: Sequence[Guest],
        post: Post, book: Book,
    ) -> None:  # fmt: skip
        self._first = first
        self._daytime = daytime
        self._organiser = organiser
        self._guests = guests
        self._post = post
        self._book = book

    async def run(self, telling: Telling) -> None:
        """Let all days pass."""
        for number, day in enumerate(DAYS):
            await self._skip_to(day)
            if not number:
                await self._write_down(telling)
            await self._post.settled()

    async def _write_down(self, telling: Telling) -> None:
        offers = needs = 0
        for guest in self._known():
            gives, looks = await write_down(guest)
            offers, needs = offers + gives, needs + looks
        telling.say(
            f"Members write down {counted(offers, 'offer', 'offers')} and "
            f"{counted(needs, 'need', 'needs')}; some share them."
        )

    async def _skip_to(self, day: int) -> None:
        on = datetime.combine(self._first + timedelta(days=day), MORNING, ZoneInfo(ZONE))
        await self._daytime.skip_to(int(on.timestamp() * 1000))

    def _known(self) -> list[Guest]:
        return [one for one in self._guests if one.is_known]
