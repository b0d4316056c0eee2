"""Members who agree to meet, and a pairing round among them."""

from collections.abc import Sequence
from typing import Any

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands import Paired
from fishbowl.domain.community.ids import RoundId
from fishbowl.domain.community.model import Group, Round
from fishbowl.domain.community.rules import pairing
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.roles import Role
from tests.support.community import People

NAMES = ("Amira", "Jonas", "Mei-Lin", "Zoë", "Kofi", "Noor")


class InRound(People):
    """Members who agree to meet, and a round."""

    def __init__(self, names: Sequence[str] = NAMES, **fields: Any) -> None:
        super().__init__()
        self.all = [self.joins(name) for name in names]
        for member in self.all:
            self.agrees(member, "meet")
        self.id = self.drafts(**fields)

    def drafts(self, **fields: Any) -> RoundId:
        self.sends(c.DraftRound(**{"name": "Autumn", "kind": "across", "limit": 1, **fields}))
        return RoundId(self.state.seq)

    @property
    def round(self) -> Round:
        return self.state.rounds[self.id]

    def solves(self, *groups: Sequence[int], role: Role = Role.DOOR) -> str:
        """Propose groups of members by their places in the list."""
        return self.tries(c.TakeSolution(round=self.id, groups=self.of(*groups)), role)

    def of(self, *groups: Sequence[int]) -> tuple[Paired, ...]:
        return tuple(Paired(members=tuple(self.all[no] for no in one)) for one in groups)

    def asked(self, *groups: Sequence[int]) -> None:
        assert not self.solves(*groups)
        self.sends(c.AskPairs(round=self.id))

    def says(self, no: int, yes: bool, group: int = 0) -> str:
        """A member answers, about their last group if none is given."""
        mine = self.round.groups_of(self.all[no])
        group = group or mine[-1].no
        command = c.AnswerPair(member=self.all[no], round=self.id, group=group, yes=yes)
        return self.tries(command, Role.DOOR)

    def group(self, no: int = 1) -> Group:
        found = self.round.group(no)
        assert found is not None
        return found

    def free(self) -> list[int]:
        """Who is to be paired, by place in the list."""
        return [self.all.index(one) for one in pairing.to_pair(self.state, self.round)]


def why_of(people: People, command: c.Command, role: Role = Role.OWNER) -> object:
    with pytest.raises(Rejected, match="solve_again") as caught:
        people.sends(command, role)
    return caught.value.params["why"]
