"""The host of the conference: what they do on the owner's pages."""

import re
from collections.abc import Iterable

from fishbowl.simulation.client import SimulationError
from fishbowl.simulation.conference.browser import Browser
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.programme import NAME, ZONE, Talk
from fishbowl.simulation.script import script_for

ABOUT = {
    "kind": "association",
    "title": NAME,
    "controller": f"{NAME}, a simulated association",
    "address": "Rua do Exemplo 1, Lisbon",
    "contact": "host@fishbowl.invalid",
    "basis": "",
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

    async def open(self, talk: Talk, people: int) -> None:
        """Create the session of a talk; its code is noted in it.

        :param people: how many are expected.
        """
        form = {
            "question": talk.material.question,
            "event": NAME,
            "format": talk.format,
            "chairs": str(script_for(talk.format).chairs_for(people)),
            "minutes": str(talk.minutes),
            "attribution": "named",
            "expected": str(people),
            "starts": talk.starts.strftime("%Y-%m-%dT%H:%M"),
            "zone": ZONE,
        }
        talk.code = (await self.browser.press("/new", form)).split("/")[-2]
