"""The people of a simulated conference, and what is drawn about them beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from fishbowl.simulation.conference.manners import Manner, draw_manner, subjects_for
from fishbowl.simulation.material.giving import Subject
from fishbowl.simulation.names import names
from fishbowl.simulation.people import DEVICE_CHARACTERS, DEVICE_LENGTH

KNOWN_SHARE = 0.65
"""How many would like to be known next time."""
MAIL_SHARE, OTHER_SHARE = 0.6, 0.15
"""Of these: who gives an address, and who gives something else."""
CONFIRMS_SHARE = 0.9
"""Of those with an address: who answers the letter that asks whether it is theirs."""
BACK_SHARE = 0.75
"""How many come on the second day too."""
TURN_SHARE = 0.4
"""Of those who are known: who agrees to take turns; all who were invited do."""
PASSES = 3
"""One of so many passes who is asked for a turn; not the first, so that some date is taken."""
MEET_SHARE = 0.85
"""Of those who are known: who agrees to be suggested to others, and to be paired."""
FOLLOW_SHARE = 0.5
"""Of those who are known: who wants to be invited to what comes afterwards."""
DOMAIN = "people.invalid"
"""Addresses that exist nowhere (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at the conference, with a browser in their pocket.

    :param address: where letters reach them; empty if they give none.
    :param contact: what else reaches them.
    :param days: on which days they come, counted from 0.
    :param hesitates: in how many sessions they are first, before they ask to be known; ``None``:
        they never do.
    :param is_invited: whether a letter invites them before the first day.
    :param confirms: whether they answer the letter about their address.
    :param takes_turns: whether they agree to be asked for turns.
    :param passes_turn: whether they pass when they are asked for the first time.
    :param follows: whether they want to be invited to what comes afterwards.
    :param meets: whether they agree to be suggested to others, and to be paired.
    :param manner: how they are with others in the weeks afterwards.
    """

    name: str
    number: int
    device: str
    seed: str
    address: str
    contact: str
    days: frozenset[int]
    hesitates: int | None
    is_invited: bool
    confirms: bool
    takes_turns: bool
    passes_turn: bool
    follows: bool
    meets: bool
    manner: Manner

    @property
    def consents(self) -> list[str]:
        """What they agree to when they become known."""
        agrees = (
            ("meet", self.meets),
            ("answer", self.manner.answers),
            ("turn", self.takes_turns),
        )
        return [consent for consent, is_on in agrees if is_on]


def draw_visitors(people: int, invited: int, draw: Random) -> tuple[Visitor, ...]:
    """Draw the people.

    :param invited: how many of them are invited by a letter; they come on both days.
    """
    known = subjects_for(people)
    return tuple(
        _visitor(name, number, number < invited, known, draw)
        for number, name in enumerate(names(people, draw))
    )


def _visitor(
    name: str, number: int, is_invited: bool, subjects: Sequence[Subject], draw: Random
) -> Visitor:
    is_known = is_invited or draw.random() < KNOWN_SHARE
    way = 0.0 if is_invited else draw.random()
    has_mail = is_known and way < MAIL_SHARE
    has_other = is_known and MAIL_SHARE <= way < MAIL_SHARE + OTHER_SHARE
    comes_back = is_invited or draw.random() < BACK_SHARE
    only = draw.randrange(2)
    return Visitor(
        name=name,
        number=number,
        device="".join(draw.choices(DEVICE_CHARACTERS, k=DEVICE_LENGTH)),
        seed=f"visitor {number} {draw.random()}",
        address=f"visitor-{number}@{DOMAIN}" if has_mail else "",
        contact=f"Table {number % 12 + 1}" if has_other else "",
        days=frozenset((0, 1) if comes_back else (only,)),
        hesitates=draw.choice((0, 0, 1)) if is_known else None,
        is_invited=is_invited,
        confirms=is_invited or draw.random() < CONFIRMS_SHARE,
        takes_turns=is_invited or (is_known and draw.random() < TURN_SHARE),
        passes_turn=number % PASSES == 1,
        follows=is_known and draw.random() < FOLLOW_SHARE,
        meets=is_invited or draw.random() < MEET_SHARE,
        manner=draw_manner(subjects, draw),
    )
