"""Pairing rounds that go on: answers, who drops out or arrives later, and how they end."""

from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.commands import Paired
from fishbowl.domain.community.rules import pairing
from fishbowl.domain.community.rules.introductions import introductions_of
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.kernel.roles import Role
from tests.domain.community.in_round import InRound
from tests.domain.community.test_any_order import erased_log


def test_the_last_yes_brings_them_together():
    people = InRound()
    people.asked((0, 1, 2))
    assert not people.says(0, True)
    assert people.says(0, True) == "already_so"
    assert not people.says(1, True)
    assert people.group().state == "asked"
    assert not people.says(2, True)
    (made,) = introductions_of(people.state, people.all[0])
    assert (made.members, made.source, made.round, made.group) == (
        tuple(people.all[:3]), "round", people.id, 1,
    )  # fmt: skip
    assert (people.group().state, people.group().introduction) == ("made", made.id)
    assert people.says(1, False) == "group_over"


def test_only_who_is_in_the_group_answers():
    people = InRound()
    people.asked((0, 1))
    assert people.says(2, True, group=1) == "not_asked"
    assert people.says(0, True, group=9) == "group_over"


def test_a_yes_that_was_taken_back_in_time_is_none():
    people = InRound()
    people.asked((0, 1))
    people.says(0, True)
    people.says(0, False)
    people.says(1, True)
    assert people.group().state == "asked"


def test_nothing_comes_about_after_a_consent_is_withdrawn_or_they_are_kept_apart():
    people = InRound()
    people.asked((0, 1), (2, 3))
    people.says(0, True)
    people.says(2, True)
    people.agrees(people.all[0], "meet", False)
    people.does(people.all[2], c.KeepApart(member=people.all[2], other=people.all[3]))
    assert not people.says(1, True)
    assert not people.says(3, True)
    assert not people.state.introductions
    people.waits(7)
    assert {one.state for one in people.round.groups} == {"dropped"}


REFUSING = ("says no", "drops out", "withdraws", "keeps apart")


@given(
    st.sampled_from(REFUSING),
    st.lists(st.sampled_from([1, 5, 6, 8]), max_size=4),
    st.sampled_from([None, 0, 1]),
)
def test_a_no_is_like_silence_to_the_others_and_the_host(
    how: str, waits: list[int], other_says: int | None
):
    """What the other one is asked, and what hosts count, is the same on every day."""
    seen = []
    for is_silent in (True, False):
        people = InRound()
        people.asked((0, 1), (2, 3))
        if not is_silent:
            refuses(people, how)
        if other_says is not None:
            people.says(1, bool(other_says))
        told = []
        for days in (0, *waits):
            people.waits(days)
            told.append(seen_by_others(people))
        seen.append(told)
    assert seen[0] == seen[1]


def refuses(people: InRound, how: str) -> None:
    mine, other = people.all[:2]
    match how:
        case "says no":
            people.says(0, False)
        case "drops out":
            people.does(mine, c.DropOut(member=mine, round=people.id))
        case "withdraws":
            people.agrees(mine, "meet", False)
        case "keeps apart":
            people.does(mine, c.KeepApart(member=mine, other=other))


def seen_by_others(people: InRound) -> object:
    asked = [
        (one.id, group.no, group.members, group.state, group.answer_by_ms)
        for member in people.all[1:]
        for one, group in pairing.rounds_of(people.state, member, people.now_ms)
    ]
    groups = [(one.no, one.state, one.members) for one in people.round.groups]
    others = [no for no in people.free() if no != 0]
    made = [introductions_of(people.state, member) for member in people.all[1:]]
    return asked, groups, others, made, people.round.state


def test_who_said_yes_is_paired_again_after_the_date_and_who_did_not_is_not():
    people = InRound()
    people.asked((0, 1), (2, 3))
    people.says(0, True)
    people.says(2, False)
    assert people.free() == [4, 5]
    people.waits(6.9)
    assert people.group().state == "asked"
    people.waits(0.1)
    assert people.free() == [0, 4, 5]
    early = c.DropGroup(round=people.id, group=1)
    assert people.tries(early, Role.TIME) == "already_so"


