"""The weeks after a conference: people find each other, meet or do not, and say what came of it.

Nobody waits for the days in between: the clock goes on with the next one on which something is due.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from fishbowl.simulation.conference import own_page
from fishbowl.simulation.conference.asking import ask_community, question_of
from fishbowl.simulation.conference.book import Book
from fishbowl.simulation.conference.daytime import Daytime
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.hosted_round import begin_round
from fishbowl.simulation.conference.letters import Post
from fishbowl.simulation.conference.manners import subjects_for
from fishbowl.simulation.conference.offering import write_down
from fishbowl.simulation.conference.organiser import Organiser
from fishbowl.simulation.conference.programme import ZONE
from fishbowl.simulation.conference.telling import Telling, counted

MORNING = time(10)
WRITING, ASKING, PAIRING, DROPPING, LEAVING = 3, 4, 6, 8, 28
"""The days on which people write down what they give, ask, are paired, drop out, and leave."""
LOOKING = frozenset({4, 6, 13, 19, 28, 33, 47, 62})
"""The days on which those whom no letter reaches look at their own pages."""
DAYS = (3, 4, 6, 8, 13, 19, 23, 28, 33, 38, 47, 52, 62)
"""Days after the first on which people read their letters or look at their own pages.

Two weeks after an introduction it is asked about, four days later again, and four weeks after a
meeting whether it helped.
"""
LAST_DAY = DAYS[-1]
AT_ONCE = 8
"""So many people use their pages at the same time."""
ROUNDS = {"seasoned": "Seasoned and newer", "across": "People who would not otherwise meet"}
"""The name of a round, by its kind."""
ROUND_WEEKS = 8
_LETTERS = {
    "suggestion": ("answers whether they want", "answer whether they want", "to meet somebody"),
    "pair": ("answers whether they want", "answer whether they want", "to be a pair"),
    "check_in": ("says", "say", "whether they met"),
    "outcome": ("says", "say", "whether it helped"),
    "ask": ("answers", "answer", "a question of another member, or pass it"),
    "promise": ("says", "say", "what became of a promise"),
}
"""What is told of answered letters, by what they are for."""
T = TypeVar("T")


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
        self._plan: dict[int, Callable[[], Awaitable[str]]] = {
            WRITING: self._write_down,
            ASKING: self._ask,
            PAIRING: self._pair,
            DROPPING: self._drop_out,
            LEAVING: self._leave,
        }

    async def run(self, telling: Telling) -> None:
        """Let all days pass."""
        for day in DAYS:
            on = self._first + timedelta(days=day)
            at = datetime.combine(on, MORNING, ZoneInfo(ZONE))
            await self._daytime.skip_to(int(at.timestamp() * 1000))
            before = Counter(self._book.letters)
            told = [await self._plan[day]()] if day in self._plan else []
            if day in LOOKING:
                await self._look()
            await self._post.settled()
            told += _answered(self._book.letters - before)
            if told := [words for words in told if words]:
                telling.day(on)
            for words in told:
                telling.say(words)

    async def _write_down(self) -> str:
        """People write down what they give, look for, and know, and say of their work."""
        written = await in_parallel(write_down, self._known())
        offers, needs = (sum(one[side] for one in written) for side in (0, 1))
        await in_parallel(own_page.say_work, self._known())
        await in_parallel(own_page.tick_topics, self._known())
        return (
            f"Members write down {counted(offers, 'offer', 'offers')} and "
            f"{counted(needs, 'need', 'needs')}; some share them."
        )

    async def _ask(self) -> str:
        """Who is stuck asks; at least one does."""
        known, subjects = self._known(), subjects_for(len(self._guests))
        stuck = [one for one in known if one.visitor.manner.is_stuck] or known[:1]

        async def ask_their_own(guest: Guest) -> bool:
            return await ask_community(guest, question_of(subjects, guest))

        asked = sum(await in_parallel(ask_their_own, stuck))
        ask = counted(asked, "member asks", "members ask")
        return f"{ask} the community something." if asked else ""

    async def _pair(self) -> str:
        """The host lets pairs be found, changes what they know better, and asks them."""
        asked = [await self._begin_round(kind, name) for kind, name in ROUNDS.items()]
        names = " and ".join(f"“{name}”" for name in asked if name)
        return f"The host lets pairs be found for {names}, and asks them." if names else ""

    async def _begin_round(self, kind: str, name: str) -> str:
        """Begin a round.

        :return: its name, if anybody is asked.
        """
        paired = await begin_round(self._organiser.browser, name, kind, weeks=ROUND_WEEKS)
        if paired is None:
            return ""
        found = await paired.pairs()
        if len(found) > 1:
            await paired.press("pin", pair=found[0])
            await paired.press("forbid", pair=found[-1])
            await paired.press("solve")
        return name if await paired.press("ask") else ""

    async def _drop_out(self) -> str:
        """Some have no further part in the round."""
        dropping = [one for one in self._known() if one.visitor.manner.drops_out]
        out = sum(await in_parallel(own_page.drop_out, dropping))
        return f"{counted(out, 'member drops', 'members drop')} out of the round." if out else ""

    async def _leave(self) -> str:
        """Some say that something is wrong, and some leave."""
        for guest in self._known():
            if guest.visitor.manner.finds_wrong(guest.draw):
                self._book.wrong += await own_page.say_something_is_wrong(guest)
        leaving = [one for one in self._known() if one.visitor.manner.leaves]
        left = sum(await in_parallel(own_page.leave, leaving))
        self._book.left += left
        who = counted(left, "member leaves", "members leave")
        return f"{who} the community, and everything of theirs is deleted." if left else ""

    async def _look(self) -> None:
        """Those whom no letter reaches answer on their pages, and who asked says thank you."""
        known = self._known()
        without_letters = [
            one for one in known if not (one.visitor.address and one.visitor.confirms)
        ]
        await in_parallel(own_page.answer_everything, without_letters)
        stuck = [one for one in known if one.visitor.manner.is_stuck]
        self._book.thanks += sum(await in_parallel(own_page.say_thanks, stuck))

    def _known(self) -> list[Guest]:
        return [one for one in self._guests if one.is_known]


async def in_parallel(act: Callable[[Guest], Awaitable[T]], guests: Sequence[Guest]) -> list[T]:
    """Let everybody do something, some at the same time.

    :return: what came of it, in the order of the guests.
    :raises SimulationError: a page cannot be opened.
    """
    turns = asyncio.Semaphore(AT_ONCE)

    async def in_turn(guest: Guest) -> T:
        async with turns:
            return await act(guest)

    return await asyncio.gather(*map(in_turn, guests))


def _answered(letters: Counter[str]) -> list[str]:
    """What is told of the letters that were answered on one day."""
    return [
        f"By letter {counted(letters[purpose], f'member {one}', f'members {many}')} {what}."
        for purpose, (one, many, what) in _LETTERS.items()
        if letters[purpose]
    ]
