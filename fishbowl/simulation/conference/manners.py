"""How people are with each other after a conference, drawn beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from fishbowl.simulation.material.giving import SUBJECTS, Subject

CheckIn = Literal["met", "not_yet", "will_not"]
Outcome = Literal["helped", "tried", "did_not_help"]

GIVES_SHARE, LOOKS_SHARE = 0.55, 0.5
"""How many write down what they can give, and what they look for."""
SHARES_SHARE = 0.85
"""Of these: who lets others read it; half of them under their name."""
SILENT_SHARE = 0.15
"""How many never answer what others ask of them."""
LATE_SHARE = 0.25
"""How many answer a question only when they are reminded."""
BUSY_SHARE = 0.15
"""How many never find the time to meet, and never say that they will not."""
DROPS_SHARE = 0.1
"""How many drop out of a pairing round."""
WORKS_SHARE = 0.75
"""How many say for how long they are in the field, and where they work."""
ANSWERS_SHARE = 0.7
"""How many agree to be asked about what they know."""
STUCK_SHARE = 0.12
"""How many put a question to the community."""
LEAVES_SHARE = 0.04
"""How many leave the community some weeks later."""
WRONG_SHARE = 0.03
"""How many say that something is wrong, when they are asked whether they met."""
LEAST_SUBJECTS, PEOPLE_A_SUBJECT = 3, 10
YEARS = ("0", "1", "1", "2", "2", "5", "8", "12", "18", "31")
"""In the field: as many are new as are seasoned, and few are in between."""
ORGANISATIONS = (
    "City library", "St Anne's hospital", "Riverside school", "Housing association", "Town hall",
    "Theatre on the quay", "Harbour works", "University of the bay",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manner:
    """How one person is.

    :param gives: what they can give; ``looks_for``: what they look for.
    :param shares: who reads it: ``share_named``, ``share``, or nobody if empty.
    :param is_silent: they read what others ask of them, and never answer.
    :param is_late: they answer whether they met when they are reminded.
    :param is_busy: they say *not yet* whenever they are asked whether they met.
    :param drops_out: they say yes in a round and drop out of it.
    :param years: in the field; empty if they do not say it.
    :param answers: they agree to be asked.
    :param is_stuck: they ask the community something.
    :param tells: whoever gave may read that it helped.
    :param leaves: they leave the community some weeks later.
    """

    gives: tuple[Subject, ...] = ()
    looks_for: tuple[Subject, ...] = ()
    shares: str = ""
    is_silent: bool = False
    is_late: bool = False
    is_busy: bool = False
    drops_out: bool = False
    years: str = ""
    organisation: str = ""
    answers: bool = False
    is_stuck: bool = False
    tells: bool = False
    leaves: bool = False

    def wants_to_meet(self, draw: Random) -> bool:
        """Whether they say yes when somebody is suggested to them, by a match or in a round."""
        return draw.random() < 0.8

    def finds_wrong(self, draw: Random) -> bool:
        """Whether they say that something is wrong instead."""
        return draw.random() < WRONG_SHARE

    def check_in(self, draw: Random) -> CheckIn:
        """What they say when they are asked whether they met."""
        if self.is_busy:
            return "not_yet"
        return draw.choices(("met", "not_yet", "will_not"), (0.45, 0.35, 0.2))[0]

    def outcome(self, draw: Random) -> Outcome:
        """What they say when they are asked whether it helped."""
        return draw.choices(("helped", "tried", "did_not_help"), (0.6, 0.25, 0.15))[0]


def subjects_for(people: int) -> tuple[Subject, ...]:
    """What so many people know about: few people have few subjects, so that some fit."""
    return SUBJECTS[: max(LEAST_SUBJECTS, people // PEOPLE_A_SUBJECT)]


def draw_manner(known: Sequence[Subject], draw: Random) -> Manner:
    """Draw how somebody is. Nobody looks for what they can give themselves.

    :param known: what people there know about; at least :data:`LEAST_SUBJECTS`.
    """
    subjects = draw.sample(known, LEAST_SUBJECTS)
    works = draw.random() < WORKS_SHARE
    return Manner(
        gives=tuple(subjects[: draw.choice((1, 1, 2))]) if draw.random() < GIVES_SHARE else (),
        looks_for=tuple(subjects[2:]) if draw.random() < LOOKS_SHARE else (),
        shares=draw.choice(("share_named", "share")) if draw.random() < SHARES_SHARE else "",
        is_silent=draw.random() < SILENT_SHARE,
        is_late=draw.random() < LATE_SHARE,
        is_busy=draw.random() < BUSY_SHARE,
        drops_out=draw.random() < DROPS_SHARE,
        years=draw.choice(YEARS) if works else "",
        organisation=draw.choice(ORGANISATIONS) if works else "",
        answers=draw.random() < ANSWERS_SHARE,
        is_stuck=draw.random() < STUCK_SHARE,
        tells=draw.random() < 0.8,
        leaves=draw.random() < LEAVES_SHARE,
    )
