"""How people answer the letters that they get."""

import asyncio
import time
from collections.abc import Iterable

from fishbowl.simulation.conference.answering import answer_to_letter
from fishbowl.simulation.conference.book import Book
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.letterbox import Letterbox, Received

LOOK_S = 0.3
"""Real seconds between two looks into the letterbox."""
QUIET_S = 1.0
"""No letter for so many real seconds: those of one morning have come."""
SETTLED_MAX_S = 12.0


class Post:
    """Gives people their letters, and lets them answer.

    :param guests: everybody with an address.
    """

    def __init__(self, box: Letterbox, guests: Iterable[Guest], book: Book) -> None:
        self._box = box
        self._of = {one.visitor.address: one for one in guests if one.visitor.address}
        self._book = book
        self._last_s = 0.0

    async def run(self) -> None:
        """Read and answer letters until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(LOOK_S)

    async def look(self) -> None:
        """Read and answer what has come."""
        for letter in self._box.new():
            self._last_s = time.monotonic()
            guest = self._of.get(letter.to)
            if guest is not None and letter.token:
                await self._answer(guest, letter)

    async def settled(self) -> None:
        """Wait until no further letter comes: for a while, if they go on coming."""
        began_s = self._last_s = time.monotonic()
        while time.monotonic() - began_s < SETTLED_MAX_S:
            await asyncio.sleep(LOOK_S)
            if time.monotonic() - self._last_s > QUIET_S:
                return

    async def _answer(self, guest: Guest, letter: Received) -> None:
        opened = await guest.browser.ask("/t", {"token": letter.token})
        purpose = str(opened.json().get("purpose", ""))
        if purpose == "invited":
            done = await guest.become_known(invitation=letter.token)
            self._book.known += done
        else:
            said = answer_to_letter(guest, opened.json())
            if not said:
                return
            answer = await guest.browser.ask("/t", {"token": letter.token, **said})
            done = answer.ok
            self._book.turns_taken += done and (purpose, said["do"]) == ("turn", "take")
        self._book.letters[purpose] += done
