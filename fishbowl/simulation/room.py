"""What everybody in one simulated room shares."""

from dataclasses import dataclass

from fishbowl.simulation.client import Client
from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.hall import Hall
from fishbowl.simulation.material import Material
from fishbowl.simulation.screen_model import Face


@dataclass(frozen=True, slots=True)
class Room:
    """A session, and the hall it is in.

    :param people: how many are expected.
    :param opened_ms: the instant of session time at which the doors opened.
    """

    url: str
    code: str
    clock: SessionClock
    hall: Hall
    material: Material
    people: int
    opened_ms: float

    def page(self, face: Face, *, device: str = "", key: str = "") -> Client:
        """Take out a device and open a page; connected while the context lasts."""
        return Client(self.url, self.code, face, self.clock, device=device, key=key)

    async def sleep_until(self, seconds: float) -> None:
        """Wait until so many seconds after the doors opened."""
        await self.clock.sleep_until(self.opened_ms + seconds * 1000)