def test_who_arrives_later_is_asked_and_a_repair_obeys_the_same_rules():
    people = InRound()
    people.asked((0, 1))
    people.says(0, True)
    people.says(1, True)
    people.all.append(people.joins("Late"))
    people.agrees(people.all[6], "meet")
    assert 6 in people.free()
    repair = c.RepairRound(round=people.id, groups=people.of((6, 2)))
    people.sends(repair, Role.TIME)
    assert [(one.no, one.state) for one in people.round.groups] == [(1, "made"), (2, "asked")]
    assert people.tries(repair, Role.TIME) == "solve_again"
    taken = c.RepairRound(round=people.id, groups=people.of((0, 2)))
    assert people.tries(taken, Role.TIME) == "solve_again", "both have somebody"
    people.sends(c.RepairRound(round=people.id, groups=people.of((0, 3))), Role.TIME)
    further = c.RepairRound(round=people.id, groups=people.of((0, 4)))
    assert people.tries(further, Role.TIME) == "solve_again", "nobody takes two who are late"
    assert people.tries(c.DropGroup(round=people.id, group=2), Role.TIME) == "not_due"


def test_nobody_is_asked_when_no_time_is_left_to_answer():
    people = InRound(weeks=1)
    people.asked((0, 1))
    repair = c.RepairRound(round=people.id, groups=people.of((2, 3)))
    assert people.tries(repair, Role.TIME) == "round_over"


def test_who_drops_out_ends_what_they_are_in_and_the_others_read_it_on_their_date():
    people = InRound()
    people.asked((0, 1), (2, 3))
    people.says(0, True)
    people.says(1, True)
    mine = people.all[0]
    people.does(mine, c.DropOut(member=mine, round=people.id))
    assert people.tries(c.DropOut(member=mine, round=people.id), Role.DOOR) == "already_so"
    assert introductions_of(people.state, mine) == []
    assert people.free() == [4, 5]
    people.waits(14)
    assert people.free() == [1, 4, 5]
    again = c.RepairRound(round=people.id, groups=people.of((0, 4)))
    assert people.tries(again, Role.TIME) == "solve_again"
    people.sends(c.RepairRound(round=people.id, groups=people.of((1, 4))), Role.TIME)


def test_a_round_is_over_after_its_weeks_and_who_meets_goes_on():
    people = InRound(weeks=2)
    people.asked((0, 1))
    people.says(0, True)
    people.says(1, True)
    assert people.tries(c.EndRoundOver(round=people.id), Role.TIME) == "not_due"
    people.waits(14)
    assert people.round.state == "over"
    assert introductions_of(people.state, people.all[0])
    assert people.tries(c.EndRoundOver(round=people.id), Role.TIME) == "already_so"


def test_nothing_stays_of_who_leaves_a_round():
    people = InRound()
    zero, one, two = people.all[:3]
    shared = Paired(members=(zero, one, two), reasons=("topic",), topic="Amira's budget", weak=40)
    people.sends(c.PinPair(round=people.id, a=zero, b=one))
    people.sends(c.ForbidPair(round=people.id, a=zero, b=people.all[3]))
    people.sends(c.TakeSolution(round=people.id, groups=(shared, *people.of((3, 4)))), Role.DOOR)
    people.sends(c.AskPairs(round=people.id))
    people.says(0, True)
    people.does(people.all[3], c.LeaveCommunity(member=people.all[3]))
    people.does(zero, c.LeaveCommunity(member=zero))
    (group,) = people.round.groups
    assert (group.members, group.topic, dict(group.answers)) == ((one, two), "", {})
    assert not people.round.pinned | people.round.forbidden | people.round.out
    log = erased_log(people.log)
    assert "Amira's budget" not in repr(log)
    assert COMMUNITY.fold(log) == people.state
    assert COMMUNITY.unpack(COMMUNITY.pack(people.state)) == people.state


