"""What all simulated people of a session share."""

from dataclasses import dataclass

import aiohttp

from fishbowl.simulation.client import Client
from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.hall import Hall
from fishbowl.simulation.material import Material
from fishbowl.simulation.screen_model import Face


@dataclass(frozen=True, slots=True)
class Room:
    """A session with its simulated room.

    :param people: how many simulated people there are.
    :param opened_ms: session time at which the simulation began.
    """

    url: str
    code: str
    clock: SessionClock
    hall: Hall
    material: Material
    people: int
    opened_ms: float

    def page(
        self,
        face: Face,
        *,
        device: str = "",
        key: str = "",
        jar: aiohttp.CookieJar | None = None,
    ) -> Client:
        """A client for a page; it is connected while its context lasts."""
        return Client(self.url, self.code, face, self.clock, device=device, key=key, jar=jar)

    async def sleep_until(self, seconds: float) -> None:
        """Wait until so many seconds of session time after the simulation began."""
        await self.clock.sleep_until(self.opened_ms + seconds * 1000)
