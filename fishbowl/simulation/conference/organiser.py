"""The host of the conference: what they do on the owner's pages."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from fishbowl.simulation.client import SimulationError
from fishbowl.simulation.conference.browser import Browser
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.hosted_series import HostedSeries, begin_series
from fishbowl.simulation.conference.programme import NAME, PURPOSE, Day

SLUG = "listening-days"
PLACE = "Convento do Exemplo, Lisbon"
CIRCLE, CIRCLE_SLUG = "Listening Circle", "listening-circle"

ABOUT = {
    "kind": "association",
    "title": "Lisbon Listeners",
    "controller": "Lisbon Listeners, a simulated association",
    "address": "Rua do Exemplo 1, Lisbon",
    "contact": "host@fishbowl.invalid",
    "basis": "the consent of each member",
    "agreement": "",
}
_MEMBER = re.compile(r'href="(/community/members/\d+)"')


class Organiser:
    """Runs the conference.

    :param browser: signs in as the owner.
    :param key: the owner's.
    """

    def __init__(self, browser: Browser, key: str) -> None:
        self.browser = browser
        self._key = key

    async def sign_in(self) -> None:
        """Open the owner's pages in this browser.

        :raises SimulationError: the key opens nothing.
        """
        answer = await self.browser.ask("/o", {"key": self._key})
        if not answer.ok:
            raise SimulationError("The owner's key does not open this installation.")

    async def describe(self) -> None:
        """Say what the community is, and who is responsible."""
        await self.browser.press("/community/settings", ABOUT)

    async def invite(self, guests: Iterable[Guest]) -> None:
        """Send invitations by letter."""
        lines = (f"{one.visitor.name}\t{one.visitor.address}\ten" for one in guests)
        await self.browser.press("/community/invite/people", {"list": "\n".join(lines)})

    async def ask_to_host(self, guest: Guest) -> None:
        """Ask a member whether they would be a host; the question goes by letter."""
        page = await self.browser.get(f"/community/members?q={guest.visitor.name}")
        found = _MEMBER.search(page)
        if found is not None:
            await self.browser.press(found[1], {"do": "ask_host"})

    async def begin_conference(self, days: Sequence[Day], chairs: int) -> HostedSeries:
        """Begin the series of the conference, and take its programme.

        :param chairs: of each session.
        """
        about = {"label": NAME, "purpose": PURPOSE, "place": PLACE, "chairs": str(chairs)}
        series = await begin_series(self.browser, SLUG, about, {"often": ""})
        talks = [talk for day in days for slot in day.slots for talk in slot]
        await series.take_programme(talk for talk in talks if talk.format == "open")
        for talk in talks:
            if talk.format != "open":
                await series.plan(talk)
        return series

    async def follow_sheet(self, door: str) -> str:
        """Scan the sheet at a door.

        :return: the code of the session to which it leads.
        :raises SimulationError: it leads to none.
        """
        place = await self.browser.follow(door)
        if not place:
            raise SimulationError(f"{door} leads to no session, though its doors are open.")
        return place.rpartition("/")[2]

    async def begin_circle(self, first: date) -> HostedSeries:
        """Begin a series that comes every week afterwards; its members take turns in hosting it.

        :param first: the first day.
        """
        about = {
            "label": CIRCLE,
            "purpose": "What the conference began goes on over lunch, every week.",
            "place": PLACE,
            "has_rota": "1",
            "asks_by_itself": "1",
        }
        sentence = {
            "often": "week-1",
            "which": "0",
            "starts_on": first.isoformat(),
            "at": "12:30",
            "minutes": "45",
        }
        return await begin_series(self.browser, CIRCLE_SLUG, about, sentence)
