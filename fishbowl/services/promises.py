"""Promises of members, on their day: a supervised loop, once an hour or when it is woken.

In the morning of the day, by the member's clock, a letter is put into the outbox for each. Its id
is made from the promise and its day, so it is put once; a promise that was moved has another day.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from fishbowl.domain.community.ids import MemberId, member_owner
from fishbowl.domain.community.model import Link, Member
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.host.looking import RegularLooks
from fishbowl.host.supervisor import Supervisor
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import PutLetter
from fishbowl.services.community import Members
from fishbowl.services.kept_at_home import is_kept_at_home
from fishbowl.services.tokens import Tokens
from fishbowl.views.community.own_part import OwnItem, OwnPart
from fishbowl.views.community.promises import due_now, here_at

MORNING = 8
"""Letters are put from this hour on, by the member's clock."""
LETTERS_A_DAY = 3
"""To one member; what else is due stands on their page."""

Parts = Callable[[Sequence[Link]], Mapping[str, OwnPart | None]]


class Promises(RegularLooks):
    """Lets each promise come to its member by mail on its day.

    :param parts: tells what linked sessions hold of a member, by code.
    :param wall_ms: the machine's time in milliseconds since 1970.
    :param sleep: lets other tasks run.
    """

    def __init__(
        self,
        members: Members,
        tokens: Tokens,
        parts: Parts,
        supervisor: Supervisor,
        wall_ms: Callable[[], int],
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        super().__init__(
            supervisor,
            "promises",
            "looking for promises that are due",
            rate=lambda: members.time.rate,
        )
        self._members, self._tokens, self._parts = members, tokens, parts
        self._wall_ms, self._sleep = wall_ms, sleep
        self._looked: dict[MemberId, date] = {}

    def look(self) -> None:
        """Put the letters of everybody whose morning has come; one member stops no other.

        :raises BrokenStream: the log of the community cannot be read.
        """
        community, now_ms = self._members.community, self._members.time.now_ms()
        if not is_on(community, "promises") or is_kept_at_home(self._members.log):
            return
        self._looked = {id: day for id, day in self._looked.items() if id in community.members}
        for member in list(community.members.values()):
            here = here_at(now_ms, member.time_zone)
            if here.hour < MORNING or self._looked.get(member.id) == here.date():
                continue
            if member.reach != "mail" or not member.links:
                continue
            self.turns.begins()
            with self._supervisor.isolated("looking for the promises of a member"):
                self._tell(member, here.date())
                self._looked[member.id] = here.date()

    def _tell(self, member: Member, today: date) -> None:
        parts = [part for part in self._parts(member.links).values() if part is not None]
        due = [(part.code, one) for part in parts for one in due_now(part, today)]
        # What is due today comes before what was due earlier, which may have had its letter.
        due.sort(key=lambda found: (found[0], found[1].id))
        due.sort(key=lambda found: found[1].due, reverse=True)
        effects = [
            effect
            for code, one in islice(due, LETTERS_A_DAY)
            for effect in self._letter(member, code, one)
        ]
        if effects:
            self._members.log.append({}, effects)
        self._sleep(0)  # a room's commands go in between

    def _letter(self, member: Member, code: str, item: OwnItem) -> Iterator[AnyEffect]:
        owner, scope = member_owner(member.id), promise_scope(code, item)
        id = f"promise-{member.id}-{code}-{item.id}-{item.due}"
        yield PutLetter(
            id=id,
            owner=owner,
            letter="promise",
            params={"code": code, "item": item.id, "due": item.due},
            created_at_ms=self._wall_ms(),
        )
        yield self._tokens.put(id, "promise", owner, scope=scope)


def promise_scope(code: str, item: OwnItem) -> str:
    """What alone the token of a promise's letter is good for: this promise, on this day."""
    return f"{code}/{item.id}/{item.due}"


def promise_in(scope: str) -> tuple[str, int, str]:
    """The session, the item and the day of a scope.

    :raises ValueError: it is of something else.
    """
    code, item, due = scope.split("/")
    return code, int(item), due
