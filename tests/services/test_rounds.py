"""Rounds over the real writer: solving, asking by letters, pairing again while a round goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, RoundId, member_owner
from fishbowl.domain.community.model import Round
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.community_time import CommunityTime
from fishbowl.services.encounters import Encounters
from fishbowl.services.rounds.repairing import RoundRepairs
from fishbowl.services.rounds.rounds import Rounds
from tests.support.served_community import ServedCommunity
from tests.support.solving import InThisProcess

DAY_S = 24 * 60 * 60.0


class Pairing(ServedCommunity):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.solver = InThisProcess()
        encounters = Encounters(self.service.session)
        self.rounds = Rounds(
            self.members, encounters, self.tokens, self.clock.now_ms, solver=self.solver
        )
        supervisor = Supervisor()
        self.repairs = RoundRepairs(self.members, self.rounds, supervisor)
        self.in_time = CommunityTime(
            self.members, self.tokens, supervisor, self.clock.now_ms, lambda seconds: None
        )

    def agrees(self, label: str, organisation: str = "", years: int | None = None) -> MemberId:
        member = self.joins(label, consents=("meet",))
        self.asks(c.SayFacts(member=member, years=years, organisation=organisation), member)
        return member

    def shares(
        self, member: MemberId, topic: str, side: str = "offer", shared: bool = True
    ) -> None:
        offer = c.AddOffer(member=member, side=side, words=f"{topic}!", topic=topic,
                           is_shared=shared)  # fmt: skip
        assert self.asks(offer, member).ok

    def drafts(self, **fields: object) -> RoundId:
        told = {"name": "Autumn", "kind": "across", **fields}
        outcome = self.asks(c.DraftRound(**told), role=Role.OWNER)  # type: ignore[arg-type]
        assert outcome.ok, outcome
        return RoundId(outcome.seq or 0)

    def begins(self, **fields: object) -> RoundId:
        id = self.drafts(**fields)
        assert self.rounds.solve(id, role=Role.OWNER).ok
        assert self.rounds.ask(id, role=Role.OWNER).ok
        return id

    def round(self, id: RoundId) -> Round:
        return self.members.community.rounds[id]

    def groups(self, id: RoundId, *states: str) -> set[tuple[int, ...]]:
        return {
            tuple(sorted(one.members))
            for one in self.round(id).groups
            if not states or one.state in states
        }

    def named(self, label: str) -> MemberId:
        return next(one.id for one in self.members.community.members.values() if one.label == label)

    def says(self, member: MemberId, id: RoundId, yes: bool = True) -> None:
        group = self.round(id).groups_of(member)[-1]
        command = c.AnswerPair(member=member, round=id, group=group.no, yes=yes)
        assert self.asks(command, member).ok

    def days_later(self, days: float) -> None:
        self.wait(days * DAY_S)
        self.in_time.look()
        self.repairs.look()

    def pair_letters(self) -> list[str]:
        return sorted(one.owner for one in self.service.log.letters() if one.letter == "pair")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Pairing]:
    place = Pairing(tmp_path / "fishbowl.db")
    place.start()
    yield place
    place.service.stop()


def test_a_round_is_solved_from_facts_and_shared_lines_and_everybody_gets_one_letter(
    place: Pairing,
) -> None:
    a, b = place.agrees("Amira", "Library"), place.agrees("Jonas", " library ")
    x, y = place.agrees("Mei", "School"), place.agrees("Noor", "Museum")
    place.joins("Kofi")  # does not agree to meet
    place.shares(a, "Budget for all")
    place.shares(x, "budget  for ALL", "need")
    id = place.begins()
    assert place.groups(id) == {(a, x), (b, y)}
    best = next(one for one in place.round(id).groups if a in one.members)
    assert best.topic == "Budget for all"
    assert set(best.reasons) == {"offer_need", "other_organisation"}
    assert place.pair_letters() == [member_owner(one) for one in (a, b, x, y)]


def test_what_nobody_shared_is_no_reason(place: Pairing) -> None:
    a, x = place.agrees("Amira"), place.agrees("Mei")
    place.shares(a, "Burnout", shared=False)
    place.shares(x, "Burnout", "need", shared=False)
    id = place.drafts()
    assert place.rounds.solve(id, role=Role.OWNER).ok
    (group,) = place.round(id).groups
    assert (group.reasons, group.topic) == ((), "")


def test_who_is_kept_apart_is_not_paired_and_nothing_tells_it(place: Pairing) -> None:
    a, b = place.agrees("Amira"), place.agrees("Jonas")
    place.asks(c.KeepApart(member=a, other=b), a)
    id = place.drafts()
    assert place.rounds.solve(id, role=Role.OWNER).code == "nobody_to_pair"


def test_a_round_that_takes_too_long_changes_nothing(place: Pairing) -> None:
    place.agrees("Amira"), place.agrees("Jonas")
    id = place.drafts()
    before = place.round(id)
    place.solver.is_slow = True
    assert place.rounds.solve(id, role=Role.OWNER).code == "not_solved"
    assert place.round(id) == before


def test_who_arrives_later_is_paired_within_a_week(place: Pairing) -> None:
    place.agrees("Amira"), place.agrees("Jonas")
    id = place.begins()
    late = place.agrees("Mei"), place.agrees("Noor")
    place.days_later(1)
    assert late in place.groups(id, "asked")
    assert len(place.pair_letters()) == 4


def test_who_arrives_late_and_alone_meets_somebody_who_takes_one_more(place: Pairing) -> None:
    place.agrees("Amira"), place.agrees("Jonas")
    id = place.begins()
    mei = place.agrees("Mei")
    place.days_later(1)
    (late,) = (members for members in place.groups(id, "asked") if mei in members)
    assert len(late) == 2
    noor = place.agrees("Noor")
    place.days_later(1)
    (later,) = (members for members in place.groups(id, "asked") if noor in members)
    assert not set(late) & set(later) - {mei}, "nobody takes two who are late"


def test_who_said_yes_to_a_group_that_did_not_come_about_is_paired_again_and_who_did_not_is_not(
    place: Pairing,
) -> None:
    people = [place.agrees(name) for name in ("Amira", "Jonas", "Mei", "Noor")]
    id = place.begins()
    one, other = sorted(place.groups(id))
    place.says(MemberId(one[0]), id)
    place.says(MemberId(one[1]), id, yes=False)
    place.says(MemberId(other[0]), id)
    place.days_later(6)
    assert place.groups(id, "asked") == {one, other}  # a no is silence until the date
    place.days_later(1.1)
    assert place.groups(id, "asked") == {tuple(sorted((one[0], other[0])))}
    assert len(place.pair_letters()) == len(people) + 2


def test_a_seasoned_person_with_a_place_left_takes_who_arrives_later(place: Pairing) -> None:
    old, new = place.agrees("Amira", years=20), place.agrees("Jonas", years=1)
    id = place.begins(kind="seasoned", limit=2)
    place.says(old, id), place.says(new, id)
    later = place.agrees("Mei", years=0)
    place.days_later(1)
    assert place.groups(id, "asked") == {(old, later)}


def test_a_newer_person_who_has_somebody_is_not_asked_about_a_second_one(place: Pairing) -> None:
    old, new = place.agrees("Amira", years=20), place.agrees("Jonas", years=1)
    id = place.begins(kind="seasoned", limit=2)
    place.says(old, id), place.says(new, id)
    place.agrees("Mei", years=30)
    place.days_later(1)
    assert place.groups(id, "asked") == set()


def test_a_round_without_anybody_free_is_not_solved_again(place: Pairing) -> None:
    place.agrees("Amira"), place.agrees("Jonas")
    place.begins()
    asked = place.solver.asked
    place.days_later(1)
    place.agrees("Mei", "library"), place.agrees("Noor", "library")  # colleagues, and of Jonas too
    jonas = place.named("Jonas")
    place.asks(c.SayFacts(member=jonas, years=None, organisation="library"), jonas)
    place.days_later(1)
    assert place.solver.asked == asked + 1
    place.days_later(1), place.days_later(1)
    assert place.solver.asked == asked + 2, "one of the two is left, which is found once"


def test_the_press_of_a_letter_is_good_as_long_as_the_question(place: Pairing) -> None:
    a = place.agrees("Amira")
    place.agrees("Jonas")
    id = place.begins()
    (letter,) = [one for one in place.service.log.letters(member_owner(a))]
    token = place.tokens.make(letter.id, "pair")
    found = place.tokens.find(token)
    assert found is not None
    assert (found.owner, found.about, found.scope) == (member_owner(a), id, "1")
    place.wait(9 * DAY_S)
    assert place.tokens.find(token) is None


def test_nobody_is_paired_again_where_the_community_is_kept_at_another_home(
    place: Pairing, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.agrees("Amira"), place.agrees("Jonas")
    id = place.begins()
    late = place.agrees("Mei"), place.agrees("Noor")
    monkeypatch.setattr("fishbowl.services.rounds.repairing.is_kept_at_home", lambda log: True)
    place.days_later(1)
    assert late not in place.groups(id)
