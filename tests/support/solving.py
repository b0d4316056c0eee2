"""Solves rounds without a process of their own: a start costs a second."""

from fishbowl.pairing.problem import Problem, Solution
from fishbowl.pairing.solve import solve
from fishbowl.pairing.solver import Solver, Unsolved


class InThisProcess(Solver):
    """Solves at once, or takes too long."""

    def __init__(self) -> None:
        super().__init__()
        self.is_slow = False
        self.asked = 0

    def solve(self, problem: Problem) -> Solution:
        self.asked += 1
        if self.is_slow:
            raise Unsolved
        return solve(problem)
