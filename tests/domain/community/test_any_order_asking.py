"""In whatever order people ask, answer, are paired and leave, nothing stays of who has left."""

from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands import Paired
from fishbowl.domain.community.events import MemberLeft
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.state import Community
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.roles import Role
from tests.domain.community.test_any_order import erased_log
from tests.support.community import People

who = st.integers(0, 4)
ASKING = (
    st.tuples(st.just("says facts"), who, st.integers(0, 40)),
    st.tuples(st.just("ticks"), who),
    st.tuples(st.just("unlinks"), who),
    st.tuples(st.just("asks"), who, who),
    st.tuples(st.just("answers"), who, st.booleans()),
    st.tuples(st.just("passes"), who),
    st.tuples(st.just("thanks"), who),
    st.tuples(st.just("withdraws question"), who),
    st.tuples(st.just("withdraws answer"), who),
    st.tuples(st.just("hides"), who),
)
PAIRING = (
    st.tuples(st.just("pins"), who, who),
    st.tuples(st.just("forbids"), who, who),
    st.tuples(st.just("solves"), who, who, who),
    st.tuples(st.just("asks pairs"), who),
    st.tuples(st.just("pair"), who, st.sampled_from((True, True, False))),
    st.tuples(st.just("drops out"), who),
    st.tuples(st.just("repairs"), who, who),
)
ALWAYS = (
    st.tuples(st.just("waits"), st.sampled_from((1, 8, 400))),
    st.tuples(st.just("leaves"), who),
)


def steps_of(*sorts: st.SearchStrategy[tuple[Any, ...]]) -> st.SearchStrategy[list[Any]]:
    """Many steps of some sorts."""
    return st.lists(st.one_of(*sorts, *ALWAYS), min_size=12, max_size=40)


WORDS = ("Words of {}", "House of {}", "CODE{}'", "Topic of {}")
"""What members say, with their number."""


class Played(People):
    """Five members and a round; steps that are refused change nothing."""

    def __init__(self, steps: Sequence[tuple[Any, ...]]) -> None:
        super().__init__()
        self.all = [self.joins(f"No. {number}") for number in range(5)]
        for one in self.all:
            self.agrees(one, "answer")
            self.agrees(one, "meet")
            self.links(one, f"CODE{one}")
        self.sends(c.DraftRound(name="Autumn", kind="across"))
        for name, *about in steps:
            if name == "waits":
                self.waits(about[0])
            else:
                command, role, member = self.command(name, *about)
                self.tries(command, role, member)

    def command(self, name: str, *about: Any) -> tuple[c.Command, Role, MemberId]:
        mine = self.all[about[0]]
        other = self.all[about[1] % 5] if len(about) > 1 else mine
        ask, round = max(self.state.asks, default=0), max(self.state.rounds, default=0)
        given = max((id for one in self.state.asks.values() for id in one.answers), default=0)
        kept = max(self.state.answers_kept, default=0)
        of_host, of_mine = (Role.OWNER, MemberId(0)), (Role.MEMBER, mine)
        found = self.state.rounds.get(round)  # type: ignore[call-overload]
        group = max((one.no for one in found.groups_of(mine)), default=0) if found else 0
        pair = {"round": round, "a": mine, "b": other}
        members = tuple(dict.fromkeys(self.all[one % 5] for one in about if isinstance(one, int)))
        paired = (Paired(members=members, topic=f"Topic of {mine}"),)
        commands: dict[str, tuple[c.Command, Role, MemberId]] = {
            "says facts": (
                c.SayFacts(member=mine, years=about[-1], organisation=f"House of {mine}"),
                *of_mine,
            ),
            "ticks": (
                c.TickTopics(member=mine, code=f"CODE{mine}", topics=(f"Topic of {mine}",)),
                *of_mine,
            ),
            "unlinks": (c.UnlinkSession(member=mine, code=f"CODE{mine}"), *of_mine),
            "asks": (
                c.AskCommunity(member=mine, words=f"Words of {mine}?", to=(other,)),
                *of_mine,
            ),
            "answers": (
                c.AnswerAsk(member=mine, ask=ask, words=f"Words of {mine}", keep=bool(about[-1])),
                *of_mine,
            ),
            "passes": (c.PassAsk(member=mine, ask=ask), *of_mine),
            "thanks": (c.ThankFor(member=mine, ask=ask, answer=given), *of_mine),
            "withdraws question": (c.TakeBackAsk(member=mine, ask=ask), *of_mine),
            "withdraws answer": (c.TakeBackAnswer(member=mine, answer=given or kept), *of_mine),
            "hides": (c.HideAnswer(answer=kept), *of_host),
            "pins": (c.PinPair(**pair), *of_host),
            "forbids": (c.ForbidPair(**pair), *of_host),
            "solves": (c.TakeSolution(round=round, groups=paired), *of_host),
            "asks pairs": (c.AskPairs(round=round), *of_host),
            "pair": (
                c.AnswerPair(member=mine, round=round, group=group, yes=bool(about[-1])),
                *of_mine,
            ),
            "drops out": (c.DropOut(member=mine, round=round), *of_mine),
            "repairs": (c.RepairRound(round=round, groups=paired), Role.TIME, MemberId(0)),
            "leaves": (c.LeaveCommunity(member=mine), *of_mine),
        }
        return commands[name]


@given(steps_of(*ASKING) | steps_of(*PAIRING) | steps_of(*ASKING, *PAIRING))
def test_nothing_stays_of_who_has_left_and_the_log_still_tells_the_state(
    steps: Sequence[tuple[Any, ...]],
):
    people = Played(steps)
    log = erased_log(people.log)
    assert COMMUNITY.fold(log) == people.state
    assert COMMUNITY.unpack(COMMUNITY.pack(people.state)) == people.state
    left = {one.event.member for one in log if isinstance(one.event, MemberLeft)}
    assert not left & set(people_in(people.state))
    written = repr(log) + repr(people.state)
    for member in left:
        for words in WORDS:
            assert words.format(member) not in written


def people_in(state: Community) -> Iterator[MemberId]:
    """Everybody whom questions, answers, facts and rounds are about."""
    yield from (*state.facts, *state.expertise, *state.asked_at)
    for ask in state.asks.values():
        yield from (ask.member, *ask.asked, *ask.passed)
        yield from (one.member for one in ask.answers.values())
    for kept in state.answers_kept.values():
        yield from (kept.member, kept.asker)
    for one in state.rounds.values():
        yield from one.out
        for pair in one.pinned | one.forbidden:
            yield from pair
        for group in one.groups:
            yield from (*group.members, *group.answers)
