"""Pairs people again while a round goes on: a supervised loop, once an hour or when it is woken.

Who arrived later, and who said yes to a group that did not come about, is asked about another one.
A round is solved again at most once a day, so that several who are free can be weighed together.
"""

import logging

from fishbowl.domain.community.ids import MemberId, RoundId
from fishbowl.domain.community.model import Round
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.pairing import ANSWER_MS, to_pair
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.host.looking import RegularLooks
from fishbowl.host.supervisor import Supervisor
from fishbowl.pairing.solver import SECONDS, Unsolved
from fishbowl.services.community import Members
from fishbowl.services.kept_at_home import is_kept_at_home
from fishbowl.services.rounds.rounds import Rounds

log = logging.getLogger(__name__)

TURN_MAX_S = 2.0 * SECONDS
"""One solution takes less, or the loop hangs."""


class RoundRepairs(RegularLooks):
    """Pairs who is free in rounds that go on."""

    def __init__(
        self,
        members: Members,
        rounds: Rounds,
        supervisor: Supervisor,
    ) -> None:
        super().__init__(
            supervisor,
            "pairing again",
            "pairing again in rounds",
            rate=lambda: members.time.rate,
            turn_max_s=TURN_MAX_S,
        )
        self._members, self._rounds = members, rounds
        self._left: dict[RoundId, list[MemberId]] = {}
        """Who was free and could not be paired."""
        self._days: dict[RoundId, int] = {}
        """On which day a round was paired again."""

    def look(self) -> None:
        """Ask whoever can be paired in any round; one round stops no other."""
        community = self._members.community
        if not is_on(community, "rounds") or is_kept_at_home(self._members.log):
            return
        for one in community.rounds.values():
            if one.state == "asking":
                self.turns.begins()
                with self._supervisor.isolated("pairing again in a round"):
                    self._look_at(one)

    def _look_at(self, one: Round) -> None:
        now_ms = self._members.time.now_ms()
        free, day = to_pair(self._members.community, one), now_ms // DAY_MS
        ends_too_soon = now_ms + ANSWER_MS >= one.ends_at_ms
        is_done = self._left.get(one.id) == free or self._days.get(one.id) == day
        if not free or ends_too_soon or is_done:
            return
        try:
            outcome = self._rounds.repair(one, f"time.repair.{one.id}.{day}")
        except Unsolved:
            log.warning("a round could not be solved again; it is tried at the next look")
            return
        if outcome is None:
            self._left[one.id] = free
        elif outcome.ok:
            self._days[one.id] = day
        else:
            log.warning("RepairRound: %s", outcome.code)
