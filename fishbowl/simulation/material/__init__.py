"""What the simulated people talk about: questions, and the threads that belong to each.

A thread is a topic somebody may suggest, with what people would bring to it in a few words.
"""

from random import Random

from fishbowl.simulation.material.at_work import AT_WORK
from fishbowl.simulation.material.together import TOGETHER
from fishbowl.simulation.material.types import Material, Thread

__all__ = ["BANK", "GENERAL", "Material", "Thread", "about", "pick"]

BANK: tuple[Material, ...] = (*AT_WORK, *TOGETHER)
"""Every question there is something to say about."""

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
"""For a question that a person has made up."""


def pick(draw: Random) -> Material:
    """Choose what a rehearsal is about."""
    return draw.choice(BANK)


def about(question: str) -> Material:
    """Find what there is to say about a question; something general if it is not in the bank."""
    return next((known for known in BANK if known.question == question), GENERAL)