def test_a_group_that_is_made_of_a_round_names_the_entry_of_its_introduction():
    people = InRound()
    people.asked((0, 1))
    people.says(0, True)
    people.says(1, True)
    made = people.log[-1]
    assert isinstance(made.event, e.IntroductionMade)
    assert people.group().introduction == Seq(made.seq)


def test_nobody_is_asked_when_a_host_has_switched_rounds_off():
    people = InRound()
    people.solves((0, 1))
    people.sends(c.SwitchFeature(feature="rounds", on=False))
    assert people.tries(c.AskPairs(round=people.id)) == "switched_off"
    assert people.tries(c.DraftRound(name="More", kind="across")) == "switched_off"


def test_nobody_is_brought_together_after_rounds_were_switched_off():
    people = InRound()
    people.asked((0, 1))
    people.says(0, True)
    people.sends(c.SwitchFeature(feature="rounds", on=False))
    assert people.says(1, True) == "switched_off"
    assert not people.state.introductions


def test_who_is_merged_with_another_member_stays_in_the_group_that_was_brought_together():
    people = InRound()
    people.asked((0, 1), (2, 3))
    people.says(0, True)
    people.says(1, True)
    goes, keeps = people.all[0], people.joins("A. Benali")
    people.agrees(keeps, "meet")
    merge = people.merges(keeps, goes)
    for one in (keeps, goes):
        people.does(one, c.AgreeToMerge(member=one, merge=merge))
    assert set(people.group().members) == {keeps, people.all[1]}
    assert keeps not in pairing.to_pair(people.state, people.round)
    assert COMMUNITY.fold(erased_log(people.log)) == people.state


def test_a_topic_is_told_as_long_as_two_of_the_group_share_it():
    people = InRound()
    zero, one = people.all[:2]
    given = people.offers(zero, topic="Holding keys", is_shared=True)
    people.offers(one, "Who holds keys?", side="need", topic="holding  keys", is_shared=True)
    shared = Paired(members=(zero, one), reasons=("offer_need",), topic="Holding keys")
    people.sends(c.TakeSolution(round=people.id, groups=(shared,)), Role.DOOR)
    assert [told.topic for told in pairing.as_shared(people.state, people.round.groups)] == [
        "Holding keys"
    ]
    private = c.ChangeOffer(member=zero, offer=given, side="offer", words="Keys", topic="keys")
    people.does(zero, private)
    assert [told.topic for told in pairing.as_shared(people.state, people.round.groups)] == [""]


def test_a_topic_goes_from_the_groups_with_the_offer_that_it_was_taken_from():
    people = InRound()
    zero, one = people.all[:2]
    given = people.offers(zero, topic="Xylophones", is_shared=True)
    need = people.offers(one, "Who?", side="need", topic="xylophones", is_shared=True)
    shared = Paired(members=(zero, one), reasons=("offer_need",), topic="Xylophones")
    people.sends(c.TakeSolution(round=people.id, groups=(shared,)), Role.DOOR)
    people.sends(c.AskPairs(round=people.id))
    for member, offer in ((zero, given), (one, need)):
        people.does(member, c.EndOffer(member=member, offer=offer))
    assert people.group().topic == ""
    log = erased_log(people.log)
    assert "ylophones" not in repr(log)
    assert COMMUNITY.fold(log) == people.state
    assert COMMUNITY.unpack(COMMUNITY.pack(people.state)) == people.state


def test_who_drops_out_goes_on_with_whom_they_have_met():
    people = InRound()
    people.asked((0, 1))
    people.says(0, True)
    people.says(1, True)
    mine, (made,) = people.all[0], people.state.introductions
    people.does(mine, c.AnswerCheckIn(member=mine, introduction=made, said="met"))
    people.does(mine, c.DropOut(member=mine, round=people.id))
    people.waits(28)
    assert people.state.introductions[made].staying == tuple(people.all[:2])
    outcome = c.AnswerOutcome(member=mine, introduction=made, outcome="helped", tell=True)
    assert people.tries(outcome, Role.DOOR) == ""
