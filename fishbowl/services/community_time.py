"""What time does in the community: a supervised loop that looks once an hour, or when it is woken.

Everything is due by the day, so what was due while the machine was off is done at the next start.
Asking a member whether they stay, or whether an offer holds, commits with the letter that asks.
"""

import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from fishbowl.domain.community.commands import AskAboutOffer, AskToStay, Command
from fishbowl.domain.community.ids import member_owner
from fishbowl.domain.community.rules.due import due
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.looking import RegularLooks
from fishbowl.host.supervisor import Supervisor
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import DropLetters, DropTokens
from fishbowl.services.batch import NOT_SAVED
from fishbowl.services.community import Members
from fishbowl.services.letter_effects import letter
from fishbowl.services.tokens import Tokens

log = logging.getLogger(__name__)

LETTERS_KEPT_MS = 30 * 24 * 60 * 60 * 1000
"""Letters that were sent or given up stay in the outbox for so long."""


class CommunityTime(RegularLooks):
    """Ends what has expired, asks who was not seen for long, and forgets who did not answer.

    :param members: the writer of the community.
    :param tokens: makes the tokens of letters.
    :param wall_ms: the machine's time in milliseconds since 1970.
    :param sleep: lets other tasks run.
    """

    def __init__(
        self,
        members: Members,
        tokens: Tokens,
        supervisor: Supervisor,
        wall_ms: Callable[[], int],
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        super().__init__(
            supervisor,
            "community time",
            "acting on what is due in the community",
            rate=lambda: members.time.rate,
        )
        self._members, self._tokens = members, tokens
        self._wall_ms, self._sleep = wall_ms, sleep

    def look(self) -> None:
        """Do everything that is due; if the file refuses, the rest is done at the next look.

        :raises BrokenStream: the log of the community cannot be read.
        :raises StoreError: the database refuses.
        """
        now_ms = self._members.time.now_ms()
        for command_id, command in list(due(self._members.community, now_ms)):
            self.turns.begins()
            outcome = self._members.ask(
                command,
                role=Role.TIME,
                command_id=command_id,
                beside=partial(self._beside, command_id, command),
            )
            if outcome == NOT_SAVED and not self._can_save():
                return
            # Of what was due together, one thing can make another one needless.
            if not outcome.ok and outcome.code != "not_due":
                log.warning("%s: %s", type(command).__name__, outcome.code)
            self._sleep(0)  # a room's commands go in between
        self._tidy()

    def _can_save(self) -> bool:
        """Whether other commands can be saved, although one has failed."""
        return self._members.health.is_ready and not self._members.shared.refuses

    def _beside(self, command_id: str, command: Command, _: Sequence[Any]) -> list[AnyEffect]:
        """The letter to a member who is asked; whether it is sent, their contact says then."""
        now_ms = self._wall_ms()
        if isinstance(command, AskAboutOffer):
            offer = self._members.community.offers.get(command.offer)
            if offer is None:
                return []
            owner, about = member_owner(offer.member), int(offer.id)
            return list(letter(self._tokens, "offer", command_id, owner, now_ms, about=about))
        if not isinstance(command, AskToStay):
            return []
        owner = member_owner(command.member)
        return list(letter(self._tokens, "stay", command_id, owner, now_ms))

    def _tidy(self) -> None:
        """Delete tokens that have expired, and letters that were settled long ago."""
        now_ms = self._wall_ms()
        self._members.log.append(
            {},
            [
                DropTokens(expired_at_ms=now_ms),
                DropLetters(settled_before_ms=now_ms - LETTERS_KEPT_MS),
            ],
        )
