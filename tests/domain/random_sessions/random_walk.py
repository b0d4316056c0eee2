"""Random sessions by a seed, without hypothesis; as long as one likes."""

import random
from typing import Any, get_args

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import DECIDERS
from tests.domain.random_sessions.random_commands import (
    DEVICES,
    FREQUENT,
    NAMES,
    PHONE_COMMANDS,
    WAITS_MS,
    command,
)
from tests.domain.random_sessions.random_session import RandomSession

COMMANDS = 150
"""How many commands a long session has."""


class Dice:
    """Draws from hypothesis' strategies of choice, by a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def draw(self, strategy: Any) -> Any:
        return self.pick(strategy.elements)

    def pick(self, options: Any) -> Any:
        return self._random.choice(list(options))

    def chances(self, *weights: int) -> int:
        return self._random.choices(range(len(weights)), weights)[0]


class RandomWalk(RandomSession):
    """The same room and the same promises, without the machine."""

    def __init__(self, seed: int) -> None:
        self.dice = Dice(seed)
        self.opens(
            chairs=self.dice.pick((2, 3, 4)),
            starts=self.dice.pick((True, False)),
            entry=self.dice.pick(get_args(c.EntryRule)),
            exit_rule=self.dice.pick(get_args(c.ExitRule)),
        )

    def goes_on(self) -> None:
        pick = self.dice.pick
        match self.dice.chances(30, 9, 12, 10, 10, 9, 10, 10, 4):
            case 0:
                self._sends(pick(FREQUENT))
            case 1:
                self._sends(pick([kind for kind in DECIDERS if kind is not c.CloseSession]))
            case 2:
                self.facilitator_follows_space()
            case 3:
                self.somebody_comes_and_asks(key=pick(DEVICES), name=pick(NAMES[:4]))
            case 4:
                key = pick(DEVICES)
                self.tries(
                    command(pick, self.room.session, pick(PHONE_COMMANDS)), Role.ATTENDEE, key
                )
            case 5:
                accepts = pick((c.AcceptCall, c.ConfirmSeated, c.PassCall))
                self.the_called_person_answers(data=self.dice, accepts=accepts)
            case 6:
                self.room.wait(pick(WAITS_MS) / 1000)
            case 7:
                self.undo_and_redo_put_everything_back(data=self.dice)
            case 8:
                self.chairs_come_and_go_and_nobody_is_lost(count=pick(range(2, 6)))

    def _sends(self, kind: type[c.Command]) -> None:
        self.tries(command(self.dice.pick, self.room.session, kind), Role.FACILITATOR)
