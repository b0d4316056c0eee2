"""How people answer the letters that they get."""

import asyncio
from collections.abc import Iterable

from fishbowl.simulation.conference.book import Book
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.letterbox import Letterbox, Received

LOOK_S = 0.3
"""Real seconds between two looks into the letterbox."""
PRESSES: dict[str, str] = {"confirm": "confirm", "host": "accept", "merge": "agree"}
"""What is pressed, by what a letter is for. What is not here is read and left alone."""


class Post:
    """Gives people their letters, and lets them answer.

    :param guests: everybody with an address.
    """

    def __init__(self, box: Letterbox, guests: Iterable[Guest], book: Book) -> None:
        self._box = box
        self._of = {one.visitor.address: one for one in guests if one.visitor.address}
        self._book = book

    async def run(self) -> None:
        """Read and answer letters until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(LOOK_S)

    async def look(self) -> None:
        """Read and answer what has come."""
        for letter in self._box.new():
            guest = self._of.get(letter.to)
            if guest is not None and letter.token:
                await self._answer(guest, letter)

    async def _answer(self, guest: Guest, letter: Received) -> None:
        opened = await guest.browser.ask("/t", {"token": letter.token})
        purpose = str(opened.json().get("purpose", ""))
        if purpose == "invited":
            done = await guest.become_known(invitation=letter.token)
            self._book.known += done
        else:
            if purpose == "confirm" and not guest.visitor.confirms:
                return
            press = PRESSES.get(purpose)
            if press is None:
                return
            answer = await guest.browser.ask("/t", {"token": letter.token, "do": press})
            done = answer.ok
        self._book.letters[purpose] += done
