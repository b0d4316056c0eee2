"""Letters to people who may meet commit with what causes them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import IntroductionId, MemberId, SuggestionId
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.community_time import CommunityTime
from tests.support.served_community import ServedCommunity

DAY_S = 24 * 60 * 60.0


class Two(ServedCommunity):
    """Two members who were brought together."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.in_time = CommunityTime(
            self.members, self.tokens, Supervisor(), self.clock.now_ms, lambda seconds: None
        )

    def meets(self) -> None:
        self.start()
        self.amira, self.jonas = (
            self.joins(name, consents=frozenset({"meet"})) for name in ("Amira", "Jonas")
        )
        pair = (self.amira, self.jonas)
        suggested = self.asks(c.SuggestMeeting(members=pair), role=Role.TIME)
        for member in pair:
            yes = c.AnswerSuggestion(
                member=member, suggestion=SuggestionId(suggested.seq or 0), yes=True
            )
            assert self.asks(yes, member).ok
        (self.made,) = self.members.community.introductions

    def stops(self, member: MemberId) -> None:
        assert self.asks(c.StopMeeting(member=member, introduction=self.made), member).ok

    def letters(self) -> list[str]:
        return [one.letter for one in self.service.log.letters()]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    two = Two(tmp_path / "fishbowl.db")
    two.meets()
    yield two
    two.service.stop()


@pytest.mark.parametrize("on", [True, False])
def test_who_waits_is_told_that_it_ended_unless_a_host_has_switched_it_off(two: Two, on: bool):
    two.stops(two.amira)
    two.asks(c.SwitchFeature(feature="introductions", on=on), role=Role.OWNER)
    two.wait(14.1 * DAY_S)
    two.in_time.look()
    assert two.members.community.introductions[two.made].is_over
    assert ("stopped" in two.letters()) is on


def test_what_is_asked_is_saved_also_if_everybody_leaves_in_the_same_commit(two: Two):
    two.wait(14.1 * DAY_S)
    asks = c.AskCheckIn(introduction=IntroductionId(two.made))
    outcomes = two.asks_together(
        two.envelope_of(asks, id="ask", role=Role.TIME),
        *(
            two.envelope_of(c.LeaveCommunity(member=one), id=f"leave {one}")
            for one in (two.amira, two.jonas)
        ),
    )
    assert [one.code for one in outcomes] == ["", "", ""]
    assert not two.members.community.members
