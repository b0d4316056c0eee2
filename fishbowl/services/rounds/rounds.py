"""Solves rounds and asks people, in the name of a host or of time."""

from collections.abc import Callable
from threading import Lock
from typing import Any

from fishbowl.domain.community.commands import AskPairs, RepairRound, TakeSolution
from fishbowl.domain.community.ids import MemberId, RoundId
from fishbowl.domain.community.model import Round
from fishbowl.domain.community.rules.pairing import round_of
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.threads import directly
from fishbowl.log.effects import AnyEffect
from fishbowl.pairing.problem import Solution
from fishbowl.pairing.solver import Solver, Unsolved
from fishbowl.services.batch import Outcome
from fishbowl.services.community import NOBODY, Members
from fishbowl.services.encounters import Encounters
from fishbowl.services.rounds.letters import asking_letters
from fishbowl.services.rounds.problem import Posed, posed, proposed
from fishbowl.services.tokens import Tokens

UNSOLVED = "not_solved"
"""The code of a round that could not be solved in time."""


class Rounds:
    """Solves one round at a time; whoever asks meanwhile waits.

    :param solver: solves a problem in a process.
    :param run_in_thread: calls a function that waits for the process.
    :param wall_ms: the machine's time in milliseconds since 1970.
    """

    def __init__(
        self,
        members: Members,
        encounters: Encounters,
        tokens: Tokens,
        wall_ms: Callable[[], int],
        *,
        solver: Solver | None = None,
        run_in_thread: Callable[..., Any] = directly,
    ) -> None:
        self._members, self._encounters, self._tokens = members, encounters, tokens
        self._wall_ms, self._run_in_thread = wall_ms, run_in_thread
        self._solver = solver or Solver()
        self._one_at_a_time = Lock()

    def solve(self, id: RoundId, *, role: Role, member: MemberId = NOBODY) -> Outcome:
        """Find the groups of a draft anew.

        :return: its code can be ``not_solved``: it took too long; nothing has changed.
        """
        try:
            found, solution = self._solved(round_of(self._members.community, id))
        except Rejected as error:
            return Outcome(ok=False, code=error.code)
        except Unsolved:
            return Outcome(ok=False, code=UNSOLVED)
        command = TakeSolution(round=id, groups=proposed(solution, found.words))
        return self._members.ask(command, role=role, member=member)

    def ask(self, id: RoundId, *, role: Role, member: MemberId = NOBODY) -> Outcome:
        """Ask everybody in the proposed groups, each by a letter of their own."""
        return self._members.ask(AskPairs(round=id), role=role, member=member, beside=self._letters)

    def repair(self, one: Round, command_id: str) -> Outcome | None:
        """Ask those who are free in a round that goes on; ``None`` if nobody can be paired.

        :raises Unsolved: it took too long.
        """
        found, solution = self._solved(one)
        if not solution.groups:
            return None
        command = RepairRound(round=one.id, groups=proposed(solution, found.words))
        return self._members.ask(
            command, role=Role.TIME, command_id=command_id, beside=self._letters
        )

    def stop(self) -> None:
        """End the process that solves."""
        self._solver.stop()

    def _solved(self, one: Round) -> tuple[Posed, Solution]:
        community, now_ms = self._members.community, self._members.time.now_ms()
        found = posed(community, one, self._encounters.of(community), now_ms)
        with self._one_at_a_time:
            return found, self._run_in_thread(self._solver.solve, found.problem)

    def _letters(self, entries: Any) -> list[AnyEffect]:
        community = self._members.community
        return list(asking_letters(community, entries, self._tokens, self._wall_ms()))
