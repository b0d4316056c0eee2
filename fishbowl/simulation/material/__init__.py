"""Texts for the simulation: questions with their threads.

A thread is a topic that somebody may suggest, with short contributions to it.
"""

from random import Random

from fishbowl.simulation.material.at_work import AT_WORK
from fishbowl.simulation.material.together import TOGETHER
from fishbowl.simulation.material.types import Material, Thread

__all__ = ["BANK", "GENERAL", "Material", "Thread", "about", "pick"]

BANK: tuple[Material, ...] = (*AT_WORK, *TOGETHER)
"""All questions with material."""

GENERAL = Material(
    question="",
    event="",
    threads=(
        Thread(
            "What we have tried so far",
            points=("We tried it for a year and stopped. I can say why.", "A small thing helped."),
            replies=("That was our experience too, with one difference.",),
            questions=("How long did it take before you saw a change?",),
        ),
        Thread(
            "What stands in the way",
            points=("For us it is time, not will.", "The rules are older than the problem."),
            replies=("I would put it the other way round.",),
            questions=("Who would have to agree?",),
        ),
        Thread(
            "What each of us can do on Monday",
            points=("Ask one person who was not in this room.", "Start smaller than planned."),
            replies=("Monday is too soon. The first of next month is not.",),
            questions=("Who does it already and would show the rest of us?",),
        ),
    ),
)
"""The material for a question that is not in the bank."""


def pick(draw: Random) -> Material:
    """Draw a question with its material."""
    return draw.choice(BANK)


def about(question: str) -> Material:
    """The material of a question; :data:`GENERAL` if it is not in the bank."""
    return next((known for known in BANK if known.question == question), GENERAL)
