"""Solving in a process of its own."""

import pytest

from bench.pairing import problem
from fishbowl.pairing.problem import Problem
from fishbowl.pairing.solve import solve
from fishbowl.pairing.solver import Solver, Unsolved
from tests.pairing.scenes import person

SMALL = Problem(kind="across", people=(person(1), person(2), person(3)))


def test_the_process_finds_what_the_rules_find_and_is_gone_afterwards() -> None:
    solver = Solver()
    assert solver.solve(SMALL) == solve(SMALL)
    assert solver._process.pid is None


def test_a_problem_that_takes_too_long_is_unsolved_and_the_next_one_is_solved() -> None:
    solver = Solver(seconds=1)
    with pytest.raises(Unsolved):
        solver.solve(problem(4_000, "across", 1))
    assert solver.solve(SMALL) == solve(SMALL)


def test_among_hundreds_everybody_who_can_be_is_paired() -> None:
    found = solve(problem(300, "across", 1))
    assert sum(len(group.members) for group in found.groups) == 300
    assert not found.left
