"""What goes on after a conference: a series whose members take turns in hosting it."""

import asyncio
import re
from collections.abc import Sequence

from fishbowl.simulation.conference.book import Book
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.hosted_series import HostedSeries, says_they_come
from fishbowl.simulation.conference.telling import Telling, counted

COMERS = 5
"""So many people who are no members say that they come."""
ASKED_S = 3.0
"""Real seconds in which the questions go out and are answered."""
LOOK_S = 0.5
_ASKED = re.compile(r'id="asked">.*?</form>', re.DOTALL)
_FORM = re.compile(r'action="(/me/series/[^"]+)"')
_OCCASION = re.compile(r'name="occasion" value="([^"]+)"')


class Circle:
    """A weekly series of those who met.

    :param guests: everybody from the conference.
    """

    def __init__(self, series: HostedSeries, guests: Sequence[Guest], book: Book) -> None:
        self.series = series
        self._guests = guests
        self._book = book

    async def begin(self, telling: Telling) -> None:
        """Members choose to be asked for turns or to be invited; who is asked answers."""
        rota = [one for one in self._known() if one.visitor.takes_turns]
        follow = [one for one in self._known() if one.visitor.follows]
        for guest in rota:
            await guest.turn_switch(self.series.id, "rota")
        for guest in follow:
            await guest.turn_switch(self.series.id, "dates")
        telling.say(
            f"A circle begins that meets every week: {self.series.path}. "
            f"{counted(len(rota), 'member takes', 'members take')} turns, and "
            f"{counted(len(follow), 'is', 'are')} invited to every date."
        )
        for _ in range(int(ASKED_S / LOOK_S)):
            for guest in rota:
                if not guest.visitor.address:  # others answer the letter
                    took = await self._answer(guest)
                    self._book.turns_taken += took
            await asyncio.sleep(LOOK_S)

    async def say_who_comes(self, telling: Telling) -> None:
        """People say that they come to the next date, by a first name."""
        others = [one for one in self._guests if not one.is_known][:COMERS]
        come = 0
        for guest in others:
            come += await says_they_come(guest.browser, self.series.path, guest.visitor.name)
        self._book.come += come
        if come:
            say = counted(come, "person who is no member says", "people who are no members say")
            telling.say(f"{say} that they come to the circle.")

    async def _answer(self, guest: Guest) -> bool:
        """Answer on the own page whether a date is theirs.

        :return: whether they took it.
        """
        asked = _ASKED.search(await guest.browser.get("/me"))
        if asked is None:
            return False
        form, occasion = _FORM.search(asked[0]), _OCCASION.search(asked[0])
        if form is None or occasion is None:
            return False  # it is another question
        do = guest.answer_to_turn()
        answer = await guest.browser.submit(form[1], {"do": do, "occasion": occasion[1]})
        return answer.ok and "over" not in answer.location and do == "take"

    def _known(self) -> list[Guest]:
        return [one for one in self._guests if one.is_known]
